package io.github.saleskpi.oracle;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Leans on events of several stories, on what belongs to the company only, and on totals of all time. */
final class MaterialsShown implements Storyline<MaterialsShown.Role> {
    enum Role {
        PUBLISHED,
        SHOWN
    }

    private static final Measure<String, SortedSet<String>> CATALOGUE = Measure.distinct("catalogue");
    private static final Measure<String, SortedSet<String>> SHOWN = Measure.distinct("shown");

    static final Indicator INDICATOR = OddIndicators.of(
            "materials-shown",
            List.of(new MaterialsShown()),
            OddIndicators.figure("share", Unit.RATIO, MaterialsShown::share),
            OddIndicators.figure("shown", Unit.LIST, t -> KpiValue.list(t.of(SHOWN))),
            OddIndicators.figure("own-catalogue", Unit.LIST, t -> KpiValue.list(t.of(CATALOGUE))),
            OddIndicators.figure(
                    "catalogue", Unit.LIST, t -> KpiValue.list(t.company().of(CATALOGUE))),
            OddIndicators.figure(
                    "catalogue-ever",
                    Unit.LIST,
                    t -> KpiValue.list(t.ever().company().of(CATALOGUE))),
            OddIndicators.figure(
                    "ever-catalogue",
                    Unit.LIST,
                    t -> KpiValue.list(t.company().ever().of(CATALOGUE))),
            OddIndicators.figure(
                    "shown-ever", Unit.LIST, t -> KpiValue.list(t.ever().of(SHOWN))),
            OddIndicators.figure("team", Unit.LIST, t -> ofTeam(t.team())),
            OddIndicators.figure("team-ever", Unit.LIST, t -> ofTeam(t.team().map(Totals::ever))),
            OddIndicators.figure("ever-team", Unit.LIST, t -> ofTeam(t.ever().team())),
            OddIndicators.figure("place", Unit.LIST, MaterialsShown::places));

    private static KpiValue ofTeam(Optional<Totals> team) {
        return team.isPresent()
                ? KpiValue.list(team.get().of(SHOWN))
                : KpiValue.undefined(KpiValue.Reason.NOT_APPLICABLE);
    }

    private static KpiValue share(Totals totals) {
        int catalogue = totals.company().of(CATALOGUE).size();
        return KpiValue.ratio(totals.of(SHOWN).size(), catalogue);
    }

    private static KpiValue places(Totals totals) {
        return KpiValue.list(List.of(
                place(totals),
                place(totals.company()),
                place(totals.ever()),
                place(totals.ever().company()),
                place(totals.company().ever()),
                totals.company().team().map(MaterialsShown::place).toString(),
                totals.team().map(MaterialsShown::place).toString(),
                totals.team().flatMap(Totals::team).map(MaterialsShown::place).toString(),
                totals.team().map(Totals::company).map(MaterialsShown::place).toString(),
                totals.team().map(Totals::ever).map(MaterialsShown::place).toString(),
                totals.ever().team().map(MaterialsShown::place).toString()));
    }

    private static String place(Totals totals) {
        return totals.frame().scope() + " " + totals.frame().period() + " "
                + totals.frame().viewpoint().asOf() + " " + totals.frame().baseCurrency();
    }

    @Override
    public Subject subject() {
        return Subject.ASSET;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof AssetPublished) {
            return Role.PUBLISHED;
        }
        return event instanceof AssetUsed || event instanceof MessageSent ? Role.SHOWN : null;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        String name = story.key().orElse("none of " + story.facts().get(0).id());
        for (Fact<Role> fact : story.facts()) {
            if (fact.role() == Role.PUBLISHED) {
                out.company(fact).add(CATALOGUE, name);
            } else {
                out.credit(fact.rep(), fact)
                        .add(SHOWN, name + "/" + story.facts().size());
            }
        }
    }
}
