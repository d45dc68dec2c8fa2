package io.github.saleskpi.event;

import java.util.SortedMap;

/**
 * A rep did something on a social network. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param network the network; the default channel
 * @param kind what was done
 * @param count how often, at least 1
 */
public record SocialActivity(Header header, String network, Kind kind, int count) implements SalesEvent {
    /** What was done on a social network. */
    public enum Kind {
        /** A post of one's own. */
        POST,
        /** A comment. */
        COMMENT,
        /** Something passed on. */
        SHARE,
        /** A direct message. */
        MESSAGE,
        /** A new connection. */
        CONNECTION,
        /** A mere like; no activity by itself. */
        REACTION;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

    public SocialActivity {
        header = header.withDefaultChannel(network);
        Check.present("network", network);
        Check.atLeastOne("count", count);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static SocialActivity of(Header header, String network, Kind kind) {
        return new SocialActivity(header, network, kind, 1);
    }

    /** The same event with that count. */
    public SocialActivity withCount(int count) {
        return new SocialActivity(header, network, kind, count);
    }

    @Override
    public String type() {
        return "socialActivity";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("network", network)
                .with("kind", kind)
                .with("count", count)
                .sorted();
    }
}
