package io.github.saleskpi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DataQualityTest extends CheckedHistories {
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
}
