package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a ledger with a floor says of periods from there on is what the whole ledger says, to the byte. */
class FloorProperties {
    private final Map<String, Integer> census = new TreeMap<>();

    @Test
    void aLedgerWithAFloorSaysOfItsPeriodsWhatTheWholeLedgerSays() {
        for (long seed = 0; seed < Tries.of(70); seed++) {
            new Cut(seed).run();
        }
        System.out.println("Census of floors: " + census);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isPositive());
        }
    }

    private void note(String what, int times) {
        census.merge(what, times, Integer::sum);
    }

    /** A whole ledger, what was left of it at a floor, and how both go on. */
    private final class Cut {
        private final long seed;
        private final Chance chance;
        private final DenseHistory history;
        private final Viewpoints viewpoints;
        private final KpiQuery query;
        private final KpiLedger whole;
        private final Set<String> idsBefore = new HashSet<>();
        private final Set<Subject> subjects = new HashSet<>();
        private final Map<Subject, Set<String>> left = new HashMap<>();
        private KpiLedger rest;
        private LocalDate floor;

        Cut(long seed) {
            this.seed = seed;
            this.chance = new Chance(seed + 77);
            this.history = new DenseHistory(seed);
            Question question = OddIndicators.question(seed, history.start());
            if (question.every().compareTo(Granularity.WEEK) > 0 && question.every() != Granularity.ALL) {
                question = question.ofEachDay();
            }
            this.viewpoints = new Viewpoints(seed, history.start(), question.calendar());
            this.query = Script.queryOf(question);
            query.indicators()
                    .forEach(indicator ->
                            indicator.storylines().forEach(storyline -> subjects.add(storyline.subject())));
            this.whole = KpiEngine.of(query).newLedger();
            this.rest = whole;
            this.floor = question.calendar().dateOf(history.start()).plusDays(1L + chance.below(9));
            if (question.every() == Granularity.WEEK) {
                floor = query.calendar().periodOf(floor, Granularity.WEEK).to();
            }
            if (query.to().isPresent() && !floor.isBefore(query.to().orElseThrow())) {
                floor = query.to().orElseThrow().minusDays(1);
            }
            floor = query.every() == Granularity.ALL
                    ? floor
                    : query.calendar().periodOf(floor, query.every()).from();
        }

        void run() {
            history.next(chance.of(15, 30, 60)).forEach(whole::add);
            BusyDay.of(seed, history.start()).forEach(whole::add);
            cut();
            same();
            goOn();
            same();
            if (chance.percent(50)) {
                floor = query.every() == Granularity.ALL
                        ? floor.plusDays(1)
                        : query.calendar().periodOf(floor, query.every()).to();
                if (query.to().map(floor::isBefore).orElse(true)) {
                    note("floors moved on", 1);
                    cut();
                    same();
                    goOn();
                    same();
                }
            }
        }

        private void cut() {
            KpiLedger before = rest;
            if (chance.percent(50)) {
                before.report(before == whole ? Viewpoint.asOf(history.start()) : from());
            }
            rest = before.since(floor, Duration.ofHours(chance.of(0, 0, 12, 48)));
            long gone = before.events().count() - rest.events().count();
            note("versions left behind", (int) gone);
            note("versions kept", (int) rest.events().count());
            note("ledgers that left something behind", gone > 0 ? 1 : 0);
            Set<SalesEvent> held = new HashSet<>(rest.events().toList());
            before.events().forEach(event -> {
                idsBefore.add(event.id());
                for (Subject subject : subjects) {
                    for (String key : SubjectIndex.keysOf(subject, event)) {
                        boolean isKept = rest.keeps(subject, key);
                        note((isKept ? "facts of stories kept: " : "facts of stories left behind: ") + subject, 1);
                        if (!isKept) {
                            left.computeIfAbsent(subject, all -> new HashSet<>())
                                    .add(key);
                            note("facts of a story left behind and of one kept", held.contains(event) ? 1 : 0);
                        }
                    }
                }
            });
        }

        /** Further events of stories that are kept or new, or of nothing that was left behind. */
        private void goOn() {
            for (SalesEvent event : history.next(25)) {
                boolean isHeld = rest.holds(event.id());
                if (!isHeld && idsBefore.contains(event.id())) {
                    note("events of an id left behind, passed over", 1);
                } else if (touches(event)) {
                    note("further events of stories left behind, passed over", 1);
                } else {
                    KpiLedger.Added added = rest.add(event);
                    note("further events: " + added, 1);
                    if (added != KpiLedger.Added.TOO_EARLY) {
                        whole.add(event);
                    }
                }
            }
        }

        /** Whether it is of a story that was left behind; or, of before the floor, of one that was not there. */
        private boolean touches(SalesEvent event) {
            if (event instanceof IdentityMerged merge && merge.kind() != IdentityKind.REP) {
                return left.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().identity().equals(Optional.of(merge.kind()))
                                && (entry.getValue().contains(merge.fromId())
                                        || entry.getValue().contains(merge.intoId())));
            }
            if (event instanceof EventRetracted retraction) {
                return idsBefore.contains(retraction.targetId()) && !rest.holds(retraction.targetId());
            }
            for (Subject subject : subjects) {
                if (!rest.admits(event, subject)
                        || SubjectIndex.keysOf(subject, event).stream()
                                .anyMatch(left.getOrDefault(subject, Set.of())::contains)) {
                    return true;
                }
            }
            return false;
        }

        private Viewpoint from() {
            Viewpoint drawn = viewpoints.next(history.drawn());
            Instant start = query.calendar().startOf(floor);
            return new Viewpoint(
                    drawn.asOf().isBefore(start) ? start : drawn.asOf(),
                    drawn.knownAt().isBefore(start) ? start : drawn.knownAt());
        }

        private void same() {
            KpiQuery asked = Floor.from(query, floor);
            for (int i = 0; i < 3; i++) {
                Viewpoint from = from();
                KpiReport expected = whole.report(asked, from);
                KpiReport got = rest.report(from);
                assertThat(withoutAllTimes(got, got))
                        .as("seed %s from %s", seed, from)
                        .isEqualTo(withoutAllTimes(expected, got));
                note("reports", 1);
                note("cells compared", got.cells().size());
                LocalDate today = query.calendar().dateOf(from.asOf());
                for (LocalDate day = floor; !day.isAfter(today); day = day.plusDays(1)) {
                    Period period = query.calendar().periodOf(day, query.every());
                    for (Indicator indicator : query.indicators()) {
                        if (indicator.id().toString().startsWith("acquaintances")) {
                            continue; // reads all times
                        }
                        assertThat(got.value(indicator, Scope.company(), period))
                                .as("seed %s: %s in %s from %s", seed, indicator.id(), period, from)
                                .isEqualTo(expected.value(indicator, Scope.company(), period));
                    }
                }
            }
        }

        /** All that it says of its cells, but for figures that read all times where the other cannot know these any more. */
        private List<String> withoutAllTimes(KpiReport report, KpiReport other) {
            Set<String> unknown = new HashSet<>();
            other.failures().stream()
                    .filter(failure -> failure.message().contains("were left behind"))
                    .forEach(failure -> {
                        assertThat(Indicators.all()).doesNotContain(failure.indicator());
                        unknown.add(figureOf(failure));
                    });
            note("figures of all times that are not known", report == other ? unknown.size() : 0);
            return report.toString()
                    .lines()
                    .skip(1)
                    .filter(line -> unknown.stream().noneMatch(line::contains) && !line.contains("were left behind"))
                    .toList();
        }

        private static String figureOf(KpiReport.Failure failure) {
            return failure.indicator().id()
                    + failure.place().substring(failure.place().lastIndexOf(' ')) + " = ";
        }
    }
}
