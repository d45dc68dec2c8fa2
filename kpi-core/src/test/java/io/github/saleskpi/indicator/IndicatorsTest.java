package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue of definitions; every figure of every variant is pinned on one history, worked out by hand. */
class IndicatorsTest {
    /** As of 07-01 00:00. The answers of q1 by each rule are 2, 10 and 30 minutes; q2 waits 1 hour, q5 a day. */
    private static final List<String> HISTORY = List.of(
            "03-02 09:00 - asks q1 owner=r1",
            "03-02 09:02 automation writes q1",
            "03-02 09:05 - assigns q1 to=r2",
            "03-02 09:10 r1 calls q1 BUSY",
            "03-02 09:30 r2 writes q1",
            "03-02 09:00 - asks q2 owner=r1",
            "03-02 10:00 - closes q2 WITHDRAWN",
            "03-02 09:00 - asks q3 owner=r1",
            "03-02 11:00 - closes q3 NO_ANSWER_NEEDED",
            "03-02 09:00 - asks q4 owner=r1",
            "03-02 12:00 r1 meets q4",
            "06-30 00:00 - asks q5 owner=r1",
            // won after 10 days
            "03-01 09:00 r1 opens o1 amount=EUR_100",
            "03-11 09:00 r1 wins o1",
            // lost, reopened and won after 30 days
            "03-01 09:00 r1 opens o2",
            "03-06 09:00 r1 loses o2 amount=EUR_50",
            "03-07 09:00 r1 reopens o2",
            "03-31 09:00 r1 wins o2 amount=EUR_70",
            // open for 61 days, and for 121
            "05-01 09:00 r1 opens o3 amount=EUR_500",
            "03-02 09:00 r1 opens o4 amount=EUR_300",
            // lost
            "03-03 09:00 r1 opens o5",
            "03-04 09:00 r1 loses o5 amount=EUR_30",
            // invalid
            "03-03 09:00 r1 opens o6 amount=EUR_9",
            "03-04 09:00 r1 voids o6",
            // won after a day, worth nobody knows what
            "03-05 09:00 r1 opens o7",
            "03-06 09:00 r1 wins o7");

    private static final Map<String, List<String>> EXPECTED = new HashMap<>();

    static {
        // median, p90, mean, within-1h, within-5m, unanswered, requests
        String day = "CENSORED >= 86400";
        response("", "10800", day, "5700", "1/3", "0/4", "2", "4");
        response("/answered-only", "5700", "10800", "5700", "1/2", "0/2", "0", "2");
        response("/by-response", "5700", "10800", "5700", "1/2", "0/2", "0", "2");
        response("/contact", "10800", day, "6300", "1/3", "0/4", "2", "4");
        response("/any-actor", "10800", day, "5460", "1/3", "1/4", "2", "4");
        response("/from-assignment", "10800", day, "5550", "1/3", "1/4", "2", "4");
        // rate, won, lost, opened, won-amount, average-won, cycle-time (, still-open)
        win("", "3/4", "3", "1", "6", "170 EUR", "85 EUR", "864000");
        win("/created-cohort", "3/6", "3", "1", "6", "170 EUR", "85 EUR", "864000", "2");
        win("/first-close", "2/4", "2", "2", "6", "100 EUR", "100 EUR", "475200");
        win("/by-value", "170/200", "3", "1", "6", "170 EUR", "85 EUR", "864000");
        win("/with-stale(90)", "3/5", "3", "2", "6", "170 EUR", "85 EUR", "864000");
        // no calendar is given
        String none = "NOT_APPLICABLE";
        response("/working-time", none, none, none, none, none, none, none);
        // one call, to a person nobody knows; closed opportunities that nobody contacted; one follow-up e-mail without
        // links
        EXPECTED.put("contact-quality", List.of("NO_DATA", "0", "NO_DATA", "NO_DATA", "NO_DATA", "NO_DATA", "0", "1"));
        List<String> followUps = new ArrayList<>(List.of("0", "0/4", "0/4", "3"));
        followUps.addAll(Collections.nCopies(14, "0"));
        EXPECTED.put("follow-ups", followUps);
        EXPECTED.put("email-links", List.of("0/1", "NO_DATA", "0", "0", "0", "1"));
        // nothing on social networks, and no materials
        EXPECTED.put("social-use", List.of("NO_DATA", "0", "0", "0", "0", "0", "0", "0", "0", "0", "NO_DATA"));
        EXPECTED.put("material-use", List.of("NO_DATA", "0", "0", "0", "0", "NO_DATA"));
        EXPECTED.put("activities/call", List.of("1"));
        EXPECTED.put("activities/message", List.of("1"));
        EXPECTED.put("activities/meeting", List.of("1"));
        EXPECTED.put("activities/presentation", List.of("0"));
        EXPECTED.put("revenue", List.of("NO_DATA"));
        EXPECTED.put("won-amount", List.of("170 EUR"));
    }

    private static void response(String variant, String... figures) {
        EXPECTED.put("response-time" + variant, List.of(figures));
    }

    private static void win(String variant, String... figures) {
        EXPECTED.put("win-rate" + variant, List.of(figures));
    }

    private static History history() {
        return new History(HISTORY.toArray(String[]::new)).asOf("07-01 00:00");
    }

    static List<Indicator> all() {
        return Indicators.all();
    }

    static Stream<Indicator> companions() {
        return all().stream()
                .flatMap(indicator -> indicator.companions().stream().map(figure -> indicator.only(figure.name())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFigureOfEveryVariantIsWhatItIsByHand(Indicator indicator) {
        List<String> figures = new ArrayList<>();
        for (Figure figure : indicator.figures()) {
            figures.add(history().says(indicator, figure.name()));
        }
        assertThat(figures).isEqualTo(EXPECTED.get(indicator.id().name()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyVariantHasTheCompanionsOfItsBase(Indicator indicator) {
        String name = indicator.id().name();
        String base = name.startsWith("activities/") ? name : name.split("/", 2)[0];
        List<String> expected = new ArrayList<>(declared(Indicators.named(base)));
        if (name.equals("win-rate/created-cohort")) {
            expected.add("still-open count NEUTRAL");
        }
        assertThat(declared(indicator)).isEqualTo(expected);
    }

    private static List<String> declared(Indicator indicator) {
        return indicator.companions().stream()
                .map(figure -> figure.name() + " " + figure.unit() + " " + figure.direction())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("companions")
    void aCompanionThatStandsForItselfSaysTheSame(Indicator companion) {
        Indicator whole = Indicators.named(companion.id().name());
        String name = companion.id().companion();
        assertThat(history().says(companion)).isEqualTo(history().says(whole, name));
        assertThat(companion.id()).hasToString(whole.id().name() + ":" + name + "@1");
        assertThat(companion.companions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDefinitionIsFoundByItsNameWithOrWithoutItsVersion(Indicator indicator) {
        assertThat(Indicators.named(indicator.id().name()).id()).isEqualTo(indicator.id());
        assertThat(Indicators.named(indicator.id().toString()).id()).isEqualTo(indicator.id());
        assertThat(indicator.id().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFigureSaysWhatItIsUnderANameOfItsOwn(Indicator indicator) {
        assertThat(indicator.figures()).extracting(Figure::name).doesNotHaveDuplicates();
        assertThat(indicator.formula()).isNotBlank();
        assertThat(indicator.figures()).allSatisfy(figure -> {
            assertThat(figure.unit()).isNotNull();
            assertThat(figure.direction()).isNotNull();
        });
    }

    @Test
    void theStandardOnesAreAmongAllAndNoVariants() {
        assertThat(Indicators.all()).containsAll(Indicators.standard());
        assertThat(Indicators.standard())
                .extracting(indicator -> indicator.id().toString())
                .contains("response-time@1", "win-rate@1")
                .noneMatch(id -> id.contains("/"));
        assertThat(Indicators.all()).extracting(i -> i.id().name()).containsAll(EXPECTED.keySet());
    }

    @Test
    void aCompanionIsNamedAfterAColonAlsoOfAVariant() {
        assertThat(Indicators.named("win-rate:won").id()).hasToString("win-rate:won@1");
        assertThat(Indicators.named("win-rate:won@1").id()).hasToString("win-rate:won@1");
        assertThat(Indicators.named("response-time/contact:p90").id()).hasToString("response-time/contact:p90@1");
        assertThat(Indicators.named("win-rate/with-stale(30):lost").id()).hasToString("win-rate/with-stale(30):lost@1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "winrate", "win-rate/", "win-rate/none", "Win-rate", "win-rate/with-stale()"})
    void anUnknownNameIsAnErrorThatNamesTheKnownOnes(String name) {
        assertThatThrownBy(() -> Indicators.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indicator (" + name + "): there is none. Maybe one of "
                        + String.join(
                                ", ", all().stream().map(i -> i.id().name()).toList())
                        + ".");
    }

    @Test
    void anUnknownCompanionIsAnErrorThatNamesTheKnownOnes() {
        String message = "companion (win-rate:p90): there is none."
                + " Maybe one of won, lost, opened, won-amount, average-won, cycle-time.";
        assertThatThrownBy(() -> Indicators.named("win-rate:p90"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Indicators.WIN_RATE.only("p90")).hasMessage(message);
    }

    @Test
    void aLimitOfNoDaysIsAnError() {
        assertThatThrownBy(() -> Indicators.named("win-rate/with-stale(0)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0): must be at least 1");
    }
}
