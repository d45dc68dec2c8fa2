package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.saleskpi.cli.WorkedExamples.Claim;
import io.github.saleskpi.cli.WorkedExamples.Example;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of definitions: its examples run, and nothing of the definitions is missing from it. */
class DefinitionsTest {
    private static final Path ROOT = Path.of("..");
    private static final String SOURCES = Path.of("src", "test", "java").toString();
    private static final String FOR_PLANS = "For plans";

    @TempDir
    private Path folder;

    private static String page() {
        return text(ROOT.resolve("docs/definitions.md"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleGivesWhatItsTablesSay() {
        return WorkedExamples.of(page()).stream()
                .map(example -> dynamicTest(
                        example.section() + ": " + example.command(),
                        () -> assertThat(said(example)).isEqualTo(lines(example.claims()))));
    }

    /** The rows of the example with the values that the report gives. */
    private List<String> said(Example example) throws IOException {
        List<String> words = new ArrayList<>(List.of("report"));
        for (String word : example.command().split(" ", -1)) {
            String file = example.files().get(word);
            words.add(
                    file == null
                            ? word
                            : Files.writeString(folder.resolve(word), file).toString());
        }
        words.addAll(List.of("--format", "json", "--strict"));
        Ran ran = Ran.kpi(words.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        Reading reading = new Reading(ran.json());
        return lines(example.claims().stream()
                .map(claim -> new Claim(
                        claim.scope(),
                        claim.period(),
                        claim.figure(),
                        reading.of(claim.scope(), claim.period(), claim.figure())))
                .toList());
    }

    private static List<String> lines(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.scope() + ", " + claim.period() + ", " + claim.figure() + ": " + claim.value())
                .toList();
    }

    static Stream<Named<Indicator>> all() {
        return Indicators.all().stream()
                .map(indicator -> Named.of(indicator.id().toString(), indicator));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDefinitionIsTheSubjectOfASectionAndOfAnExampleInIt(Indicator indicator) {
        String name = indicator.id().name();
        String start = "`" + name;
        assertThat(section(indicator)).contains(start + "`");
        assertThat(WorkedExamples.of(page()))
                .filteredOn(example -> example.section().equals(titleOf(indicator)))
                .flatMap(Example::claims)
                .extracting(Claim::figure)
                .anyMatch(figure -> figure.startsWith(start + "`") || figure.startsWith(start + ":"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCompanionIsMentionedInTheSectionOfItsDefinition(Indicator indicator) {
        String section = section(indicator);
        assertThat(indicator.companions())
                .extracting(Figure::name)
                .allSatisfy(name -> assertThat(section).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRuleThatLeavesOutIsMentionedInTheSectionOfItsDefinition(Indicator indicator) {
        // what is named again for plans is explained where it is defined
        String section = titleOf(indicator).equals(FOR_PLANS) ? page() : section(indicator);
        assertThat(indicator.rules())
                .extracting(Rule::name)
                .allSatisfy(name -> assertThat(section).contains("`" + name + "`"));
    }

    /** The heading of a section begins with the words of the definition's name, or is that of those for plans. */
    private static String titleOf(Indicator indicator) {
        String base = indicator.id().name().split("/", 2)[0];
        return headings().stream()
                .filter(heading -> heading.endsWith("`" + base + "`"))
                .findFirst()
                .orElse(FOR_PLANS);
    }

    private static String section(Indicator indicator) {
        String start = "\n## " + titleOf(indicator) + "\n";
        String page = page();
        int from = page.indexOf(start);
        assertThat(from).as(start).isPositive();
        int to = page.indexOf("\n## ", from + start.length());
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static List<String> headings() {
        return matches("\n## ([^\n]+)", page());
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theTableOfContentsLeadsToEverySection() {
        List<String> anchors = headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();
        assertThat(matches("\\]\\(#([^)]+)\\)", page())).containsExactlyElementsOf(anchors);
    }

    @Test
    void everyDecisionNamesTestsThatExist() throws IOException {
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> files =
                Files.find(ROOT, 20, (file, kind) -> file.toString().contains(SOURCES))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> tests.add(name.substring(0, name.length() - ".java".length())));
        }
        List<String> rows = matches("\n\\| decision \\| test \\|\n\\|---\\|---\\|\n((?:\\|.*\n)+)", page()).stream()
                .flatMap(String::lines)
                .toList();
        assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> {
            String last = row.substring(row.lastIndexOf(" | "));
            assertThat(last).matches(" \\| `\\w+`(, `\\w+`)* \\|");
            assertThat(tests).containsAll(matches("`(\\w+)`", last));
        });
        assertThat(tests).containsAll(matches("`(\\w+(?:Test|Properties|Laws))`", page()));
    }

    // The reader of the examples itself

    private static final String SOUND = """
            ## One

            `events.ndjson`:

            ```ndjson
            {"type":"messageSent","id":"e1","occurredAt":"2026-03-02T09:00:00Z","messageId":"m1","actor":{"repId":"ann"}}
            ```

            ```sh
            kpi report events.ndjson --indicators activities/message
            ```

            | figure (rep ann, 2026-03) | value | why |
            |---|---|---|
            | `activities/message` | 1 | one |
            """;

    @Test
    void aSoundExampleIsRead() throws IOException {
        List<Example> examples = WorkedExamples.of(SOUND);
        assertThat(examples).hasSize(1);
        assertThat(said(examples.get(0))).containsExactly("rep ann, 2026-03, `activities/message`: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "`activities/message` | 1, `activities/message` | 2",
        "`activities/message` | 1, `activities/call` | 1",
        "rep ann, rep bob",
        "rep ann, company",
        "2026-03), 2026-04)"
    })
    void aWrongClaimIsNoticed(String right, String wrong) throws IOException {
        assertThat(SOUND).contains(right);
        Example example = WorkedExamples.of(SOUND.replace(right, wrong)).get(0);
        assertThat(said(example)).isNotEqualTo(lines(example.claims()));
    }

    @ParameterizedTest
    @CsvSource({
        "`events.ndjson`:, The events:",
        "```ndjson, ```jsonl",
        "report events.ndjson, report other.ndjson",
        "kpi report, java -jar kpi.jar report",
        "rep ann, ann",
        "| figure (, | number (",
        "| one |, |",
        "| `activities/message` | 1 |, | activities/message | 1 |"
    })
    void aMalformedExampleIsNoticed(String right, String wrong) {
        assertThat(SOUND).contains(right);
        assertThatThrownBy(() -> WorkedExamples.of(SOUND.replace(right, wrong))).isInstanceOf(AssertionError.class);
    }
}
