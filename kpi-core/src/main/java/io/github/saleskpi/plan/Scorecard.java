package io.github.saleskpi.plan;

import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Every target of a plan compared with its fact, and the scores that follow. Immutable and thread-safe. */
public final class Scorecard {
    /**
     * The weighted attainment of a rep or team in a period: sum(weight x attainment clamped to [0, cap]) / sum(weight)
     * over the targets with data, to 34 digits, half-even; below its threshold a target counts 0.
     *
     * @param who a rep or a team
     * @param period of targets with just this period
     * @param score 0 to the cap; null where no target with a weight has data
     * @param noData the ids of the targets without data, or whose rule of attainment has no answer; sorted
     * @param arithmetic a step for each target that counts, named by its id, and {@code score} last, if there is one
     */
    public record Score(
            Scope who,
            Period period,
            @Nullable BigDecimal score,
            List<String> noData,
            List<Comparison.Step> arithmetic) {
        public Score {
            arithmetic = List.copyOf(arithmetic);
            score = Decimals.canonicalIfAny(score);
            noData = noData.stream().sorted().toList();
        }
    }

    private record Place(Scope who, Period period) {}

    private final Plan plan;
    private final Viewpoint viewpoint;
    private final List<Comparison> comparisons;
    private final List<Score> scores;
    private final Map<Place, List<Comparison>> byPlace = new HashMap<>();
    private final Map<Place, Score> scoreOf = new HashMap<>();

    Scorecard(Plan plan, Viewpoint viewpoint, List<Comparison> comparisons, List<Score> scores) {
        this.plan = plan;
        this.viewpoint = viewpoint;
        this.comparisons = List.copyOf(comparisons);
        this.scores = List.copyOf(scores);
        this.comparisons.forEach(
                each -> byPlace.computeIfAbsent(new Place(each.who(), each.period()), place -> new ArrayList<>())
                        .add(each));
        this.scores.forEach(each -> scoreOf.put(new Place(each.who(), each.period()), each));
    }

    /** The same, with only those comparisons and scores whose scope and period are chosen. */
    public Scorecard showing(BiPredicate<Scope, Period> chosen) {
        return new Scorecard(
                plan,
                viewpoint,
                comparisons.stream()
                        .filter(each -> chosen.test(each.who(), each.period()))
                        .toList(),
                scores.stream()
                        .filter(each -> chosen.test(each.who(), each.period()))
                        .toList());
    }

    /** What was planned. */
    public Plan plan() {
        return plan;
    }

    /** From where the facts were looked at. */
    public Viewpoint viewpoint() {
        return viewpoint;
    }

    /** All comparisons: by the text of the scope, then by that of the period, then by the target's id. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** Those of that scope in that period, by the target's id. */
    public List<Comparison> comparisons(Scope who, Period period) {
        return Collections.unmodifiableList(byPlace.getOrDefault(new Place(who, period), List.of()));
    }

    /** That of one target; empty if the target does not concern them then. */
    public Optional<Comparison> comparison(String target, Scope who, Period period) {
        return comparisons(who, period).stream()
                .filter(each -> each.target().id().equals(target))
                .findFirst();
    }

    /** The scores of reps and teams: by the text of the scope, then by that of the period. */
    public List<Score> scores() {
        return scores;
    }

    /** The score of that rep or team in that period; empty if no target concerns them then. */
    public Optional<Score> score(Scope who, Period period) {
        return Optional.ofNullable(scoreOf.get(new Place(who, period)));
    }
}
