package com.example.kpi;

import static com.example.kpi.ExampleIndicators.CALL_BACK;
import static com.example.kpi.ExampleIndicators.DEMO_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.testkit.IndicatorContract;
import io.github.saleskpi.testkit.IndicatorTester;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleIndicatorsTest {
    private static final SalesEvent MEETING =
            MeetingHeld.of(at("2026-03-02T09:00:00Z"), "m1", MeetingHeld.Kind.MEETING).withPersonId("p1");

    private static Header at(String time) {
        return Header.of("at " + time, Instant.parse(time)).withRep("ann");
    }

    private static CallEnded call(String time) {
        return CallEnded.of(at(time), "call at " + time, CallDirection.OUTBOUND).withPersonId("p1");
    }

    @Test
    void oneOfTwoCallsLeadsToAMeeting() {
        IndicatorTester.of(DEMO_RATE)
                .story(call("2026-03-02T09:00:00Z"), call("2026-03-03T09:00:00Z").withOutcome(CallOutcome.MEETING_SET))
                .credits("ann", "1 whole", "1 part", "1 whole")
                .reads("1/2");
    }

    @Test
    void aMeetingIsFollowedByACall() {
        IndicatorTester.of(CALL_BACK)
                .story(MEETING, call("2026-03-02T11:00:00Z"), call("2026-03-02T12:00:00Z"))
                .credits("ann", "7200 s of wait")
                .reads("PT2H");
    }

    @Test
    void aMeetingWithoutACallRunsForTwoWeeksAndIsForgottenThen() {
        IndicatorTester.of(CALL_BACK)
                .asOf("2026-03-16T08:59:59Z")
                .story(MEETING)
                .tells("running since 2026-03-02T09:00:00Z of wait");
        IndicatorTester.of(CALL_BACK)
                .asOf("2026-03-16T09:00:00Z")
                .story(MEETING)
                .tells("at least 1209600 s of wait", "1 forgotten")
                .reads("forgotten", "1");
    }

    @Test
    void aCallWithoutAMeetingIsLeftOut() {
        SalesEvent call = call("2026-03-02T11:00:00Z");
        IndicatorTester.of(CALL_BACK).story(call).leavesOut(call.id(), "no-meeting").reads("NO_DATA");
    }

    @Test
    void bothKeepTheLawsOfIndicators() {
        IndicatorContract.of(DEMO_RATE).check();
        IndicatorContract.of(CallBack::new).check();
    }

    @Test
    void bothAreFoundAsAPlugIn() {
        assertEquals(
                List.of(CALL_BACK, DEMO_RATE), Indicators.discover(ExampleIndicators.class.getClassLoader()));
    }
}
