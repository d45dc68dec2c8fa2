package io.github.saleskpi.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The worked examples of a page in Markdown, in its order: files, a command over them, and what it must say.
 *
 * <p>A file is a block of {@code ndjson} or {@code json} under its name in backticks and a colon; a command is a block of
 * {@code sh} of one line; under it stands at least one table with a head such as
 * {@code | figure (rep ann, 2026-03) | value | why |}. Other tables begin with {@code | decision |}.
 */
final class WorkedExamples {
    /** A row of a table: what a report must say. */
    record Claim(String scope, String period, String figure, String value) {}

    /** A command with the files that it names, and what it must say. */
    record Example(String section, String command, Map<String, String> files, List<Claim> claims) {}

    private enum Table {
        NONE,
        FIGURES,
        DECISIONS
    }

    private static final String EVENTS = "events.ndjson";
    private static final String COMMAND = "kpi report ";
    private static final int LONGEST = 12;
    private static final Pattern NAME = Pattern.compile("`([a-z-]+\\.(?:nd)?json)`:");
    private static final Pattern HEAD =
            Pattern.compile("\\| figure \\((company|(?:rep|team) \\S+), (\\S+)\\) \\| value \\| why \\|");
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+) \\| ([^|]+) \\| [^|]+ \\|");

    private final List<Example> examples = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();
    private final Set<String> unused = new TreeSet<>();
    private String section = "";
    private String before = "";
    private Table table = Table.NONE;
    private String scope = "";
    private String period = "";

    private WorkedExamples() {}

    /** Those of that page; an AssertionError names the first line that is malformed. */
    static List<Example> of(String page) {
        WorkedExamples found = new WorkedExamples();
        List<String> lines = page.lines().toList();
        int at = 0;
        try {
            while (at < lines.size()) {
                at = lines.get(at).startsWith("```") ? found.block(lines, at) : found.line(lines.get(at), at);
            }
            found.endExample();
            check(found.unused.isEmpty(), "no command names " + found.unused);
        } catch (IllegalArgumentException malformed) {
            throw new AssertionError("line " + (at + 1) + " of the page: " + malformed.getMessage(), malformed);
        }
        return List.copyOf(found.examples);
    }

    private int line(String line, int at) {
        if (line.startsWith("## ")) {
            endExample();
            section = line.substring(3);
            files.remove(EVENTS);
        } else if (line.startsWith("|")) {
            row(line);
        } else {
            table = Table.NONE;
        }
        before = line.isBlank() ? before : line;
        return at + 1;
    }

    private void row(String line) {
        if (table == Table.NONE) {
            table = line.startsWith("| decision |") ? Table.DECISIONS : Table.FIGURES;
            Matcher head = HEAD.matcher(line);
            if (table == Table.FIGURES) {
                check(head.matches(), "a table's head must be | figure (scope, period) | value | why |");
                check(!examples.isEmpty(), "a table of figures needs a command before it");
                scope = head.group(1);
                period = head.group(2);
            }
        } else if (table == Table.FIGURES && !line.matches("\\|(---\\|)+")) {
            Matcher row = ROW.matcher(line);
            check(row.matches(), "a row must be | `figure` | value | why |");
            examples.get(examples.size() - 1).claims.add(new Claim(scope, period, row.group(1), row.group(2)));
        }
    }

    private int block(List<String> lines, int at) {
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).startsWith("```")) {
            end++;
        }
        check(end < lines.size() && lines.get(end).equals("```"), "a block must end with ```");
        List<String> body = lines.subList(at + 1, end);
        String language = lines.get(at).substring(3);
        switch (language) {
            case "sh" -> command(body);
            case "json", "ndjson" -> file(language, body);
            default -> check(false, "a block must be sh, json or ndjson");
        }
        before = "";
        return end + 1;
    }

    private void command(List<String> body) {
        endExample();
        check(body.size() == 1 && body.get(0).startsWith(COMMAND), "a command is one line: " + COMMAND + "...");
        String command = body.get(0).substring(COMMAND.length()).replace("\"", "");
        Map<String, String> named = new LinkedHashMap<>();
        for (String word : command.split(" ", -1)) {
            if (word.endsWith("json")) {
                check(files.containsKey(word), "no block shows " + word);
                named.put(word, files.get(word));
                unused.remove(word);
            }
        }
        check(named.containsKey(EVENTS), "a command must name " + EVENTS);
        examples.add(new Example(section, command, named, new ArrayList<>()));
    }

    private void file(String language, List<String> body) {
        Matcher name = NAME.matcher(before);
        check(name.matches() && name.group(1).endsWith("." + language), "its file's name must stand before a block");
        check(!body.isEmpty() && body.size() <= LONGEST, "a file must have 1 to " + LONGEST + " lines");
        check(unused.add(name.group(1)), "no command names " + name.group(1) + " before this one of that name");
        files.put(name.group(1), String.join("\n", body) + "\n");
    }

    private void endExample() {
        check(
                examples.isEmpty() || !examples.get(examples.size() - 1).claims.isEmpty(),
                "the last command has no table");
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
