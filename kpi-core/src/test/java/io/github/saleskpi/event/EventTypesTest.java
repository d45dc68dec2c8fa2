package io.github.saleskpi.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each of the event types: all of their components, read by reflection. */
class EventTypesTest {
    /** The components of each type as its page names them; a question mark is optional. */
    private static final Map<Class<? extends SalesEvent>, String> PAGE = new LinkedHashMap<>();

    static {
        PAGE.put(RequestReceived.class, "requestId personId? ownerRepId? duplicateOf?");
        PAGE.put(RequestClosed.class, "requestId reason");
        PAGE.put(OwnerChanged.class, "requestId? opportunityId? toRepId?");
        PAGE.put(MessageSent.class, "messageId personId? requestId? opportunityId? links assetIds visible followUp");
        PAGE.put(MessageReceived.class, "messageId personId? requestId? opportunityId? autoReply");
        PAGE.put(CallEnded.class, "callId direction personId? requestId? opportunityId? duration? outcome rawOutcome?");
        PAGE.put(MeetingHeld.class, "meetingId kind personId? requestId? opportunityId?");
        PAGE.put(LinkClicked.class, "messageId linkId personId? verdict");
        PAGE.put(SocialActivity.class, "network kind count");
        PAGE.put(AssetPublished.class, "assetId");
        PAGE.put(AssetRetired.class, "assetId");
        PAGE.put(AssetUsed.class, "assetId use personId? opportunityId?");
        PAGE.put(OpportunityOpened.class, "opportunityId personId? requestId? ownerRepId? originCallId? amount?");
        PAGE.put(OpportunityMoved.class, "opportunityId status stage? amount? reason?");
        PAGE.put(PaymentReceived.class, "paymentId opportunityId? amount");
        PAGE.put(TaskCompleted.class, "taskId kind");
        PAGE.put(EventRetracted.class, "targetId reason?");
        PAGE.put(IdentityMerged.class, "kind fromId intoId");
        PAGE.put(CustomEvent.class, "name subjectId? quantity?");
    }

    private static final Set<String> HEADER_COMPONENTS =
            Set.of("id", "occurredAt", "precision", "recordedAt", "actor", "channel", "attributes");

    private static final Header HEADER = Header.of("e1", Instant.parse("2026-03-02T12:00:00Z"))
            .withRep("r1")
            .withChannel("web")
            .withAttribute("region", "north");

    static Stream<Class<? extends SalesEvent>> types() {
        return PAGE.keySet().stream();
    }

    @Test
    void thePageNamesAllTypes() {
        Set<Class<?>> known = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        known.addAll(PAGE.keySet());
        known.add(CustomSalesEvent.class);
        assertThat(SalesEvent.class.getPermittedSubclasses()).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeHasTheComponentsOfItsPage(Class<? extends SalesEvent> type) {
        assertThat(names(type)).containsExactlyElementsOf(paged(type).keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTypeIsTheNameOfTheRecordWithASmallFirstLetter(Class<? extends SalesEvent> type) {
        String name = type.getSimpleName();
        assertThat(full(type).type()).isEqualTo(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    @ParameterizedTest
    @MethodSource("types")
    void noComponentIsMissingFromTheComponents(Class<? extends SalesEvent> type) {
        SalesEvent event = full(type);
        Map<String, Object> expected = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = read(event, component);
            if (value != null && !component.getName().equals("header")) {
                expected.put(component.getName(), value);
            }
        }
        for (RecordComponent component : Header.class.getRecordComponents()) {
            expected.put(component.getName(), read(HEADER, component));
        }
        assertThat(expected.keySet()).containsAll(HEADER_COMPONENTS);
        assertThat(event.components()).isEqualTo(expected);
        assertThat(event.components().comparator()).isNull();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsAbsentIsLeftOutOfTheComponents(Class<? extends SalesEvent> type) {
        Set<String> expected = new TreeSet<>(HEADER_COMPONENTS);
        expected.addAll(required(type));
        expected.addAll(type == OwnerChanged.class ? List.of("requestId") : List.of());
        assertThat(least(type).components().keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEmptyTextIsRejected(Class<? extends SalesEvent> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == String.class) {
                boolean optional = Boolean.TRUE.equals(paged(type).get(component.getName()));
                assertThatThrownBy(() -> with(full(type), component.getName(), ""))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(component.getName() + " (): must not be empty. Maybe "
                                + (optional ? "leave it out." : "the source has no value; leave the event out."));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aStepChangesItsOwnComponentAndNoOther(Class<? extends SalesEvent> type) throws ReflectiveOperationException {
        for (Method method : type.getMethods()) {
            if (method.getName().startsWith("with") && method.getReturnType() == type) {
                String changed = Character.toLowerCase(method.getName().charAt(4))
                        + method.getName().substring(5);
                SalesEvent event = full(type);
                Object other = other(method.getParameterTypes()[0], changed);
                assertThat(method.invoke(event, other)).isEqualTo(with(event, changed, other));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyOptionalComponentHasAStep(Class<? extends SalesEvent> type) {
        List<String> steps =
                Arrays.stream(type.getMethods()).map(Method::getName).toList();
        paged(type).forEach((name, optional) -> {
            if (optional && type != OwnerChanged.class) {
                assertThat(steps).contains("with" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void referencesAreAskedOfAnyEvent(Class<? extends SalesEvent> type) {
        SalesEvent event = full(type);
        assertThat(event.id()).isEqualTo("e1");
        assertThat(event.actor()).isEqualTo(Actor.rep("r1"));
        assertThat(event.occurredAt()).isEqualTo(HEADER.occurredAt());
        assertThat(event.recordedAt()).isEqualTo(HEADER.recordedAt());
        assertThat(event.personId()).isEqualTo(event.components().get("personId"));
        assertThat(event.requestId()).isEqualTo(event.components().get("requestId"));
        assertThat(event.opportunityId()).isEqualTo(event.components().get("opportunityId"));
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("header"))
                .toList();
    }

    /** The names of the page, each with whether it is optional. */
    private static Map<String, Boolean> paged(Class<? extends SalesEvent> type) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        for (String word : PAGE.get(type).split(" ", -1)) {
            names.put(word.replace("?", ""), word.endsWith("?"));
        }
        return names;
    }

    private static List<String> required(Class<? extends SalesEvent> type) {
        return paged(type).entrySet().stream()
                .filter(e -> !e.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An event with all of its components, but of the two of an owner change only one. */
    private static SalesEvent full(Class<? extends SalesEvent> type) {
        return made(type, name -> type != OwnerChanged.class || !name.equals("opportunityId"));
    }

    private static SalesEvent least(Class<? extends SalesEvent> type) {
        return made(
                type,
                name -> required(type).contains(name) || (type == OwnerChanged.class && name.equals("requestId")));
    }

    private static SalesEvent made(Class<? extends SalesEvent> type, Predicate<String> wanted) {
        return make(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(c -> c.getName().equals("header")
                                ? HEADER
                                : wanted.test(c.getName()) ? value(c.getType(), c.getName(), 0) : null)
                        .toArray());
    }

    private static Object other(Class<?> type, String name) {
        return value(type, name, 1);
    }

    private static Object value(Class<?> type, String name, int variant) {
        if (type.isEnum()) {
            return type.getEnumConstants()[variant];
        }
        return switch (type.getSimpleName()) {
            case "String" -> name + variant;
            case "Duration" -> Duration.ofMinutes(1 + variant);
            case "BigMoney" -> BigMoney.parse("EUR 1" + variant);
            case "BigDecimal" -> BigDecimal.valueOf(1 + variant);
            case "int" -> 2 + variant;
            case "boolean" -> variant == 0;
            case "List" -> name.equals("links") ? List.of(Link.content("l" + variant)) : List.of("a" + variant);
            default -> throw new AssertionError("A new type of component: " + type);
        };
    }

    private static SalesEvent with(SalesEvent event, String component, Object value) {
        return make(
                event.getClass(),
                Arrays.stream(event.getClass().getRecordComponents())
                        .map(c -> c.getName().equals(component) ? value : read(event, c))
                        .toArray());
    }

    private static Object read(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Through the canonical constructor; what it throws is thrown. */
    private static SalesEvent make(Class<? extends SalesEvent> type, Object... values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new LinkageError(e.getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
