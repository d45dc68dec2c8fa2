package io.github.saleskpi.pay;

import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.pay.PayRun.ChangedInput;
import io.github.saleskpi.pay.PayRun.RestatedLine;
import io.github.saleskpi.pay.PayRun.Restatement;
import io.github.saleskpi.pay.PayRun.Seal;
import io.github.saleskpi.pay.PayStatement.Line;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two sealed runs. */
final class Restating {
    /** Whose pay for when. */
    private record Place(String rep, Period period) {}

    /** What one run has to say of a place. */
    private record Side(@Nullable PayFacts facts, Map<String, Line> lines) {
        KpiValue value(Input input) {
            return facts == null ? KpiValue.undefined(Reason.NO_DATA) : facts.value(input);
        }

        @Nullable
        Source source(Input input) {
            return facts == null ? null : facts.sources().get(input);
        }

        BigDecimal amount(String line) {
            Line found = lines.get(line);
            return found == null ? BigDecimal.ZERO : found.amount();
        }

        Set<Input> inputs(String line) {
            Line found = lines.get(line);
            return found == null ? Set.of() : found.inputs().keySet();
        }

        SortedSet<Input> inputs() {
            SortedSet<Input> all = new TreeSet<>();
            lines.values().forEach(line -> all.addAll(line.inputs().keySet()));
            return all;
        }
    }

    private Restating() {}

    static Restatement between(Seal before, Seal after) {
        if (!before.scheme().currency().equals(after.scheme().currency())) {
            throw new IllegalArgumentException("currency (" + after.scheme().currency() + "): the sealed run pays in "
                    + before.scheme().currency() + ". Maybe it is another scheme.");
        }
        SortedMap<Place, Side> old = sides(before);
        SortedMap<Place, Side> now = sides(after);
        SortedSet<Place> places = new TreeSet<>(old.comparator());
        places.addAll(old.keySet());
        places.addAll(now.keySet());
        Side none = new Side(null, Map.of());
        List<RestatedLine> lines = new ArrayList<>();
        List<ChangedInput> inputs = new ArrayList<>();
        for (Place place : places) {
            Side was = old.getOrDefault(place, none);
            Side is = now.getOrDefault(place, none);
            List<ChangedInput> changed = changed(place, was, is);
            inputs.addAll(changed);
            lines.addAll(lines(place, was, is, changed));
        }
        return new Restatement(before, after, terms(before, after), lines, inputs);
    }

    private static SortedMap<Place, Side> sides(Seal seal) {
        SortedMap<Place, Side> sides =
                new TreeMap<>(Comparator.comparing(Place::rep).thenComparing(Place::period));
        for (int i = 0; i < seal.statements().size(); i++) {
            PayStatement statement = seal.statements().get(i);
            Map<String, Line> lines = new LinkedHashMap<>();
            statement.lines().forEach(line -> lines.put(line.id(), line));
            sides.put(
                    new Place(statement.rep(), statement.period()),
                    new Side(seal.facts().get(i), lines));
        }
        return sides;
    }

    private static List<ChangedInput> changed(Place place, Side was, Side is) {
        SortedSet<Input> all = was.inputs();
        all.addAll(is.inputs());
        List<ChangedInput> changed = new ArrayList<>();
        for (Input input : all) {
            if (!CanonicalText.of(was.value(input)).equals(CanonicalText.of(is.value(input)))) {
                Source source = is.source(input);
                changed.add(new ChangedInput(
                        place.rep,
                        place.period,
                        input,
                        source == null ? was.source(input) : source,
                        was.value(input),
                        is.value(input)));
            }
        }
        return changed;
    }

    private static List<RestatedLine> lines(Place place, Side was, Side is, List<ChangedInput> changed) {
        Set<String> ids = new LinkedHashSet<>(was.lines.keySet());
        ids.addAll(is.lines.keySet());
        List<RestatedLine> lines = new ArrayList<>();
        for (String id : ids) {
            if (was.amount(id).compareTo(is.amount(id)) != 0) {
                List<ChangedInput> own = changed.stream()
                        .filter(one -> was.inputs(id).contains(one.input())
                                || is.inputs(id).contains(one.input()))
                        .toList();
                lines.add(new RestatedLine(
                        place.rep, place.period, id, was.amount(id), is.amount(id), own.isEmpty() ? changed : own));
            }
        }
        return lines;
    }

    private static List<String> terms(Seal before, Seal after) {
        List<String> terms = new ArrayList<>();
        if (!before.scheme().equals(after.scheme())) {
            terms.add("scheme " + before.scheme().id() + "@" + before.scheme().version() + " became "
                    + after.scheme().id() + "@" + after.scheme().version());
        }
        if (!before.planVersions().equals(after.planVersions())) {
            terms.add("plan " + before.planVersions() + " became " + after.planVersions());
        }
        if (!before.definitions().equals(after.definitions())) {
            terms.add("definitions " + before.definitions() + " became " + after.definitions());
        }
        return terms;
    }
}
