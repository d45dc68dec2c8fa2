package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MeetingKind;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OpportunityStatus;
import io.github.saleskpi.event.Precision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The opportunities of one rep, from opening to close, with the contacts in between. Mutable and not thread-safe. */
final class SimulatedDeals {
    private static final List<String> SEGMENTS = List.of("small", "middle", "large");
    private static final int MINUTES_A_DAY = 9 * 60;

    private final Habits habits;
    private final Dice dice;
    private final Logbook log;
    private int deals;

    SimulatedDeals(Habits habits, Dice dice, Logbook log) {
        this.habits = habits;
        this.dice = dice;
        this.log = log;
    }

    /** An opportunity that comes up some hours after that contact, and is won with that probability. */
    void begin(Instant contact, String person, @Nullable String request, @Nullable String call, double chance) {
        String deal = habits.rep() + "-o" + ++deals;
        String segment = dice.oneOf(SEGMENTS, 60, 30, 10);
        Instant opened = OfficeHours.after(contact, Duration.ofMinutes(dice.between(1, 900)));
        BigMoney amount = amount(segment);
        log.write(OpportunityOpened.of(header(deal + ":open", opened, segment), deal)
                .withPersonId(person)
                .withRequestId(request)
                .withOriginCallId(call)
                .withAmount(dice.happens(0.7) ? amount : null));
        Instant closed =
                OfficeHours.after(opened, Duration.ofMinutes((long) (dice.around(days(segment), 0.6) * MINUTES_A_DAY)));
        contacts(deal, person, segment, opened, closed);
        if (dice.happens(0.03)) {
            log.write(move(deal + ":invalid", closed, segment, deal, OpportunityStatus.INVALID));
            return;
        }
        boolean named = dice.happens(0.95);
        if (dice.happens(0.6)) {
            Instant offered = opened.plus(Duration.between(opened, closed).dividedBy(2));
            log.write(move(deal + ":offer", offered, segment, deal, OpportunityStatus.OPEN)
                    .withStage("offer")
                    .withAmount(named ? amount : null));
        }
        close(deal, segment, closed, dice.happens(chance), named ? amount : null);
    }

    private void close(String deal, String segment, Instant at, boolean won, @Nullable BigMoney amount) {
        OpportunityMoved move = move(deal + ":close", at, segment, deal, status(won))
                .withAmount(won && dice.happens(0.9) ? amount : null)
                .withReason(won ? null : dice.oneOf(List.of("price", "timing", "rival", "silence")));
        if (dice.happens(0.02)) {
            LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
            Instant noon = date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            Header dateOnly = Header.of(move.id(), noon)
                    .withPrecision(Precision.DAY)
                    .withActor(move.actor())
                    .withAttribute("region", habits.region())
                    .withAttribute("segment", segment);
            log.write(new OpportunityMoved(dateOnly, deal, move.status(), null, move.amount(), move.reason()));
            return;
        }
        log.write(move);
        if (dice.happens(0.03)) {
            Instant again = OfficeHours.after(at, Duration.ofMinutes(dice.between(600, 6_000)));
            log.write(move(deal + ":again", again, segment, deal, OpportunityStatus.OPEN));
            Instant then = OfficeHours.after(again, Duration.ofMinutes(dice.between(600, 9_000)));
            log.write(move(deal + ":close2", then, segment, deal, status(dice.happens(0.5))));
        }
    }

    private static OpportunityStatus status(boolean won) {
        return won ? OpportunityStatus.WON : OpportunityStatus.LOST;
    }

    private OpportunityMoved move(String id, Instant at, String segment, String deal, OpportunityStatus status) {
        return OpportunityMoved.of(header(id, at, segment), deal, status);
    }

    private void contacts(String deal, String person, String segment, Instant opened, Instant closed) {
        int number = dice.times(1.6);
        for (int i = 1; i <= number; i++) {
            Instant wanted =
                    opened.plus(Duration.between(opened, closed).multipliedBy(i).dividedBy(number + 1L));
            Instant at = OfficeHours.after(wanted, Duration.ofSeconds(dice.between(0, 7_200)));
            String id = deal + "-t" + i;
            if (dice.happens(0.5)) {
                MessageSent message = MessageSent.of(header(id, at, segment), id)
                        .withOpportunityId(deal)
                        .withPersonId(person);
                log.write(dice.happens(0.6) ? message.withLinks(List.of(Link.content(id + "-l"))) : message);
            } else if (dice.happens(0.8)) {
                log.write(CallEnded.of(header(id, at, segment), id, CallDirection.OUTBOUND)
                        .withOpportunityId(deal)
                        .withPersonId(person)
                        .withDuration(Duration.ofSeconds(dice.between(30, 900)))
                        .withOutcome(dice.happens(0.6) ? CallOutcome.CONVERSATION : CallOutcome.NO_ANSWER));
            } else {
                MeetingKind kind = dice.happens(0.4) ? MeetingKind.PRESENTATION : MeetingKind.MEETING;
                log.write(MeetingHeld.of(header(id, at, segment), id, kind)
                        .withOpportunityId(deal)
                        .withPersonId(person));
            }
        }
    }

    private BigMoney amount(String segment) {
        double median = segment.equals("small") ? 1_800 : segment.equals("middle") ? 6_500 : 24_000;
        long tens = Math.max(10, (long) (dice.around(median, 0.5) / 10));
        return BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(tens * 10));
    }

    private static double days(String segment) {
        return segment.equals("small") ? 9 : segment.equals("middle") ? 17 : 32;
    }

    private Header header(String id, Instant at, String segment) {
        return log.header(id, at)
                .withRep(habits.rep())
                .withAttribute("region", habits.region())
                .withAttribute("segment", segment);
    }
}
