package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code kpi report --compare-known-at}: what differs from what was known, and by which events. */
class RestatedReportTest {
    private static final String KNOWN = "2026-04-02T00:00:00Z";
    private static final String WON_LATE = moved("late", "2026-03-20T09:00:00Z", "2026-04-05T09:00:00Z", "o1", "won");
    private static final String LOST = moved("wrong", "2026-03-20T09:00:00Z", "2026-03-20T09:00:00Z", "o2", "lost");
    private static final String WON_AFTER_ALL =
            moved("wrong", "2026-03-20T09:00:00Z", "2026-04-06T09:00:00Z", "o2", "won");

    private static String moved(String id, String occurred, String recorded, String opportunity, String status) {
        return "{\"type\":\"opportunityMoved\",\"id\":\"" + id + "\",\"occurredAt\":\"" + occurred
                + "\",\"recordedAt\":\"" + recorded + "\",\"actor\":{\"repId\":\"ann\"},\"opportunityId\":\""
                + opportunity + "\",\"status\":\"" + status + "\"}\n";
    }

    private static String correction(String type, String fields) {
        return "{\"type\":\"" + type + "\",\"id\":\"mend\",\"occurredAt\":\"2026-03-21T09:00:00Z\","
                + "\"recordedAt\":\"2026-04-07T09:00:00Z\"," + fields + "}\n";
    }

    private static Ran report(String events, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "report",
                "-",
                "--indicators",
                "win-rate:won",
                "--as-of",
                "2026-04-10T00:00:00Z",
                "--compare-known-at"));
        words.add(KNOWN);
        words.addAll(List.of(more));
        Ran ran = Ran.withInput(events.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        return ran;
    }

    private static String restated(String events, String... more) {
        String out = report(events, more).out();
        return out.substring(out.indexOf("Restated: "));
    }

    @Test
    void anEventRecordedAfterwardsCameLate() {
        assertThat(restated(WON_LATE)).isEqualTo("""
                Restated: 1 cell differs from what was known at 2026-04-02 00:00:00

                rep:ann, 2026-03, win-rate:won@1
                    won: 0 (n 0) → 1 (n 1)
                    since late (opportunityMoved, 2026-03-20 09:00:00) came late, recorded 2026-04-05 09:00:00
                """);
    }

    @Test
    void anEventInAnotherVersionWasCorrected() {
        assertThat(restated(LOST + WON_AFTER_ALL)).contains("""
                    won: 0 (n 0) → 1 (n 1)
                    since wrong (opportunityMoved, 2026-03-20 09:00:00) was corrected, recorded 2026-04-06 09:00:00
                """);
    }

    @Test
    void aRetractedEventStandsBesideItsRetraction() {
        String won = moved("a", "2026-03-20T09:00:00Z", "2026-03-20T09:00:00Z", "o1", "won");
        assertThat(restated(won + correction("eventRetracted", "\"targetId\":\"a\"")))
                .contains("""
                    won: 1 (n 1) → 0 (n 0)
                    since a (opportunityMoved, 2026-03-20 09:00:00) was retracted
                    since mend (eventRetracted, 2026-03-21 09:00:00) retracts a, recorded 2026-04-07 09:00:00
                """);
    }

    @Test
    void aMergeSaysWhatBecameOne() {
        String won = moved("a", "2026-03-20T09:00:00Z", "2026-03-20T09:00:00Z", "o1", "won")
                + moved("b", "2026-03-20T10:00:00Z", "2026-03-20T10:00:00Z", "o2", "won");
        assertThat(restated(won
                        + correction("identityMerged", "\"kind\":\"opportunity\",\"fromId\":\"o2\",\"intoId\":\"o1\"")))
                .contains("    won: 2 (n 2) → 1 (n 1)\n"
                        + "    since mend (identityMerged, 2026-03-21 09:00:00) merges opportunity o2 into o1,"
                        + " recorded 2026-04-07 09:00:00\n");
    }

    @Test
    void theOtherWayRoundWhatIsKnownNowIsNotKnownYet() {
        Ran ran = report(WON_LATE, "--known-at", "2026-04-01T00:00:00Z");
        assertThat(ran.out()).contains("Restated: nothing differs from what was known at 2026-04-02 00:00:00\n");
        Ran back = Ran.withInput(
                WON_LATE.getBytes(StandardCharsets.UTF_8),
                "report",
                "-",
                "--indicators",
                "win-rate:won",
                "--as-of",
                "2026-04-10T00:00:00Z",
                "--known-at",
                KNOWN,
                "--compare-known-at",
                "2026-04-09T00:00:00Z");
        assertThat(back.out())
                .contains("    won: 1 (n 1) → 0 (n 0)\n")
                .contains(" is not known yet, recorded 2026-04-05 09:00:00\n");
    }

    @Test
    void onlyRowsThatAreShownAreCompared() {
        String other = WON_LATE.replace("ann", "ben").replace("late", "ben's").replace("o1", "o9");
        assertThat(restated(WON_LATE + other)).startsWith("Restated: 2 cells differ");
        assertThat(restated(WON_LATE + other, "--who", "rep:ben"))
                .startsWith("Restated: 1 cell differs")
                .contains("rep:ben");
    }

    @Test
    void ofManyEventsTheFirstAreShownAndTheRestCounted() {
        StringBuilder many = new StringBuilder();
        IntStream.range(10, 18)
                .forEach(i -> many.append(WON_LATE.replace("late", "e" + i).replace("o1", "o" + i)));
        assertThat(restated(many.toString()))
                .contains("since e14 ")
                .doesNotContain("since e15 ")
                .endsWith("    and 3 more, in --format json\n");
    }

    @Test
    void jsonHasBothValuesOfEachFigureAndAllEvents() {
        JsonNode restated = report(WON_LATE, "--format", "json").json().get("restated");
        assertThat(restated).isEqualTo(Ran.json("""
                {"before":{"asOf":"2026-04-10T00:00:00Z","knownAt":"2026-04-02T00:00:00Z"},
                 "after":{"asOf":"2026-04-10T00:00:00Z"},
                 "changes":[{"rep":"ann","period":"2026-03","indicator":"win-rate:won@1",
                  "figures":[{"figure":"won","before":{"unit":"count","value":0,"sample":0},
                                             "after":{"unit":"count","value":1,"sample":1}}],
                  "causes":[{"id":"late","type":"opportunityMoved","what":"came-late","occurredAt":"2026-03-20T09:00:00Z",
                             "recordedAt":"2026-04-05T09:00:00Z","stands":true}]}]}
                """));
    }

    @Test
    void jsonSaysWhatARetractionAndAMergeAreAbout() {
        String won = moved("a", "2026-03-20T09:00:00Z", "2026-03-20T09:00:00Z", "o1", "won");
        JsonNode retraction = report(won + correction("eventRetracted", "\"targetId\":\"a\""), "--format", "json")
                .json()
                .at("/restated/changes/0/causes");
        assertThat(retraction.get(0).get("what").stringValue()).isEqualTo("retracted");
        assertThat(retraction.get(0).get("stands").booleanValue()).isFalse();
        assertThat(retraction.get(1).get("targetId").stringValue()).isEqualTo("a");
        JsonNode merge = report(
                        won + correction("identityMerged", "\"kind\":\"rep\",\"fromId\":\"ann\",\"intoId\":\"eve\""),
                        "--format",
                        "json")
                .json()
                .at("/restated/changes/0/causes/0");
        assertThat(merge.get("what").stringValue()).isEqualTo("merge");
        assertThat(merge.get("kind").stringValue()).isEqualTo("rep");
        assertThat(merge.get("intoId").stringValue()).isEqualTo("eve");
    }

    @Test
    void theReportItselfIsThatWithoutComparison() {
        Ran with = Ran.kpi(
                "report",
                Samples.FIRST_STEPS.toString(),
                "--as-of",
                Samples.APRIL,
                "--compare-known-at",
                "2026-03-15T00:00:00Z");
        Ran without = Ran.kpi("report", Samples.FIRST_STEPS.toString(), "--as-of", Samples.APRIL);
        assertThat(with.out()).startsWith(without.out() + "\nRestated: ");
        assertThat(with.out())
                .contains("since q10-visit (meetingHeld, 2026-03-11 12:00:00) came late, recorded 2026-03-20 08:00:00")
                .contains("since o1-won (opportunityMoved, 2026-03-16 10:00:00) is new, recorded 2026-03-16 10:00:00");
    }
}
