package io.github.saleskpi.indicator;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.MoneyTotal;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** How many of the decided opportunities were won, each once. */
final class WinRate implements Indicator, Storyline<WinRate.Role> {
    /** What an event is to an opportunity. */
    enum Role {
        OPENING,
        MOVE
    }

    /** The definitions that differ in one point each. */
    enum Variant {
        STANDARD,
        CREATED_COHORT,
        FIRST_CLOSE,
        BY_VALUE,
        WITH_STALE
    }

    private static final Measure<Long, Long> WON = Measure.count("won");
    private static final Measure<Long, Long> LOST = Measure.count("lost");
    private static final Measure<Long, Long> OPENED = Measure.count("opened");
    private static final Measure<Long, Long> OPEN = Measure.count("still-open");
    private static final Measure<BigMoney, MoneyTotal> WON_AMOUNT = Measure.money("won-amount");
    private static final Measure<BigMoney, MoneyTotal> CLOSED_AMOUNT = Measure.money("closed-amount");
    private static final Measure<Observation, Distribution> CYCLE = Measure.distribution("cycle");
    private static final Rule NO_OPENING = new Rule("no-opening", "its opening is not known");
    private static final Rule NO_AMOUNT = new Rule("no-amount", "closed, but no amount is known");
    private static final Rule CLOSED_BEFORE_OPENING =
            new Rule("closed-before-opening", "won before it was opened; left out of the cycle time only");

    private final Variant variant;
    private final IndicatorId id;
    private final int staleDays;

    private WinRate(Variant variant, String name, int staleDays) {
        this.variant = variant;
        this.id = IndicatorId.of(name, 1);
        this.staleDays = staleDays;
    }

    static WinRate of(Variant variant, String name) {
        return new WinRate(variant, name, 0);
    }

    static WinRate withStale(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days until stale (" + days + "): must be at least 1. Maybe 90.");
        }
        return new WinRate(Variant.WITH_STALE, "win-rate/with-stale(" + days + ")", days);
    }

    @Override
    public IndicatorId id() {
        return id;
    }

    @Override
    public String formula() {
        return switch (variant) {
            case STANDARD -> "won / (won + lost), each opportunity once, at its last close";
            case CREATED_COHORT -> "won so far / opened in the period, invalid ones aside";
            case FIRST_CLOSE -> "won / (won + lost), each opportunity once, by its first close";
            case BY_VALUE -> "amount won / (amount won + amount lost), each opportunity once, at its last close";
            case WITH_STALE -> "won / (won + lost), where open for more than " + staleDays + " x 24 h is lost";
        };
    }

    @Override
    public List<Rule> rules() {
        return switch (variant) {
            case STANDARD, FIRST_CLOSE, WITH_STALE ->
                List.of(Course.INVALID_OPPORTUNITY, Course.STILL_OPEN, CLOSED_BEFORE_OPENING);
            case CREATED_COHORT -> List.of(Course.INVALID_OPPORTUNITY, NO_OPENING, CLOSED_BEFORE_OPENING);
            case BY_VALUE -> List.of(Course.INVALID_OPPORTUNITY, Course.STILL_OPEN, NO_AMOUNT, CLOSED_BEFORE_OPENING);
        };
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public Subject subject() {
        return Subject.OPPORTUNITY;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof OpportunityOpened) {
            return Role.OPENING;
        }
        return event instanceof OpportunityMoved ? Role.MOVE : null;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        return List.of(Course.start(story, Role.OPENING, Role.MOVE));
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        Course<Role> course = Course.of(story.facts(Role.MOVE));
        Fact<Role> start = Course.start(story, Role.OPENING, Role.MOVE);
        String owner = story.ownerAt(start.moment());
        boolean invalid = course.status() == OpportunityMoved.Status.INVALID;
        if (invalid) {
            out.leaveOut(owner, start, Course.INVALID_OPPORTUNITY);
        } else if (variant == Variant.CREATED_COHORT) {
            tellCohort(story, course, start, owner, out);
        } else {
            Optional<Fact<Role>> close = course.closing(variant == Variant.FIRST_CLOSE);
            if (close.isPresent()) {
                tellClose(story, start, close.get(), out);
            } else {
                tellOpen(story, course, start, owner, out);
            }
        }
        if (!invalid && variant != Variant.CREATED_COHORT) {
            story.first(Role.OPENING)
                    .ifPresent(opening -> out.aside().credit(owner, opening).count(OPENED));
        }
    }

    private void tellClose(Story<Role> story, Fact<Role> start, Fact<Role> close, Contributions out) {
        String owner = story.ownerAt(close.moment());
        String rep = owner != null ? owner : close.rep();
        Optional<BigMoney> amount = Course.lastAmount(story.facts());
        boolean counts = variant != Variant.BY_VALUE || amount.isPresent();
        if (!counts) {
            out.leaveOut(story.ownerAt(start.moment()), start, NO_AMOUNT);
        }
        Contribution closed = (counts ? out : out.aside()).credit(rep, close).because(start);
        amount.ifPresent(money -> closed.add(CLOSED_AMOUNT, money));
        if (Course.statusOf(close) == OpportunityMoved.Status.LOST) {
            closed.count(LOST);
        } else {
            closed.count(WON);
            amount.ifPresent(money -> closed.add(WON_AMOUNT, money));
            addCycle(story, close, closed, out);
        }
    }

    private void tellOpen(
            Story<Role> story, Course<Role> course, Fact<Role> start, @Nullable String owner, Contributions out) {
        if (variant == Variant.WITH_STALE) {
            Fact<Role> opened = course.reopening() == null ? start : course.reopening();
            Moment passes = staleAt(story, opened);
            if (story.reached(opened.dayOnly() ? passes.at() : passes.at().plusNanos(1))) {
                out.credit(story.ownerAt(passes), start, passes).count(LOST);
                return;
            }
        }
        out.leaveOut(owner, start, Course.STILL_OPEN);
    }

    private Moment staleAt(Story<Role> story, Fact<Role> opened) {
        if (!opened.dayOnly()) {
            return new Moment(opened.at().plus(Duration.ofDays(staleDays)), false, story.calendar());
        }
        LocalDate next = opened.moment().date().plusDays(staleDays + 1L);
        return new Moment(story.calendar().startOf(next), false, story.calendar());
    }

    private static void tellCohort(
            Story<Role> story, Course<Role> course, Fact<Role> start, @Nullable String owner, Contributions out) {
        if (start.role() != Role.OPENING) {
            out.leaveOut(owner, start, NO_OPENING);
            return;
        }
        Contribution opened = out.credit(owner, start).count(OPENED);
        Fact<Role> close = course.close();
        if (close == null) {
            opened.count(OPEN);
            return;
        }
        opened.because(close);
        if (course.status() == OpportunityMoved.Status.LOST) {
            opened.count(LOST);
        } else {
            opened.count(WON);
            Course.lastAmount(story.facts()).ifPresent(money -> opened.add(WON_AMOUNT, money));
            addCycle(story, close, opened, out);
        }
    }

    private static void addCycle(Story<Role> story, Fact<Role> close, Contribution won, Contributions out) {
        story.first(Role.OPENING).ifPresent(opening -> {
            if (close.isBefore(opening)) {
                out.aside().leaveOut(story.ownerAt(opening.moment()), opening, CLOSED_BEFORE_OPENING);
            } else {
                // where a zone's clocks go back over midnight, a later instant can have the earlier date
                long days = ChronoUnit.DAYS.between(
                        opening.moment().date(), close.moment().date());
                won.add(CYCLE, Observation.ended(Duration.ofDays(Math.max(0, days))));
            }
        });
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("win-rate", Unit.RATIO, Direction.HIGHER_IS_BETTER, formula(), this::winRate));
        figures.add(count("won", Direction.HIGHER_IS_BETTER, "Opportunities won", WON));
        figures.add(count("lost", Direction.LOWER_IS_BETTER, "Opportunities lost", LOST));
        figures.add(count("opened", Direction.HIGHER_IS_BETTER, "Opportunities opened, invalid ones aside", OPENED));
        figures.add(figure(
                        "won-amount",
                        Unit.MONEY,
                        Direction.HIGHER_IS_BETTER,
                        "Amount of those won",
                        t -> t.of(WON_AMOUNT).value(t.frame().baseCurrency()))
                .accruing(true));
        figures.add(figure(
                "average-won",
                Unit.MONEY,
                Direction.HIGHER_IS_BETTER,
                "Amount per opportunity won whose amount is known",
                t -> t.of(WON_AMOUNT).average(t.frame().baseCurrency())));
        figures.add(figure(
                "cycle-time",
                Unit.DURATION,
                Direction.LOWER_IS_BETTER,
                "Median whole days from opening to close of those won",
                t -> t.of(CYCLE).quantile(new BigDecimal("0.5"))));
        if (variant == Variant.CREATED_COHORT) {
            figures.add(count("still-open", Direction.NEUTRAL, "Opportunities not decided yet", OPEN));
        }
        return List.copyOf(figures);
    }

    private KpiValue winRate(Totals totals) {
        return switch (variant) {
            case CREATED_COHORT -> KpiValue.proportion(totals.of(WON), totals.of(OPENED));
            case BY_VALUE ->
                MoneyTotal.ratio(
                        totals.of(WON_AMOUNT),
                        totals.of(CLOSED_AMOUNT),
                        totals.frame().baseCurrency());
            default -> KpiValue.proportion(totals.of(WON), Math.addExact(totals.of(WON), totals.of(LOST)));
        };
    }

    private static Figure count(String name, Direction direction, String text, Measure<Long, Long> measure) {
        return figure(name, Unit.COUNT, direction, text, t -> KpiValue.count(t.of(measure)));
    }

    private static Figure figure(
            String name, Unit unit, Direction direction, String text, Function<Totals, KpiValue> reading) {
        return new Figure(name, unit, direction, text, reading);
    }
}
