package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.Curve;
import io.github.saleskpi.pay.PayComponent;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayScheme.Combination;
import io.github.saleskpi.pay.PayScheme.Rounding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PaySchemeReaderTest {
    private static final String CURVE = "{\"marginal\":[{\"from\":\"0\",\"rate\":\"0.04\"}]}";
    private static final String COMPONENT = "{\"id\":\"c\",\"input\":{\"fact\":\"revenue\"},\"curve\":" + CURVE + "}";
    private static final Input REVENUE = new Input.Fact(Indicators.REVENUE.id());

    private static String scheme(String more, String... components) {
        return "{\"id\":\"s\",\"version\":3,\"currency\":\"EUR\",\"rounding\":{\"mode\":\"half-even\",\"scale\":2}"
                + more + ",\"components\":[" + String.join(",", components) + "]}";
    }

    private static String with(String more) {
        return COMPONENT.substring(0, COMPONENT.length() - 1) + more + "}";
    }

    private static String curve(String curve) {
        return scheme("", COMPONENT.replace(CURVE, curve));
    }

    private static String input(String input) {
        return scheme("", COMPONENT.replace("{\"fact\":\"revenue\"}", input));
    }

    private static PayScheme read(String document) throws IOException {
        return KpiJackson3.readPayScheme(new ByteArrayInputStream(utf8(document)));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static void refused(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void roundTrips(PayScheme scheme) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KpiJackson3.writePayScheme(scheme, out);
        assertThat(KpiJackson3.readPayScheme(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(scheme);
    }

    @Test
    void whatIsNotSaidIsTheSimplest() throws IOException {
        PayScheme scheme = read(scheme("", COMPONENT));
        assertThat(scheme)
                .isEqualTo(
                        PayScheme.of("s", 3, CurrencyUnit.EUR, BigDecimal.ZERO, new Rounding(RoundingMode.HALF_EVEN, 2))
                                .with(PayComponent.commission("c", REVENUE, Curve.flat(n("0.04")))));
        roundTrips(scheme);
    }

    @Test
    void allThatCanBeSaidIsReadAndWrittenBack() throws IOException {
        PayScheme scheme = read(scheme(
                ",\"base\":1000,\"floor\":\"1100.50\",\"cap\":\"9e3\",\"deductsFromBase\":\"as in § 3\","
                        + "\"combination\":\"additive\"",
                with(
                        ",\"pays\":{\"amount\":\"2\"},\"weight\":\"0.4\",\"threshold\":\"-5\",\"cap\":\"7\",\"clawback\":\"0.1\","
                                + "\"gates\":[{\"input\":\"score\",\"atLeast\":\"0.5\"},"
                                + "{\"input\":{\"attainment\":\"t1\"},\"atLeast\":\"1\"}],"
                                + "\"ramp\":{\"linear\":[{\"at\":\"6\",\"gives\":\"1\"},{\"at\":\"0\",\"gives\":\"0.5\"}]}"),
                COMPONENT
                        .replace("\"c\"", "\"d\"")
                        .replace(CURVE, CURVE + ",\"pays\":{\"rateOf\":{\"fact\":\"won-amount@2\"}}")));
        PayComponent first = PayComponent.of("c", REVENUE, Curve.flat(n("0.04")), new Pays.Amount(n("2")))
                .withWeight(n("0.4"))
                .withThreshold(n("-5"))
                .withCap(n("7"))
                .withClawback(n("0.1"))
                .withGate(new Input.Score(), n("0.5"))
                .withGate(new Input.Attainment("t1"), n("1"))
                .withRamp(Curve.linear(new Curve.Point(n("0"), n("0.5")), new Curve.Point(n("6"), n("1"))));
        PayComponent second = PayComponent.of(
                "d", REVENUE, Curve.flat(n("0.04")), new Pays.RateOf(new Input.Fact(IndicatorId.of("won-amount", 2))));
        assertThat(scheme)
                .isEqualTo(PayScheme.of("s", 3, CurrencyUnit.EUR, n("1000"), new Rounding(RoundingMode.HALF_EVEN, 2))
                        .with(first)
                        .with(second)
                        .withFloor(n("1100.5"))
                        .withCap(n("9000"))
                        .deductingFromBase("as in § 3"));
        roundTrips(scheme);
    }

    @Test
    void combinationsThatMultiplyHaveFactors() throws IOException {
        PayScheme base = read(scheme(",\"combination\":\"ofBase\"", COMPONENT));
        assertThat(base.combination()).isEqualTo(new Combination.OfBase());
        assertThat(base.components().get(0).pays()).isEqualTo(new Pays.Factor());
        roundTrips(base);
        for (String pays :
                new String[] {"\"shareOfBase\"", "{\"amount\":\"5\"}", "{\"rateOf\":{\"fact\":\"revenue\"}}"}) {
            roundTrips(read(scheme(",\"combination\":{\"onTop\":" + pays + "}", COMPONENT)));
        }
    }

    @Test
    void curvesAreTiersOrLines() throws IOException {
        for (String kind : new String[] {"marginal", "whole", "step"}) {
            PayScheme scheme = read(curve("{\"" + kind + "\":[{\"from\":\"1\",\"rate\":\"2\"},"
                    + "{\"from\":\"0\",\"to\":1,\"rate\":\"1\"}],\"accelerator\":{\"above\":\"2\",\"times\":\"3\"},"
                    + "\"decelerator\":{\"below\":\"0.5\",\"times\":\"0\"}}"));
            Curve.Tiers tiers = (Curve.Tiers) scheme.components().get(0).curve();
            assertThat(tiers.reading().name()).isEqualToIgnoringCase(kind);
            assertThat(tiers.tiers())
                    .extracting(Curve.Tier::toString)
                    .containsExactly("[0, 0.5)", "[0.5, 1)", "[1, 2)", "[2, ...)");
            assertThat(tiers.tiers()).extracting(Curve.Tier::rate).containsExactly(n("0"), n("1"), n("2"), n("6"));
            roundTrips(scheme);
        }
    }

    @Test
    void factsAreIndicatorsCompanionsVariantsAndTasks() throws IOException {
        for (String[] pair : new String[][] {
            {"win-rate", "win-rate@1"},
            {"win-rate:won", "win-rate:won@1"},
            {"win-rate/with-stale(30):won@2", "win-rate/with-stale(30):won@2"},
            {"activities/task:a:b", "activities/task:a:b@1"},
            {"activities/task:a@3", "activities/task:a@3"}
        }) {
            PayScheme scheme = read(input("{\"fact\":\"" + pair[0] + "\"}"));
            assertThat(scheme.components().get(0).input()).hasToString(pair[1]);
            roundTrips(scheme);
        }
        assertThat(((Input.Fact) read(input("{\"fact\":\"activities/task:a:b@1\"}"))
                                .components()
                                .get(0)
                                .input())
                        .indicator())
                .isEqualTo(Indicators.tasks("a:b").id());
        assertThat(read(input("\"monthsSinceHire\"")).components().get(0).input())
                .isEqualTo(new Input.MonthsSinceHire());
    }

    @Test
    void theMessageBeginsWithThePath() {
        refused(
                scheme("", with(",\"cap\":\"-1\"")),
                "components[0].cap (\"-1\"): must be at least 0. Maybe a sign is off.");
        refused(
                scheme("", COMPONENT, COMPONENT),
                "components[1].id (\"c\"): must be named once. Maybe give one of the two an id of its own.");
        refused(
                scheme("", COMPONENT.replace("\"c\"", "\"base\"")),
                "components[0].id (\"base\"): must have an id without a colon that is no other line of a statement."
                        + " Maybe that of its target.");
        refused(
                scheme(",\"base\":\"10\",\"cap\":\"9\"", COMPONENT),
                "cap (\"9\"): must not be below base or floor. Maybe it caps the variable pay, not the total.");
        refused(
                scheme(",\"deductsFromBase\":\" \"", COMPONENT),
                "deductsFromBase (\" \"): must say so in words. Maybe quote the contract.");
        refused(
                scheme("", COMPONENT).replace("half-even", "halfeven"),
                "rounding.mode (\"halfeven\"): must be one of up, down, ceiling, floor, half-up, half-down, half-even."
                        + " Maybe half-even.");
        refused(
                scheme("", COMPONENT).replace("\"version\":3", "\"version\":0.5"),
                "version (0.5): must be a whole number from 1 to 2147483647. Maybe it was left out.");
        refused(
                scheme(",\"combination\":\"multiplicative\"", COMPONENT),
                "combination (\"multiplicative\"): must be \"additive\", \"ofBase\" or {\"onTop\": ...}."
                        + " Maybe it is left out where components add up.");
        refused(
                scheme(",\"combination\":\"ofBase\"", with(",\"weight\":\"0.5\"")),
                "components[0].id (\"c\"): a factor has neither weight nor clawback."
                        + " Maybe the combination should be additive.");
    }

    @Test
    void inputsCurvesAndPayAreRefusedWhereTheyAreWrong() {
        refused(
                input("\"revenue\""),
                "components[0].input (\"revenue\"): must be {\"attainment\": ...}, {\"fact\": ...}, \"score\" or"
                        + " \"monthsSinceHire\". Maybe it is the id of a target, which is an attainment.");
        refused(
                input("{\"fact\":\"revenue\",\"attainment\":\"t\"}"),
                "components[0].input (an object): must have either attainment or fact."
                        + " Maybe the other was meant as a gate.");
        refused(
                input("{\"fact\":\"Win Rate\"}"),
                "components[0].input.fact (\"Win Rate\"): must be lower-case words joined by -, and may name a variant"
                        + " after a slash. Maybe win-rate/first-close.");
        refused(
                input("{\"fact\":\"\"}"),
                "components[0].input.fact (\"\"): must be an indicator or companion, such as \"win-rate:won\"."
                        + " Maybe it is empty.");
        refused(
                curve("{\"marginal\":[{\"from\":\"2\",\"to\":\"1\",\"rate\":\"1\"}]}"),
                "components[0].curve.marginal[0].to (\"1\"): must begin below its end, which is exclusive."
                        + " Maybe they are swapped.");
        refused(
                curve("{\"whole\":[]}"),
                "components[0].curve.whole (an array): must be at least one. Maybe [0, ...) at rate 0.");
        refused(
                curve("{\"linear\":[{\"at\":\"1\",\"gives\":\"1\"},{\"at\":\"1.0\",\"gives\":\"2\"}]}"),
                "components[0].curve.linear (an array): must be at an input of its own."
                        + " Maybe steps were meant, which are tiers.");
        refused(
                curve(
                        "{\"linear\":[{\"at\":\"1\",\"gives\":\"1\"}],\"decelerator\":{\"below\":\"1\",\"times\":\"1\"}}"),
                "components[0].curve.decelerator (an object): must stand with tiers. Maybe another point was meant.");
        refused(
                curve("{\"whole\":[],\"linear\":[]}"),
                "components[0].curve (an object): must have one of marginal, whole, step, linear."
                        + " Maybe tiers were meant.");
        refused(
                curve("{\"tiers\":[]}"),
                "components[0].curve.tiers (an array): must be a known field: marginal, whole, step, linear, accelerator,"
                        + " decelerator. Maybe the file is of another kind.");
        refused(
                scheme("", with(",\"pays\":\"factor\"")),
                "components[0].pays (\"factor\"): must be {\"amount\": ...}, {\"rateOf\": ...} or \"shareOfBase\"."
                        + " Maybe it is left out where the curve gives money or a factor.");
        refused(
                scheme("", with(",\"pays\":{}")),
                "components[0].pays (an object): must have either amount or rateOf."
                        + " Maybe one of the two was meant for another component.");
    }

    @Test
    void unknownAndMissingFieldsAreRefused() {
        refused(
                scheme("", with(",\"wieght\":1")),
                "components[0].wieght (1): must be a known field: id, input, curve, pays, weight, gates, ramp, threshold,"
                        + " cap, clawback. Maybe weight.");
        refused(
                scheme("", with(",\"gates\":[{\"input\":\"score\"}]")),
                "components[0].gates[0].atLeast (absent): is required. Maybe it has another name.");
        refused(
                "{\"id\":\"s\",\"version\":1,\"currency\":\"EUR\",\"components\":[]}",
                "rounding (absent): is required. Maybe it has another name.");
    }

    @Test
    void halfASurrogatePairIsNotWritten() throws IOException {
        PayScheme scheme =
                PayScheme.of("\ud83d", 1, CurrencyUnit.EUR, BigDecimal.ZERO, new Rounding(RoundingMode.HALF_UP, 2));
        assertThatThrownBy(() -> KpiJackson3.writePayScheme(scheme, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("must not have half a surrogate pair. Maybe a text was cut inside an emoji.");
    }
}
