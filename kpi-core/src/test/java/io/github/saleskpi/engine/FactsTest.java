package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The list in which facts are shown. */
class FactsTest {
    private enum Role {
        CALL,
        VISIT,
        LETTER
    }

    private static FactView<Role> fact(Role role, int number) {
        Header header = Header.of("e" + number, Instant.EPOCH);
        return new EventFact<>(
                role, new TaskCompleted(header, "t" + number, "call"), ReportingCalendar.utc(), Identities.NONE);
    }

    private static Facts<Role> some() {
        Facts<Role> facts = new Facts<>(1);
        List<Role> roles = List.of(Role.CALL, Role.VISIT, Role.CALL, Role.CALL, Role.VISIT);
        for (int i = 0; i < roles.size(); i++) {
            facts.append(fact(roles.get(i), i));
        }
        return facts;
    }

    private static List<String> ids(List<Fact<Role>> facts) {
        return facts.stream().map(Fact::id).toList();
    }

    @Test
    void factsComeInTheOrderInWhichTheyWereTakenIn() {
        assertThat(ids(some())).containsExactly("e0", "e1", "e2", "e3", "e4");
        Iterator<Fact<Role>> one = some().iterator();
        for (int i = 0; i < 5; i++) {
            assertThat(one.hasNext()).isTrue();
            assertThat(one.next().id()).isEqualTo("e" + i);
        }
        assertThat(one.hasNext()).isFalse();
        assertThatThrownBy(one::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void factsOfARoleAreThoseInIt() {
        Facts<Role> facts = some();
        assertThat(ids(facts.in(Role.CALL))).containsExactly("e0", "e2", "e3");
        assertThat(ids(facts.in(Role.VISIT))).containsExactly("e1", "e4");
        assertThat(facts.in(Role.LETTER)).isEmpty();
        assertThat(facts.in(Role.CALL).in(Role.CALL)).hasSize(3);
        assertThat(facts.in(Role.CALL).get(1)).isSameAs(facts.get(2));
    }

    @Test
    void listsByRoleFollowWhatIsShown() {
        Facts<Role> facts = some();
        for (int round = 0; round < 3; round++) {
            for (int shown = 0; shown <= 5; shown++) {
                facts.show(shown);
                for (Role role : Role.values()) {
                    List<Fact<Role>> expected = new ArrayList<>();
                    for (Fact<Role> fact : facts) {
                        if (fact.role() == role) {
                            expected.add(fact);
                        }
                    }
                    assertThat(facts.in(role)).containsExactlyElementsOf(expected);
                    assertThat(facts.in(role).in(role)).containsExactlyElementsOf(expected);
                    assertThat(facts.in(role).in(Role.LETTER)).isEqualTo(role == Role.LETTER ? expected : List.of());
                }
            }
        }
        facts.append(fact(Role.VISIT, 5));
        assertThat(ids(facts.in(Role.VISIT))).containsExactly("e1", "e4", "e5");
        facts.keep(1);
        assertThat(facts.in(Role.VISIT)).isEmpty();
    }

    @Test
    void aListByRoleIsMadeOnceIfFactsAreShownOneAfterTheOther() {
        Facts<Role> facts = some();
        assertThat(facts.in(Role.VISIT)).isNotSameAs(facts.in(Role.VISIT)).hasSize(2);
        facts.show(5);
        Facts<Role> visits = facts.in(Role.VISIT);
        facts.show(3);
        assertThat(facts.in(Role.VISIT)).isSameAs(visits);
        assertThat(ids(visits)).containsExactly("e1");
    }

    @Test
    void whatIsNotShownIsNotThere() {
        Facts<Role> facts = some();
        facts.show(2);
        assertThat(ids(facts)).containsExactly("e0", "e1");
        assertThat(ids(facts.in(Role.CALL))).containsExactly("e0");
        assertThatThrownBy(() -> facts.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        facts.show(0);
        assertThat(facts).isEmpty();
        facts.show(4);
        assertThat(ids(facts)).containsExactly("e0", "e1", "e2", "e3");
    }

    @Test
    void whatIsLetGoIsNotThereAndOthersComeInItsPlace() {
        Facts<Role> facts = some();
        facts.keep(2);
        assertThat(facts).isEmpty();
        facts.show(2);
        facts.append(fact(Role.LETTER, 7));
        assertThat(ids(facts)).containsExactly("e0", "e1", "e7");
        assertThat(facts.any(1).id()).isEqualTo("e1");
    }

    @Test
    void nobodyElsePutsFactsInOrTakesThemOut() {
        Facts<Role> facts = some();
        Fact<Role> first = facts.get(0);
        assertThatThrownBy(() -> facts.add(first)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> facts.set(1, first)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> facts.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(facts::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> facts.iterator().remove()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void afterALongStoryThoseThatFollowAreTold() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            String person = i % 2 == 0 ? "hub" : i % 4 == 1 ? "hub 2" : "p" + i % 700;
            events.add(CallEnded.of(BatchTest.header("e" + i, i), "c" + i, CallDirection.OUTBOUND)
                    .withPersonId(person));
        }
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(
                        Indicators.CONTACT_QUALITY,
                        Counting.of("calls", Subject.PERSON, event -> event instanceof CallEnded),
                        Counting.of("some", Subject.PERSON, event -> event.id().endsWith("7")))
                .groupBy(Dimension.REP)
                .build());
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        EventColumns columns = EventColumns.builder().addAll(events).build();
        assertThat(List.of(
                        events.stream().collect(engine.collector(BatchTest.FROM)),
                        engine.report(columns, BatchTest.FROM)))
                .extracting(KpiReport::toString)
                .containsOnly(ledger.report(BatchTest.FROM).toString());
    }
}
