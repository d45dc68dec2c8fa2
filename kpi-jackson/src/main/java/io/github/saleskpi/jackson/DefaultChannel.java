package io.github.saleskpi.jackson;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The channel of an event that names none. */
final class DefaultChannel {
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String MEETING = "meeting";

    private DefaultChannel() {}

    /** That of the event's type, or null if it has none. */
    static @Nullable String of(SalesEvent event) {
        if (event instanceof CallEnded) {
            return PHONE;
        }
        if (event instanceof MessageSent || event instanceof MessageReceived) {
            return EMAIL;
        }
        if (event instanceof MeetingHeld) {
            return MEETING;
        }
        return event instanceof SocialActivity activity ? activity.network().toLowerCase(Locale.ROOT) : null;
    }
}
