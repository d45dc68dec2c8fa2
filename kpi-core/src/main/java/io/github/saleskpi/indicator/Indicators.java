package io.github.saleskpi.indicator;

import io.github.saleskpi.event.MeetingHeld;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The built-in definitions. Immutable and thread-safe. */
public final class Indicators {
    /** How long requests wait for the first human response: a median, in seconds. */
    public static final Indicator RESPONSE_TIME = new ResponseTime(ResponseTime.Variant.STANDARD);
    /** How many cold calls lead to an opportunity: a proportion. */
    public static final Indicator CONTACT_QUALITY = new ContactQuality();
    /** How often reps come back to an opportunity before it is decided: a mean. */
    public static final Indicator FOLLOW_UPS = new FollowUps();
    /** How many follow-up e-mails carry a link to content: a proportion. */
    public static final Indicator EMAIL_LINKS = new EmailLinks();
    /** On how many of their working days reps are active on social networks: a ratio. */
    public static final Indicator SOCIAL_USE = new SocialUse(SocialOpportunities.STANDARD);
    /** How much of the catalogue of marketing materials is used: a ratio. */
    public static final Indicator MATERIAL_USE = new MaterialUse();
    /** How many of the decided opportunities were won: a proportion. */
    public static final Indicator WIN_RATE = WinRate.of(WinRate.Variant.STANDARD, "win-rate");

    /** What came in, net of refunds: money; for plans. */
    public static final Indicator REVENUE = new Revenue();
    /** The amount of the opportunities won, as the companion of the win rate: money; for plans. */
    public static final Indicator WON_AMOUNT = Alias.of("won-amount", WIN_RATE.only("won-amount"));

    private static final String STALE = "win-rate/with-stale(";
    private static final String TASK = "activities/task:";
    private static final List<Indicator> STANDARD =
            List.of(RESPONSE_TIME, CONTACT_QUALITY, FOLLOW_UPS, EMAIL_LINKS, SOCIAL_USE, MATERIAL_USE, WIN_RATE);
    private static final List<Indicator> ALL = List.of(
            RESPONSE_TIME,
            new ResponseTime(ResponseTime.Variant.ANSWERED_ONLY),
            new ResponseTime(ResponseTime.Variant.BY_RESPONSE),
            new ResponseTime(ResponseTime.Variant.CONTACT),
            new ResponseTime(ResponseTime.Variant.ANY_ACTOR),
            new ResponseTime(ResponseTime.Variant.FROM_ASSIGNMENT),
            new ResponseTime(ResponseTime.Variant.WORKING_TIME),
            CONTACT_QUALITY,
            FOLLOW_UPS,
            EMAIL_LINKS,
            SOCIAL_USE,
            MATERIAL_USE,
            WIN_RATE,
            WinRate.of(WinRate.Variant.CREATED_COHORT, "win-rate/created-cohort"),
            WinRate.of(WinRate.Variant.FIRST_CLOSE, "win-rate/first-close"),
            WinRate.of(WinRate.Variant.BY_VALUE, "win-rate/by-value"),
            winRateWithStale(90),
            Activities.calls(),
            Activities.messages(),
            Activities.meetings(MeetingHeld.Kind.MEETING),
            Activities.meetings(MeetingHeld.Kind.PRESENTATION),
            REVENUE,
            WON_AMOUNT);

    private Indicators() {}

    /** The seven default definitions. */
    public static List<Indicator> standard() {
        return STANDARD;
    }

    /**
     * All definitions that have a fixed name: the seven, each followed by its variants ({@code with-stale} with 90 days),
     * and those beside the seven, for plans.
     */
    public static List<Indicator> all() {
        return ALL;
    }

    /**
     * The win rate in which an opportunity that is open for more than so many times 24 hours counts as lost.
     *
     * @throws IllegalArgumentException if days is not at least 1
     */
    public static Indicator winRateWithStale(int days) {
        return WinRate.withStale(days);
    }

    /** How many tasks of that kind humans completed: a count; for plans. */
    public static Indicator tasks(String kind) {
        return Activities.tasks(kind);
    }

    /**
     * The use of social networks with another set of networks that an opportunity's opening may come from.
     *
     * @param networks channels, in lower case
     */
    public static Indicator socialUse(Set<String> networks) {
        return new SocialUse(new SocialOpportunities(networks));
    }

    /**
     * The definition of that name: an indicator ({@code win-rate}), a variant ({@code win-rate/first-close},
     * {@code win-rate/with-stale(30)}), or a companion of either ({@code win-rate:won}); a version ({@code @1}) may follow.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Indicator named(String text) {
        return named(text, List.of());
    }

    /**
     * The same among the built-in definitions and those of one's own, such as the {@linkplain #discover discovered} ones.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Indicator named(String text, Collection<? extends Indicator> own) {
        int at = text.lastIndexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        if (name.startsWith(TASK) && name.length() > TASK.length()) {
            return inVersion(text, tasks(name.substring(TASK.length())));
        }
        int colon = name.indexOf(':');
        Indicator whole = inVersion(text, whole(colon < 0 ? name : name.substring(0, colon), own));
        return colon < 0 ? whole : whole.only(name.substring(colon + 1));
    }

    private static Indicator inVersion(String text, Indicator found) {
        int at = text.lastIndexOf('@');
        if (at >= 0
                && !text.substring(at + 1).equals(Integer.toString(found.id().version()))) {
            throw new IllegalArgumentException("indicator (" + text + "): is there in version "
                    + found.id().version() + ". Maybe leave the version out.");
        }
        return found;
    }

    /**
     * Where a plug-in's indicators come from: a public class with a public constructor without arguments, found by
     * {@link #discover} if {@code META-INF/services/io.github.saleskpi.indicator.Indicators$Source} names it.
     */
    public interface Source {
        /** The indicators, each immutable and thread-safe; their ids are not those of others. */
        Collection<Indicator> indicators();
    }

    /**
     * The indicators of all {@linkplain Source sources} that {@link ServiceLoader} finds with that class loader, by id. For
     * hosts that load plug-ins; nothing else in the library looks for any.
     *
     * @throws IllegalArgumentException if two indicators, built-in ones included, have one name, or a source fails; the
     *     message names them
     */
    public static List<Indicator> discover(ClassLoader plugins) {
        SortedMap<String, Indicator> byName = new TreeMap<>();
        Set<String> builtIn = ALL.stream().map(each -> each.id().name()).collect(Collectors.toSet());
        try {
            for (Source source : ServiceLoader.load(Source.class, plugins)) {
                for (Indicator indicator : given(source)) {
                    String name = indicator.id().name();
                    Indicator other = byName.put(name, indicator);
                    if (other != null || builtIn.contains(name) || name.startsWith(TASK) || name.startsWith(STALE)) {
                        throw new IllegalArgumentException("indicator (" + indicator.id() + "): "
                                + (other == null ? "is built in" : "comes from two sources")
                                + ". Maybe a plug-in should name its own after its vendor.");
                    }
                }
            }
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new IllegalArgumentException(
                    "plug-in (" + broken.getMessage()
                            + "): must be a source of indicators. Maybe it was built for another release.",
                    broken);
        }
        return List.copyOf(byName.values());
    }

    private static List<Indicator> given(Source source) {
        try {
            return List.copyOf(source.indicators());
        } catch (RuntimeException | LinkageError failed) {
            throw new IllegalArgumentException(
                    "plug-in (" + source.getClass().getName() + ": " + failed
                            + "): must give its indicators. Maybe it was built for another release.",
                    failed);
        }
    }

    private static Indicator whole(String name, Collection<? extends Indicator> own) {
        List<Indicator> all = new ArrayList<>(ALL);
        all.addAll(own);
        for (Indicator indicator : all) {
            if (indicator.id().name().equals(name)) {
                return indicator;
            }
        }
        if (name.startsWith(STALE) && name.matches(".*\\([0-9]{1,5}\\)")) {
            return winRateWithStale(Integer.parseInt(name.substring(STALE.length(), name.length() - 1)));
        }
        throw new IllegalArgumentException("indicator (" + name + "): there is none. Maybe one of "
                + all.stream().map(i -> i.id().name()).collect(Collectors.joining(", ")) + ".");
    }
}
