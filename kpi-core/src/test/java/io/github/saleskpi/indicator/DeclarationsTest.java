package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.indicator.ReferenceFigure.Trust;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What definitions say of themselves beside their figures: rules, and what others found. */
class DeclarationsTest {
    private static final Map<String, String> RULES = new HashMap<>();

    static {
        String response = "duplicate-request, day-precision, no-request, no-answer-needed";
        RULES.put("response-time", "not-human, " + response);
        RULES.put("response-time/answered-only", "not-human, " + response + ", unanswered");
        RULES.put("response-time/by-response", "not-human, " + response + ", unanswered");
        RULES.put("response-time/contact", "not-human, " + response);
        RULES.put("response-time/any-actor", response);
        RULES.put("response-time/from-assignment", "not-human, " + response);
        RULES.put("response-time/working-time", "not-human, " + response);
        RULES.put("contact-quality", "not-human, not-connected, wrong-person, unknown-person, not-cold, no-cold-call");
        RULES.put("follow-ups", "still-open, invalid-opportunity, not-human, same-contact, after-close");
        RULES.put(
                "email-links",
                "not-human, invisible, not-email, orphan-click, not-a-follow-up, repeated-message, not-content,"
                        + " suspected-bot, internal-click, before-sending");
        RULES.put("social-use", "not-human, reaction, not-a-working-day");
        RULES.put("material-use", "not-human, viewed-only, not-in-catalogue");
        RULES.put("win-rate", "invalid-opportunity, still-open, closed-before-opening");
        RULES.put("win-rate/created-cohort", "invalid-opportunity, no-opening, closed-before-opening");
        RULES.put("win-rate/first-close", "invalid-opportunity, still-open, closed-before-opening");
        RULES.put("win-rate/by-value", "invalid-opportunity, still-open, no-amount, closed-before-opening");
        RULES.put("win-rate/with-stale(90)", "invalid-opportunity, still-open, closed-before-opening");
        for (String kind : List.of("call", "message", "meeting", "presentation")) {
            RULES.put("activities/" + kind, "not-human");
        }
        RULES.put("revenue", "");
        RULES.put("won-amount", "invalid-opportunity, still-open, closed-before-opening");
    }

    static List<Indicator> all() {
        return Indicators.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void rulesAreDeclaredInTheOrderInWhichTheyAreAsked(Indicator indicator) {
        assertThat(String.join(", ", indicator.rules().stream().map(Rule::name).toList()))
                .isEqualTo(RULES.get(indicator.id().name()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRuleSaysInWordsWhy(Indicator indicator) {
        assertThat(indicator.rules())
                .doesNotHaveDuplicates()
                .allSatisfy(rule -> assertThat(rule.text()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCompanionThatStandsForItselfHasTheRulesAndReferenceFiguresOfItsIndicator(Indicator indicator) {
        for (Figure companion : indicator.companions()) {
            Indicator alone = indicator.only(companion.name());
            assertThat(alone.rules()).isEqualTo(indicator.rules());
            assertThat(alone.referenceFigures()).isEqualTo(indicator.referenceFigures());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatOthersFoundIsDeclaredWhereItIsAboutTheDefinition(Indicator indicator) {
        Map<String, Trust> trusts = Map.of(
                "response-time", Trust.PRIMARY,
                "contact-quality", Trust.SECONDARY,
                "follow-ups", Trust.DISPUTED,
                "material-use", Trust.SECONDARY,
                "social-use", Trust.SECONDARY);
        Trust trust = trusts.get(indicator.id().name());
        assertThat(indicator.referenceFigures())
                .extracting(ReferenceFigure::trust)
                .isEqualTo(trust == null ? List.of() : List.of(trust));
        assertThat(indicator.referenceFigures())
                .allSatisfy(reference -> assertThat(List.of(
                                reference.figure(), reference.definition(), reference.population(), reference.source()))
                        .noneMatch(String::isBlank));
    }

    @Test
    void anIndicatorOfOnesOwnDeclaresNothingUnlessItSaysSo() {
        Indicator own = new Indicator() {
            @Override
            public IndicatorId id() {
                return IndicatorId.of("own", 1);
            }

            @Override
            public List<Storyline<?>> storylines() {
                return List.of();
            }

            @Override
            public List<Figure> figures() {
                return List.of();
            }
        };
        assertThat(own.rules()).isEmpty();
        assertThat(own.referenceFigures()).isEmpty();
    }

    @Test
    void rulesAreEqualWhenTheirNamesAre() {
        assertThat(new Rule("not-cold", "said so"))
                .isEqualTo(new Rule("not-cold"))
                .hasSameHashCodeAs(new Rule("not-cold"))
                .isNotEqualTo(new Rule("cold", "said so"))
                .hasToString("not-cold");
        assertThatThrownBy(() -> new Rule(" ", "why")).hasMessageContaining("must have a name");
    }

    @Test
    void aReferenceFigureHasASource() {
        assertThatThrownBy(() -> new ReferenceFigure("1 in 2", "won", "", Year.of(2020), "", Trust.DISPUTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference figure (1 in 2, ): must have a figure and a source");
        assertThat(Trust.PRIMARY).hasToString("primary");
    }
}
