package io.github.saleskpi.jackson;

import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * How events of an embedder's own type are read from JSON: by their fields, beside those that every event has. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Field<String> site = Field.text("siteId");
 * Field<BigDecimal> distance = Field.decimal("distance");
 * CustomEventType visits = CustomEventType.named("siteVisit").needs(site).mayHave(distance)
 *         .madeBy(fields -> new SiteVisit(fields.header(), fields.need(site), fields.get(distance)));
 * EventReader reader = KpiJackson3.eventReader().withTypes(visits);
 * }</pre>
 *
 * <p>A plug-in gives them as a {@link Source}. They are written by every {@link EventWriter}, from {@link CustomSalesEvent#details()}, whose names are those of the
 * fields. The limits and the errors of fields are those of the built-in types.
 */
public final class CustomEventType {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** How many fields of its own a type may have. */
    static final int MOST_FIELDS = 64;

    private final EventType type;

    private CustomEventType(EventType type) {
        this.type = type;
    }

    /**
     * A type of that name, which must not be built in: lower case first, then letters and digits.
     *
     * @throws IllegalArgumentException if it is no such name
     */
    public static Builder named(String name) {
        if (!NAME.matcher(name).matches() || EventTypes.standard().containsKey(name)) {
            throw new IllegalArgumentException(
                    "event type (" + Printable.of(name)
                            + "): must be a word of letters and digits that is not built in, lower case first. Maybe siteVisit.");
        }
        return new Builder(name, List.of(), List.of());
    }

    String name() {
        return type.name();
    }

    /**
     * Where a plug-in's types of events come from: a public class with a public constructor without arguments, found by
     * {@link #discover} if {@code META-INF/services/io.github.saleskpi.jackson.CustomEventType$Source} names it.
     */
    public interface Source {
        /** The types; their names are not those of others. */
        Collection<CustomEventType> types();
    }

    /**
     * The types of all {@linkplain Source sources} that {@link ServiceLoader} finds with that class loader, by name. For
     * hosts that load plug-ins; nothing else in the library looks for any.
     *
     * @throws IllegalArgumentException if two types have one name, or a source fails; the message names them
     */
    public static List<CustomEventType> discover(ClassLoader plugins) {
        SortedMap<String, CustomEventType> byName = new TreeMap<>();
        try {
            for (Source source : ServiceLoader.load(Source.class, plugins)) {
                for (CustomEventType type : given(source)) {
                    if (byName.put(type.name(), type) != null) {
                        throw registeredTwice(type);
                    }
                }
            }
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new IllegalArgumentException(
                    "plug-in (" + broken.getMessage()
                            + "): must be a source of types of events. Maybe it was built for another release.",
                    broken);
        }
        return List.copyOf(byName.values());
    }

    private static List<CustomEventType> given(Source source) {
        try {
            return List.copyOf(source.types());
        } catch (RuntimeException | LinkageError failed) {
            throw new IllegalArgumentException(
                    "plug-in (" + source.getClass().getName() + ": " + failed
                            + "): must give its types of events. Maybe it was built for another release.",
                    failed);
        }
    }

    private static IllegalArgumentException registeredTwice(CustomEventType type) {
        return new IllegalArgumentException(
                "event type (" + type.name() + "): must be registered once. Maybe two plug-ins have it.");
    }

    /** These types beside others. */
    static Map<String, EventType> beside(Map<String, EventType> others, CustomEventType... own) {
        Map<String, EventType> all = new LinkedHashMap<>(others);
        for (CustomEventType each : own) {
            if (all.putIfAbsent(each.name(), each.type) != null) {
                throw registeredTwice(each);
            }
        }
        return all;
    }

    /**
     * A field of a type, and how its value is read. Immutable and thread-safe; equal to itself only.
     *
     * @param <T> what its values are
     */
    public static final class Field<T> {
        private final String name;
        private final ValueReader<T> reader;

        private Field(String name, ValueReader<T> reader) {
            if (!NAME.matcher(name).matches() || name.equals("type") || EventType.isOfEveryEvent(name)) {
                throw new IllegalArgumentException(
                        "field (" + Printable.of(name)
                                + "): must be a word of letters and digits that not every event has, lower case first. Maybe siteId.");
            }
            this.name = name;
            this.reader = reader;
        }

        /** A text that is not empty, such as an id. */
        public static Field<String> text(String name) {
            return new Field<>(name, EventLine::text);
        }

        /** A decimal, as a text or as a number. */
        public static Field<BigDecimal> decimal(String name) {
            return new Field<>(name, new DecimalReader());
        }

        /** A whole number from 1. */
        public static Field<Integer> count(String name) {
            return new Field<>(name, new CountReader());
        }

        /** True or false. */
        public static Field<Boolean> flag(String name) {
            return new Field<>(name, new FlagReader());
        }

        /** An instant with its offset. */
        public static Field<Instant> instant(String name) {
            return new Field<>(name, new InstantReader());
        }

        /** A length of time in the form of ISO 8601, not negative. */
        public static Field<Duration> duration(String name) {
            return new Field<>(name, new DurationReader());
        }

        /** An amount and its currency. */
        public static Field<BigMoney> money(String name) {
            return new Field<>(name, new MoneyReader());
        }

        /** A list of texts that are not empty. */
        public static Field<List<String>> texts(String name) {
            return new Field<>(name, new ItemsReader<>(EventLine::text));
        }
    }

    /** The values of one line. Valid while the event is made. */
    public static final class Fields {
        private final Values values;
        private final Map<Field<?>, Component<?>> components;

        private Fields(Values values, Map<Field<?>, Component<?>> components) {
            this.values = values;
            this.components = components;
        }

        /** What every event has. */
        public Header header() {
            return values.header(null);
        }

        /** The value of a field that the type needs. */
        public <T> T need(Field<T> field) {
            return Objects.requireNonNull(
                    get(field), () -> field.name + ": must be one that the type needs. Maybe get it.");
        }

        /** The value, or null if it is absent. */
        @SuppressWarnings("unchecked") // the component was made of this field
        public <T> @Nullable T get(Field<T> field) {
            Component<T> component = (Component<T>) components.get(field);
            if (component == null) {
                throw new IllegalStateException(
                        "field (" + field.name + "): the type has none. Maybe name it in needs or mayHave.");
            }
            return values.get(component);
        }
    }

    /** The fields of a type, as they are collected. Immutable and thread-safe. */
    public static final class Builder {
        private final String name;
        private final List<Field<?>> required;
        private final List<Field<?>> optional;

        private Builder(String name, List<Field<?>> required, List<Field<?>> optional) {
            this.name = name;
            this.required = required;
            this.optional = optional;
        }

        /** The same with further fields without which a line is rejected. */
        public Builder needs(Field<?>... fields) {
            return new Builder(name, joined(required, fields), optional);
        }

        /** The same with further fields that may be absent. */
        public Builder mayHave(Field<?>... fields) {
            return new Builder(name, required, joined(optional, fields));
        }

        private static List<Field<?>> joined(List<Field<?>> some, Field<?>... more) {
            List<Field<?>> all = new ArrayList<>(some);
            all.addAll(Arrays.asList(more));
            return List.copyOf(all);
        }

        /**
         * The type, whose events are made so; a pure function. If it throws an IllegalArgumentException, the line is rejected
         * with its message.
         *
         * @throws IllegalArgumentException if two fields have one name, or there are more than 64
         */
        public CustomEventType madeBy(Function<Fields, ? extends CustomSalesEvent> maker) {
            Map<Field<?>, Component<?>> components = new HashMap<>();
            Set<String> names = new HashSet<>();
            for (List<Field<?>> fields : List.of(required, optional)) {
                for (Field<?> field : fields) {
                    if (!names.add(field.name) || names.size() > MOST_FIELDS) {
                        throw new IllegalArgumentException(
                                "field (" + field.name + "): must have a name of its own among at most " + MOST_FIELDS
                                        + ". Maybe it is both needed and optional.");
                    }
                    components.put(field, component(field, names.size() - 1));
                }
            }
            return new CustomEventType(EventType.named(name)
                    .needs(of(required, components))
                    .mayHave(of(optional, components))
                    .madeBy(values -> maker.apply(new Fields(values, components))));
        }

        private static <T> Component<T> component(Field<T> field, int index) {
            return new Component<>(WireComponents.count() + index, field.name, field.reader);
        }

        private static Component<?>[] of(List<Field<?>> fields, Map<Field<?>, Component<?>> components) {
            return fields.stream().map(components::get).toArray(Component<?>[]::new);
        }
    }
}
