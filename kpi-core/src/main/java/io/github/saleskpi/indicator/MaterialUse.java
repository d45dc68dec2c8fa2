package io.github.saleskpi.indicator;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much of the catalogue of marketing materials is used. */
final class MaterialUse implements Indicator, Storyline<MaterialUse.Role> {
    /** What an event is to a material. */
    enum Role {
        PUBLISHING,
        RETIREMENT,
        USE,
        SENDING,
        VIEW,
        MACHINE_USE
    }

    private static final IndicatorId ID = IndicatorId.of("material-use", 1);
    private static final Measure<String, SortedSet<String>> USED = Measure.distinct("assets-used");
    private static final Measure<Long, Long> USES = Measure.count("uses");
    private static final Measure<Long, Long> USES_FOR_OPPORTUNITIES = Measure.count("uses-for-opportunities");
    private static final Measure<String, SortedSet<String>> OPPORTUNITIES = Measure.distinct("opportunities");
    private static final Measure<Shelving, SortedSet<Shelving>> CATALOGUE = Shelving.measure();
    private static final Measure<String, SortedSet<String>> EVER_USED = Measure.distinct("ever-used");
    private static final Function<Totals, Catalogue> CATALOGUE_OF_PERIOD = MaterialUse::catalogueOfPeriod;
    private static final Rule VIEWED_ONLY = new Rule("viewed-only", "looked at, and shown to no customer");
    private static final Rule NOT_IN_CATALOGUE =
            new Rule("not-in-catalogue", "before its publishing, or at or after its retirement");
    private static final List<Rule> RULES = List.of(Rule.NOT_HUMAN, VIEWED_ONLY, NOT_IN_CATALOGUE);
    private static final List<Figure> FIGURES = List.of(
            figure(
                    "material-use",
                    Unit.RATIO,
                    Direction.HIGHER_IS_BETTER,
                    "Distinct materials used / catalogue",
                    MaterialUse::use),
            figure("uses", Unit.COUNT, Direction.HIGHER_IS_BETTER, "Uses", t -> KpiValue.count(t.of(USES))),
            figure(
                            "assets-used",
                            Unit.COUNT,
                            Direction.HIGHER_IS_BETTER,
                            "Distinct materials used",
                            t -> KpiValue.count(t.of(USED).size()))
                    .accruing(false),
            figure(
                            "catalogue",
                            Unit.COUNT,
                            Direction.NEUTRAL,
                            "Materials in the catalogue at any moment of the period",
                            t -> noted(t, KpiValue.count(catalogue(t).assets().size())))
                    .accruing(false),
            figure("unused-assets", Unit.LIST, Direction.LOWER_IS_BETTER, "Materials of the catalogue not used", t -> {
                List<String> unused = new ArrayList<>(catalogue(t).sorted());
                unused.removeAll(new HashSet<>(t.of(USED)));
                return noted(t, KpiValue.list(unused));
            }),
            figure(
                    "per-opportunity",
                    Unit.NUMBER,
                    Direction.HIGHER_IS_BETTER,
                    "Uses that name an opportunity / distinct opportunities that they name",
                    t -> KpiValue.ratio(
                            t.of(USES_FOR_OPPORTUNITIES), t.of(OPPORTUNITIES).size())));

    private static Figure figure(
            String name, Unit unit, Direction direction, String text, Function<Totals, KpiValue> reading) {
        return new Figure(name, unit, direction, text, reading);
    }

    private static KpiValue use(Totals totals) {
        Set<String> catalogue = catalogue(totals).assets();
        long used = 0;
        for (String asset : totals.of(USED)) {
            used += catalogue.contains(asset) ? 1 : 0;
        }
        return noted(totals, KpiValue.ratio(used, catalogue.size()));
    }

    /** The materials there are, to look one up and to name them all. */
    private record Catalogue(Set<String> assets, List<String> sorted) {
        static Catalogue of(Set<String> assets) {
            return new Catalogue(assets, assets.stream().sorted().toList());
        }
    }

    private static Catalogue catalogue(Totals totals) {
        return totals.company().once(CATALOGUE_OF_PERIOD);
    }

    private static Catalogue catalogueOfPeriod(Totals company) {
        Totals ever = company.ever();
        SortedSet<Shelving> shelvings = ever.of(CATALOGUE);
        if (shelvings.isEmpty()) {
            return Catalogue.of(Set.copyOf(ever.of(EVER_USED)));
        }
        Set<String> assets = new HashSet<>();
        for (Shelving shelving : shelvings) {
            if (shelving.isWithin(company.frame())) {
                assets.add(shelving.assetId());
            }
        }
        return Catalogue.of(assets);
    }

    private static KpiValue noted(Totals totals, KpiValue value) {
        boolean inferred = totals.company().ever().of(CATALOGUE).isEmpty();
        return inferred && value instanceof KpiValue.Defined defined ? defined.withNote("catalogue-inferred") : value;
    }

    @Override
    public IndicatorId id() {
        return ID;
    }

    @Override
    public String formula() {
        return "distinct materials used / materials in the catalogue at any moment of the period";
    }

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    @Override
    public List<ReferenceFigure> referenceFigures() {
        return List.of(ReferenceFigures.UNUSED_CONTENT);
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public List<Figure> figures() {
        return FIGURES;
    }

    @Override
    public Subject subject() {
        return Subject.ASSET;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof AssetPublished) {
            return Role.PUBLISHING;
        }
        if (event instanceof AssetRetired) {
            return Role.RETIREMENT;
        }
        boolean human = event.actor().isHuman();
        if (event instanceof MessageSent sent) {
            return sent.assetIds().isEmpty() ? null : human ? Role.SENDING : Role.MACHINE_USE;
        }
        if (event instanceof AssetUsed used) {
            return !human ? Role.MACHINE_USE : used.use() == AssetUsed.Use.VIEWED ? Role.VIEW : Role.USE;
        }
        return null;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        List<Fact<Role>> judged = new ArrayList<>(uses(story));
        judged.addAll(story.facts(Role.VIEW));
        judged.addAll(story.facts(Role.MACHINE_USE));
        return judged;
    }

    /** Uses and first sendings: a message counts once. */
    private static List<Fact<Role>> uses(Story<Role> story) {
        Set<@Nullable String> messages = new HashSet<>();
        List<Fact<Role>> uses = new ArrayList<>();
        for (Fact<Role> fact : story.facts()) {
            if (fact.role() == Role.USE || (fact.role() == Role.SENDING && messages.add(fact.messageId()))) {
                uses.add(fact);
            }
        }
        return uses;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        String asset = story.key().orElse("");
        List<Shelving> shelvings = new ArrayList<>();
        for (Fact<Role> fact : story.facts()) {
            Shelving last = shelvings.isEmpty() ? null : shelvings.get(shelvings.size() - 1);
            if (fact.role() == Role.PUBLISHING && (last == null || last.until() != null)) {
                shelvings.add(new Shelving(asset, fact.moment(), null));
            } else if (fact.role() == Role.RETIREMENT && last != null && last.until() == null) {
                shelvings.set(shelvings.size() - 1, new Shelving(asset, last.since(), fact.moment()));
            } else if (fact.role() == Role.VIEW) {
                out.leaveOut(fact, VIEWED_ONLY);
            } else if (fact.role() == Role.MACHINE_USE) {
                out.leaveOut(fact, Rule.NOT_HUMAN);
            }
        }
        story.first(Role.PUBLISHING).ifPresent(first -> {
            Contribution shelved = out.aside().company(first);
            shelvings.forEach(shelving -> shelved.add(CATALOGUE, shelving));
        });
        boolean inferred = !story.isKnown(AssetPublished.class);
        for (Fact<Role> use : uses(story)) {
            out.aside().company(use).add(EVER_USED, asset);
            if (inferred || isHeld(use, shelvings)) {
                count(use, asset, out);
            } else {
                out.leaveOut(use, NOT_IN_CATALOGUE);
            }
        }
    }

    private static boolean isHeld(Fact<Role> use, List<Shelving> shelvings) {
        Moment moment = use.moment();
        for (Shelving shelving : shelvings) {
            if (shelving.holds(moment)) {
                return true;
            }
        }
        return false;
    }

    private static void count(Fact<Role> use, String asset, Contributions out) {
        Contribution counted = out.credit(use.rep(), use).count(USES).add(USED, asset);
        String opportunity = use.named(IdentityKind.OPPORTUNITY);
        if (opportunity != null) {
            counted.count(USES_FOR_OPPORTUNITIES).add(OPPORTUNITIES, opportunity);
        }
    }
}
