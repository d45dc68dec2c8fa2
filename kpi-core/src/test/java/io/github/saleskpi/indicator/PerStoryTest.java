package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.time.WorkingCalendar;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The factories of what is found out of each story. */
class PerStoryTest {
    private static Draft waits() {
        return Indicator.perStory("wait", Subject.REQUEST)
                .from(RequestReceived.class)
                .cutOffBy(RequestClosed.class)
                .to(MessageSent.class);
    }

    private static final Indicator WAIT = waits().build();

    // Lengths

    @Test
    void aStoryLastsFromItsFirstBeginningToTheFirstEndAfterIt() {
        History history = new History(
                "03-02 08:00 r9 writes q1",
                "03-02 09:00 r1 asks q1",
                "03-02 09:30 r1 asks q1",
                "03-02 10:00 r2 writes q1",
                "03-02 11:00 r3 writes q1");
        assertThat(history.says(WAIT)).isEqualTo("3600");
        assertThat(history.byRep(WAIT, "median")).isEqualTo(Map.of("r1", "3600"));
        assertThat(history.leftOut(WAIT)).isEmpty();
    }

    @Test
    void whatEndsAtTheInstantOfTheBeginningTookNoTime() {
        assertThat(new History("03-02 09:00 r1 writes q1", "03-02 09:00 - asks q1").says(WAIT))
                .isEqualTo("0");
    }

    @Test
    void aStoryCountsInThePeriodInWhichItBegan() {
        History history = new History("03-31 23:00 r1 asks q1", "04-01 01:00 r1 writes q1");
        assertThat(history.byMonth(WAIT, "median")).isEqualTo(Map.of("2026-03", "7200"));
    }

    @Test
    void aStoryThatHasNotEndedIsCensoredAndNotDropped() {
        History history = new History(
                        "03-02 09:00 r1 asks q1",
                        "03-02 09:00 r1 asks q2",
                        "03-02 09:00 r1 asks q3",
                        "03-02 10:00 r1 writes q1")
                .asOf("03-02 12:00");
        assertThat(history.says(WAIT)).isEqualTo("CENSORED >= 10800");
        assertThat(history.says(WAIT, "stories")).isEqualTo("3");
        assertThat(history.says(WAIT, "unfinished")).isEqualTo("2");
        assertThat(history.says(WAIT, "mean")).isEqualTo("3600");
    }

    @Test
    void aStoryThatWasCutOffIsCensoredThereUnlessItEndsAfterAll() {
        History history =
                new History("03-02 09:00 r1 asks q1", "03-02 11:00 - closes q1 WITHDRAWN").asOf("03-09 00:00");
        assertThat(history.says(WAIT)).isEqualTo("CENSORED >= 7200");
        assertThat(history.says(WAIT, "unfinished")).isEqualTo("1");
        assertThat(history.and("03-03 09:00 r1 writes q1").says(WAIT)).isEqualTo("86400");
        History early = new History("03-02 08:00 - closes q1 WITHDRAWN", "03-02 09:00 r1 asks q1").asOf("03-02 10:00");
        assertThat(early.says(WAIT)).isEqualTo("CENSORED >= 3600");
    }

    @Test
    void whatEndsWithoutABeginningIsLeftOut() {
        History history = new History("03-02 09:00 r1 writes q1", "03-02 10:00 r1 writes p1");
        assertThat(history.says(WAIT)).isEqualTo("NO_DATA");
        assertThat(history.leftOut(WAIT)).isEqualTo(Map.of("no-start", 1L));
    }

    @Test
    void aBeginningThatNamesNoStoryIsLeftOut() {
        Indicator meetings = Indicator.perStory("m", Subject.OPPORTUNITY)
                .from(CallEnded.class)
                .to(MeetingHeld.class)
                .build();
        assertThat(new History("03-02 09:00 r1 calls p1 BUSY").leftOut(meetings))
                .isEqualTo(Map.of("no-key", 1L));
        assertThat(meetings.rules()).extracting(Rule::name).containsExactly("no-key", "no-start", "day-precision");
    }

    @Test
    void noLengthIsMeasuredWithADate() {
        assertThat(new History("03-02 r1 asks q1", "03-04 09:00 r1 writes q1").leftOut(WAIT))
                .isEqualTo(Map.of("day-precision", 1L));
        assertThat(new History("03-02 09:00 r1 asks q1", "03-04 r1 writes q1").leftOut(WAIT))
                .isEqualTo(Map.of("day-precision", 1L));
        assertThat(new History("03-02 09:00 r1 asks q1", "03-04 - closes q1 WITHDRAWN").leftOut(WAIT))
                .isEqualTo(Map.of("day-precision", 1L));
    }

    @Test
    void humansOnlyConcernsWhatEndsAStoryAndNotWhatItBeginsWith() {
        Indicator byHumans = waits().humansOnly().creditOwnerOf(Subject.REQUEST).build();
        History history = new History(
                "03-02 09:00 - asks q1 owner=r1", "03-02 10:00 automation:r1 writes q1", "03-02 11:00 r2 writes q1");
        assertThat(history.byRep(byHumans, "median")).isEqualTo(Map.of("r1", "7200"));
        assertThat(history.leftOut(byHumans)).isEqualTo(Map.of("not-human", 1L));
    }

    @Test
    void aRuleMayLeaveOutABeginningSoThatALaterOneCounts() {
        Indicator wait = waits().leaveOut("duplicate", RequestReceived.class, request -> request.duplicateOf() != null)
                .build();
        History history =
                new History("03-02 09:00 r1 asks q1 of=q0", "03-02 10:00 r1 asks q1", "03-02 10:30 r1 writes q1");
        assertThat(history.says(wait)).isEqualTo("1800");
        assertThat(history.leftOut(wait)).isEqualTo(Map.of("duplicate", 1L));
    }

    @Test
    void theSameKindOfFactMayBeginAndEndAStory() {
        Indicator again = Indicator.perStory("again", Subject.PERSON)
                .from(CallEnded.class)
                .to(CallEnded.class)
                .humansOnly()
                .build();
        History history = new History(
                        "03-02 08:00 bot:r1 calls p1 BUSY",
                        "03-02 09:00 r1 calls p1 BUSY",
                        "03-02 11:00 r2 calls p1 BUSY",
                        "03-02 12:00 r2 calls p1 BUSY",
                        "03-02 12:00 r2 calls p2 BUSY")
                .asOf("03-03 00:00");
        assertThat(history.byRep(again, "stories")).isEqualTo(Map.of("r1", "1", "r2", "1"));
        assertThat(history.says(again, "mean")).isEqualTo("7200");
        assertThat(history.leftOut(again)).isEqualTo(Map.of("not-human", 1L));
    }

    @Test
    void workingTimeIsThatOfTheCalendarAlsoForWhatStillRuns() {
        Indicator working =
                waits().inWorkingTime().shareWithin(Duration.ofHours(1)).build();
        History history = new History(
                        "03-06 17:30 r1 asks q1", // Friday
                        "03-09 09:15 r1 writes q1",
                        "03-06 17:00 r1 asks q2",
                        "03-06 17:00 r1 asks q3",
                        "03-08 12:00 - closes q3 WITHDRAWN")
                .asOf("03-09 11:00");
        assertThat(history.says(working)).isEqualTo("NOT_APPLICABLE");
        assertThat(history.says(working, "stories")).isEqualTo("NOT_APPLICABLE");
        assertThat(history.says(working, "unfinished")).isEqualTo("NOT_APPLICABLE");
        WorkingCalendar hours = WorkingCalendar.mondayToFriday(ZoneOffset.UTC);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours = day.getValue() > 5 ? hours : hours.withWindows(day, "09:00-18:00");
        }
        WorkingCalendar office = hours;
        history.asking(query -> query.workingCalendar(office));
        assertThat(history.says(working)).isEqualTo("CENSORED >= 10800"); // q2
        assertThat(history.says(working, "mean")).isEqualTo("2700"); // 30 minutes and 15
        assertThat(history.says(working, "within-1h")).isEqualTo("1/2"); // q2 waits 3 h; q3 was cut off at 1 h
        assertThat(history.says(working, "unfinished")).isEqualTo("2");
    }

    @Test
    void mergedStoriesAreOne() {
        History history =
                new History("03-02 09:00 r1 asks q1", "03-02 10:00 r1 writes q2", "03-03 09:00 - merges q2 q1");
        assertThat(history.says(WAIT)).isEqualTo("3600");
    }

    // Numbers

    private static final Indicator MEETINGS = Indicator.perStory("meetings-per-deal", Subject.OPPORTUNITY)
            .of(MeetingHeld.class)
            .over(OpportunityOpened.class)
            .creditOwnerOf(Subject.OPPORTUNITY)
            .humansOnly()
            .build();

    @Test
    void aMeanNumberOfFactsIsOfTheStoriesThatCount() {
        History history = new History(
                "03-01 09:00 r2 meets o1",
                "03-02 09:00 - opens o1 owner=r1",
                "03-03 09:00 r2 meets o1",
                "03-03 10:00 automation meets o1",
                "03-04 09:00 r2 opens o2",
                "03-05 09:00 r2 opens o2",
                "03-05 09:00 r2 meets o3",
                "03-05 09:00 r2 meets p1");
        assertThat(history.says(MEETINGS)).isEqualTo("1");
        KpiValue.Defined value = (KpiValue.Defined) history.value(MEETINGS);
        assertThat(List.of(value.numerator(), value.denominator())).hasToString("[2, 2]");
        assertThat(value.sample()).isEqualTo(2);
        assertThat(history.says(MEETINGS, "with-any")).isEqualTo("1/2");
        assertThat(history.says(MEETINGS, "facts")).isEqualTo("2");
        assertThat(history.byRep(MEETINGS, "meetings-per-deal")).isEqualTo(Map.of("r1", "2", "r2", "0"));
        assertThat(history.leftOut(MEETINGS)).isEqualTo(Map.of("not-human", 1L, "no-start", 1L));
        assertThat(MEETINGS.primary().unit()).isEqualTo(Unit.NUMBER);
        assertThat(new History("03-05 09:00 r2 meets o3").says(MEETINGS)).isEqualTo("NO_DATA");
    }

    @Test
    void whatMakesAStoryCountMayBeCountedItself() {
        Indicator moves = Indicator.perStory("moves", Subject.OPPORTUNITY)
                .of(OpportunityMoved.class)
                .over(OpportunityMoved.class, move -> move.status() == OpportunityMoved.Status.WON)
                .build();
        History history = new History(
                "03-01 09:00 r1 moves o1",
                "03-02 09:00 r1 wins o1",
                "03-03 09:00 r1 wins o1",
                "03-03 09:00 r1 loses o2");
        assertThat(history.says(moves)).isEqualTo("3");
        assertThat(history.leftOut(moves)).isEqualTo(Map.of("no-start", 1L));
    }

    @Test
    void aStoryMayBeAboutASubjectOfOnesOwnAndEventsOfOnesOwn() {
        Subject session = Subject.of(
                "session",
                event -> event instanceof CustomEvent custom && custom.subjectId() != null
                        ? List.of(custom.subjectId())
                        : List.of());
        Indicator length = Indicator.perStory("session-length", session)
                .from("session-begun")
                .cutOffBy("session-lost", event -> true)
                .to("session-ended", event -> event.quantity() == null)
                .build();
        History history = new History();
        int minute = 0;
        for (String line : List.of("session-begun s1", "session-begun s2", "session-lost s2", "session-ended s1")) {
            String[] words = line.split(" ", -1);
            Header header = Header.of("e" + minute, History.instant("03-02 09:0" + minute))
                    .withRep("r1");
            history.and(CustomEvent.of(header, words[0]).withSubjectId(words[1]));
            minute++;
        }
        assertThat(history.says(length)).isEqualTo("180");
        assertThat(history.says(length, "unfinished")).isEqualTo("1");
        assertThat(length.formula())
                .isEqualTo("median time from session-begun to certain session-ended of each session,"
                        + " cut off by certain session-lost, Kaplan-Meier over ended and censored");
    }

    @Test
    void theFormulaSaysThatTimeIsOfWorkingHours() {
        Draft wait = Indicator.perStory("wait", Subject.REQUEST)
                .from(RequestReceived.class)
                .to(MessageSent.class)
                .inWorkingTime()
                .shareWithin(Duration.ofMinutes(90));
        Indicator built = wait.build();
        assertThat(built.formula())
                .isEqualTo("median time from requestReceived to messageSent of each request,"
                        + " Kaplan-Meier over ended and censored, in working time");
        assertThat(built.primary().text()).isEqualTo(built.formula());
        assertThat(built.only("within-1h30m").primary().text()).startsWith("Ended within 1h30m / ended at all");
        assertThat(wait.text("the wait").build().formula()).isEqualTo("the wait");
    }
}
