package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann moves from north to south on 4 March; Bob is always in north. */
class TeamSharesTest {
    private static final String SOURCE = """
            package com.example;

            import io.github.saleskpi.event.CallEnded;
            import io.github.saleskpi.indicator.Indicator;
            import io.github.saleskpi.indicator.Indicators;
            import java.util.Collection;
            import java.util.List;

            public final class Shares implements Indicators.Source {
                @Override
                public Collection<Indicator> indicators() {
                    Indicator calls = Indicator.count("calls").of(CallEnded.class).build();
                    return List.of(Indicator.shareOfTeam("share-of-calls", calls).build());
                }
            }
            """;
    private static final String CALL =
            "{\"type\":\"callEnded\",\"id\":\"e%d\",\"occurredAt\":\"2026-03-0%dT09:00:00Z\",\"actor\":{\"repId\":\"%s\"},"
                    + "\"callId\":\"c%d\",\"direction\":\"outbound\",\"outcome\":\"reached\"}\n";

    @TempDir
    private static Path folder;

    private static Path plugins;
    private static String events;
    private static String people;
    private static String plan;
    private static String pay;

    @BeforeAll
    static void writeTheFiles() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        PluginJar.write(plugins.resolve("shares.jar"), "Shares", SOURCE, PluginJar.INDICATORS);
        events = file(
                "events.ndjson",
                CALL.formatted(1, 2, "ann", 1)
                        + CALL.formatted(2, 3, "bob", 2)
                        + CALL.formatted(3, 5, "bob", 3)
                        + CALL.formatted(4, 6, "bob", 4)
                        + CALL.formatted(5, 6, "ann", 5));
        people = file("people.json", """
                {"teams":[{"id":"north","parent":null},{"id":"south","parent":null}],"members":[
                {"rep":"ann","team":"north","from":"2026-01-01","to":"2026-03-04"},
                {"rep":"ann","team":"south","from":"2026-03-04","to":null},
                {"rep":"bob","team":"north","from":"2026-01-01","to":null}]}""");
        String target =
                "{\"id\":\"%s\",\"indicator\":\"share-of-calls\",%s,\"period\":\"2026-03\",\"goal\":{\"atLeast\":0.5}}";
        plan = file(
                "plan.json",
                "{\"id\":\"p\",\"versions\":[{\"effectiveFrom\":\"2026-01-01\",\"targets\":["
                        + target.formatted("bob", "\"who\":\"rep:bob\"")
                        + ","
                        + target.formatted("ann", "\"who\":\"rep:ann\"")
                        + ","
                        + target.formatted("ann-north", "\"who\":\"rep:ann\",\"team\":\"north\"")
                        + "]}]}");
        pay = file("pay.json", """
                {"id":"s","version":1,"currency":"EUR","base":"1000","rounding":{"mode":"half-up","scale":2},"components":[
                {"id":"bonus","input":{"fact":"share-of-calls"},"pays":{"amount":"100"},"curve":{"linear":[{"at":"0","gives":"0"},{"at":"1","gives":"1"}]}},
                {"id":"north","input":{"attainment":"ann-north"},"pays":{"amount":"10"},"curve":{"linear":[{"at":"0","gives":"0"},{"at":"1","gives":"1"}]}}]}""");
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }

    private static Ran kpi(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--plugins", plugins.toString(), "--organization", people));
        all.addAll(List.of("--as-of", "2026-04-01T00:00:00Z"));
        return Ran.kpi(all.toArray(String[]::new));
    }

    @Test
    void aTargetOnAShareOfTheTeamIsComparedInTheTeamThatItNamesOrTheRepWasIn() {
        Ran json = kpi("report", events, "--plan", plan, "--format", "json");
        assertThat(json.err()).isEmpty();
        assertThat(json.json().get("plan"))
                .extracting(each -> each.get("target").asString() + " "
                        + each.get("who").asString() + " " + each.path("team").asString("-") + " " + each.get("fact"))
                .containsExactly("ann rep:ann - null", "ann-north rep:ann north 0.25", "bob rep:bob north 0.75");
        Ran table = kpi("report", events, "--plan", plan);
        assertThat(table.out())
                .containsPattern("ann in north +2026-03 +share-of-calls")
                .contains("bob in north");
    }

    @Test
    void itIsExplainedByWhatTheRepAndTheTeamDid() {
        Ran ran = kpi("explain", events, "--plan", plan, "--target", "bob", "--who", "rep:bob", "--period", "2026-03");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("target of rep:bob on share-of-calls@1, in force from 2026-01-01, read in rep:bob,team:north")
                .contains("3 calls / 4 calls in the team = 0.75");
        Ran none = kpi("explain", events, "--plan", plan, "--target", "ann", "--who", "rep:ann", "--period", "2026-03");
        assertThat(none.out()).contains("fact: NOT_APPLICABLE (several-teams:north, south)");
    }

    @Test
    void aComponentOnItPaysAndIsExplained() {
        Ran json = kpi("report", events, "--plan", plan, "--pay", pay, "--format", "json");
        assertThat(json.err()).isEmpty();
        assertThat(json.json().get("pay"))
                .extracting(each ->
                        each.get("rep").asString() + " " + each.get("total").asString())
                .containsExactly("ann 1005.00", "bob 1075.00"); // half of 10, and three quarters of 100
        assertThat(json.json()
                        .get("pay")
                        .get(0)
                        .get("lines")
                        .get(1)
                        .get("unpaid")
                        .asString())
                .isEqualTo("share-of-calls@1 is NOT_APPLICABLE (several-teams:north, south)");
        Ran bonus = component("bonus", "bob");
        assertThat(bonus.err()).isEmpty();
        assertThat(bonus.out()).contains("75", "3 calls / 4 calls in the team = 0.75");
        Ran north = component("north", "ann");
        assertThat(north.out())
                .contains("ann-north of rep:ann in 2026-03: MISSED")
                .contains("1 calls / 4 calls in the team = 0.25");
        assertThat(component("bonus", "ann").out()).contains("NOT_APPLICABLE (several-teams:north, south)");
    }

    private static Ran component(String id, String rep) {
        return kpi(
                "explain",
                events,
                "--plan",
                plan,
                "--pay",
                pay,
                "--component",
                id,
                "--who",
                "rep:" + rep,
                "--period",
                "2026-03");
    }

    @Test
    void withoutAnOrganizationANamedTeamIsRefused() {
        Ran ran = Ran.kpi("report", events, "--plan", plan, "--plugins", plugins.toString());
        assertThat(ran.status()).isEqualTo(Status.WRONG_USAGE);
        assertThat(ran.err()).contains("target ann-north of rep:ann,team:north", "--organization FILE");
    }
}
