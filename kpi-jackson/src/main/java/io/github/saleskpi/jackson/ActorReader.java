package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"kind":"human","repId":"r1"}}; the kind is by default human with a rep, else unknown. */
final class ActorReader implements ValueReader<Actor> {
    private static final List<String> FIELDS = List.of("kind", "repId");
    private static final ValueReader<Actor.Kind> KIND = new WordReader<>(Actor.Kind.values());
    private static final ValueReader<String> REP = EventLine::word;

    @Override
    public Actor read(EventLine line, Token first) {
        line.beginObject(first);
        Actor.@Nullable Kind kind = null;
        @Nullable String repId = null;
        for (String name = line.nextInner(); name != null; name = line.nextInner()) {
            switch (name) {
                case "kind" -> kind = KIND.readOrNull(line, line.next());
                case "repId" -> repId = REP.readOrNull(line, line.next());
                default -> line.unknown(FIELDS);
            }
        }
        if (kind == null) {
            kind = repId == null ? Actor.Kind.UNKNOWN : Actor.Kind.HUMAN;
        }
        return new Actor(kind, repId);
    }
}
