package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a merge that comes to a ledger changes, and what it costs. */
class MergesTest {
    private static final int MESSAGES = 300;

    /** Each message with a link that two persons clicked, and a call to each of them. */
    private static List<SalesEvent> clicks() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            events.add(MessageSent.of(BatchTest.header("s" + i, i).withChannel("email"), "m" + i)
                    .withFollowUp(true)
                    .withLinks(List.of(new Link("l", Link.Kind.CONTENT))));
            for (String person : List.of("a" + i, "b" + i)) {
                events.add(LinkClicked.of(BatchTest.header(person, i + 1), "m" + i, "l")
                        .withPersonId(person));
                events.add(CallEnded.of(BatchTest.header("c" + person, i), "c" + person, CallDirection.OUTBOUND)
                        .withPersonId(person));
            }
        }
        return events;
    }

    private static KpiEngine engine() {
        return KpiEngine.of(KpiQuery.builder()
                .groupBy(Dimension.REP)
                .indicators(Indicators.EMAIL_LINKS, Indicators.CONTACT_QUALITY)
                .build());
    }

    private static KpiValue uniqueClicks(KpiReport report) {
        return report.value(Indicators.EMAIL_LINKS, "unique-clicks", Scope.company(), Period.month(2026, 3));
    }

    private static IdentityMerged merge(IdentityKind kind, String from, String into) {
        return new IdentityMerged(BatchTest.header("merge of " + from, MESSAGES), kind, from, into);
    }

    private static KpiReport together(List<SalesEvent> events, IdentityMerged... merges) {
        List<SalesEvent> all = new ArrayList<>(events);
        all.addAll(List.of(merges));
        return all.stream().collect(engine().collector(BatchTest.FROM));
    }

    @Test
    void aMergeOfPersonsTellsAnewTheStoriesOfTheirEventsAndNoOthers() {
        KpiLedger ledger = engine().newLedger();
        clicks().forEach(ledger::add);
        assertThat(uniqueClicks(ledger.report(BatchTest.FROM))).isEqualTo(KpiValue.count(2 * MESSAGES));
        long before = ledger.tellings();
        IdentityMerged merge = merge(IdentityKind.PERSON, "a7", "b7");
        ledger.add(merge);
        KpiReport report = ledger.report(BatchTest.FROM);
        assertThat(uniqueClicks(report)).isEqualTo(KpiValue.count(2 * MESSAGES - 1));
        assertThat(report).hasToString(together(clicks(), merge).toString());
        // the message and two persons taken back, the message and one person told
        assertThat(ledger.tellings() - before).isEqualTo(5);
    }

    @Test
    void whatAMergeOfPersonsChangesInOthersStoriesHasTheMergeAsItsCause() {
        KpiLedger ledger = engine().newLedger();
        clicks().forEach(ledger::add);
        Instant later = BatchTest.FROM.asOf().plusSeconds(60);
        IdentityMerged merge = new IdentityMerged(
                BatchTest.header("merge", MESSAGES).withRecordedAt(later), IdentityKind.PERSON, "a7", "b7");
        ledger.add(merge);
        Restated restated =
                ledger.restated(BatchTest.FROM.withKnownAt(BatchTest.FROM.asOf()), BatchTest.FROM.withKnownAt(later));
        assertThat(restated.changes())
                .filteredOn(change -> change.indicator().equals(Indicators.EMAIL_LINKS))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.causes())
                        .extracting(Restated.Cause::event)
                        .containsExactly(merge));
    }

    @Test
    void aMergeOfRepsTellsAllAnewForAnybodyMayBeCredited() {
        KpiLedger ledger = engine().newLedger();
        clicks().forEach(ledger::add);
        ledger.report(BatchTest.FROM);
        long before = ledger.tellings();
        IdentityMerged merge = merge(IdentityKind.REP, "r1", "r2");
        ledger.add(merge);
        assertThat(ledger.report(BatchTest.FROM))
                .hasToString(together(clicks(), merge).toString());
        assertThat(ledger.tellings() - before).isEqualTo(2 * 3 * MESSAGES);
    }
}
