package io.github.saleskpi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Viewpoint;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataQualityTest {
    /** The last two events of each history, so that none is the lone latest. */
    private static final List<String> QUIET_END =
            List.of("12-30 09:00 - replies - automatically id=y", "12-30 10:00 - replies - automatically id=z");

    private static final String[] CLEAN = {
        "03-02 08:00 - replies p3",
        "03-02 09:00 - asks q1 owner=r1 person=p1",
        "03-02 09:10 r1 calls p1,q1 ANSWERED lasting=PT5M key=c1",
        "03-02 09:20 r1 opens o1 person=p1 origin=c1",
        "03-02 10:00 - publishes a1",
        "03-03 09:00 r1 writes p1,o1 with=a1 links=l1 key=m1",
        "03-03 10:00 - clicks m1/l1 HUMAN person=p1",
        "03-03 11:00 r1 uses a1 SENT for=o1",
        "03-04 09:00 r1 on linkedin POST",
        "03-04 10:00 r1 meets p1,o1",
        "03-05 09:00 r1 wins o1",
        "03-05 10:00 r1 cashes o1 amount=EUR_100",
        "03-05 11:00 r2 calls p2 NO_ANSWER id=wrong",
        "03-05 12:00 r2 retracts wrong",
        "03-05 13:00 - merges p3 p1",
        "03-05 14:00 r2 does errand recorded=03-06T14:00"
    };

    private final KpiQuery.Builder query = KpiQuery.builder();

    private static String[] quiet(String... lines) {
        return Stream.concat(Stream.of(lines), QUIET_END.stream()).toArray(String[]::new);
    }

    private static String[] lines(int number, IntFunction<String> line) {
        return IntStream.range(0, number).mapToObj(line).toArray(String[]::new);
    }

    private static String[] both(String[] some, String... others) {
        return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
    }

    private KpiLedger ledger(String... lines) {
        KpiLedger ledger = KpiEngine.of(query.build()).newLedger();
        new History(lines).events().forEach(ledger::add);
        return ledger;
    }

    private DataQuality check(KpiLedger ledger) {
        return DataQuality.of(ledger, query.build(), Viewpoint.asOf(History.instant("12-31 00:00")));
    }

    private DataQuality checkLines(long read, long rejected, String... lines) {
        return DataQuality.of(
                ledger(lines), query.build(), Viewpoint.asOf(History.instant("12-31 00:00")), read, rejected, 5);
    }

    /** The checks that find something, with how many of how many. */
    private List<String> found(String... lines) {
        return found(check(ledger(quiet(lines))));
    }

    private static List<String> found(DataQuality quality) {
        return quality.symptoms().stream()
                .map(symptom -> symptom.check() + " " + symptom.count() + "/" + symptom.lookedAt())
                .toList();
    }

    /** The one symptom of that history. */
    private Symptom only(String... lines) {
        List<Symptom> symptoms = check(ledger(quiet(lines))).symptoms();
        assertThat(symptoms).hasSize(1);
        return symptoms.get(0);
    }

    @Test
    void aCleanHistoryHasNoSymptomAndEveryCheckLookedAtSomething() {
        query.organization(team("r1", "r2"));
        DataQuality quality = check(ledger(quiet(CLEAN)));
        assertThat(quality.symptoms()).isEmpty();
        assertThat(quality.healthy())
                .extracting(Symptom::check)
                .hasSize(Sign.values().length)
                .isSorted();
        assertThat(quality.healthy())
                .allSatisfy(symptom ->
                        assertThat(symptom.lookedAt()).as(symptom.check()).isPositive());
        assertThat(quality.inForce()).isEqualTo(15);
    }

    @Test
    void nothingIsSuspiciousInNothing() {
        DataQuality quality = check(ledger());
        assertThat(quality.symptoms()).isEmpty();
        assertThat(quality.healthy()).hasSize(Sign.values().length - 2);
        assertThat(quality.healthy()).extracting(Symptom::lookedAt).containsOnly(0L);
    }

    @Test
    void aRejectedLineIsMissingFromEveryFigure() {
        DataQuality quality = checkLines(3, 1, quiet());
        assertThat(found(quality)).containsExactly("rejected-line 1/3");
        assertThat(quality.symptoms().get(0).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aLineThatCameAgainCountsOnce() {
        assertThat(found(checkLines(3, 0, quiet()))).containsExactly("repeated-line 1/3");
    }

    @Test
    void versionsThatDifferAreAConflictAndTheOnesRecordedAtOnceAreWorse() {
        String first = "03-02 09:00 r1 does errand id=x";
        DataQuality later = check(ledger(quiet(first, "03-02 09:00 r1 does shopping id=x recorded=03-02T10:00")));
        assertThat(found(later)).containsExactly("conflicting-versions 1/3", "repeated-line 1/4");
        assertThat(later.symptoms().get(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(later.symptoms().get(0).examples()).containsExactly("x");
        DataQuality atOnce = check(ledger(quiet(first, "03-02 09:00 r1 does shopping id=x")));
        assertThat(found(atOnce)).containsExactly("conflicting-versions 1/3", "repeated-line 1/4");
        assertThat(atOnce.symptoms().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(atOnce.symptoms().get(0).effect()).contains("of 1 event the last two");
    }

    @Test
    void onlyTheLastTwoVersionsDecideWhetherTheOrderIsKnown() {
        DataQuality quality = check(ledger(quiet(
                "03-02 09:00 r1 does errand id=x",
                "03-02 09:00 r1 does shopping id=x",
                "03-02 09:00 r1 does cooking id=x recorded=03-02T10:00")));
        assertThat(quality.symptoms().get(1).check()).isEqualTo("conflicting-versions");
        assertThat(quality.symptoms().get(1).severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void aClickNeedsItsMessageAndItsLink() {
        String sent = "03-02 09:00 r1 writes p1,o1 links=l1 key=m1";
        Symptom symptom = only(
                sent,
                "03-02 09:10 - clicks m1/l1",
                "03-02 09:11 - clicks m1/l2",
                "03-02 09:12 - clicks m2/l1 SUSPECTED_BOT");
        assertThat(symptom.check()).isEqualTo("click-without-link");
        assertThat(symptom.count()).isEqualTo(2);
        assertThat(symptom.lookedAt()).isEqualTo(3);
        assertThat(symptom.examples()).containsExactly("e03", "e04");
        assertThat(symptom.effect()).contains("up to 1 more click would count");
    }

    @Test
    void aRequestThatIsAnsweredClosedOrHandedOverMustHaveBeenReceived() {
        assertThat(found("03-02 09:00 r1 calls q1 ANSWERED")).containsExactly("request-without-receipt 1/1");
        assertThat(found("03-02 09:00 r1 closes q1 WITHDRAWN")).containsExactly("request-without-receipt 1/1");
        assertThat(found("03-02 09:00 r1 assigns q1 to=r2")).containsExactly("request-without-receipt 1/1");
        assertThat(found("03-02 09:00 - asks q1", "03-02 09:05 r1 calls q1 ANSWERED"))
                .isEmpty();
        assertThat(only("03-02 09:00 r1 calls q1 ANSWERED", "03-02 09:05 r1 writes q1")
                        .effect())
                .contains("leaves 2 responses out as no-request");
    }

    @Test
    void aDuplicateReceiptIsNoneAndAMergedRequestIsReceived() {
        assertThat(found("03-02 09:00 - asks q1 of=q2", "03-02 09:05 r1 calls q1 ANSWERED"))
                .containsExactly("request-without-receipt 1/1");
        assertThat(found("03-02 09:00 - asks q2", "03-02 09:05 r1 calls q1 ANSWERED", "03-02 09:06 - merges q1 q2"))
                .isEmpty();
    }

    @Test
    void anOpportunityThatMovesMustHaveBeenOpened() {
        Symptom symptom = only("03-02 09:00 r1 wins o1", "03-02 10:00 r1 opens o2", "03-02 11:00 r1 loses o2");
        assertThat(symptom.check()).isEqualTo("opportunity-without-opening");
        assertThat(symptom.count()).isEqualTo(1);
        assertThat(symptom.lookedAt()).isEqualTo(2);
        assertThat(symptom.examples()).containsExactly("e01");
        assertThat(symptom.effect()).contains("without 1 won one");
    }

    @Test
    void aContactBeforeTheOpeningIsNoMove() {
        assertThat(found("03-02 09:00 r1 calls o1 ANSWERED")).isEmpty();
    }

    @Test
    void aRetractionNeedsItsTarget() {
        assertThat(found("03-02 09:00 r1 retracts gone")).containsExactly("retraction-of-nothing 1/1");
        assertThat(found("03-02 09:00 r1 does errand id=here", "03-02 10:00 r1 retracts here"))
                .isEmpty();
    }

    @Test
    void aMergeNeedsBothItsKeys() {
        assertThat(found("03-02 09:00 - replies p1", "03-02 10:00 - merges p9 p1"))
                .containsExactly("merge-of-nothing 1/1");
        assertThat(found("03-02 09:00 - replies p1", "03-02 10:00 - merges p1 p9"))
                .containsExactly("merge-of-nothing 1/1");
        assertThat(found(
                        "03-02 09:00 - replies p1",
                        "03-02 09:00 - replies p2",
                        "03-02 10:00 - merges p1 p9",
                        "03-02 11:00 - merges p9 p2"))
                .as("a key that two merges name links them")
                .isEmpty();
    }

    @Test
    void anOriginCallMustBeKnown() {
        Symptom symptom = only(
                "03-02 09:00 r1 calls p1 ANSWERED key=c1",
                "03-02 10:00 r1 opens o1 person=p1 origin=c1",
                "03-02 11:00 r1 opens o2 person=p1 origin=c2");
        assertThat(symptom.check()).isEqualTo("unknown-origin-call");
        assertThat(symptom.examples()).containsExactly("e03");
        assertThat(symptom.lookedAt()).isEqualTo(2);
        assertThat(symptom.effect()).contains("up to 1 more opportunity could");
    }

    @Test
    void aMaterialMustHaveBeenPublishedWhereOthersWere() {
        String[] uses = {"03-02 10:00 r1 uses a2 SENT", "03-02 11:00 r1 writes - with=a1,a2,a3"};
        Symptom symptom = only(both(uses, "03-02 09:00 - publishes a1"));
        assertThat(symptom.check()).isEqualTo("unpublished-asset");
        assertThat(symptom.count()).isEqualTo(2);
        assertThat(symptom.effect()).contains("3 uses of 2 materials");
        assertThat(found(uses)).as("without a catalogue").isEmpty();
        assertThat(found("03-02 09:00 - publishes a1", "03-02 10:00 r1 uses a2 VIEWED"))
                .as("a view")
                .isEmpty();
    }

    @Test
    void nothingIsRecordedBeforeItOccurs() {
        assertThat(found("03-02 09:00 - asks q1 recorded=03-02T08:59")).containsExactly("recorded-before-occurred 1/3");
        assertThat(found("03-02 r1 does errand recorded=03-02T00:10"))
                .as("on the same date, of which no more is known")
                .isEmpty();
        assertThat(found("03-02 r1 does errand recorded=03-01T23:50")).containsExactly("recorded-before-occurred 1/3");
    }

    @Test
    void anEventLaterThanAllOthersByMoreThanADayIsSuspicious() {
        String[] lone = {"03-02 09:00 r1 does errand", "03-03 09:00:01 r1 does errand"};
        DataQuality quality = check(ledger(lone));
        assertThat(found(quality)).containsExactly("lone-latest-event 1/2");
        assertThat(quality.symptoms().get(0).examples()).containsExactly("e02");
        assertThat(quality.symptoms().get(0).effect()).contains("waits 24 hours longer");
        assertThat(check(ledger("03-02 09:00 r1 does errand", "03-03 09:00 r1 does errand"))
                        .symptoms())
                .isEmpty();
        assertThat(check(ledger("03-02 09:00 r1 does errand")).symptoms())
                .as("alone")
                .isEmpty();
    }

    @Test
    void whatIsWrittenDownDaysAfterIsLateAndWhatChangesAnOldMonthIsBackDated() {
        assertThat(found("03-25 09:00 r1 does errand recorded=03-26T09:00:01")).containsExactly("recorded-late 1/3");
        assertThat(found("03-25 09:00 r1 does errand recorded=03-26T09:00")).isEmpty();
        assertThat(found("03-02 09:00 r1 does errand recorded=03-31T09:00"))
                .as("in the same month")
                .containsExactly("recorded-late 1/3");
        assertThat(found("03-25 09:00 r1 does errand recorded=04-01T09:00"))
                .as("7 days")
                .containsExactly("recorded-late 1/3");
        assertThat(found("03-25 09:00 r1 does errand recorded=04-01T09:00:01")).containsExactly("back-dated 1/3");
        assertThat(found("03-25 r1 does errand recorded=04-01T23:00")).containsExactly("recorded-late 1/3");
        assertThat(found("03-25 r1 does errand recorded=04-02T00:00")).containsExactly("back-dated 1/3");
    }

    @Test
    void theZoneDecidesWhenAMonthIsOver() {
        String line = "03-20 09:00 r1 does errand recorded=03-31T21:30";
        assertThat(found(line)).containsExactly("recorded-late 1/3");
        query.zone(ZoneId.of("Europe/Sofia"));
        assertThat(found(line)).containsExactly("back-dated 1/3");
    }

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

    private static Organization team(String... reps) {
        Organization.Builder team = Organization.builder().team("north", null);
        Stream.of(reps).forEach(rep -> team.member(rep, "north", LocalDate.parse("2026-01-01"), null));
        return team.build();
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
