package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventColumnsTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private record Visit(Header header, String personId, String requestId) implements CustomSalesEvent {
        @Override
        public String type() {
            return "visit";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("personId", personId, "requestId", requestId);
        }

        @Override
        public String requestId() {
            if (requestId.equals("?")) {
                throw new IllegalStateException("no request");
            }
            return requestId;
        }
    }

    private static EventColumns columns(SalesEvent... events) {
        return EventColumns.builder().addAll(List.of(events)).build();
    }

    private static Header header(String id) {
        return Header.of(id, NOON).withRep("r1");
    }

    @Test
    void withoutEventsItIsAnEmptyList() {
        EventColumns none = columns();
        assertThat(none).isEmpty();
        assertThat(none.texts()).isZero();
        assertThat(none.shapes()).isZero();
        assertThatThrownBy(() -> none.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void itIsAListInTheOrderOfAddingWithWhatCameTwiceTwice() {
        SalesEvent call = CallEnded.of(header("e1"), "c1", CallDirection.OUTBOUND);
        SalesEvent task = new TaskCompleted(header("e2"), "t1", "call");
        EventColumns columns = columns(task, call, task);
        assertThat(columns).isInstanceOf(RandomAccess.class).containsExactly(task, call, task);
        assertThat(columns.equals(List.of(task, call, task))).isTrue();
        assertThat(columns.hashCode()).isEqualTo(List.of(task, call, task).hashCode());
        assertThat(columns.subList(1, 3)).containsExactly(call, task);
        assertThat(columns.parallelStream().toList()).containsExactly(task, call, task);
    }

    @Test
    void noEventIsOutsideTheList() {
        EventColumns columns = columns(CustomEvent.of(header("e1"), "demo"), CustomEvent.of(header("e2"), "demo"));
        assertThatThrownBy(() -> columns.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> columns.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theListCannotBeChanged() {
        SalesEvent event = CustomEvent.of(header("e1"), "demo");
        EventColumns columns = columns(event);
        assertThatThrownBy(() -> columns.add(event)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> columns.set(0, event)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> columns.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(columns::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBuilderThatGoesOnLeavesWhatItBuiltAlone() {
        List<SalesEvent> history = new DenseHistory(7).next(400);
        EventColumns.Builder builder =
                EventColumns.builder().addAll(history.subList(0, 100)).add(history.get(100));
        assertThat(builder.size()).isEqualTo(101);
        EventColumns first = builder.build();
        assertThat(builder.size()).isZero();
        EventColumns second = builder.addAll(history.subList(101, 400)).build();
        assertThat(first).isEqualTo(history.subList(0, 101));
        assertThat(second).isEqualTo(history.subList(101, 400));
    }

    @Test
    void anEventOfAnEmbeddersOwnTypeIsKeptAsItIsAndHasNoShape() {
        SalesEvent task = new TaskCompleted(header("e1"), "t1", "call");
        Visit visit = new Visit(header("e2"), "p1", "e1");
        Visit other = new Visit(Header.of("e3", NOON), "p1", "q2");
        EventColumns columns = columns(visit, task, other);
        assertThat(columns.get(0)).isSameAs(visit);
        assertThat(columns.get(1)).isEqualTo(task);
        assertThat(columns.get(2)).isSameAs(other);
        assertThat(columns.shape(0)).isEqualTo(-1);
        assertThat(columns.shape(2)).isEqualTo(-1);
        assertThat(columns.key(2, IdentityKind.PERSON)).isEqualTo(columns.key(0, IdentityKind.PERSON));
        assertThat(columns.key(0, IdentityKind.REQUEST)).isEqualTo(columns.id(1));
        assertThat(columns.key(2, IdentityKind.REP)).isEqualTo(-1);
    }

    @Test
    void anEventThatFailsWhileItIsTakenApartLeavesNothingBehind() {
        SalesEvent before = new Visit(header("e1"), "p1", "q1");
        SalesEvent after = new TaskCompleted(header("e3"), "t1", "call");
        EventColumns.Builder builder = EventColumns.builder().add(before);
        assertThatThrownBy(() -> builder.add(new Visit(header("e2"), "p1", "?")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(builder.size()).isEqualTo(1);
        assertThat(builder.add(after).build()).containsExactly(before, after);
    }

    @Test
    void eachTypeOfTheWireFormatHasAShape() {
        for (Class<?> type : AnyEvents.TYPES) {
            assertThat(columns(new AnyEvents(1).any(type)).shape(0))
                    .as(type.toString())
                    .isZero();
        }
    }

    @Test
    void idsAndAmountsAndLengthsAreNoPartOfTheShape() {
        MessageSent sent = MessageSent.of(header("e1"), "m1").withAssetIds(List.of("a"));
        EventColumns columns = columns(
                sent,
                MessageSent.of(Header.of("e2", NOON.plusSeconds(1)).withRep("r2"), "m2")
                        .withAssetIds(List.of("a", "b")),
                sent.withAssetIds(List.of()));
        assertThat(columns.shape(1)).isEqualTo(columns.shape(0));
        assertThat(columns.shape(2)).isNotEqualTo(columns.shape(0));
    }

    @Test
    void eventsOfFurtherShapesThanThereMayBeHaveNoneAndAreKept() {
        int most = (1 << 16) - 1;
        EventColumns.Builder builder = EventColumns.builder();
        for (int i = 0; i < most; i++) {
            builder.add(CustomEvent.of(header("e"), "name" + i));
        }
        MessageSent further = MessageSent.of(header("e"), "m");
        SalesEvent known = CustomEvent.of(header("x"), "name" + (most - 1));
        EventColumns columns = builder.add(further).add(known).add(further).build();
        assertThat(columns.shapes()).isEqualTo(most);
        assertThat(columns.shape(most - 1)).isEqualTo(most - 1);
        assertThat(columns.shape(most)).isEqualTo(-1);
        assertThat(columns.text(columns.message(most))).isEqualTo("m");
        assertThat(columns.shape(most + 1)).isEqualTo(most - 1);
        assertThat(columns.subList(most, most + 3)).containsExactly(further, known, further);
        assertThat(columns.get(most - 2)).isEqualTo(CustomEvent.of(header("e"), "name" + (most - 2)));
    }

    @Test
    void shapesOfOneHashAreToldApartAndTooManyOfThemAreNone() {
        int crowd = 512;
        EventColumns.Builder builder = EventColumns.builder();
        for (int i = 0; i < 1 << 12; i++) {
            builder.add(CustomEvent.of(header("e"), OneHash.text(i % (1 << 11), 11)));
        }
        EventColumns columns = builder.build();
        assertThat(columns.shapes()).isEqualTo(crowd);
        for (int i = 0; i < 1 << 12; i++) {
            int name = i % (1 << 11);
            assertThat(columns.shape(i)).isEqualTo(name < crowd ? name : -1);
            assertThat(columns.get(i)).isEqualTo(CustomEvent.of(header("e"), OneHash.text(name, 11)));
        }
    }

    @Test
    void shapesOfWhichASecondWordHasOneHashAreToldApart() {
        List<SalesEvent> events = IntStream.range(0, 8)
                .mapToObj(number -> (SalesEvent) SocialActivity.of(
                        header("e").withChannel("x"), OneHash.text(number, 3), SocialActivity.Kind.POST))
                .toList();
        EventColumns columns = EventColumns.builder().addAll(events).build();
        assertThat(columns.shapes()).isEqualTo(8);
        assertThat(columns).isEqualTo(events);
    }

    @Test
    void textsOfOneHashAreToldApart() {
        List<SalesEvent> events = IntStream.range(0, 1 << 13)
                .mapToObj(number -> (SalesEvent) CustomEvent.of(header(OneHash.text(number, 13)), "demo"))
                .toList();
        EventColumns columns = EventColumns.builder().addAll(events).build();
        assertThat(columns).isEqualTo(events);
        assertThat(columns.texts()).isEqualTo(events.size() + 1);
    }

    @Test
    void aTextAcrossThePiecesOfThePoolIsWhole() {
        List<SalesEvent> events = new ArrayList<>();
        for (int length : new int[] {1, 65_534, 65_536, 65_537, 200_001, 3}) {
            events.add(CustomEvent.of(header("x".repeat(length)), "demo").withSubjectId("\u0416".repeat(length)));
        }
        assertThat(EventColumns.builder().addAll(events).build()).isEqualTo(events);
    }

    @Test
    void aRepIsOneTextHoweverOftenItIsAskedFor() {
        EventColumns columns = columns(CustomEvent.of(header("e1"), "demo"), CustomEvent.of(header("e2"), "demo"));
        int rep = columns.key(1, IdentityKind.REP);
        assertThat(rep).isEqualTo(columns.key(0, IdentityKind.REP));
        assertThat(columns.text(rep)).isSameAs(columns.text(rep)).isEqualTo("r1");
    }

    @Test
    void aClickIsLookedForAmongTheLinksOfItsOwnMessage() {
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Header sent = header("s" + i).withChannel("email");
            events.add(MessageSent.of(sent, "m" + i).withFollowUp(true).withLinks(List.of(Link.content("l" + i))));
        }
        Header clicked = Header.of("c", NOON.plusSeconds(60));
        events.add(LinkClicked.of(clicked, "m2", "l2"));
        KpiEngine engine = KpiEngine.of(
                KpiQuery.builder().indicators(Indicators.EMAIL_LINKS).build());
        KpiReport report = engine.report(EventColumns.builder().addAll(events).build(), BatchTest.FROM);
        assertThat(report.value(Indicators.EMAIL_LINKS, "clicks", Scope.company(), Period.month(2026, 3)))
                .isEqualTo(KpiValue.count(1));
        assertThat(report.toString())
                .isEqualTo(events.stream()
                        .collect(engine.collector(BatchTest.FROM))
                        .toString());
    }
}
