package io.github.saleskpi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Viewpoint;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks small histories, each a few lines of {@link History}. */
abstract class CheckedHistories {
    /** The last two events of each history, so that none is the lone latest. */
    static final List<String> QUIET_END =
            List.of("12-30 09:00 - replies - automatically id=y", "12-30 10:00 - replies - automatically id=z");

    static final String[] CLEAN = {
        "03-02 08:00 - replies p3",
        "03-02 09:00 - asks q1 owner=r1 person=p1",
        "03-02 09:10 r1 calls p1,q1 ANSWERED lasting=PT5M key=c1",
        "03-02 09:20 r1 opens o1 person=p1 origin=c1",
        "03-02 10:00 - publishes a1",
        "03-03 09:00 r1 writes p1,o1 with=a1 links=l1 key=m1",
        "03-03 10:00 - clicks m1/l1 HUMAN person=p1",
        "03-03 11:00 r1 uses a1 SENT for=o1",
        "03-04 09:00 r1 on linkedin POST",
        "03-04 10:00 r1 meets p1,o1",
        "03-05 09:00 r1 wins o1",
        "03-05 10:00 r1 cashes o1 amount=EUR_100",
        "03-05 11:00 r2 calls p2 NO_ANSWER id=wrong",
        "03-05 12:00 r2 retracts wrong",
        "03-05 13:00 - merges p3 p1",
        "03-05 14:00 r2 does errand recorded=03-06T14:00"
    };

    final KpiQuery.Builder query = KpiQuery.builder();

    static String[] quiet(String... lines) {
        return Stream.concat(Stream.of(lines), QUIET_END.stream()).toArray(String[]::new);
    }

    static String[] lines(int number, IntFunction<String> line) {
        return IntStream.range(0, number).mapToObj(line).toArray(String[]::new);
    }

    static String[] both(String[] some, String... others) {
        return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
    }

    KpiLedger ledger(String... lines) {
        KpiLedger ledger = KpiEngine.of(query.build()).newLedger();
        new History(lines).events().forEach(ledger::add);
        return ledger;
    }

    DataQuality check(KpiLedger ledger) {
        return DataQuality.of(ledger, query.build(), Viewpoint.asOf(History.instant("12-31 00:00")));
    }

    DataQuality checkLines(long read, long rejected, String... lines) {
        return DataQuality.of(
                ledger(lines), query.build(), Viewpoint.asOf(History.instant("12-31 00:00")), read, rejected, 5);
    }

    /** The checks that find something, with how many of how many. */
    List<String> found(String... lines) {
        return found(check(ledger(quiet(lines))));
    }

    static List<String> found(DataQuality quality) {
        return quality.symptoms().stream()
                .map(symptom -> symptom.check() + " " + symptom.count() + "/" + symptom.lookedAt())
                .toList();
    }

    /** The one symptom of that history. */
    Symptom only(String... lines) {
        List<Symptom> symptoms = check(ledger(quiet(lines))).symptoms();
        assertThat(symptoms).hasSize(1);
        return symptoms.get(0);
    }

    static Organization team(String... reps) {
        Organization.Builder team = Organization.builder().team("north", null);
        Stream.of(reps).forEach(rep -> team.member(rep, "north", LocalDate.parse("2026-01-01"), null));
        return team.build();
    }
}
