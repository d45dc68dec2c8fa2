package io.github.saleskpi.event;

import java.util.SortedMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Money came in, or went back; credited to the acting rep. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param paymentId the payment
 * @param opportunityId the opportunity that it concerns, or null
 * @param amount how much; negative for a refund or a credit note
 */
public record PaymentReceived(
        Header header, String paymentId, @Nullable String opportunityId, BigMoney amount) implements SalesEvent {
    public PaymentReceived {
        Check.present("paymentId", paymentId);
        Check.presentOrNull("opportunityId", opportunityId);
        amount = Check.money(amount);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static PaymentReceived of(Header header, String paymentId, BigMoney amount) {
        return new PaymentReceived(header, paymentId, null, amount);
    }

    /** The same event with that opportunity. */
    public PaymentReceived withOpportunityId(@Nullable String opportunityId) {
        return new PaymentReceived(header, paymentId, opportunityId, amount);
    }

    @Override
    public String type() {
        return "paymentReceived";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("paymentId", paymentId)
                .with("opportunityId", opportunityId)
                .with("amount", amount)
                .sorted();
    }
}
