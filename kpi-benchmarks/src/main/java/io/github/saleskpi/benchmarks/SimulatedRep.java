package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import java.time.Instant;
import java.time.LocalDate;

/** One rep's days: requests come in, cold calls go out, and something is posted. Mutable and not thread-safe. */
final class SimulatedRep {
    private final Desk desk;
    private final Inquiries inquiries;
    private final ColdCalls calls;
    private final SocialLife social;

    /** Every kind of work has dice of its own, so that a change of one does not change the others. */
    SimulatedRep(Desk desk, Dice seeds) {
        this.desk = desk;
        FollowUpMail mail = new FollowUpMail(desk, seeds.fork());
        Dice customers = seeds.fork();
        DealContacts contacts = new DealContacts(desk, customers, mail);
        SimulatedDeals deals = new SimulatedDeals(desk, seeds.fork(), contacts, new Payments(desk, customers));
        this.inquiries = new Inquiries(desk, seeds.fork(), new Answers(desk, seeds.fork(), mail, deals));
        this.calls = new ColdCalls(desk, seeds.fork(), deals);
        this.social = new SocialLife(desk, seeds.fork(), deals);
    }

    void live(LocalDate from, LocalDate to) {
        mergeAccounts();
        from.datesUntil(to).filter(desk::isManned).forEach(date -> {
            inquiries.live(date);
            social.live(date);
            if (desk.isWorkday(date)) {
                calls.live(date);
            }
        });
    }

    private void mergeAccounts() {
        String rep = desk.habits().rep();
        Instant at = Staff.newAccount(rep);
        if (at != null) {
            String old = Staff.oldAccount(rep);
            desk.log().write(new IdentityMerged(desk.happened(old + ":merged", at), IdentityKind.REP, old, rep));
        }
    }
}
