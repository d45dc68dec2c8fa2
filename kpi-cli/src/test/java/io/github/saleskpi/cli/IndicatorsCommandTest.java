package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.ReferenceFigure;
import io.github.saleskpi.indicator.Rule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorsCommandTest {
    private static final int WIDTH = 100;

    /** A definition as it is shown, with every run of blanks as one. */
    private static String shown(Indicator indicator) {
        Ran ran = Ran.kpi("indicators", indicator.id().toString());
        assertThat(ran.status()).isZero();
        return ran.out().replaceAll("\\s+", " ");
    }

    @Test
    void everyDefinitionIsShownAndEachOnce() {
        Ran ran = Ran.kpi("indicators");
        assertThat(ran.status()).isZero();
        assertThat(Arrays.stream(ran.out().split("\n\n", -1)).map(text -> text.substring(0, text.indexOf('\n'))))
                .isEqualTo(Indicators.all().stream()
                        .map(indicator -> indicator.id().toString())
                        .toList());
    }

    @Test
    void aDefinitionIsShownWithAllThatItDeclares() {
        for (Indicator indicator : Indicators.all()) {
            String text = shown(indicator);
            assertThat(text)
                    .contains(
                            indicator.id() + " name ",
                            " unit " + indicator.primary().unit(),
                            indicator.formula());
            for (Rule rule : indicator.rules()) {
                assertThat(text).contains(rule.name() + " " + rule.text());
            }
            for (Figure companion : indicator.companions()) {
                assertThat(text).contains(companion.name() + " " + companion.unit() + " " + companion.text());
            }
            for (ReferenceFigure reference : indicator.referenceFigures()) {
                assertThat(text)
                        .contains("figure " + reference.figure(), "definition " + reference.definition())
                        .contains("population " + reference.population(), "source " + reference.source())
                        .contains("trust " + reference.trust());
            }
        }
    }

    @Test
    void aDefinitionReadsSo() throws IOException {
        String text = Ran.kpi("indicators", "response-time", "contact-quality", "activities/task:call")
                .out();
        assertThat(text).isEqualTo(Samples.golden("indicators.txt", text));
    }

    @Test
    void noLineIsWiderThanATerminalAndNoneEndsInABlank() {
        assertThat(Ran.kpi("indicators").out().lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH).doesNotEndWith(" "));
    }

    @Test
    void onlyThoseNamedAreShownInTheOrderGiven() {
        String text = Ran.kpi("indicators", "win-rate/with-stale(7)", "win-rate:won@1")
                .out();
        assertThat(text.lines().filter(line -> !line.startsWith(" ") && !line.isEmpty()))
                .isEqualTo(List.of("win-rate/with-stale(7)@1", "win-rate:won@1"));
    }

    @Test
    void namesAndRulesAreInTheLanguageAskedFor() {
        assertThat(Ran.kpi("indicators", "win-rate", "--language", "bg").out())
                .contains("name       Процент спечелени сделки", "още не е приключена");
        Ran wrong = Ran.kpi("indicators", "--language", "de");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("--language (de): must be en or bg. Maybe en.");
    }

    @Test
    void asJsonADefinitionIsDataForAProgram() {
        String json = Ran.kpi("indicators", "win-rate:won", "revenue", "--format", "json", "--language", "bg")
                .out();
        assertThat(json)
                .startsWith("{\"language\":\"bg\",\"definitions\":[")
                .contains("\"id\":\"win-rate:won@1\"", "\"name\":\"Спечелени сделки\"")
                .contains("{\"id\":\"revenue@1\",\"version\":1,\"name\":\"Приходи\",\"description\":")
                .contains("\"unit\":\"money\",\"direction\":\"higher-is-better\",\"formula\":")
                .contains("\"stories\":[\"event\"],\"rules\":[],\"companions\":[],\"referenceFigures\":[]}");
        Ran wrong = Ran.kpi("indicators", "--format", "xml");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("--format (xml): must be text or json. Maybe json.");
    }

    @Test
    void idsStandOutOnATerminalOnly() {
        assertThat(Ran.in(new byte[0], Map.of(), true, "indicators", "revenue").out())
                .startsWith("\u001b[1mrevenue@1\u001b[0m\n");
        assertThat(Ran.kpi("indicators", "revenue").out()).startsWith("revenue@1\n");
    }
}
