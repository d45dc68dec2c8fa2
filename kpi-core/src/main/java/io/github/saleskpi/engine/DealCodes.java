package io.github.saleskpi.engine;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import java.util.List;

/** How events about opportunities and payments are taken apart. */
final class DealCodes {
    static final List<EventCode<?>> ALL = List.of(
            new EventCode<>(
                            OpportunityOpened.class,
                            (event, parts) -> parts.labelOrNull(event.ownerRepId())
                                    .textOrNull(event.originCallId())
                                    .moneyOrNull(event.amount()),
                            (like, header, parts) -> new OpportunityOpened(
                                    header,
                                    parts.opportunityId(),
                                    parts.personId(),
                                    parts.requestIdOrNull(),
                                    parts.text(like.ownerRepId()),
                                    parts.text(like.originCallId()),
                                    parts.money(like.amount())))
                    .reading(Detail.OWNER, (like, parts) -> parts.text(like.ownerRepId()))
                    .reading(
                            Detail.ORIGIN_CALL,
                            (like, parts) -> parts.skip(like.ownerRepId()).text(like.originCallId()))
                    .reading(
                            Detail.AMOUNT,
                            (like, parts) -> parts.skip(like.ownerRepId())
                                    .skip(like.originCallId())
                                    .money(like.amount())),
            new EventCode<>(
                            OpportunityMoved.class,
                            (event, parts) -> parts.word(event.status())
                                    .labelOrNull(event.stage())
                                    .moneyOrNull(event.amount())
                                    .labelOrNull(event.reason()),
                            (like, header, parts) -> new OpportunityMoved(
                                    header,
                                    parts.opportunityId(),
                                    like.status(),
                                    parts.text(like.stage()),
                                    parts.money(like.amount()),
                                    parts.text(like.reason())))
                    .reading(
                            Detail.AMOUNT,
                            (like, parts) -> parts.skip(like.stage()).money(like.amount())),
            new EventCode<>(
                            PaymentReceived.class,
                            (event, parts) -> parts.text(event.paymentId()).moneyOrNull(event.amount()),
                            (like, header, parts) -> new PaymentReceived(
                                    header, parts.text(), parts.opportunityIdOrNull(), parts.moneyLike(like.amount())))
                    .reading(Detail.AMOUNT, (like, parts) -> parts.skip().moneyLike(like.amount())));

    private DealCodes() {}
}
