package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** An event in its role, by what was noted of it. What is written into something old costs a fence: mostly numbers. */
final class NotedFact<R extends Enum<R>> extends FactView<R> {
    private final NotedStory story;
    private final int storyline;
    private int row;
    private int role;
    private @Nullable R asked;
    private @Nullable SalesEvent event;

    NotedFact(NotedStory story, int storyline) {
        this.story = story;
        this.storyline = storyline;
    }

    void moveTo(int toRow, int inRole, @Nullable R inRoleAsked) {
        row = toRow;
        role = inRole;
        if (asked != inRoleAsked) {
            asked = inRoleAsked;
        }
        if (event != null) {
            event = null;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the storyline itself gave it
    public R role() {
        return asked == null ? (R) story.standing().roles().get(storyline, role) : asked;
    }

    @Override
    public SalesEvent event() {
        SalesEvent known = event;
        if (known == null) {
            known = story.read(row);
            if (story.standing().makesAnew()) {
                event = known;
            }
        }
        return known;
    }

    @Override
    public <E extends SalesEvent> E like(Class<E> type) {
        return type.cast(story.likeOf(row));
    }

    private boolean isTakenApart() {
        return story.isTakenApart(row);
    }

    private @Nullable Object detail(Detail detail) {
        return story.standing().detail(story.notes().event(row), detail);
    }

    @Override
    public @Nullable Duration duration() {
        return isTakenApart() ? (Duration) detail(Detail.DURATION) : super.duration();
    }

    @Override
    public int count() {
        if (!isTakenApart()) {
            return super.count();
        }
        Object own = detail(Detail.COUNT);
        return own == null ? 1 : (int) own;
    }

    @Override
    public @Nullable BigMoney amount() {
        return isTakenApart() ? (BigMoney) detail(Detail.AMOUNT) : super.amount();
    }

    @Override
    public @Nullable String messageId() {
        return isTakenApart() ? (String) detail(Detail.MESSAGE) : super.messageId();
    }

    @Override
    @SuppressWarnings("unchecked") // there are no other details of that name
    public List<Link> links() {
        if (!isTakenApart()) {
            return super.links();
        }
        Object own = detail(Detail.LINKS);
        return own == null ? List.of() : Collections.unmodifiableList((List<Link>) own);
    }

    @Override
    public @Nullable String linkId() {
        return isTakenApart() ? (String) detail(Detail.LINK) : super.linkId();
    }

    @Override
    public @Nullable String callId() {
        return isTakenApart() ? (String) detail(Detail.CALL) : super.callId();
    }

    @Override
    public @Nullable String originCallId() {
        return isTakenApart() ? (String) detail(Detail.ORIGIN_CALL) : super.originCallId();
    }

    @Override
    public @Nullable String ownerRepId() {
        return isTakenApart() ? (String) detail(Detail.OWNER) : super.ownerRepId();
    }

    @Override
    public @Nullable String attribute(String name) {
        return isTakenApart() ? story.standing().attribute(story.notes().event(row), name) : super.attribute(name);
    }

    @Override
    public String id() {
        return event().id();
    }

    @Override
    public Instant at() {
        return Instant.ofEpochSecond(story.notes().second(row), story.notes().nano(row));
    }

    @Override
    public Moment moment() {
        return story.momentOf(row);
    }

    @Override
    public boolean dayOnly() {
        return story.notes().isDayOnly(row);
    }

    @Override
    public boolean isBefore(Fact<?> other) {
        if (dayOnly() || other.dayOnly()) {
            return moment().isBefore(other.moment());
        }
        if (other instanceof NotedFact<?> noted && noted.isOf(story.notes())) {
            return story.notes().compareTimes(row, noted.row) < 0;
        }
        return at().isBefore(other.at());
    }

    @SuppressWarnings("ReferenceEquality") // rows are numbers within one list
    private boolean isOf(Notes others) {
        return story.notes() == others;
    }

    @Override
    long day(Days days) {
        return dayOnly()
                ? Days.dateOnly(story.notes().second(row))
                : days.dayOf(story.notes().second(row));
    }

    @Override
    public @Nullable String named(IdentityKind kind) {
        return story.named(row, kind);
    }
}
