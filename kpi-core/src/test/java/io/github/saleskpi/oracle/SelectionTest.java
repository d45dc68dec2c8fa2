package io.github.saleskpi.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle's own choice of the events in force, by examples that were worked out from the specification by hand. */
class SelectionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Viewpoint NOW = Viewpoint.asOf(NOON.plusSeconds(60));

    private static Header header(String id, int seconds) {
        return Header.of(id, NOON.plusSeconds(seconds));
    }

    private static CustomEvent demo(Header header) {
        return CustomEvent.of(header, "demo");
    }

    private static List<SalesEvent> inForce(Viewpoint view, SalesEvent... versions) {
        return Selection.of(List.of(versions), view).facts();
    }

    @Test
    void bothBoundariesAreInclusive() {
        CustomEvent event = demo(header("e1", 0).withRecordedAt(NOON.plusSeconds(9)));
        assertThat(inForce(new Viewpoint(NOON, NOON.plusSeconds(9)), event)).containsExactly(event);
        assertThat(inForce(new Viewpoint(NOON.minusNanos(1), Instant.MAX), event))
                .isEmpty();
        assertThat(inForce(new Viewpoint(NOON, NOON.plusSeconds(9).minusNanos(1)), event))
                .isEmpty();
    }

    @Test
    void theVersionRecordedLastStandsThenTheOneThatOccurredLast() {
        CustomEvent first = demo(header("e1", 5).withRecordedAt(NOON.plusSeconds(5)));
        CustomEvent recordedLater = demo(header("e1", 1).withRecordedAt(NOON.plusSeconds(6)));
        CustomEvent occurredLater = demo(header("e1", 7).withRecordedAt(NOON.plusSeconds(5)));
        assertThat(inForce(NOW, recordedLater, first)).containsExactly(recordedLater);
        assertThat(inForce(NOW, occurredLater, first)).containsExactly(occurredLater);
    }

    @Test
    void versionsOfTheSameInstantsAreToldApartByTheirComponents() {
        CustomEvent nine = demo(header("e1", 0)).withQuantity(new BigDecimal("9"));
        CustomEvent ten = demo(header("e1", 0)).withQuantity(BigDecimal.TEN);
        CustomEvent none = demo(header("e1", 0)).withSubjectId("s");
        assertThat(inForce(NOW, ten, nine)).containsExactly(ten);
        assertThat(inForce(NOW, ten, none))
                .as("quantity comes before subjectId, and absent before present")
                .containsExactly(ten);
        assertThat(Selection.of(List.of(nine, ten, nine), NOW).conflicts()).isEqualTo(1);
        assertThat(Selection.of(List.of(nine, nine), NOW).conflicts()).isZero();
    }

    @Test
    void aRetractionHoldsOnceRecordedWhateverAsOfIsAndCannotBeRetracted() {
        CustomEvent event = demo(header("e1", 0));
        EventRetracted retraction = EventRetracted.of(header("x1", 900).withRecordedAt(NOON.plusSeconds(5)), "e1");
        EventRetracted second = EventRetracted.of(header("x2", 0), "x1");
        assertThat(inForce(NOW, retraction, event, second)).isEmpty();
        assertThat(inForce(NOW.withKnownAt(NOON.plusSeconds(4)), retraction, event))
                .containsExactly(event);
    }

    @Test
    void mergesApplyInTheOrderInWhichTheyOccurred() {
        IdentityMerged there = new IdentityMerged(header("m2", 1), IdentityKind.PERSON, "a", "b");
        IdentityMerged back = new IdentityMerged(header("m1", 2), IdentityKind.PERSON, "b", "a");
        IdentityMerged more = new IdentityMerged(header("m3", 900), IdentityKind.PERSON, "a", "c");
        Roots roots = Selection.of(List.of(more, back, there), NOW).roots();
        assertThat(roots.of(IdentityKind.PERSON, "a")).isEqualTo("c");
        assertThat(roots.of(IdentityKind.PERSON, "b")).isEqualTo("c");
        assertThat(roots.of(IdentityKind.REQUEST, "b")).isEqualTo("b");
        assertThat(Selection.of(List.of(back, there), NOW).roots().of(IdentityKind.PERSON, "a"))
                .isEqualTo("b");
        assertThat(Selection.of(List.of(there, more, EventRetracted.of(header("x", 0), "m2")), NOW)
                        .roots()
                        .of(IdentityKind.PERSON, "b"))
                .isEqualTo("b");
    }
}
