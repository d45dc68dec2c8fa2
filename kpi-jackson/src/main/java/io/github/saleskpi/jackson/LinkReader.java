package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Link;
import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"linkId":"l1","kind":"content"}}; the kind is by default content. */
final class LinkReader implements ValueReader<Link> {
    private static final List<String> FIELDS = List.of("kind", "linkId");
    private static final ValueReader<Link.Kind> KIND = new WordReader<>(Link.Kind.values());
    private static final ValueReader<String> LINK_ID = EventLine::reference;

    @Override
    public Link read(EventLine line, Token first) {
        line.beginObject(first);
        Link.@Nullable Kind kind = null;
        @Nullable String linkId = null;
        for (String name = line.nextInner(); name != null; name = line.nextInner()) {
            switch (name) {
                case "kind" -> kind = KIND.readOrNull(line, line.next());
                case "linkId" -> linkId = LINK_ID.readOrNull(line, line.next());
                default -> line.unknown(FIELDS);
            }
        }
        if (linkId == null) {
            throw EventParser.absent(line.path() + ".linkId");
        }
        return new Link(linkId, kind == null ? Link.Kind.CONTENT : kind);
    }
}
