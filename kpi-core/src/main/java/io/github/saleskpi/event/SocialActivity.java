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
public record SocialActivity(Header header, String network, SocialKind kind, int count) implements SalesEvent {
    public SocialActivity {
        header = header.withDefaultChannel(network);
        Check.present("network", network);
        Check.atLeastOne("count", count);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static SocialActivity of(Header header, String network, SocialKind kind) {
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
