package io.github.saleskpi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws what each rival costs per event against the number of events, both on logarithmic scales, from the newest dated
 * file of a folder, as {@link BaselineFigures} prints its runs. Events that were shuffled are left out. The same file gives
 * the same picture everywhere.
 *
 * <pre>{@code
 * java -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.CostPicture docs/performance
 * }</pre>
 */
public final class CostPicture {
    static final String NAME = "cost-per-event.svg";

    private static final double LEFT = 76;
    private static final double RIGHT = 500;
    private static final double TOP = 70;
    private static final double BOTTOM = 540;
    private static final int LEAST_EVENTS = 5;
    private static final int MOST_EVENTS = 7;
    private static final double LINE = 34;
    private static final String STYLE = """
            <style>
              text { font: 13px sans-serif; fill: #24292f; }
              .small { font-size: 11px; fill: #57606a; }
              .title { font-size: 16px; font-weight: bold; }
              .paper { fill: #ffffff; }
              .grid { stroke: #d0d7de; stroke-width: 1; }
              .line { fill: none; stroke-width: 2.5; }
              .leader { stroke-width: 1; stroke-dasharray: 1 3; }
              .kpi { stroke: #0969da; } .kpi-fill { fill: #0969da; }
              .streams { stroke: #1a7f37; } .streams-fill { fill: #1a7f37; }
              .hand { stroke: #bc4c00; } .hand-fill { fill: #bc4c00; }
              .duckdb { stroke: #8250df; } .duckdb-fill { fill: #8250df; }
              .walk { stroke: #6e7781; } .walk-fill { fill: #6e7781; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; }
                .small { fill: #9da7b3; }
                .paper { fill: #0d1117; }
                .grid { stroke: #30363d; }
                .kpi { stroke: #58a6ff; } .kpi-fill { fill: #58a6ff; }
                .streams { stroke: #3fb950; } .streams-fill { fill: #3fb950; }
                .hand { stroke: #f0883e; } .hand-fill { fill: #f0883e; }
                .duckdb { stroke: #bc8cff; } .duckdb-fill { fill: #bc8cff; }
                .walk { stroke: #8b949e; } .walk-fill { fill: #8b949e; }
              }
            </style>
            """;

    /** One measurement: so many events, and nanoseconds and bytes for each. */
    private record Point(long events, long nanos, long bytes) {
        double x() {
            return LEFT
                    + (RIGHT - LEFT)
                            * (StrictMath.log10((double) events) - LEAST_EVENTS)
                            / (MOST_EVENTS - LEAST_EVENTS);
        }
    }

    private final JsonNode measured;
    private final SortedMap<String, SortedMap<Long, Point>> lines = new TreeMap<>();
    private final int least;
    private final int most;
    private final StringBuilder svg = new StringBuilder();

    private CostPicture(JsonNode measured) {
        this.measured = measured;
        for (JsonNode run : measured.path("runs")) {
            if (!"shuffled".equals(run.path("order").asString(""))) {
                long events = run.path("events").asLong();
                for (JsonNode rival : run.path("rivals")) {
                    lines.computeIfAbsent(rival.path("rival").asString(), none -> new TreeMap<>())
                            .put(
                                    StrictMath.round(StrictMath.log10((double) events) * 10),
                                    new Point(
                                            events,
                                            Math.max(1, rival.path("nsPerEvent").asLong()),
                                            rival.path("bytesPerEvent").asLong()));
                }
            }
        }
        this.least = decade(points().mapToLong(Point::nanos).min().orElse(1), false);
        this.most = decade(points().mapToLong(Point::nanos).max().orElse(1), true);
    }

    private Stream<Point> points() {
        return lines.values().stream().flatMap(line -> line.values().stream());
    }

    /** The power of ten below or above. */
    private static int decade(long nanos, boolean up) {
        double exponent = StrictMath.log10((double) nanos);
        return (int) (up ? StrictMath.floor(exponent) + 1 : StrictMath.floor(exponent));
    }

    /** Draws into the folder that the argument names. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "docs/performance" : args[0]);
        Files.writeString(folder.resolve(NAME), drawn(folder));
    }

    /** The picture of the newest file of a folder. */
    static String drawn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path newest = files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}\\.json"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "folder (" + folder + "): must have a dated file such as 2026-11-26.json."));
            return of(Files.readString(newest, StandardCharsets.UTF_8));
        }
    }

    /** The picture of what that JSON says. */
    static String of(String json) {
        return new CostPicture(JsonMapper.builder().build().readTree(json)).draw();
    }

    private String draw() {
        double labels = TOP + LINE * lines.size();
        double height = Math.max(BOTTOM, labels) + 60;
        say("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 %.0f\" role=\"img\">", height);
        say("<title>Cost per event against number of events</title>");
        svg.append(STYLE);
        say("<rect class=\"paper\" width=\"960\" height=\"%.0f\"/>", height);
        text("title", 20, 30, "Nanoseconds per event, median, both scales logarithmic");
        text(
                "small",
                20,
                50,
                measured.path("date").asString("") + ", "
                        + measured.path("machine").asString(""));
        for (int exponent = LEAST_EVENTS; exponent <= MOST_EVENTS; exponent++) {
            double x = new Point(StrictMath.round(StrictMath.pow(10, exponent)), 1, 0).x();
            grid(x, TOP, x, BOTTOM);
            text("small", x - 24, BOTTOM + 18, number(StrictMath.round(StrictMath.pow(10, exponent))));
        }
        text("small", (LEFT + RIGHT) / 2 - 20, BOTTOM + 38, "events");
        for (int exponent = least; exponent <= most; exponent++) {
            double y = y(StrictMath.pow(10, exponent));
            grid(LEFT, y, RIGHT, y);
            text("small", 20, y + 4, number(StrictMath.round(StrictMath.pow(10, exponent))));
        }
        lines.forEach(this::drawLine);
        drawLabels();
        return svg.append("</svg>\n").toString();
    }

    private double y(double nanos) {
        return BOTTOM - (BOTTOM - TOP) * (StrictMath.log10(nanos) - least) / (most - least);
    }

    private double y(Point point) {
        return y((double) point.nanos());
    }

    private void drawLine(String rival, SortedMap<Long, Point> line) {
        StringBuilder path = new StringBuilder();
        for (Point point : line.values()) {
            path.append(String.format(Locale.ROOT, "%s%.1f,%.1f", path.isEmpty() ? "" : " ", point.x(), y(point)));
        }
        say("<polyline class=\"line %s\"%s points=\"%s\"/>", family(rival), dashes(rival), path);
        for (Point point : line.values()) {
            say("<circle class=\"%s-fill\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", family(rival), point.x(), y(point));
        }
    }

    /** At the right, from the dearest to the cheapest, each as near to the end of its line as the others let it. */
    private void drawLabels() {
        List<String> rivals = new ArrayList<>(lines.keySet());
        rivals.sort(Comparator.comparing((String rival) -> y(last(rival))).thenComparing(Comparator.naturalOrder()));
        double lowest = Math.max(BOTTOM, TOP + LINE * rivals.size());
        double next = TOP - LINE;
        for (int i = 0; i < rivals.size(); i++) {
            String rival = rivals.get(i);
            Point end = last(rival);
            double room = lowest - LINE * (rivals.size() - 1 - i);
            double y = Math.min(room, Math.max(next + LINE, y(end)));
            next = y;
            say(
                    "<line class=\"leader %s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                    family(rival), end.x() + 5, y(end), RIGHT + 22, y - 2);
            say("<text class=\"%s-fill\" x=\"%.1f\" y=\"%.1f\">%s</text>", family(rival), RIGHT + 28, y, rival);
            String limit = measured.path("limits").path(rival).asString("");
            text(
                    "small",
                    RIGHT + 28,
                    y + 14,
                    number(end.nanos()) + " ns, " + number(end.bytes()) + " bytes"
                            + (limit.isEmpty() ? "" : ": " + limit));
        }
    }

    private Point last(String rival) {
        SortedMap<Long, Point> line = lines.getOrDefault(rival, new TreeMap<>());
        return line.getOrDefault(line.lastKey(), new Point(1, 1, 0));
    }

    /** Contenders of one kind have one colour. */
    private static String family(String rival) {
        return Map.of("KPI", "kpi", "STREAMS", "streams", "HAND", "hand", "DUCKDB", "duckdb")
                .getOrDefault(rival.split("_", -1)[0], "walk");
    }

    private static String dashes(String rival) {
        return rival.endsWith("_PARALLEL")
                ? " stroke-dasharray=\"8 4\""
                : rival.endsWith("_ALL") || rival.endsWith("_LOADING") || rival.endsWith("_COLUMNS")
                        ? " stroke-dasharray=\"3 3\""
                        : "";
    }

    private void grid(double x1, double y1, double x2, double y2) {
        say("<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x1, y1, x2, y2);
    }

    private void text(String style, double x, double y, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        say("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", style, x, y, escaped);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void say(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
