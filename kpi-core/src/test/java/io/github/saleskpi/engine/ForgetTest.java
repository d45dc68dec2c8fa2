package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForgetTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Viewpoint APRIL = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));

    private final KpiEngine engine = KpiEngine.of(KpiQuery.builder().build());

    /** Of an embedder's own type. */
    private record Visit(Header header, @Nullable String personId) implements CustomSalesEvent {
        @Override
        public String type() {
            return "visit";
        }

        @Override
        public Map<String, Object> details() {
            return personId == null ? Map.of() : Map.of("personId", personId);
        }
    }

    @Test
    void everyEventThatNamesAForgottenPersonStaysWithoutThePerson() {
        List<SalesEvent> events = List.of(
                RequestReceived.of(header("1"), "q1").withPersonId("ann"),
                MessageSent.of(header("2"), "m1").withPersonId("ann"),
                MessageReceived.of(header("3"), "m2").withPersonId("ann"),
                CallEnded.of(header("4"), "c1", CallDirection.OUTBOUND).withPersonId("ann"),
                MeetingHeld.of(header("5"), "x1", MeetingHeld.Kind.MEETING).withPersonId("ann"),
                LinkClicked.of(header("6"), "m1", "l1").withPersonId("ann"),
                AssetUsed.of(header("7"), "a1", AssetUsed.Use.SENT).withPersonId("ann"),
                OpportunityOpened.of(header("8"), "o1").withPersonId("ann"),
                CustomEvent.of(header("9"), "demo").withSubjectId("ann"));
        KpiLedger ledger = ledger(events);
        ledger.forget(List.of("ann"));
        List<SalesEvent> left = ledger.events().toList();
        assertThat(left).hasSameSizeAs(events);
        for (int i = 0; i < left.size(); i++) {
            SortedMap<String, Object> expected = new TreeMap<>(events.get(i).components());
            expected.values().remove("ann");
            assertThat(left.get(i).components()).isEqualTo(expected);
            assertThat(left.get(i).type()).isEqualTo(events.get(i).type());
        }
    }

    @Test
    void whoIsNotForgottenStays() {
        SalesEvent call =
                CallEnded.of(header("1"), "c1", CallDirection.OUTBOUND).withPersonId("bob");
        KpiLedger ledger = ledger(List.of(call));
        ledger.forget(List.of("ann"));
        assertThat(ledger.events()).containsExactly(call);
    }

    @Test
    void anEventOfAnOwnTypeThatNamesAForgottenPersonIsGone() {
        SalesEvent other = new Visit(header("2"), null);
        KpiLedger ledger = ledger(List.of(new Visit(header("1"), "ann"), other));
        ledger.forget(List.of("ann"));
        assertThat(ledger.events()).containsExactly(other);
        assertThat(ledger.holds("1")).isFalse();
    }

    @Test
    void whoIsOneWithAForgottenPersonIsForgottenToo() {
        KpiLedger ledger = ledger(List.of(
                new IdentityMerged(header("1"), IdentityKind.PERSON, "ann", "anna"),
                new IdentityMerged(header("2"), IdentityKind.REQUEST, "ann", "anna"),
                CallEnded.of(header("3"), "c1", CallDirection.OUTBOUND).withPersonId("anna")));
        ledger.forget(List.of("ann"));
        assertThat(ledger.events().map(SalesEvent::id)).containsExactly("2", "3");
        assertThat(ledger.events().map(SalesEvent::personId)).containsOnlyNulls();
        assertThat(ledger.forgotten()).hasSize(2);
    }

    @Test
    void aForgottenPersonDoesNotComeBackWithLaterEvents() {
        KpiLedger ledger = engine.newLedger();
        ledger.forget(List.of("ann"));
        SalesEvent call =
                CallEnded.of(header("1"), "c1", CallDirection.OUTBOUND).withPersonId("ann");
        ledger.add(call);
        ledger.merge(ledger(List.of(call)));
        assertThat(ledger.events().map(SalesEvent::personId)).containsOnlyNulls();
        assertThat(ledger.size()).isEqualTo(1);
    }

    @Test
    void aLedgerMergedInMakesForgottenHereWhomItForgot() {
        SalesEvent call =
                CallEnded.of(header("1"), "c1", CallDirection.OUTBOUND).withPersonId("ann");
        KpiLedger forgetful = engine.newLedger();
        forgetful.forget(List.of("ann"));
        KpiLedger ledger = ledger(List.of(call)).merge(forgetful);
        assertThat(ledger.events().map(SalesEvent::personId)).containsOnlyNulls();
        assertThat(ledger.forgotten()).isEqualTo(forgetful.forgotten());
    }

    @Test
    void theIdOfAForgottenPersonIsNowhere() {
        KpiLedger ledger = ledger(
                List.of(CallEnded.of(header("1"), "c1", CallDirection.OUTBOUND).withPersonId("zoe-17")));
        ledger.report(APRIL);
        ledger.forget(List.of("zoe-17"));
        assertThat(ledger.forgotten()).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(ledger.events().toList().toString() + ledger.report(APRIL) + ledger.forgotten())
                .doesNotContain("zoe-17");
    }

    @Test
    void theReportSaysHowManyPersonsWereForgotten() {
        KpiLedger ledger = ledger(List.of(CallEnded.of(header("1"), "c1", CallDirection.OUTBOUND)
                .withPersonId("ann")
                .withOutcome(CallOutcome.ANSWERED)));
        assertThat(ledger.report(APRIL).forgotten()).isZero();
        ledger.forget(List.of("ann", "bob"));
        KpiReport report = ledger.report(APRIL);
        assertThat(report.forgotten()).isEqualTo(2);
        assertThat(report.leftOut().get("contact-quality@1")).containsEntry("unknown-person", 1L);
    }

    @Test
    void whatRepsDidIsCountedAsBefore() {
        SalesEvent call = CallEnded.of(header("1"), "c1", CallDirection.OUTBOUND)
                .withPersonId("ann")
                .withOutcome(CallOutcome.ANSWERED);
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .indicators(List.of(Indicators.named("activities/call")))
                        .build())
                .newLedger();
        ledger.add(call);
        ledger.forget(List.of("ann"));
        assertThat(ledger.report(APRIL)
                        .value(Indicators.named("activities/call"), Scope.company(), Period.month(2026, 3))
                        .toString())
                .contains("1");
    }

    @Test
    void anIdIsNoDigest() {
        assertThatThrownBy(() -> engine.newLedger().forgetDigests(List.of("ann")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digest (ann)")
                .hasMessageContaining("Maybe");
    }

    @Test
    void differentIdsHaveDifferentDigestsEvenWithHalvesOfSurrogatePairs() {
        assertThat(Erasures.digest("\uD800")).isNotEqualTo(Erasures.digest("\uFFFD"));
        assertThat(Erasures.digest("ann")).isEqualTo(Erasures.digest("ann")).isNotEqualTo(Erasures.digest("Ann"));
    }

    private KpiLedger ledger(List<SalesEvent> events) {
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    private static Header header(String id) {
        return Header.of(id, NOON).withRep("r1");
    }
}
