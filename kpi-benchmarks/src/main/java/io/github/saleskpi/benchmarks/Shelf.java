package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.Header;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marketing materials: most were there at first, some came and went, and some nobody ever uses. */
final class Shelf {
    private static final double OUT_OF_DATE = 0.03;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int UNUSED = 8;

    private static final List<Material> MATERIALS = List.of(
            atFirst("brochure"),
            until("price-list-2025", LocalDate.of(2026, Month.FEBRUARY, 2)),
            from("price-list-2026", LocalDate.of(2026, Month.JANUARY, 26)),
            atFirst("slides-basic"),
            atFirst("slides-in-depth"),
            atFirst("comparison"),
            atFirst("savings-sheet"),
            atFirst("case-bakery"),
            atFirst("case-clinic"),
            from("case-hotel", LocalDate.of(2026, Month.MARCH, 16)),
            until("case-garage", LocalDate.of(2026, Month.APRIL, 20)),
            atFirst("questions-and-answers"),
            atFirst("first-week-checklist"),
            from("demo-film", LocalDate.of(2026, Month.FEBRUARY, 16)),
            from("webinar-spring", LocalDate.of(2026, Month.APRIL, 6)),
            atFirst("security-sheet"),
            from("paper-on-energy", LocalDate.of(2026, Month.MAY, 11)),
            atFirst("contract-in-plain-words"),
            atFirst("paper-on-data"),
            atFirst("webinar-autumn"),
            atFirst("case-school"),
            atFirst("calendar-2026"),
            atFirst("history-of-the-firm"),
            atFirst("poster"),
            from("paper-on-trends", LocalDate.of(2026, Month.MARCH, 2)),
            atFirst("press-kit"));

    private Shelf() {}

    private record Material(
            String id, LocalDate published, @Nullable LocalDate retired) {
        boolean isThere(LocalDate date) {
            return !date.isBefore(published) && (retired == null || date.isBefore(retired));
        }
    }

    private static Material atFirst(String id) {
        return from(id, FIRST);
    }

    private static Material from(String id, LocalDate published) {
        return new Material(id, published, null);
    }

    private static Material until(String id, LocalDate retired) {
        return new Material(id, FIRST, retired);
    }

    /** Writes down what came and went, as the shop for materials exported it. */
    static void stock(Logbook log) {
        for (Material material : MATERIALS) {
            log.write(new AssetPublished(header(log, material.id + ":published", material.published), material.id));
            if (material.retired != null) {
                log.write(new AssetRetired(header(log, material.id + ":retired", material.retired), material.id));
            }
        }
    }

    private static Header header(Logbook log, String id, LocalDate date) {
        return log.header(
                        "asset:" + id,
                        date.atTime(6, 0).atZone(OfficeHours.ZONE).toInstant())
                .withActor(Actor.of(Actor.Kind.IMPORT));
    }

    /** One that is there and that the rep knows; now and then one that is no longer, or not yet, there. */
    static String pick(Habits habits, Instant at, Dice dice) {
        LocalDate date = LocalDate.ofInstant(at, OfficeHours.ZONE);
        int used = MATERIALS.size() - UNUSED;
        int known = Math.max(1, (int) (habits.get(Trait.MATERIALS) * used));
        int favourite = Math.floorMod(habits.rep().charAt(0), used);
        boolean isCareless = dice.happens(OUT_OF_DATE);
        while (true) {
            Material material = MATERIALS.get((favourite + dice.between(0, known)) % used);
            if (isCareless || material.isThere(date)) {
                return material.id;
            }
            known = Math.min(used, known + 1);
        }
    }
}
