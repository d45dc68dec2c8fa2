package io.github.saleskpi.engine;

import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Chance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Events of all types with whatever their constructors allow, by looking at the components of the records. */
final class AnyEvents {
    static final List<Class<?>> TYPES = Arrays.stream(SalesEvent.class.getPermittedSubclasses())
            .filter(type -> type != CustomSalesEvent.class)
            .toList();

    private static final List<String> PIECES = List.of(
            "a", "Aa", "BB", "7", "\u0000", "\u00ff", "\u0100", "\u0130", "\uffff", "\ud83d\ude00", "\ud800", "\udc00");
    private static final List<String> WORDS = List.of("call", "chat", "\u00dcbung", "\u0416", "\ud800");
    private static final List<Instant> BOUNDS = List.of(
            Instant.parse("1678-01-01T00:00:00Z"),
            Instant.EPOCH,
            Instant.EPOCH.minusNanos(1),
            Instant.parse("2261-12-31T23:59:59.999999999Z"));
    private static final List<BigInteger> DIGITS = List.of(
            BigInteger.ZERO,
            BigInteger.valueOf(1_250),
            BigInteger.valueOf(Long.MAX_VALUE),
            BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE),
            BigInteger.TEN.pow(38).subtract(BigInteger.ONE));

    private final Chance chance;

    AnyEvents(long seed) {
        chance = new Chance(seed);
    }

    List<SalesEvent> next(int events) {
        List<SalesEvent> all = new ArrayList<>();
        while (all.size() < events) {
            boolean isNew = all.isEmpty() || chance.percent(40);
            all.add(isNew ? any(chance.of(TYPES)) : chance.percent(10) ? chance.of(all) : like(chance.of(all)));
        }
        return all;
    }

    /** One of that type. */
    SalesEvent any(Class<?> type) {
        return allowed(type, null);
    }

    /** One with the same words and the same components missing, and others of the rest: most often of the same shape. */
    private SalesEvent like(SalesEvent event) {
        return allowed(event.getClass(), event);
    }

    private SalesEvent allowed(Class<?> type, @Nullable Object like) {
        for (int tries = 0; tries < 1_000; tries++) {
            try {
                return (SalesEvent) record(type, like);
            } catch (InvocationTargetException refused) {
                if (!(refused.getCause() instanceof IllegalArgumentException)) {
                    throw new IllegalStateException(refused);
                }
            }
        }
        throw new IllegalStateException(type + ": nothing that it allows was drawn");
    }

    private Object record(Class<?> type, @Nullable Object like) throws InvocationTargetException {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = like == null ? fresh(components[i]) : similar(components[i], like);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private @Nullable Object fresh(RecordComponent component) throws InvocationTargetException {
        return mayBeMissing(component) && chance.percent(50) ? null : value(component.getGenericType());
    }

    private @Nullable Object similar(RecordComponent component, Object like) throws InvocationTargetException {
        Object value = valueOf(like, component);
        if (value == null || value instanceof Enum<?> || value instanceof Boolean || chance.percent(30)) {
            return value;
        }
        return value instanceof Record ? record(value.getClass(), value) : value(component.getGenericType());
    }

    static @Nullable Object valueOf(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static boolean mayBeMissing(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Object value(Type type) throws InvocationTargetException {
        if (type instanceof ParameterizedType many) {
            return many.getRawType() == List.class ? list(many.getActualTypeArguments()[0]) : attributes();
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text();
        } else if (plain == Instant.class) {
            return instant();
        } else if (plain == Duration.class) {
            return Duration.ofSeconds(chance.of(0L, 1L, 3_600L, 7_000_000_000L), chance.of(0L, 0L, 1L, 999_999_999L));
        } else if (plain == BigDecimal.class) {
            return decimal();
        } else if (plain == BigMoney.class) {
            return BigMoney.of(CurrencyUnit.of(chance.of("EUR", "JPY", "BHD")), decimal());
        } else if (plain == int.class) {
            return chance.of(1, 2, 300, Integer.MAX_VALUE);
        } else if (plain == boolean.class) {
            return chance.percent(50);
        }
        return plain.isEnum() ? chance.of(plain.getEnumConstants()) : record(plain, null);
    }

    private List<Object> list(Type of) throws InvocationTargetException {
        List<Object> list = new ArrayList<>();
        for (int left = chance.of(0, 0, 1, 2, 200); left > 0; left--) {
            list.add(of == Link.class ? record(Link.class, null) : text());
        }
        return list;
    }

    private SortedMap<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int left = chance.of(0, 0, 1, 3); left > 0; left--) {
            attributes.put(chance.of("", text()), chance.of("", text()));
        }
        return attributes;
    }

    private Instant instant() {
        return chance.percent(20)
                ? chance.of(BOUNDS)
                : Instant.ofEpochSecond(1_700_000_000L + chance.below(30_000_000), chance.of(0L, 0L, 1L, 999_999_999L));
    }

    private BigDecimal decimal() {
        BigDecimal drawn = new BigDecimal(chance.of(DIGITS), chance.of(-18, -2, 0, 1, 2, 18));
        return chance.percent(50) ? drawn : drawn.negate();
    }

    private String text() {
        if (chance.percent(60)) {
            return chance.of(WORDS);
        }
        StringBuilder text = new StringBuilder();
        for (int left = chance.percent(1) ? chance.of(500, 30_000) : chance.below(5); left >= 0; left--) {
            text.append(chance.of(PIECES));
        }
        return text.toString();
    }
}
