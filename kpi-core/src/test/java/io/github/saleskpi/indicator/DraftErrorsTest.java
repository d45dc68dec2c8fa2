package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be meant is refused while it is written, and says what may have been meant. */
class DraftErrorsTest {
    private static final Indicator CALLS =
            Indicator.count("calls").of(CallEnded.class).build();
    private static final Indicator PAID = Indicator.sum("paid")
            .money(PaymentReceived.class, PaymentReceived::amount)
            .build();

    private static Draft calls() {
        return Indicator.count("calls").of(CallEnded.class);
    }

    private static void refused(ThrowingCallable what, String message) {
        assertThatThrownBy(what).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aNameMustBeThatOfAnIndicator() {
        String rule = "): must be lower-case words joined by -, and may name a variant after a slash."
                + " Maybe win-rate/first-close.";
        refused(() -> Indicator.count("Demo Rate"), "indicator (Demo Rate" + rule);
        refused(() -> Indicator.ratioOf("a:b", CALLS, PAID), "indicator (a:b" + rule);
        refused(() -> Indicator.count("calls@"), "indicator (calls@" + rule);
        refused(() -> Indicator.weightedScore("x@0"), "version of x (0): must be at least 1. Maybe it was left out.");
    }

    @Test
    void aPartThatCannotBeInTheWholeIsRefused() {
        refused(
                () -> Indicator.ratio("r").of(MeetingHeld.class).over(CallEnded.class),
                "r@1 (meetingHeld over callEnded): no event is both, so it would be 0."
                        + " Maybe Indicator.ratioOf two counts.");
        refused(
                () -> Indicator.ratio("r").of("demo", demo -> true).over("quote"),
                "r@1 (certain demo over quote): no event is both, so it would be 0."
                        + " Maybe Indicator.ratioOf two counts.");
        Indicator.ratio("r").of("demo").over(CustomEvent.class);
        Indicator.ratio("r").of(SalesEvent.class).over(CallEnded.class);
    }

    @Test
    void customEventsAreNotLookedForInStoriesOfWhatTheyCannotName() {
        String hint = ". Maybe Subject.of, or a type of event of one's own.";
        Draft once = Indicator.count("n").of("demo").oncePer(Subject.OPPORTUNITY);
        refused(once::build, "n@1 (demo per opportunity): a custom event names no opportunity" + hint);
        Draft owned = Indicator.count("n").of("demo").creditOwnerOf(Subject.REQUEST);
        refused(owned::build, "n@1 (demo per request): a custom event names no request" + hint);
        Draft wait =
                Indicator.perStory("n", Subject.PERSON).from(CallEnded.class).to("demo");
        refused(wait::build, "n@1 (demo per person): a custom event names no person" + hint);
        Draft mean = Indicator.perStory("n", Subject.ASSET).of("demo").over(CallEnded.class);
        refused(mean::build, "n@1 (demo per asset): a custom event names no asset" + hint);
        Subject own =
                Subject.of("topic", event -> event instanceof CustomEvent demo ? List.of(demo.name()) : List.of());
        Indicator.count("n").of("demo").oncePer(own).build();
        Indicator.count("n").of(SalesEvent.class).oncePer(Subject.PERSON).build();
    }

    @Test
    void aCustomEventHasAName() {
        refused(
                () -> Indicator.count("n").of(" "),
                "custom event ( ): must have a name. Maybe the one that its source gives it.");
    }

    @Test
    void aRuleThatCouldLeaveNothingOutIsRefused() {
        refused(
                () -> calls().leaveOut("held", MeetingHeld.class, meeting -> true),
                "calls@1 (rule held): looks at certain meetingHeld, of which none is counted."
                        + " Maybe another type was meant.");
        calls().leaveOut("any", SalesEvent.class, event -> true);
    }

    @Test
    void aRuleIsNamedOnce() {
        refused(
                () -> calls().humansOnly().humansOnly().build(),
                "calls@1 (rule not-human): must be named once. Maybe it is one that its kind has by itself.");
        refused(
                () -> calls().oncePer(Subject.PERSON)
                        .leaveOut("repeated", CallEnded.class, call -> true)
                        .build(),
                "calls@1 (rule repeated): must be named once. Maybe it is one that its kind has by itself.");
        refused(
                () -> calls().leaveOut(" ", CallEnded.class, call -> true),
                "rule ( ): must have a name. Maybe say why in two words.");
    }

    @Test
    void onlyRequestsAndOpportunitiesHaveOwners() {
        refused(
                () -> calls().creditOwnerOf(Subject.PERSON),
                "calls@1 (owner of person): has none. Maybe Subject.OPPORTUNITY.");
        refused(
                () -> calls().creditOwnerOf(Subject.REQUEST)
                        .oncePer(Subject.PERSON)
                        .build(),
                "calls@1 (owner of request): its stories are about person. Maybe a subject too many.");
        refused(
                () -> Indicator.perStory("s", Subject.PERSON)
                        .of(CallEnded.class)
                        .over(MeetingHeld.class)
                        .creditOwnerOf(Subject.REQUEST)
                        .build(),
                "s@1 (owner of request): its stories are about person. Maybe a subject too many.");
    }

    @Test
    void whatIsToldByStoryIsNotToldOncePerAnother() {
        refused(
                () -> calls().oncePer(Subject.ALONE),
                "calls@1 (once per event): each event is there once. Maybe Subject.OPPORTUNITY.");
        refused(
                () -> Indicator.perStory("s", Subject.PERSON)
                        .of(CallEnded.class)
                        .over(MeetingHeld.class)
                        .oncePer(Subject.PERSON),
                "s@1 (once per person): is for facts that count one by one. Maybe leave it out.");
        refused(
                () -> Indicator.perStory("s", Subject.ALONE),
                "s@1 (per event): a story of one event has no second fact. Maybe Subject.PERSON.");
    }

    @Test
    void onlyLengthsHaveLimitsAndOnlyThoseBetweenFactsHaveWorkingTime() {
        refused(
                () -> calls().shareWithin(Duration.ofHours(1)),
                "calls@1 (within PT1H): is a share of lengths of time. Maybe Indicator.distribution.");
        Draft waits = Indicator.perStory("s", Subject.REQUEST)
                .from(RequestReceived.class)
                .to(CallEnded.class);
        waits.shareWithin(Duration.ofHours(1)).inWorkingTime();
        refused(
                () -> waits.shareWithin(Duration.ofHours(1)),
                "s@1 (within PT1H): must not be negative, and is given once. Maybe another limit.");
        refused(
                () -> waits.shareWithin(Duration.ofHours(-1)),
                "s@1 (within PT-1H): must not be negative, and is given once. Maybe another limit.");
        Draft lengths = Indicator.distribution("d").of(CallEnded.class, CallEnded::duration);
        refused(() -> lengths.shareAtMost("7"), "d@1 (at most 7): is a share of numbers. Maybe shareWithin.");
        refused(
                () -> calls().shareAtMost("7"),
                "calls@1 (at most 7): is a share of numbers. Maybe Indicator.distribution.");
        Draft numbers = Indicator.distribution("n").quantities("demo").shareAtMost("100");
        refused(() -> numbers.shareAtMost("1e2"), "n@1 (at most 100): is given once. Maybe another limit.");
        refused(
                () -> numbers.shareWithin(Duration.ofHours(1)),
                "n@1 (within PT1H): is a share of lengths of time. Maybe shareAtMost.");
        refused(
                numbers::inWorkingTime,
                "n@1 (working time): is measured from one fact to another. Maybe Indicator.perStory.");
        refused(
                lengths::inWorkingTime,
                "d@1 (working time): is measured from one fact to another. Maybe Indicator.perStory.");
    }

    @Test
    void aFigureIsNamedOnce() {
        refused(
                () -> Indicator.count("n")
                        .of(CallEnded.class)
                        .companion(CALLS)
                        .companion(CALLS)
                        .build(),
                "n@1 (figure calls): must be named once. Maybe a companion too many.");
        refused(
                () -> Indicator.ratioOf("calls", CALLS, Indicators.tasks("demo"))
                        .build(),
                "calls@1 (figure calls): must be named once. Maybe a companion too many.");
    }

    @Test
    void whatIsMadeOfOthersHasNoRulesOwnersOrStoriesOfItsOwn() {
        Draft ratio = Indicator.ratioOf("r", PAID, CALLS);
        String rule = "): what is made of others leaves nothing out itself. Maybe name it in one of its parts.";
        refused(ratio::humansOnly, "r@1 (rule not-human" + rule);
        refused(ratio::workingDaysOnly, "r@1 (rule not-a-working-day" + rule);
        refused(() -> ratio.leaveOut("x", CallEnded.class, call -> true), "r@1 (rule x" + rule);
        refused(
                () -> ratio.creditOwnerOf(Subject.REQUEST),
                "r@1 (owner of request): is for facts. Maybe say it in one of the parts.");
        refused(
                () -> ratio.oncePer(Subject.REQUEST),
                "r@1 (once per request): is for facts that count one by one. Maybe leave it out.");
    }

    @Test
    void aRatioIsOfTwoNumbersThatCanBeDivided() {
        refused(
                () -> Indicator.ratioOf("r", CALLS, CALLS),
                "r@1 (calls / calls): is 1 wherever it is anything. Maybe one of the two was meant otherwise.");
        refused(
                () -> Indicator.ratioOf("r", CALLS, PAID),
                "r@1 (calls@1 over paid@1): what is no money has no ratio to money. Maybe they are swapped.");
        refused(
                () -> Indicator.ratioOf("r", Indicators.MATERIAL_USE.only("unused-assets"), CALLS),
                "r@1 (material-use:unused-assets@1 over calls@1): a list is no number."
                        + " Maybe the count of its items was meant.");
    }

    @Test
    void onlyWhatAddsUpHasADailyPartOrAShare() {
        refused(
                () -> Indicator.perWorkingDay("d", Indicators.WIN_RATE),
                "d@1 (win-rate@1): what does not add up is not done by the day."
                        + " Maybe take one of its counts, by only(...).");
        refused(
                () -> Indicator.shareOfCompany("s", Indicators.WIN_RATE),
                "s@1 (win-rate@1): what does not add up has no share. Maybe take one of its counts, by only(...).");
        refused(
                () -> Indicator.shareOfTeam("s", Indicators.WIN_RATE),
                "s@1 (win-rate@1): what does not add up has no share. Maybe take one of its counts, by only(...).");
    }

    @Test
    void aScoreHasPartsOnScalesThatFitThem() {
        ScoreDraft score = Indicator.weightedScore("s");
        refused(score::build, "s@1 (): must have a part. Maybe Indicators.WIN_RATE.");
        refused(
                () -> score.part(CALLS, "0", "0", "10"),
                "s@1 (calls@1, weight 0): must be positive. Maybe leave the part out.");
        String scale = "): must differ, and the better end be the best. Maybe they are swapped.";
        refused(() -> score.part(CALLS, "1", "10", "10.0"), "s@1 (calls@1, worst 10, best 10.0" + scale);
        refused(
                () -> score.part(Indicators.WIN_RATE, "1", "0.4", "0.1"),
                "s@1 (win-rate@1, worst 0.4, best 0.1" + scale);
        refused(
                () -> score.part(Indicators.RESPONSE_TIME, "1", "60", "3600"),
                "s@1 (response-time@1, worst 60, best 3600" + scale);
        refused(
                () -> score.part(PAID, "1", "0", "1000"),
                "s@1 (paid@1, a money): has no scale of plain numbers. Maybe a ratio of it.");
        refused(
                () -> score.part(CALLS, "1", "0", "10")
                        .part(CALLS, "2", "0", "20")
                        .build(),
                "s@1 (figure calls): must be named once. Maybe a companion too many.");
    }

    @Test
    void whatIsNoDecimalIsNamed() {
        String hint = "): must be a decimal. Maybe 0.5; lengths of time are in seconds.";
        ScoreDraft score = Indicator.weightedScore("s");
        refused(() -> score.part(CALLS, "much", "0", "10"), "s@1 (calls@1, weight much" + hint);
        refused(() -> score.part(CALLS, "1", "", "10"), "s@1 (calls@1, worst " + hint);
        refused(() -> score.part(CALLS, "1", "0", "8h"), "s@1 (calls@1, best 8h" + hint);
        Draft guests = Indicator.distribution("guests").quantities("demo");
        refused(() -> guests.shareAtMost("ten"), "guests@1 (at most ten): must be a decimal. Maybe 10 or 2.5.");
    }

    @Test
    void aTypeIsNeverForgotten() {
        assertThatThrownBy(() -> Indicator.count("n").of((Class<OpportunityMoved>) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("type of event");
    }
}
