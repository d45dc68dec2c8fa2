package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Viewpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What each version of each definition says of the simulated team. A definition whose results change gets a new version,
 * under which they are pinned anew ({@code -Dkpi.golden=write}).
 */
class DefinitionVersionsTest {
    private static final List<Indicator> DEFINITIONS = definitions();

    private static List<Indicator> definitions() {
        List<Indicator> all = new ArrayList<>(Indicators.all());
        all.add(Indicators.tasks("call"));
        return all;
    }

    @Test
    void aDefinitionWhoseResultsChangeGetsANewVersion() throws IOException {
        String report = report();
        StringBuilder now = new StringBuilder();
        for (Indicator indicator : DEFINITIONS) {
            String own = report.lines()
                    .filter(line -> line.contains(" " + indicator.id() + " "))
                    .collect(Collectors.joining("\n"));
            assertThat(own.lines().count()).as("lines of %s", indicator.id()).isGreaterThan(6);
            now.append(indicator.id()).append(' ').append(sha256(own)).append('\n');
        }
        assertThat(now.toString().lines())
                .as("results by version: raise the version of what differs, then pin it anew")
                .isEqualTo(Samples.golden("definition-versions.txt", now.toString())
                        .lines()
                        .toList());
    }

    private static String report() throws IOException {
        Path folder = Samples.SIMULATED_TEAM.getParent();
        KpiQuery.Builder query = KpiQuery.builder()
                .indicators(DEFINITIONS)
                .every(Granularity.MONTH)
                .zone(ZoneId.of("Europe/Sofia"))
                .groupBy(Dimension.REP);
        try (InputStream calendar = Files.newInputStream(folder.resolve("calendar.json"));
                InputStream people = Files.newInputStream(folder.resolve("organization.json"));
                InputStream rates = Files.newInputStream(folder.resolve("rates.json"))) {
            query.workingCalendar(KpiJackson3.readCalendar(calendar, new CountryHolidays()))
                    .organization(KpiJackson3.readOrganization(people))
                    .rates(KpiJackson3.readRates(rates));
        }
        KpiLedger ledger = KpiEngine.of(query.build()).newLedger();
        KpiJackson3.eventReader().strict().read(Samples.SIMULATED_TEAM, ledger::add);
        return ledger.report(Viewpoint.asOf(Instant.parse(Samples.JULY))).toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
