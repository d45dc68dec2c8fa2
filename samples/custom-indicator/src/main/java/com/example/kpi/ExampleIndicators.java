package com.example.kpi;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import java.util.Collection;
import java.util.List;

/** The indicators of this plug-in; registered in {@code META-INF/services}. */
public final class ExampleIndicators implements Indicators.Source {
    /** How many outbound calls by humans lead to a meeting: five lines. */
    public static final Indicator DEMO_RATE = Indicator.ratio("demo-rate")
            .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
            .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
            .humansOnly()
            .higherIsBetter().text("meetings set / outbound calls").build();

    /** How long after a meeting the person is called back: a storyline. */
    public static final Indicator CALL_BACK = new CallBack();

    @Override
    public Collection<Indicator> indicators() {
        return List.of(DEMO_RATE, CALL_BACK);
    }
}
