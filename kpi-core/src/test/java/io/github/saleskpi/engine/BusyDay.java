package io.github.saleskpi.engine;

import io.github.saleskpi.History;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What random events hardly ever make: a deal won after many contacts, a quick answer, an e-mail with its clicks. */
final class BusyDay {
    private static final int MOST_CONTACTS = 14;
    private static final int MINUTES_APART = 15;

    private final LocalDate day;
    private final List<String> lines = new ArrayList<>();

    private BusyDay(LocalDate day) {
        this.day = day;
    }

    /** The events of that seed, on the day on which a history begins. Ids and keys are their own, the reps are not. */
    static List<SalesEvent> of(long seed, Instant start) {
        BusyDay busy = new BusyDay(LocalDate.ofInstant(start, ZoneOffset.UTC));
        String rep = "r" + seed % 4;
        String other = "r" + (seed + 1) % 4;
        busy.deal(rep, "o-deal", (int) (seed % (MOST_CONTACTS + 1)));
        busy.deal(other, "o-side", (int) ((seed + 7) % (MOST_CONTACTS + 1)));
        if (seed % 3 == 0) {
            busy.at("13:00", other + " loses o-refund amount=EUR_-120");
        }
        busy.email(rep);
        busy.others(rep, other);
        return new History(busy.lines.toArray(String[]::new)).events();
    }

    private void deal(String rep, String deal, int contacts) {
        at("08:00", rep + " opens " + deal + " channel=xing amount=EUR_100");
        for (int i = 0; i < contacts; i++) {
            at(
                    LocalTime.of(9, 0).plusMinutes((long) i * MINUTES_APART).toString(),
                    rep + " calls " + deal + " REACHED");
        }
        at("09:05", rep + " calls " + deal + " BUSY");
        at("13:00", rep + " wins " + deal + " amount=EUR_120");
        at("13:30", rep + " calls " + deal + " ANSWERED");
    }

    private void email(String rep) {
        at("09:59", "- clicks m-offer/l1 HUMAN person=p1");
        at("10:00", rep + " writes p1 key=m-offer links=l1,l2:signature channel=email again");
        at("10:01", "- clicks m-offer/l1 HUMAN person=p1");
        at("10:01", "- clicks m-offer/l1 INTERNAL");
        at("10:02", "- clicks m-offer/l1 SUSPECTED_BOT");
        at("10:02", "- clicks m-offer/l2 HUMAN");
        at("10:03", rep + " writes p1 key=m-other channel=email first");
    }

    private void others(String rep, String other) {
        at("07:00", "- asks q-quick owner=" + other);
        at("07:03", rep + " writes q-quick");
        at("07:30", rep + " calls p2 CONVERSATION key=c-cold");
        at("07:40", rep + " opens o-cold person=p2 origin=c-cold owner=" + other);
        at("07:50", "- assigns o-cold to=" + rep);
        at("08:00", rep + " does call");
        at("08:30", rep + " calls p3");
        for (SocialActivity.Kind kind : SocialActivity.Kind.values()) {
            at("11:00", other + " on xing " + kind.name());
        }
    }

    private void at(String time, String what) {
        lines.add(day + "T" + time + "Z " + what + " id=b" + lines.size());
    }
}
