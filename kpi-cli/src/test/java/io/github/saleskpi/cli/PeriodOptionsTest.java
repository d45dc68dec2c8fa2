package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code --every}, {@code --zone} and {@code --fiscal-start}, each with each. */
class PeriodOptionsTest {
    /** On the last Sunday of May in universal time, and on the first of June in Sofia. */
    private static final String WON =
            "{\"type\":\"opportunityMoved\",\"id\":\"e\",\"occurredAt\":\"2026-05-31T22:30:00Z\","
                    + "\"opportunityId\":\"o\",\"status\":\"won\"}\n";

    @ParameterizedTest
    @CsvSource(textBlock = """
            day,     january, 2026-05-31, 2026-06-01
            week,    january, 2026-W22,   2026-W23
            month,   january, 2026-05,    2026-06
            quarter, january, 2026-Q2,    2026-Q2
            half,    january, 2026-H1,    2026-H1
            year,    january, 2026,       2026
            all,     january, all,        all
            day,     june,    2026-05-31, 2026-06-01
            week,    june,    2026-W22,   2026-W23
            month,   june,    2026-05,    2026-06
            quarter, june,    FY2026-Q4,  FY2027-Q1
            half,    june,    FY2026-H2,  FY2027-H1
            year,    june,    FY2026,     FY2027
            all,     june,    all,        all
            """)
    void theZoneDecidesTheDateAndTheFiscalStartTheNames(String every, String start, String inUtc, String inSofia) {
        assertThat(period("--every", every, "--fiscal-start", start)).isEqualTo(inUtc);
        assertThat(period("--every", every, "--fiscal-start", start, "--zone", "Europe/Sofia"))
                .isEqualTo(inSofia);
    }

    private static String period(String... more) {
        String[] words = {"report", "-", "--format", "json", "--indicators", "win-rate"};
        String[] all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        JsonNode cells =
                Ran.withInput(WON.getBytes(StandardCharsets.UTF_8), all).json().get("cells");
        assertThat(cells).hasSize(1);
        return cells.get(0).get("period").stringValue();
    }
}
