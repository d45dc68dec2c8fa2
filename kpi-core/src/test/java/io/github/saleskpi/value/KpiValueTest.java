package io.github.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class KpiValueTest {
    @Test
    void equalNumbersAreEqualValues() {
        assertThat(KpiValue.of(new BigDecimal("2.50"), 4)).isEqualTo(KpiValue.of(new BigDecimal("2.5"), 4));
        assertThat(KpiValue.of(new BigDecimal("1e2"), 4)).isEqualTo(KpiValue.of(new BigDecimal("100.0"), 4));
        assertThat(KpiValue.of(new BigDecimal("0.000"), 4)).isEqualTo(KpiValue.of(BigDecimal.ZERO, 4));
        assertThat(KpiValue.of(BigDecimal.ONE, 4)).isNotEqualTo(KpiValue.of(BigDecimal.ONE, 5));
    }

    @Test
    void aRatioKeepsItsParts() {
        Defined ratio = (Defined) KpiValue.ratio(1, 3);
        assertThat(ratio.numerator()).isEqualTo(BigDecimal.ONE);
        assertThat(ratio.denominator()).isEqualTo(BigDecimal.valueOf(3));
        assertThat(ratio.sample()).isEqualTo(3);
        assertThat(ratio.bounds()).isNull();
    }

    @Test
    void aQuotientHas34DigitsHalfEven() {
        assertThat(amount(KpiValue.ratio(2, 3))).isEqualTo(new BigDecimal("0.6666666666666666666666666666666667"));
        // 10^34 + 1 over 2, and + 3: both halfway between two numbers of 34 digits
        BigDecimal ten34 = BigDecimal.TEN.pow(34);
        BigDecimal half = BigDecimal.valueOf(20);
        assertThat(amount(KpiValue.ratio(ten34.multiply(BigDecimal.TEN).add(BigDecimal.TEN), half, 1)))
                .isEqualTo(new BigDecimal("5000000000000000000000000000000000"));
        assertThat(amount(KpiValue.ratio(ten34.multiply(BigDecimal.TEN).add(BigDecimal.valueOf(30)), half, 1)))
                .isEqualTo(new BigDecimal("5000000000000000000000000000000002"));
    }

    @Test
    void aQuotientOfCountsIsWhatLongDivisionGivesWhetherItEndsOrNot() {
        long ending = 0;
        List<Long> counts = new ArrayList<>(List.of(
                1L << 40, 5L << 38, 1L << 62, 7_450_580_596_923_828_125L, 999_999_999_999_999_999L, Long.MAX_VALUE));
        for (long count = 0; count <= 300; count++) {
            counts.add(count);
        }
        for (long numerator : counts) {
            for (long denominator : counts) {
                KpiValue expected =
                        KpiValue.ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), denominator);
                assertThat(KpiValue.ratio(numerator, denominator))
                        .as("%s / %s", numerator, denominator)
                        .isEqualTo(expected);
                ending +=
                        expected instanceof Defined defined && defined.amount().precision() < 34 ? 1 : 0;
            }
        }
        assertThat(amount(KpiValue.ratio(-1, 4))).isEqualTo(new BigDecimal("-0.25"));
        assertThat(amount(KpiValue.ratio(1, -4))).isEqualTo(new BigDecimal("-0.25"));
        assertThat(amount(KpiValue.ratio(-Long.MAX_VALUE, 4))).isEqualTo(new BigDecimal("-2305843009213693951.75"));
        assertThat(amount(KpiValue.ratio(Long.MAX_VALUE, -4))).isEqualTo(new BigDecimal("-2305843009213693951.75"));
        assertThat(amount(KpiValue.ratio(Long.MIN_VALUE, Long.MIN_VALUE))).isEqualTo(BigDecimal.ONE);
        assertThat(ending).isGreaterThan(10_000);
        System.out.println("Census of quotients: " + counts.size() * counts.size() + ", ending " + ending);
    }

    @Test
    void aRatioOverZeroIsNoDataAndKeepsItsSample() {
        assertThat(KpiValue.ratio(5, 0)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(KpiValue.ratio(BigDecimal.ONE, new BigDecimal("0.00"), 7))
                .isEqualTo(KpiValue.undefined(Reason.NO_DATA, 7));
        assertThat(KpiValue.proportion(0, 0)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void aProportionCarriesItsWilsonInterval() {
        Defined share = (Defined) KpiValue.proportion(2, 10);
        assertThat(share.bounds()).isEqualTo(Bounds.wilson(2, 10));
        assertThat(share.amount()).isEqualTo(new BigDecimal("0.2"));
        assertThat(share.sample()).isEqualTo(10);
    }

    @Test
    void aCountIsItsOwnSampleAndZeroIsACount() {
        assertThat(KpiValue.count(3).sample()).isEqualTo(3);
        assertThat(KpiValue.count(0)).isEqualTo(KpiValue.of(BigDecimal.ZERO, 0));
    }

    @Test
    void moneyKeepsItsCurrency() {
        Defined money = KpiValue.money(BigMoney.of(CurrencyUnit.EUR, new BigDecimal("10.00")), 2);
        assertThat(money.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(money.amount()).isEqualTo(BigDecimal.TEN);
    }

    @Test
    void aCensoredValueKnowsWhatItIsAtLeast() {
        Undefined value = KpiValue.censored(new BigDecimal("90.0"), 3);
        assertThat(value.reason()).isEqualTo(Reason.CENSORED);
        assertThat(value.lowerBound()).isEqualTo(new BigDecimal("90"));
        assertThat(value.sample()).isEqualTo(3);
    }

    @Test
    void aListIsSortedByCodeUnitWithoutRepetitions() {
        Defined list = KpiValue.list(List.of("b", "a", "b", "B", "\u0131", "i", "I"));
        assertThat(list.items()).containsExactly("B", "I", "a", "b", "i", "\u0131");
        assertThat(list.amount()).isEqualTo(BigDecimal.valueOf(6));
        assertThat(list.sample()).isEqualTo(6);
    }

    @Test
    void aListIsTheSameWhetherItsNamesCameSortedOrNot() {
        Defined sorted = KpiValue.list(List.of("a", "b", "c"));
        assertThat(KpiValue.list(List.of("b", "c", "a"))).isEqualTo(sorted);
        assertThat(KpiValue.list(List.of("a", "b", "b", "c", "c"))).isEqualTo(sorted);
        assertThat(sorted.items()).containsExactly("a", "b", "c");
        assertThat(KpiValue.list(List.of()).items()).isEmpty();
    }

    @Test
    void notesAreKeptInTheOrderInWhichTheyWereMade() {
        Defined value = KpiValue.count(1).withNote("z").withNote("a");
        assertThat(value.notes()).containsExactly("z", "a");
    }

    @Test
    void listsOfAValueCannotBeChanged() {
        List<String> items = new ArrayList<>(List.of("a"));
        Defined value = new Defined(BigDecimal.ONE, null, null, 1, null, null, items, List.of());
        items.add("b");
        assertThat(value.items()).containsExactly("a");
        assertThatThrownBy(() -> value.items().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static BigDecimal amount(KpiValue value) {
        return ((Defined) value).amount();
    }
}
