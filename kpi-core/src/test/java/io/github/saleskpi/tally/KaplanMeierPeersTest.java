package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.PeerCases;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KaplanMeierPeersTest {
    private static final List<Map<String, String>> ROWS = PeerCases.rows("kaplan_meier_R.csv");

    @Test
    void quantilesAreThoseOfR() {
        int defined = 0;
        for (Map<String, String> row : ROWS) {
            Distribution lengths = Lengths.of(sample(row).replace(';', ' '));
            KpiValue ours = lengths.quantile(p(row));
            BigDecimal theirs = seconds(row, "quantile_R");
            if (theirs == null) {
                assertThat(((Undefined) ours).reason()).as("%s", row).isEqualTo(Reason.CENSORED);
            } else {
                assertThat(((Defined) ours).amount()).as("%s", row).isEqualByComparingTo(theirs);
                assertThat(((Defined) ours).bounds()).as("%s", row).isEqualTo(limits(row));
                defined++;
            }
            assertThat(ours.sample()).isEqualTo(sample(row).split(";").length);
        }
        assertThat(ROWS).hasSize(400);
        assertThat(defined).isEqualTo(305);
    }

    @Test
    void limitsAreThoseOfREvenWhereTheQuantileIsNotReached() {
        for (Map<String, String> row : ROWS) {
            String[] words = sample(row).split(";");
            KaplanMeier curve = new KaplanMeier(nanos(words, false), nanos(words, true), Nanos::seconds);
            assertThat(curve.limits(p(row))).as("%s", row).isEqualTo(limits(row));
        }
    }

    private static String sample(Map<String, String> row) {
        return row.get("sample (+ = censored)");
    }

    private static BigDecimal p(Map<String, String> row) {
        return new BigDecimal(row.get("p"));
    }

    private static Bounds limits(Map<String, String> row) {
        return new Bounds(seconds(row, "low_R"), seconds(row, "high_R"));
    }

    private static @Nullable BigDecimal seconds(Map<String, String> row, String column) {
        String cell = row.get(column);
        return cell.isEmpty() ? null : new BigDecimal(cell);
    }

    private static long[] nanos(String[] words, boolean censored) {
        LongStream seconds = Arrays.stream(words)
                .filter(word -> word.endsWith("+") == censored)
                .mapToLong(word -> Long.parseLong(word.replace("+", "")));
        return seconds.map(length -> length * 1_000_000_000).sorted().toArray();
    }
}
