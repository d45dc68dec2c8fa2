package io.github.saleskpi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Viewpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that look at how many events are alike, and at the people in them. */
class SuspiciousPatternsTest extends CheckedHistories {
    @Test
    void callsThatOverlapAreOne() {
        String first = "03-02 09:00 r1 calls p1 ANSWERED lasting=PT5M";
        Symptom near = only(first, "03-02 09:06 r1 calls p1 ANSWERED lasting=PT5M");
        assertThat(near.check()).isEqualTo("same-call-twice");
        assertThat(near.examples()).containsExactly("e02");
        assertThat(near.effect()).contains("activities/call counts 1 call too many, and contact-quality 1.");
        assertThat(found(first, "03-02 09:10 r1 calls p1 ANSWERED lasting=PT2H"))
                .hasSize(1);
        assertThat(found(first, "03-02 09:06:01 r1 calls p1 ANSWERED lasting=PT5M"))
                .isEmpty();
        assertThat(found(first, "03-02 09:01 r2 calls p1 ANSWERED")).isEmpty();
        assertThat(found(first, "03-02 09:01 r1 calls p2 ANSWERED")).isEmpty();
        assertThat(found(first, "03-02 09:01 r1 hears p1 ANSWERED")).isEmpty();
        assertThat(found(first, "03-02 r1 calls p1 ANSWERED")).as("only a date").isEmpty();
        assertThat(found(
                        first,
                        "03-02 09:01 r9 calls p9 ANSWERED",
                        "03-02 10:00 - merges r9 r1",
                        "03-02 10:00 - merges p9 p1"))
                .as("merged")
                .containsExactly("same-call-twice 1/2");
    }

    @Test
    void oneLengthOverAndOverIsADefault() {
        String[] same = lines(10, i -> "03-02 1" + i + ":00 r1 calls - ANSWERED lasting=PT5M");
        String[] others = lines(10, i -> "03-03 1" + i + ":00 r1 calls - ANSWERED lasting=PT" + (i + 6) + "M");
        same[0] = "03-02 09:00 r1 calls q1 ANSWERED lasting=PT5M";
        String asked = "03-02 08:00 - asks q1";
        Symptom symptom = only(both(same, both(others, asked)));
        assertThat(symptom.check()).isEqualTo("same-duration");
        assertThat(symptom.count()).isEqualTo(10);
        assertThat(symptom.lookedAt()).isEqualTo(20);
        assertThat(symptom.effect()).contains("(r1 PT5M)").contains("for 1 response.");
        assertThat(found(both(same, both(others, asked, "03-04 09:00 r1 calls - ANSWERED lasting=PT1H"))))
                .as("less than half")
                .isEmpty();
        assertThat(found(both(lines(9, i -> same[i]), asked))).as("nine").isEmpty();
        assertThat(found(lines(10, i -> "03-02 1" + i + ":00 r1 calls - BUSY lasting=PT0S")))
                .as("no length at all")
                .isEmpty();
    }

    @Test
    void anUnknownActorIsNoHuman() {
        String known = "03-02 09:00 r1 does errand";
        Symptom one = only(known, known, known, known, "03-02 10:00 - does errand");
        assertThat(one.check()).isEqualTo("unknown-actor");
        assertThat(one.severity()).as("20 %").isEqualTo(Severity.NOTE);
        Symptom more = only(known, known, known, "03-02 10:00 unknown:r1 does errand");
        assertThat(more.severity()).isEqualTo(Severity.WARNING);
        assertThat(more.effect()).contains("also the 1 that name a rep");
        assertThat(found("03-02 09:00 automation does errand")).isEmpty();
    }

    @Test
    void aFifthOfUnknownOutcomesIsBearable() {
        String known = "03-02 09:00 r1 calls - ANSWERED";
        String unknown = "03-02 10:00 r1 calls - UNKNOWN";
        assertThat(found(known, known, known, known, unknown)).isEmpty();
        Symptom symptom = only(known, known, known, unknown);
        assertThat(symptom.check()).isEqualTo("unknown-outcome");
        assertThat(symptom.count()).isEqualTo(1);
        assertThat(symptom.lookedAt()).isEqualTo(4);
        assertThat(symptom.effect()).contains("3 calls were answered, or as many as 4");
    }

    /** So many opportunities opened on 2 March, closed from 27 March (a Friday) to 31 March. */
    private static String[] closes(int before, int atEnd) {
        String[] openings = lines(before + atEnd, i -> "03-02 09:00 r1 opens o" + i);
        String[] earlier = lines(before, i -> "03-" + (i % 2 == 0 ? "27" : "30") + " 10:00 r1 wins o" + i);
        String[] later = lines(atEnd, i -> "03-31 10:00 r1 loses o" + (before + i));
        return both(openings, both(earlier, later));
    }

    @Test
    void closesAtTheEndOfAMonthAreFarAboveTheMeanAboveThreeTimesIt() {
        assertThat(found(closes(8, 12))).as("3 times the 4 of a day").isEmpty();
        Symptom symptom = only(closes(8, 13));
        assertThat(symptom.check()).isEqualTo("closes-at-month-end");
        assertThat(symptom.count()).isEqualTo(13);
        assertThat(symptom.lookedAt()).isEqualTo(21);
        assertThat(symptom.effect()).contains("2026-03 13 of 21");
        assertThat(found(closes(1, 9))).as("fewer than ten").isEmpty();
        assertThat(found(closes(0, 20))).as("no day before").isEmpty();
    }

    @Test
    void activitiesAtTheEndOfAMonthCountWhenTheyAreRecordedAndFromItsLastWorkingDay() {
        String[] many = lines(10, i -> "02-26 1" + i + ":00 r1 does errand recorded=02-27T0" + i + ":00");
        assertThat(found(both(many, "02-20 09:00 r1 does errand")))
                .as("27 February was a Friday")
                .containsExactly("activities-at-month-end 10/11");
        String[] next = lines(10, i -> "02-27 1" + i + ":00 r1 does errand recorded=03-01T1" + i + ":00");
        assertThat(found(both(next, "02-20 09:00 r1 does errand"))).containsExactly("recorded-late 10/13");
    }

    @Test
    void aContactWithAPersonWhoseRequestIsOpenShouldNameIt() {
        String asks = "03-02 09:00 - asks q1 person=p1";
        Symptom symptom = only(asks, "03-02 09:10 r1 calls p1 ANSWERED");
        assertThat(symptom.check()).isEqualTo("unlinked-contact");
        assertThat(symptom.examples()).containsExactly("e02");
        assertThat(symptom.effect()).contains("count 1 more request as answered, and 0 requests as answered sooner");
        assertThat(only(asks, "03-02 09:10 r1 calls p1 ANSWERED", "03-02 10:00 r1 writes q1")
                        .effect())
                .contains("count 0 more requests as answered, and 1 request as answered sooner");
        assertThat(found(asks, "03-02 09:10 r1 meets p1,o1")).hasSize(1);
        assertThat(found(asks, "03-02 09:10 r1 calls p2 ANSWERED")).isEmpty();
        assertThat(found(asks, "03-02 09:10 r1 calls p1 FAILED")).isEmpty();
        assertThat(found(asks, "03-02 09:10 automation writes p1")).isEmpty();
        assertThat(found(asks, "03-02 08:59 r1 calls p1 ANSWERED"))
                .as("before it")
                .isEmpty();
        assertThat(found(asks, "03-02 09:10 r1 calls p1 ANSWERED lasting=PT11M"))
                .as("begun before it")
                .isEmpty();
        assertThat(found(asks, "03-02 09:05 r1 writes q1", "03-02 09:10 r1 calls p1 ANSWERED"))
                .as("answered")
                .isEmpty();
        assertThat(found(asks, "03-02 09:05 r1 closes q1 WITHDRAWN", "03-02 09:10 r1 calls p1 ANSWERED"))
                .as("closed")
                .isEmpty();
        assertThat(found(asks, "03-02 r1 calls p1 ANSWERED")).as("only a date").isEmpty();
        assertThat(found(asks, "03-02 09:10 r1 calls p7 ANSWERED", "03-02 10:00 - merges p7 p1"))
                .as("merged")
                .containsExactly("unlinked-contact 1/1");
    }

    @Test
    void aRepWhomTheOrganizationDoesNotKnowIsInNoTeam() {
        query.organization(team("r1"));
        Symptom symptom =
                only("03-02 09:00 r1 does errand", "03-02 10:00 r9 does errand", "03-02 11:00 - asks q1 owner=r9");
        assertThat(symptom.check()).isEqualTo("unknown-rep");
        assertThat(symptom.count()).isEqualTo(1);
        assertThat(symptom.lookedAt()).isEqualTo(2);
        assertThat(symptom.examples()).containsExactly("e02");
        assertThat(symptom.effect()).contains("(r9), with all 2 events");
        assertThat(found("03-02 09:00 r9 does errand", "03-02 10:00 - merges r9 r1"))
                .as("merged")
                .isEmpty();
    }

    @Test
    void aMemberAtWorkOccursInTheEvents() {
        query.organization(team("r1", "r2"));
        assertThat(found("03-02 09:00 r1 does errand")).containsExactly("silent-member 1/2");
        assertThat(found("03-02 09:00 r1 does errand", "03-02 10:00 - asks q1 owner=r2"))
                .isEmpty();
        query.organization(Organization.builder()
                .team("north", null)
                .member("r1", "north", LocalDate.parse("2026-01-01"), null)
                .member("r2", "north", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-02"))
                .build());
        assertThat(found("03-02 09:00 r1 does errand")).as("left before").isEmpty();
    }

    @Test
    void onlyWhatIsInForceIsJudged() {
        KpiLedger ledger = ledger(quiet(
                "03-02 09:00 r1 wins o1 recorded=03-02T10:00",
                "03-02 09:00 r1 wins o2",
                "03-02 09:30 r1 retracts e02",
                "03-02 11:00 r1 wins o3"));
        Viewpoint early = Viewpoint.asOf(History.instant("03-02 10:30"));
        assertThat(found(DataQuality.of(ledger, query.build(), early.withKnownAt(History.instant("03-02 09:59")))))
                .isEmpty();
        assertThat(found(DataQuality.of(ledger, query.build(), early)))
                .containsExactly("opportunity-without-opening 1/1");
        assertThat(found(check(ledger))).containsExactly("opportunity-without-opening 2/2");
    }

    @Test
    void theWorstComesFirstThenWhatThereIsMostOf() {
        DataQuality quality = checkLines(
                14,
                1,
                quiet(
                        "03-02 09:00 r1 wins o1",
                        "03-02 09:00 r1 retracts g1",
                        "03-02 09:00 r1 retracts g2",
                        "03-02 10:00 - merges p8 p9"));
        assertThat(found(quality))
                .containsExactly(
                        "rejected-line 1/14",
                        "retraction-of-nothing 2/2",
                        "opportunity-without-opening 1/1",
                        "repeated-line 7/13",
                        "merge-of-nothing 1/1");
    }

    @Test
    void examplesAreTheFirstIdsByCodeUnit() {
        List<String> lines = new ArrayList<>();
        for (String id : List.of("b", "a10", "a9", "Z", "c")) {
            lines.add("03-02 09:00 r1 retracts gone id=" + id);
        }
        KpiLedger ledger = ledger(quiet(lines.toArray(String[]::new)));
        Viewpoint view = Viewpoint.asOf(History.instant("12-31 00:00"));
        DataQuality quality = DataQuality.of(ledger, query.build(), view, 7, 0, 3);
        assertThat(quality.viewpoint()).isEqualTo(view);
        assertThat(quality.symptoms().get(0).examples()).containsExactly("Z", "a10", "a9");
        assertThat(DataQuality.of(ledger, query.build(), view, 7, 0, 0)
                        .symptoms()
                        .get(0)
                        .examples())
                .isEmpty();
    }

    @Test
    void countsThatCannotBeAreRefused() {
        List<SalesEvent> events = new History(quiet()).events();
        assertThat(events).hasSize(2);
        assertThatThrownBy(() -> checkLines(2, 1, quiet()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lines (2 read, 1 rejected): the ledger holds 2 events")
                .hasMessageContaining(" Maybe ");
        assertThatThrownBy(() -> new Lines(1, 2)).hasMessageStartingWith("read and rejected (1, 2): must not");
        assertThatThrownBy(() -> new Lines(0, -1)).hasMessageStartingWith("read and rejected (0, -1): must not");
        assertThatThrownBy(() -> DataQuality.of(
                        ledger(), query.build(), Viewpoint.asOf(History.instant("12-31 00:00")), 0, 0, -1))
                .hasMessageStartingWith("examples (-1): must not be negative");
    }
}
