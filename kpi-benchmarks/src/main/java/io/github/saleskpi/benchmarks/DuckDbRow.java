package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** One event as a row of the table {@code event}, its columns in their order. Mutable and not thread-safe. */
final class DuckDbRow {
    private final SalesEvent event;
    private @Nullable String owner;
    private @Nullable String call;
    private @Nullable String direction;
    private @Nullable String outcome;
    private @Nullable Long lasted;
    private @Nullable String message;
    private @Nullable Boolean visible;
    private @Nullable Boolean followUp;
    private @Nullable Boolean autoReply;
    private @Nullable List<Link> links;
    private @Nullable String asset;
    private @Nullable List<String> assets;
    private @Nullable String use;
    private @Nullable String activity;
    private @Nullable String status;
    private @Nullable String reason;
    private @Nullable String duplicateOf;
    private @Nullable String target;

    DuckDbRow(SalesEvent event) {
        this.event = event;
        if (event instanceof CallEnded ended) {
            call = ended.callId();
            direction = ended.direction().name();
            outcome = ended.outcome().name();
            Duration length = ended.duration();
            lasted = length == null ? null : micros(Instant.EPOCH.plus(length));
        } else if (event instanceof MessageSent sent) {
            message = sent.messageId();
            visible = sent.visible();
            followUp = sent.followUp();
            links = sent.links();
            assets = sent.assetIds();
        } else if (event instanceof MessageReceived received) {
            autoReply = received.autoReply();
        } else if (event instanceof RequestReceived received) {
            owner = received.ownerRepId();
            duplicateOf = received.duplicateOf();
        } else if (event instanceof RequestClosed closed) {
            reason = closed.reason().name();
        } else if (event instanceof OwnerChanged changed) {
            owner = changed.toRepId();
        } else if (event instanceof SocialActivity social) {
            activity = social.kind().name();
        } else if (event instanceof EventRetracted retracted) {
            target = retracted.targetId();
        } else {
            takeDealOrAsset();
        }
    }

    private void takeDealOrAsset() {
        if (event instanceof OpportunityOpened opened) {
            owner = opened.ownerRepId();
            call = opened.originCallId();
        } else if (event instanceof OpportunityMoved moved) {
            status = moved.status().name();
        } else if (event instanceof AssetUsed used) {
            asset = used.assetId();
            use = used.use().name();
        } else if (event instanceof AssetPublished published) {
            asset = published.assetId();
        } else if (event instanceof AssetRetired retired) {
            asset = retired.assetId();
        }
    }

    void append(DuckDBAppender to) throws SQLException {
        to.beginRow()
                .append(event.id())
                .append(event.type())
                .appendEpochMicros(micros(event.occurredAt()))
                .appendEpochMicros(micros(event.recordedAt()))
                .append(event.actor().kind().name())
                .append(event.actor().repId())
                .append(event.header().channel())
                .append(saidCold())
                .append(event.personId())
                .append(event.requestId())
                .append(event.opportunityId())
                .append(owner)
                .append(call)
                .append(direction)
                .append(outcome)
                .append(lasted)
                .append(message)
                .append(visible)
                .append(followUp)
                .append(autoReply)
                .append(links == null ? null : links.stream().map(Link::linkId).toList())
                .append(
                        links == null
                                ? null
                                : links.stream().map(link -> link.kind().name()).toList())
                .append(asset)
                .append(assets)
                .append(use)
                .append(activity)
                .append(status)
                .append(reason)
                .append(duplicateOf)
                .append(target)
                .endRow();
    }

    private @Nullable Boolean saidCold() {
        String said = event.header().attributes().get("cold");
        return "true".equals(said) ? Boolean.TRUE : "false".equals(said) ? Boolean.FALSE : null;
    }

    private static long micros(Instant at) {
        if (!at.truncatedTo(ChronoUnit.MICROS).equals(at)) {
            throw new IllegalArgumentException("time (" + at + "): must be of whole microseconds here.");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
