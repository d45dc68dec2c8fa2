package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.saleskpi.oracle.DenseHistory;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The laws of columns over histories in which everything ties in with everything, and over all that constructors allow. */
class EventColumnsProperties {
    private static final int FEWEST = 20;
    private static final List<List<SalesEvent>> CASES = cases();
    private static final Map<Detail, Set<String>> COMPONENTS = Map.of(
            Detail.DURATION, Set.of("duration"),
            Detail.COUNT, Set.of("count"),
            Detail.AMOUNT, Set.of("amount"),
            Detail.MESSAGE, Set.of("messageId"),
            Detail.LINKS, Set.of("links"),
            Detail.LINK, Set.of("linkId"),
            Detail.ASSETS, Set.of("assetId", "assetIds"),
            Detail.CALL, Set.of("callId"),
            Detail.ORIGIN_CALL, Set.of("originCallId"),
            Detail.OWNER, Set.of("ownerRepId", "toRepId"));

    private final Map<String, Integer> census = new TreeMap<>();

    @Test
    void whatIsAddedIsGivenBack() {
        forAll((events, columns) -> {
            assertThat(columns).hasSameSizeAs(events);
            for (int row = 0; row < events.size(); row++) {
                SalesEvent event = events.get(row);
                assertThat(columns.get(row)).isEqualTo(event);
                if (!(event instanceof CustomSalesEvent)) {
                    assertThat(columns.get(row)).isNotSameAs(event);
                    note(event);
                    boolean isExample = event.equals(columns.example(columns.shape(row)));
                    census.merge(event.type() + (isExample ? " as the example" : " unlike it"), 1, Integer::sum);
                }
            }
        });
        System.out.println("Events taken apart: " + census);
        assertThat(census.values()).allSatisfy(times -> assertThat(times).isGreaterThanOrEqualTo(FEWEST));
        for (Class<?> type : AnyEvents.TYPES) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (AnyEvents.mayBeMissing(component)) {
                    String name = name(type, component);
                    assertThat(census).containsKeys(name, name + "-");
                }
            }
        }
    }

    @Test
    void columnsShowWhatTheEventsSay() {
        forAll((events, columns) -> {
            for (int row = 0; row < events.size(); row++) {
                SalesEvent event = events.get(row);
                List<@Nullable Object> shown = Arrays.asList(
                        Instant.ofEpochSecond(columns.second(row), columns.nano(row)),
                        Instant.ofEpochSecond(columns.recordedSecond(row), columns.recordedNano(row)),
                        columns.isDayOnly(row),
                        columns.text(columns.id(row)),
                        text(columns, columns.key(row, IdentityKind.PERSON)),
                        text(columns, columns.key(row, IdentityKind.REQUEST)),
                        text(columns, columns.key(row, IdentityKind.OPPORTUNITY)),
                        text(columns, columns.key(row, IdentityKind.REP)),
                        text(columns, columns.message(row)));
                List<@Nullable Object> said = Arrays.asList(
                        event.occurredAt(),
                        event.recordedAt(),
                        event.header().precision() == Header.Precision.DAY,
                        event.id(),
                        event.personId(),
                        event.requestId(),
                        event.opportunityId(),
                        event.actor().repId(),
                        messageOf(event));
                assertThat(shown).isEqualTo(said);
            }
        });
    }

    @Test
    void eachDetailIsReadAloneAsTheEventSaysIt() {
        Map<Detail, Integer> read = new EnumMap<>(Detail.class);
        int[] attributes = {0, 0, 0};
        forAll((events, columns) -> {
            for (int row = 0; row < events.size(); row++) {
                SalesEvent event = events.get(row);
                if (columns.shape(row) == Shapes.NONE) {
                    continue;
                }
                for (Detail detail : Detail.values()) {
                    Object said = said(event, COMPONENTS.get(detail));
                    Object shown = columns.detail(row, detail);
                    assertThat(shown).as("%s of %s", detail, event).isEqualTo(said);
                    read.merge(detail, shown == null || List.of().equals(shown) ? 0 : 1, Integer::sum);
                }
                Map<String, String> own = event.header().attributes();
                for (Map.Entry<String, String> entry : own.entrySet()) {
                    assertThat(columns.attribute(row, entry.getKey())).isEqualTo(entry.getValue());
                    attributes[0]++;
                }
                for (String other : columns.example(columns.shape(row))
                        .header()
                        .attributes()
                        .keySet()) {
                    assertThat(columns.attribute(row, other)).isEqualTo(own.get(other));
                    attributes[2] += own.isEmpty() || own.containsKey(other) ? 0 : 1;
                }
                attributes[1] += own.isEmpty() ? 1 : 0;
            }
        });
        System.out.println(
                "Details read alone: " + read + ", attributes, events without any and names that only the example has "
                        + Arrays.toString(attributes));
        assertThat(read.keySet()).containsExactly(Detail.values());
        assertThat(read.values()).allSatisfy(times -> assertThat(times).isGreaterThanOrEqualTo(FEWEST));
        assertThat(attributes[0]).isGreaterThanOrEqualTo(FEWEST);
        assertThat(attributes[1]).isGreaterThanOrEqualTo(FEWEST);
        assertThat(attributes[2]).isGreaterThanOrEqualTo(FEWEST);
    }

    /** The component of that name, whatever the event's type; null if there is none. */
    private static @Nullable Object said(SalesEvent event, Set<String> names) {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (names.contains(component.getName())) {
                Object value = AnyEvents.valueOf(event, component);
                return component.getName().equals("assetId") ? List.of(String.valueOf(value)) : value;
            }
        }
        return null;
    }

    private static @Nullable String text(EventColumns columns, int number) {
        return number == -1 ? null : columns.text(number);
    }

    private static @Nullable String messageOf(SalesEvent event) {
        if (event instanceof MessageSent sent) {
            return sent.messageId();
        }
        return event instanceof LinkClicked click ? click.messageId() : null;
    }

    @Test
    void noTwoTextsAreEqual() {
        forAll((events, columns) -> {
            Set<String> texts = new HashSet<>();
            for (int number = 0; number < columns.texts(); number++) {
                assertThat(texts.add(columns.text(number))).isTrue();
            }
        });
    }

    @Test
    void eventsHaveOneShapeIfTheyDifferOnlyInWhatHasManyValues() {
        forAll((events, columns) -> {
            Map<List<Object>, Integer> shapes = new HashMap<>();
            for (int row = 0; row < events.size(); row++) {
                SalesEvent event = events.get(row);
                int shape = columns.shape(row);
                if (event instanceof CustomSalesEvent) {
                    assertThat(shape).isEqualTo(-1);
                } else {
                    Integer before = shapes.putIfAbsent(fewValued(event), shape);
                    assertThat(shape).isEqualTo(before == null ? shapes.size() - 1 : before);
                    if (before == null) {
                        assertThat(columns.example(shape)).isEqualTo(event);
                    }
                }
            }
            assertThat(columns.shapes()).isEqualTo(shapes.size());
        });
    }

    /** All that belongs to the shape. */
    private static List<Object> fewValued(SalesEvent event) {
        List<Object> all =
                new ArrayList<>(List.of(event.getClass(), event.header().precision()));
        all.add(event.actor().kind());
        all.add(event.actor().repId() != null);
        all.add(Objects.requireNonNullElse(event.header().channel(), ""));
        all.add(event.header().attributes().isEmpty());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = AnyEvents.valueOf(event, component);
            if (value == null || value instanceof Enum<?> || value instanceof Boolean) {
                all.add(String.valueOf(value));
            } else if (value instanceof Collection<?> many) {
                all.add(many.isEmpty());
            } else if (value instanceof BigMoney money) {
                all.add(money.getCurrencyUnit());
            } else {
                all.add("there");
            }
        }
        if (event instanceof CustomEvent own) {
            all.add(own.name());
        } else if (event instanceof SocialActivity activity) {
            all.add(activity.network());
        } else if (event instanceof TaskCompleted task) {
            all.add(task.kind());
        } else if (event instanceof MessageSent sent) {
            all.add(sent.links().stream().map(Link::kind).collect(Collectors.toSet()));
        }
        return all;
    }

    private void note(SalesEvent event) {
        census.merge(event.type(), 1, Integer::sum);
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = AnyEvents.valueOf(event, component);
            boolean isMissing = value == null || (value instanceof Collection<?> many && many.isEmpty());
            if (AnyEvents.mayBeMissing(component) || value instanceof Collection<?>) {
                census.merge(name(event.getClass(), component) + (isMissing ? "-" : ""), 1, Integer::sum);
            }
        }
        census.merge(event.header().attributes().isEmpty() ? "attributes-" : "attributes", 1, Integer::sum);
        census.merge(event.actor().repId() == null ? "rep-" : "rep", 1, Integer::sum);
    }

    private static String name(Class<?> type, RecordComponent component) {
        return type.getSimpleName() + "." + component.getName();
    }

    private interface Law {
        void holds(List<SalesEvent> events, EventColumns columns);
    }

    private static void forAll(Law law) {
        for (List<SalesEvent> events : CASES) {
            law.holds(events, EventColumns.builder().addAll(events).build());
        }
    }

    /** The last has more events than are packed at a time. */
    private static List<List<SalesEvent>> cases() {
        List<List<SalesEvent>> cases = new ArrayList<>();
        for (long seed = 0; seed < Tries.of(10); seed++) {
            cases.add(new DenseHistory(seed).next(300));
            cases.add(new AnyEvents(seed).next(300));
        }
        cases.add(new AnyEvents(-1).next(5_000));
        return cases;
    }
}
