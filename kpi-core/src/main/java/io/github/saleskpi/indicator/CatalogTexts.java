package io.github.saleskpi.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names and descriptions by key: {@code win-rate}, {@code win-rate.about}, {@code win-rate.won}, {@code win-rate.won.about}
 * and {@code rule.still-open}. What differs by a number or kind at its end stands under {@code *}, for which the text has
 * {@code {0}}; companions of a variant under those of its base. Immutable.
 */
final class CatalogTexts {
    private static final String ABOUT = ".about";
    private static final Pattern OPEN_END = Pattern.compile("(.*(?:/|task:|\\())([^/:()]+)(\\)?)");

    private static final Set<String> OF_RULES = Stream.concat(
                    Indicators.all().stream().flatMap(indicator -> indicator.rules().stream()),
                    Draft.ownRules().stream())
            .map(Rule::text)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> own;
    private final Properties texts;

    private CatalogTexts(Map<String, String> own, Properties texts) {
        this.own = own;
        this.texts = texts;
    }

    static CatalogTexts in(Locale language, Map<String, String> own) {
        return new CatalogTexts(Map.copyOf(own), load(language.getLanguage().equals("bg") ? "bg" : "en"));
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try (InputStream in = CatalogTexts.class.getResourceAsStream("catalog_" + language + ".properties")) {
            texts.load(new InputStreamReader(
                    Objects.requireNonNull(in, "catalog_" + language + ".properties"), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return texts;
    }

    String name(IndicatorId id) {
        String companion = id.companion();
        String found = companion == null ? find(id.name(), "") : find(id.name(), companion, "");
        return found != null ? found : words(companion == null ? id.name() : companion);
    }

    String description(IndicatorId id, Figure primary) {
        String companion = id.companion();
        String found = companion == null ? find(id.name(), ABOUT) : find(id.name(), companion, ABOUT);
        return found != null ? found : primary.text();
    }

    String name(IndicatorId of, Figure figure) {
        String found = find(of.name(), figure.name(), "");
        return found != null ? found : words(figure.name());
    }

    String description(IndicatorId of, String companion, Figure figure) {
        String found = find(of.name(), companion, ABOUT);
        return found != null ? found : figure.text();
    }

    /** Of one's own rule that has the name of one of the library's, and another text, that text stands. */
    Rule rule(Rule rule) {
        String key = "rule." + rule.name();
        boolean isOfLibrary = rule.text().isEmpty() || OF_RULES.contains(rule.text());
        String found = isOfLibrary ? text(key) : own.get(key);
        return found != null ? new Rule(rule.name(), found) : rule;
    }

    /** That of a companion: its own, or that of the definition of which this is a variant. */
    private @Nullable String find(String name, String companion, String end) {
        int slash = name.indexOf('/');
        String own = find(name + "." + companion, end);
        return own != null || slash < 0 ? own : find(name.substring(0, slash) + "." + companion, end);
    }

    private @Nullable String find(String key, String end) {
        String exact = text(key + end);
        if (exact != null) {
            return exact;
        }
        Matcher open = OPEN_END.matcher(key);
        String pattern = open.matches() ? text(open.group(1) + "*" + open.group(3) + end) : null;
        return pattern == null ? null : pattern.replace("{0}", open.group(2));
    }

    private @Nullable String text(String key) {
        String known = own.get(key);
        return known != null ? known : texts.getProperty(key);
    }

    /** Such as {@code Demo rate} of {@code demo-rate}. */
    private static String words(String id) {
        String spaced = id.replace('-', ' ').replace("/", ": ");
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
