package io.github.saleskpi.engine;

import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The persons that a ledger has forgotten, and what is left of an event that names one of them. Not thread-safe.
 *
 * <p>A person is remembered as the SHA-256 digest of the id only, so that an event which comes again does not bring the
 * person back. What is left of an event is a function of that event and of the set of digests, and leaving out more
 * persons commutes; so forgetting commutes with adding and with merging.
 */
final class Erasures {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String DOMAIN = "person ";

    private final SortedSet<String> digests = new TreeSet<>();

    /** Returns whether any of them is new. */
    boolean addAll(Collection<String> more) {
        for (String digest : more) {
            if (!DIGEST.matcher(digest).matches()) {
                throw new IllegalArgumentException(
                        "digest (" + digest
                                + "): must have 64 hexadecimal digits in lower case. Maybe it is the id of a person: see forget.");
            }
        }
        return digests.addAll(more);
    }

    SortedSet<String> digests() {
        return Collections.unmodifiableSortedSet(digests);
    }

    /** What is left of an event: itself, itself without the person, or null for nothing. */
    @Nullable
    SalesEvent of(SalesEvent event) {
        if (digests.isEmpty()) {
            return event;
        }
        if (event instanceof IdentityMerged merge) {
            return merge.kind() == IdentityKind.PERSON && (has(merge.fromId()) || has(merge.intoId())) ? null : event;
        }
        if (event instanceof CustomEvent custom) {
            return has(custom.subjectId()) ? custom.withSubjectId(null) : event;
        }
        return has(event.personId()) ? withoutPerson(event) : event;
    }

    private boolean has(@Nullable String personId) {
        return personId != null && digests.contains(digest(personId));
    }

    private static @Nullable SalesEvent withoutPerson(SalesEvent event) {
        if (event instanceof CallEnded call) {
            return call.withPersonId(null);
        }
        if (event instanceof MessageSent sent) {
            return sent.withPersonId(null);
        }
        if (event instanceof MessageReceived received) {
            return received.withPersonId(null);
        }
        if (event instanceof MeetingHeld meeting) {
            return meeting.withPersonId(null);
        }
        if (event instanceof RequestReceived request) {
            return request.withPersonId(null);
        }
        if (event instanceof OpportunityOpened opening) {
            return opening.withPersonId(null);
        }
        if (event instanceof LinkClicked click) {
            return click.withPersonId(null);
        }
        return event instanceof AssetUsed use ? use.withPersonId(null) : null;
    }

    static String digest(String personId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            (DOMAIN + personId)
                    .chars()
                    .forEach(
                            unit -> { // by code units: encoders would replace half surrogate pairs
                                digest.update((byte) (unit >> 8));
                                digest.update((byte) unit);
                            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every platform has SHA-256", impossible);
        }
    }
}
