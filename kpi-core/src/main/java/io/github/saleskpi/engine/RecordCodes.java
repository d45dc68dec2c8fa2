package io.github.saleskpi.engine;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import java.util.List;

/** How events that correct what was recorded, and those of a team's own, are taken apart. */
final class RecordCodes {
    static final List<EventCode<?>> ALL = List.of(
            new EventCode<>(
                    EventRetracted.class,
                    (event, parts) -> parts.text(event.targetId()).labelOrNull(event.reason()),
                    (like, header, parts) -> new EventRetracted(header, parts.text(), parts.text(like.reason()))),
            new EventCode<>(
                    IdentityMerged.class,
                    (event, parts) ->
                            parts.word(event.kind()).text(event.fromId()).text(event.intoId()),
                    (like, header, parts) -> {
                        String fromId = parts.text();
                        return new IdentityMerged(header, like.kind(), fromId, parts.text());
                    }),
            new EventCode<>(
                    CustomEvent.class,
                    (event, parts) -> parts.word(event.name())
                            .textOrNull(event.subjectId())
                            .decimalOrNull(event.quantity()),
                    (like, header, parts) -> new CustomEvent(
                            header, like.name(), parts.text(like.subjectId()), parts.decimal(like.quantity()))));

    private RecordCodes() {}
}
