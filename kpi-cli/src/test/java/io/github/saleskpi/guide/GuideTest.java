package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every Java example of the guide stands, to the letter, in the test class of its page, where it is compiled and run. */
class GuideTest {
    private static final Path PAGES = Path.of("..", "docs", "guide");
    private static final Path TESTS = Path.of("src", "test", "java", "io", "github", "saleskpi", "guide");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final int MOST_PAGES = 10;

    @Test
    void theGuideHasAtMostTenPages() throws IOException {
        assertThat(pages()).hasSizeBetween(1, MOST_PAGES);
    }

    @TestFactory
    Stream<DynamicTest> theExamplesOfAPageAreThoseOfItsTest() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
                    List<String> examples = examples(page);
                    assertThat(examples).isNotEmpty();
                    String source = bare(text(TESTS.resolve(testOf(page))));
                    assertThat(examples)
                            .allSatisfy(example -> assertThat(source).contains(example));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatAPageLinksToIsThere() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
                    Matcher link = LINK.matcher(text(page));
                    while (link.find()) {
                        assertThat(PAGES.resolve(link.group(1))).exists();
                    }
                }));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code FirstReportPageTest.java} of {@code 1-first-report.md}. */
    private static String testOf(Path page) {
        StringBuilder name = new StringBuilder();
        String words =
                page.getFileName().toString().replaceFirst("^[0-9]+-", "").replace(".md", "");
        for (String word : words.split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name + "PageTest.java";
    }

    private static List<String> examples(Path page) {
        List<String> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(text(page));
        while (example.find()) {
            examples.add(bare(example.group(1)));
        }
        return examples;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Without white space, and with paths as a reader in the root would write them. */
    private static String bare(String code) {
        return code.replace("fromRoot(", "Path.of(").replaceAll("\\s+", "");
    }
}
