package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import io.github.saleskpi.value.KpiValue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/2-people-calendars-and-money.md}. */
class PeopleCalendarsAndMoneyPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Viewpoint LATE = Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z"));

    private static Organization people() {
        Organization people = Organization.builder()
                .team("sales", null)
                .team("north", "sales")
                .member("ann", "north", LocalDate.of(2026, 1, 1), null)
                .employed("ann", LocalDate.of(2026, 1, 1), null)
                .absent("ann", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 7))
                .build();
        return people;
    }

    private static WorkingCalendar hours() {
        ZoneId sofia = ZoneId.of("Europe/Sofia");
        WorkingCalendar hours = WorkingCalendar.closed(sofia)
                .withWindows(DayOfWeek.MONDAY, "09:00-13:00", "14:00-18:00")
                .withWindows(DayOfWeek.TUESDAY, "09:00-18:00")
                .withHolidays(Set.of(LocalDate.of(2026, 3, 3)))
                .withException(LocalDate.of(2026, 12, 22), "09:00-12:00");
        return hours;
    }

    private static Rates rates() {
        Rates rates =
                Rates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, LocalDate.of(2026, 1, 1), new BigDecimal("0.92"));
        return rates;
    }

    private static KpiQuery query() {
        Organization people = people();
        WorkingCalendar hours = hours();
        Rates rates = rates();
        KpiQuery query = KpiQuery.builder()
                .organization(people)
                .workingCalendar(hours)
                .rates(rates)
                .zone(hours.zone())
                .fiscalStart(Month.APRIL)
                .every(Granularity.QUARTER)
                .groupBy(Dimension.TEAM, Dimension.REP)
                .indicators(Indicators.named("response-time/working-time"), Indicators.WIN_RATE, Indicators.REVENUE)
                .build();
        return query;
    }

    @Test
    void aDealCountsForTheTeamAndThoseAboveIt() {
        Instant april = Instant.parse("2026-04-06T07:00:00Z");
        SalesEvent opened = OpportunityOpened.of(Header.of("e1", april).withRep("ann"), "o1");
        SalesEvent won = OpportunityMoved.of(
                Header.of("e2", april.plusSeconds(60)).withRep("ann"), "o1", OpportunityMoved.Status.WON);
        SalesEvent paid = PaymentReceived.of(
                Header.of("e3", april.plusSeconds(90)).withRep("ann"),
                "p1",
                BigMoney.of(CurrencyUnit.USD, new BigDecimal("100")));
        KpiReport report =
                Stream.of(opened, won, paid).collect(KpiEngine.of(query()).collector(LATE));
        Period quarter = query().calendar().periodOf(LocalDate.of(2026, 4, 6), Granularity.QUARTER);
        assertThat(quarter).hasToString("FY2027-Q1");
        for (String team : List.of("north", "sales")) {
            KpiValue money = report.value(
                    Indicators.REVENUE, Scope.of(Dimension.TEAM, team).and(Dimension.REP, "ann"), quarter);
            assertThat(((KpiValue.Defined) money).amount()).isEqualByComparingTo("92");
        }
    }

    @Test
    void workingTimeRunsOnlyInTheWindows() {
        SalesEvent asked = RequestReceived.of(Header.of("e1", Instant.parse("2026-04-06T09:30:00Z")), "q1");
        SalesEvent answered = MessageSent.of(
                        Header.of("e2", Instant.parse("2026-04-06T11:15:00Z")).withRep("ann"), "m1")
                .withRequestId("q1");
        KpiReport report =
                Stream.of(asked, answered).collect(KpiEngine.of(query()).collector(LATE));
        KpiValue wait = report.value(
                Indicators.named("response-time/working-time"),
                Scope.company(),
                query().calendar().periodOf(LocalDate.of(2026, 4, 6), Granularity.QUARTER));
        assertThat(((KpiValue.Defined) wait).amount())
                .as("12:30 to 14:15, less an hour")
                .isEqualByComparingTo("2700");
    }

    @Test
    void theFilesOfTheSampleAreRead() throws IOException {
        Organization people;
        try (InputStream in = Files.newInputStream(fromRoot("samples/simulated-team/organization.json"))) {
            people = KpiJackson3.readOrganization(in);
        }

        assertThat(people.teams()).containsKey("north");
    }

    private static Path fromRoot(String path) {
        return ROOT.resolve(path);
    }
}
