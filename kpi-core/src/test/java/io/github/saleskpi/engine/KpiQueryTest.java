package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KpiQueryTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    @Test
    void withoutAWordSaidItIsTheStandardByMonthOfUniversalTimeForTheCompany() {
        KpiQuery query = KpiQuery.builder().build();
        assertThat(query.indicators()).isEqualTo(Indicators.standard());
        assertThat(query.every()).isEqualTo(Granularity.MONTH);
        assertThat(query.calendar()).isEqualTo(ReportingCalendar.utc());
        assertThat(query.groupBy()).isEmpty();
        assertThat(query.from()).isEmpty();
        assertThat(query.to()).isEmpty();
        assertThat(query.rates()).isEmpty();
    }

    @Test
    void whatIsSaidIsWhatIsBuilt() {
        Rates rates = Rates.in(CurrencyUnit.EUR);
        KpiQuery query = KpiQuery.builder()
                .indicators(Indicators.WIN_RATE)
                .every(Granularity.QUARTER)
                .from(MARCH)
                .to(MARCH.plusDays(1))
                .zone(ZoneId.of("Asia/Kathmandu"))
                .fiscalStart(Month.APRIL)
                .groupBy(Dimension.REP, Dimension.CHANNEL)
                .rates(rates)
                .build();
        assertThat(query.indicators()).containsExactly(Indicators.WIN_RATE);
        assertThat(query.every()).isEqualTo(Granularity.QUARTER);
        assertThat(query.from()).contains(MARCH);
        assertThat(query.to()).contains(MARCH.plusDays(1));
        assertThat(query.calendar()).isEqualTo(new ReportingCalendar(ZoneId.of("Asia/Kathmandu"), Month.APRIL));
        assertThat(query.groupBy()).containsExactly(Dimension.REP, Dimension.CHANNEL);
        assertThat(query.rates()).contains(rates);
        assertThat(KpiEngine.of(query).query()).isSameAs(query);
    }

    @Test
    void aBuiltQueryDoesNotChangeWithItsBuilder() {
        List<Indicator> indicators = new ArrayList<>(List.of(Indicators.WIN_RATE));
        KpiQuery.Builder builder = KpiQuery.builder().indicators(indicators);
        KpiQuery query = builder.build();
        indicators.add(Indicators.RESPONSE_TIME);
        assertThat(builder.every(Granularity.DAY).groupBy(Dimension.REP).build().indicators())
                .hasSize(1);
        assertThat(query.every()).isEqualTo(Granularity.MONTH);
        assertThat(query.groupBy()).isEmpty();
    }

    @Test
    void thereIsAtLeastOneIndicator() {
        assertThatThrownBy(() -> KpiQuery.builder().indicators(List.of()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indicators (): must name at least one. Maybe Indicators.standard().");
    }

    @Test
    void anIndicatorIsNamedOnce() {
        assertThatThrownBy(() -> KpiQuery.builder()
                        .indicators(Indicators.WIN_RATE, Indicators.named("win-rate"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indicator (win-rate@1): must be named once."
                        + " Maybe give a definition of your own a name of its own.");
    }

    @Test
    void anIndicatorAndItsCompanionAreTwo() {
        assertThat(KpiQuery.builder()
                        .indicators(Indicators.WIN_RATE, Indicators.WIN_RATE.only("won"))
                        .build()
                        .indicators())
                .hasSize(2);
    }

    @Test
    void aDimensionIsNamedOnce() {
        assertThatThrownBy(() -> KpiQuery.builder()
                        .groupBy(Dimension.REP, Dimension.CHANNEL, Dimension.REP)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dimension (rep): must be named once. Maybe another one was meant.");
    }

    @Test
    void fromIsBeforeTo() {
        assertThatThrownBy(() -> KpiQuery.builder().from(MARCH).to(MARCH).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from and to (2026-03-01, 2026-03-01): from must be before to, which is exclusive."
                        + " Maybe they are swapped.");
        assertThatThrownBy(() ->
                        KpiQuery.builder().from(MARCH.plusDays(1)).to(MARCH).build())
                .hasMessageStartingWith("from and to (2026-03-02, 2026-03-01): ");
    }

    @Test
    void aLimitMayBeTakenBack() {
        KpiQuery query = KpiQuery.builder()
                .from(MARCH)
                .to(MARCH)
                .to(null)
                .rates(Rates.in(CurrencyUnit.EUR))
                .rates(null)
                .build();
        assertThat(query.to()).isEmpty();
        assertThat(query.rates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep", "team", "channel", "company", "period", "value", "indicator", "companions", "low"})
    void anAttributeHasNoNameThatTheReportUses(String name) {
        assertThatThrownBy(() -> Dimension.attribute(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attribute (" + name
                        + "): is a word of the report and cannot be grouped by. Maybe name the attribute otherwise.");
    }

    @Test
    void aDimensionHasAName() {
        assertThatThrownBy(() -> Dimension.attribute(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dimension (): must have a name. Maybe a comma too many.");
    }

    @Test
    void queriesThatAskTheSameAreEqualAndOthersAreNot() {
        KpiQuery query = KpiQuery.builder().build();
        assertThat(query)
                .isEqualTo(KpiQuery.builder().build())
                .hasSameHashCodeAs(KpiQuery.builder().build());
        List<KpiQuery> others = List.of(
                KpiQuery.builder().indicators(Indicators.WIN_RATE).build(),
                KpiQuery.builder().every(Granularity.DAY).build(),
                KpiQuery.builder().from(MARCH).build(),
                KpiQuery.builder().to(MARCH).build(),
                KpiQuery.builder().zone(ZoneId.of("Asia/Kathmandu")).build(),
                KpiQuery.builder().fiscalStart(Month.APRIL).build(),
                KpiQuery.builder().groupBy(Dimension.REP).build(),
                KpiQuery.builder().rates(Rates.in(CurrencyUnit.EUR)).build(),
                KpiQuery.builder().rates(Rates.in(CurrencyUnit.USD)).build(),
                KpiQuery.builder().organization(Organization.builder().build()).build(),
                KpiQuery.builder()
                        .workingCalendar(WorkingCalendar.closed(ZoneId.of("Asia/Kathmandu")))
                        .build());
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i))
                    .isNotEqualTo(query)
                    .isEqualTo(others.get(i).toBuilder().build());
            for (int j = 0; j < i; j++) {
                assertThat(others.get(i)).isNotEqualTo(others.get(j));
            }
        }
    }

    @Test
    void aQueryIsBuiltFromAnotherWithAllThatItSays() {
        KpiQuery query = KpiQuery.builder()
                .indicators(Indicators.REVENUE)
                .every(Granularity.WEEK)
                .from(MARCH)
                .to(MARCH.plusDays(9))
                .zone(ZoneId.of("Europe/Sofia"))
                .fiscalStart(Month.APRIL)
                .groupBy(Dimension.REP)
                .rates(Rates.in(CurrencyUnit.EUR))
                .organization(Organization.builder().build())
                .workingCalendar(WorkingCalendar.mondayToFriday(ZoneId.of("Europe/Sofia")))
                .build();
        assertThat(query.toBuilder().build()).usingRecursiveComparison().isEqualTo(query);
        assertThat(query.toBuilder().every(Granularity.DAY).build().every()).isEqualTo(Granularity.DAY);
        assertThat(query.every()).isEqualTo(Granularity.WEEK);
    }
}
