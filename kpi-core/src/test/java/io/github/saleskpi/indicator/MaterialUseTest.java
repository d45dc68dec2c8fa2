package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.MATERIAL_USE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 6 of the definitions. The catalogue has a1 and a2 since February unless said otherwise. */
class MaterialUseTest {
    private static final String PRIMARY = MATERIAL_USE.primary().name();
    private static final String NOTE = "catalogue-inferred";

    private static History shelf(String... lines) {
        return new History("02-01 09:00 - publishes a1", "02-01 09:00 - publishes a2").and(lines);
    }

    private static List<String> unused(History history) {
        return ((KpiValue.Defined) history.value(MATERIAL_USE, "unused-assets")).items();
    }

    private static String perOpportunity(History history) {
        KpiValue.Defined value = (KpiValue.Defined) history.value(MATERIAL_USE, "per-opportunity");
        return value.numerator() + "/" + value.denominator() + " = " + value.amount();
    }

    @Test
    void itIsARatioWithoutAnIntervalOfWhichMoreIsBetter() {
        assertThat(MATERIAL_USE.id()).hasToString("material-use@1");
        assertThat(MATERIAL_USE.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(MATERIAL_USE.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        KpiValue value = shelf("03-02 09:00 r1 uses a1 SENT").value(MATERIAL_USE);
        assertThat(((KpiValue.Defined) value).bounds()).isNull();
        assertThat(value.sample()).isEqualTo(2);
        assertThat(value.notes()).isEmpty();
    }

    @Test
    void itsCompanionsAreTheNamedOnesAndNoOthers() {
        assertThat(MATERIAL_USE.companions())
                .extracting(Figure::name)
                .containsExactly("uses", "assets-used", "catalogue", "unused-assets", "per-opportunity");
    }

    // What is a use

    @ParameterizedTest
    @ValueSource(strings = {"INSERTED", "SENT", "PRESENTED"})
    void anAssetInsertedSentOrPresentedIsUsed(String use) {
        assertThat(shelf("03-02 09:00 r1 uses a1 " + use).says(MATERIAL_USE)).isEqualTo("1/2");
    }

    @Test
    void anAssetOnlyViewedIsNot() {
        History history = shelf("03-02 09:00 r1 uses a1 VIEWED");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("0/2");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("0");
        assertThat(history.leftOut(MATERIAL_USE)).isEqualTo(Map.of("viewed-only", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q1", "o1", "-", "q1 invisibly"})
    void anAssetInAMessageIsUsed(String message) {
        History history = shelf("03-02 09:00 r1 writes " + message + " with=a1,a2");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("2/2");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("2");
    }

    @Test
    void anAssetTwiceInAMessageIsUsedOnce() {
        History history = shelf("03-02 09:00 r1 writes q1 with=a1,a1");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("1");
        assertThat(history.leftOut(MATERIAL_USE)).isEmpty();
    }

    @Test
    void anAssetInTwoMessagesIsUsedTwice() {
        History history = shelf("03-02 09:00 r1 writes q1 with=a1", "03-02 09:00 r1 writes q1 with=a1");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("2");
        assertThat(history.says(MATERIAL_USE, "assets-used")).isEqualTo("1");
    }

    @Test
    void aMessageAndAUseToldApartAreAUseEach() {
        History history = shelf("03-02 09:00 r1 writes q1 with=a1", "03-02 09:00 r1 uses a1 SENT");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("2");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("1/2");
    }

    @Test
    void aMessageWithoutAssetsIsNoUseAndNotLeftOut() {
        History history = shelf("03-02 09:00 r1 writes q1", "03-02 09:00 bot writes q1");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("0");
        assertThat(history.leftOut(MATERIAL_USE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"automation:r1", "bot", "import:r1", "unknown:r1", "-"})
    void whatNoHumanUsesIsLeftOut(String actor) {
        History history = shelf(
                "03-02 09:00 " + actor + " uses a1 SENT",
                "03-02 09:00 " + actor + " writes q1 with=a1",
                "03-02 09:00 " + actor + " uses a9 VIEWED");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("0/2");
        assertThat(history.leftOut(MATERIAL_USE)).isEqualTo(Map.of("not-human", 3L));
    }

    @Test
    void creditGoesToTheUserInThePeriodOfTheUse() {
        History history = shelf("03-02 09:00 r1 uses a1 SENT", "04-02 09:00 human uses a1 SENT");
        assertThat(history.byRep(MATERIAL_USE, "uses")).isEqualTo(Map.of("r1", "1", "-", "1"));
        assertThat(history.inMonth(MATERIAL_USE, "uses", 3)).isEqualTo("1");
        assertThat(history.inMonth(MATERIAL_USE, PRIMARY, 5)).isEqualTo("0/2");
    }

    @Test
    void assetsAreDistinctOverRepsAndTheCompany() {
        History history = shelf(
                "03-02 09:00 r1 uses a1 SENT",
                "03-02 09:00 r2 uses a1 SENT",
                "03-02 09:00 r2 uses a2 SENT",
                "03-03 09:00 r2 uses a2 SENT");
        assertThat(history.byRep(MATERIAL_USE, PRIMARY)).isEqualTo(Map.of("r1", "1/2", "r2", "2/2"));
        assertThat(history.says(MATERIAL_USE)).isEqualTo("2/2");
        assertThat(history.says(MATERIAL_USE, "assets-used")).isEqualTo("2");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("4");
    }

    // The catalogue

    @ParameterizedTest(name = "published {0}, in {1}: {2}")
    @CsvSource({
        "03-01 00:00, 2, 2",
        "02-28 23:59:59.999999999, 2, 3",
        "03-31 23:59:59, 3, 3",
        "04-01 00:00, 3, 2",
    })
    void anAssetIsInTheCatalogueIfPublishedBeforeTheEndOfThePeriod(String published, int month, String count) {
        History history = shelf(published + " - publishes a3");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", month)).isEqualTo(count);
    }

    @ParameterizedTest(name = "retired {0}, in {1}: {2}")
    @CsvSource({
        "03-01 00:00, 2, 2",
        "03-01 00:00, 3, 1",
        "02-28 23:59:59, 3, 1",
        "03-01 00:00:00.000000001, 3, 2",
        "03-31 23:59:59, 4, 1",
    })
    void anAssetIsNotInTheCatalogueIfRetiredAtOrBeforeTheStartOfThePeriod(String retired, int month, String count) {
        assertThat(shelf(retired + " - retires a1").inMonth(MATERIAL_USE, "catalogue", month))
                .isEqualTo(count);
    }

    @Test
    void anAssetPublishedAtTheMomentOfLookingIsNotYetInTheCatalogue() {
        History history = shelf("03-10 09:00 - publishes a3").asOf("03-10 09:00");
        assertThat(history.says(MATERIAL_USE, "catalogue")).isEqualTo("2");
        assertThat(history.asOf("03-10 09:00:00.000000001").says(MATERIAL_USE, "catalogue"))
                .isEqualTo("3");
    }

    @Test
    void anAssetUsedTheMomentItIsPublishedIsInTheNumeratorOnlyOnceItIsInTheCatalogue() {
        History history = shelf("03-10 09:00 - publishes a3", "03-10 09:00 r1 uses a3 SENT")
                .asOf("03-10 09:00");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("0/2");
        assertThat(history.says(MATERIAL_USE, "assets-used")).isEqualTo("1");
        assertThat(history.asOf("03-10 09:00:00.000000001").says(MATERIAL_USE)).isEqualTo("1/3");
    }

    @Test
    void theBoundsOfThePeriodAreOfTheReportsZone() {
        History history =
                shelf("02-28 18:15 - retires a1", "03-31 18:15 - publishes a3").in("Asia/Kathmandu");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 3)).isEqualTo("1");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 2)).isEqualTo("2");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 4)).isEqualTo("2");
    }

    @Test
    void anAssetPublishedAndRetiredWithinThePeriodIsInItsCatalogue() {
        History history = shelf("03-05 09:00 - publishes a3", "03-06 09:00 - retires a3");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 3)).isEqualTo("3");
    }

    @Test
    void anAssetRepublishedIsInTheCatalogueAgain() {
        History history =
                shelf("02-10 09:00 - retires a1", "04-10 09:00 - publishes a1", "04-20 09:00 r1 uses a1 SENT");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 3)).isEqualTo("1");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 4)).isEqualTo("2");
        assertThat(history.inMonth(MATERIAL_USE, PRIMARY, 4)).isEqualTo("1/2");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 5)).isEqualTo("2");
        assertThat(history.says(MATERIAL_USE, "catalogue")).isEqualTo("2");
    }

    @Test
    void anAssetPublishedTwiceIsThereOnce() {
        assertThat(shelf("02-10 09:00 - publishes a1").says(MATERIAL_USE, "catalogue"))
                .isEqualTo("2");
    }

    @Test
    void theCatalogueIsTheSameForEveryRep() {
        History history = shelf("03-02 09:00 r1 uses a1 SENT", "03-02 09:00 r2 uses a2 VIEWED");
        assertThat(history.byRep(MATERIAL_USE, "catalogue")).containsEntry("r1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1 uses a3 SENT", "r1 writes q1 with=a3"})
    void aUseBeforeThePublishingIsLeftOut(String use) {
        History history = shelf("03-10 09:00 - publishes a3").and("03-10 08:59:59 " + use);
        assertThat(history.says(MATERIAL_USE)).isEqualTo("0/3");
        assertThat(history.leftOut(MATERIAL_USE)).isEqualTo(Map.of("not-in-catalogue", 1L));
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("0");
    }

    @Test
    void aUseAtThePublishingCounts() {
        History history = shelf("03-10 09:00 - publishes a3", "03-10 09:00 r1 uses a3 SENT id=a");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("1/3");
        assertThat(history.leftOut(MATERIAL_USE)).isEmpty();
    }

    @Test
    void aUseJustBeforeTheRetirementCounts() {
        assertThat(shelf("03-10 09:00 - retires a1", "03-10 08:59:59 r1 uses a1 SENT")
                        .says(MATERIAL_USE))
                .isEqualTo("1/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00", "09:00:01"})
    void aUseAtOrAfterTheRetirementIsLeftOut(String time) {
        History history = shelf("03-10 09:00 - retires a1", "03-10 " + time + " r1 uses a1 SENT id=a");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("0/2");
        assertThat(history.leftOut(MATERIAL_USE)).isEqualTo(Map.of("not-in-catalogue", 1L));
    }

    @Test
    void aUseOfAnAssetNeverPublishedIsLeftOut() {
        History history = shelf("03-10 09:00 r1 uses a9 SENT", "03-10 09:00 r1 uses a9 VIEWED");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("0/2");
        assertThat(history.leftOut(MATERIAL_USE)).isEqualTo(Map.of("not-in-catalogue", 1L, "viewed-only", 1L));
    }

    @Test
    void ofAMessageOnlyTheAssetsOutsideTheCatalogueAreLeftOut() {
        History history = shelf("03-10 09:00 r1 writes q1 with=a1,a9");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("1/2");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("1");
    }

    @Test
    void withNothingInTheCatalogueThereIsNoData() {
        History history = shelf("01-05 09:00 - asks q1", "03-10 09:00 r1 uses a1 SENT");
        assertThat(history.inMonth(MATERIAL_USE, PRIMARY, 1)).isEqualTo("NO_DATA");
        assertThat(history.inMonth(MATERIAL_USE, "catalogue", 1)).isEqualTo("0");
    }

    // Without a catalogue

    @Test
    void withoutAnyPublishingTheCatalogueIsEveryAssetEverUsedByAHuman() {
        History history = new History(
                "03-02 09:00 r1 uses a1 SENT",
                "04-02 09:00 r2 writes q1 with=a2",
                "04-02 09:00 r2 uses a3 VIEWED",
                "04-02 09:00 bot uses a4 SENT");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("2/2");
        assertThat(history.inMonth(MATERIAL_USE, PRIMARY, 3)).isEqualTo("1/2");
        assertThat(history.byRep(MATERIAL_USE, PRIMARY))
                .containsEntry("r1", "1/2")
                .containsEntry("r2", "1/2");
        assertThat(history.value(MATERIAL_USE).notes()).containsExactly(NOTE);
        assertThat(history.says(MATERIAL_USE, "catalogue")).isEqualTo("2");
    }

    @Test
    void aRetirementAloneIsNoCatalogue() {
        History history = new History("03-01 09:00 - retires a9", "03-02 09:00 r1 uses a1 SENT");
        assertThat(history.says(MATERIAL_USE)).isEqualTo("1/1");
        assertThat(history.value(MATERIAL_USE).notes()).containsExactly(NOTE);
        assertThat(history.leftOut(MATERIAL_USE)).isEmpty();
    }

    @Test
    void withoutPublishingsAndUsesThereIsNoData() {
        assertThat(new History("03-01 09:00 - asks q1").says(MATERIAL_USE)).isEqualTo("NO_DATA");
    }

    @Test
    void aPublishingThatArrivesLateOrIsTakenBackSwitchesTheCatalogue() {
        History history = new History(
                "03-02 09:00 r1 uses a1 SENT",
                "03-03 09:00 r1 uses a2 SENT",
                "03-01 09:00 - publishes a1 recorded=2026-03-10T00:00Z id=late",
                "03-20 00:00 - retracts late");
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(MATERIAL_USE)
                .every(Granularity.ALL)
                .build());
        KpiLedger one = engine.newLedger();
        history.events().forEach(one::add);
        Map<String, String> expected =
                Map.of("03-09 00:00", "2/2", "03-10 00:00", "1/1", "03-19 23:59", "1/1", "03-20 00:00", "2/2");
        for (String known :
                List.of("03-09 00:00", "03-20 00:00", "03-10 00:00", "03-09 00:00", "03-19 23:59", "03-20 00:00")) {
            Viewpoint viewpoint = Viewpoint.asOf(History.instant("04-01 00:00")).withKnownAt(History.instant(known));
            KpiValue value = one.report(viewpoint).value(MATERIAL_USE, Scope.company(), Period.all());
            assertThat(History.text(MATERIAL_USE, PRIMARY, value)).as(known).isEqualTo(expected.get(known));
            assertThat(value.notes())
                    .as(known)
                    .isEqualTo("2/2".equals(expected.get(known)) ? List.of(NOTE) : List.of());
            assertThat(one.report(viewpoint))
                    .hasToString(history.events().stream()
                            .collect(engine.collector(viewpoint))
                            .toString());
        }
    }

    // Companions

    @Test
    void unusedAssetsAreTheListOfThoseInTheCatalogueThatNobodyOfTheScopeUsed() {
        History history = shelf("02-01 09:00 - publishes a0", "03-02 09:00 r1 uses a1 SENT");
        assertThat(unused(history)).containsExactly("a0", "a2");
        assertThat(unused(shelf("03-02 09:00 r1 writes q1 with=a1,a2"))).isEmpty();
    }

    @Test
    void unusedAssetsOfARepAreThoseThatTheRepDidNotUse() {
        History history = shelf("03-02 09:00 r1 uses a1 SENT", "03-02 09:00 r2 uses a2 SENT");
        assertThat(history.byRep(MATERIAL_USE, "unused-assets")).isEqualTo(Map.of("r1", "1", "r2", "1"));
        assertThat(unused(history)).isEmpty();
    }

    @Test
    void perOpportunityIsUsesThatNameOneByOpportunitiesNamed() {
        History history = shelf(
                "03-02 09:00 r1 uses a1 SENT for=o1",
                "03-02 09:00 r1 uses a1 SENT for=o1",
                "03-02 09:00 r1 writes o2 with=a1,a2",
                "03-02 09:00 r1 uses a2 SENT",
                "03-02 09:00 r1 writes o3",
                "03-02 09:00 r1 uses a2 VIEWED for=o4");
        assertThat(perOpportunity(history)).isEqualTo("4/2 = 2");
        assertThat(history.says(MATERIAL_USE, "uses")).isEqualTo("5");
    }

    @Test
    void perOpportunityOfNoneIsNoData() {
        assertThat(shelf("03-02 09:00 r1 uses a1 SENT").says(MATERIAL_USE, "per-opportunity"))
                .isEqualTo("NO_DATA");
    }

    @Test
    void mergedOpportunitiesAreOne() {
        History history = shelf(
                "03-02 09:00 r1 uses a1 SENT for=o1",
                "03-02 09:00 r2 uses a1 SENT for=o2",
                "03-05 09:00 - merges o1 o2");
        assertThat(perOpportunity(history)).isEqualTo("2/1 = 2");
        assertThat(history.byRep(MATERIAL_USE, "per-opportunity")).isEqualTo(Map.of("r1", "1", "r2", "1"));
    }
}
