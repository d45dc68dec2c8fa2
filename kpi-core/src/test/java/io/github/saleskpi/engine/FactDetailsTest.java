package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What facts say of their events without showing them. */
class FactDetailsTest {
    /** An event of one's own, which has no shape. */
    private record Visit(Header header, String personId) implements CustomSalesEvent {
        @Override
        public String type() {
            return "visit";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("personId", personId);
        }
    }

    /** Notes what each fact says; it contributes nothing. */
    private static final class Listening implements Indicator, Storyline<Listening.Role> {
        enum Role {
            ANY
        }

        private final Map<String, List<@Nullable Object>> said = new ConcurrentSkipListMap<>();

        @Override
        public IndicatorId id() {
            return IndicatorId.of("listening", 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return List.of(new Figure("listening", Unit.COUNT, Direction.NEUTRAL, "", totals -> KpiValue.count(0)));
        }

        @Override
        public Subject subject() {
            return Subject.PERSON;
        }

        @Override
        public boolean readsKindOnly() {
            return true;
        }

        @Override
        public Role role(SalesEvent event) {
            return Role.ANY;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            for (Fact<Role> fact : story.facts()) {
                said.put(
                        fact.id(),
                        Arrays.asList(
                                fact.duration(),
                                fact.count(),
                                fact.amount(),
                                fact.messageId(),
                                fact.links(),
                                fact.linkId(),
                                fact.callId(),
                                fact.originCallId(),
                                fact.ownerRepId(),
                                firstAttribute(fact),
                                fact.attribute("none of that name")));
            }
        }
    }

    private static @Nullable String firstAttribute(Fact<?> fact) {
        SortedMap<String, String> attributes = fact.event().header().attributes();
        return fact.attribute(attributes.isEmpty() ? "" : attributes.firstKey());
    }

    /** By the components of each type, one by one. */
    private static List<@Nullable Object> details(SalesEvent event) {
        @Nullable Object[] all = new @Nullable Object[11];
        all[1] = 1;
        all[4] = List.of();
        Map<String, String> attributes = event.header().attributes();
        all[9] = attributes.isEmpty() ? null : attributes.values().iterator().next();
        if (event instanceof CallEnded call) {
            all[0] = call.duration();
            all[6] = call.callId();
        } else if (event instanceof SocialActivity activity) {
            all[1] = activity.count();
        } else if (event instanceof OpportunityOpened opened) {
            all[2] = opened.amount();
            all[7] = opened.originCallId();
            all[8] = opened.ownerRepId();
        } else if (event instanceof OpportunityMoved moved) {
            all[2] = moved.amount();
        } else if (event instanceof PaymentReceived payment) {
            all[2] = payment.amount();
        } else if (event instanceof MessageSent sent) {
            all[3] = sent.messageId();
            all[4] = sent.links();
        } else if (event instanceof MessageReceived received) {
            all[3] = received.messageId();
        } else if (event instanceof LinkClicked click) {
            all[3] = click.messageId();
            all[5] = click.linkId();
        } else if (event instanceof RequestReceived received) {
            all[8] = received.ownerRepId();
        } else if (event instanceof OwnerChanged change) {
            all[8] = change.toRepId();
        }
        return Arrays.asList(all);
    }

    @Test
    void factsSayTheSameOfEventsAtHandAndOfEventsInColumns() {
        Listening heard = new Listening();
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().indicators(heard).build());
        int[] census = new int[11];
        int facts = 0;
        for (long seed = 0; seed < 10; seed++) {
            List<SalesEvent> events = new ArrayList<>(new AnyEvents(seed).next(400));
            for (int i = 0; i < 5; i++) {
                Header header = BatchTest.header("visit " + i, i).withAttribute("place", "p" + i);
                events.add(17 * i, new Visit(header, "p1"));
            }
            KpiLedger ledger = engine.newLedger();
            EventColumns columns = EventColumns.builder().addAll(events).build();
            List<Supplier<KpiReport>> ways = List.of(
                    () -> events.stream().collect(engine.collector(BatchTest.FROM)),
                    () -> engine.report(columns, BatchTest.FROM),
                    () -> engine.parallelReport(columns, BatchTest.FROM),
                    () -> {
                        events.forEach(ledger::add);
                        return ledger.report(BatchTest.FROM);
                    });
            for (Supplier<KpiReport> way : ways) {
                heard.said.clear();
                assertThat(way.get().failures()).isEmpty();
                assertThat(heard.said).containsKeys("visit 0", "visit 1", "visit 2", "visit 3", "visit 4");
                for (Map.Entry<String, List<@Nullable Object>> told : heard.said.entrySet()) {
                    List<@Nullable Object> said = told.getValue();
                    assertThat(events.stream().filter(event -> event.id().equals(told.getKey())))
                            .extracting(FactDetailsTest::details)
                            .contains(said);
                    for (int i = 0; i < said.size(); i++) {
                        boolean isAny = said.get(i) != null && !said.get(i).equals(i == 1 ? 1 : List.of());
                        census[i] += isAny ? 1 : 0;
                    }
                }
                facts += heard.said.size();
            }
        }
        System.out.println("Facts told: " + facts + ", with each detail " + Arrays.toString(census));
        assertThat(facts).isGreaterThan(1_000);
        for (int i = 0; i < 10; i++) {
            assertThat(census[i]).as("detail %s", i).isPositive();
        }
    }
}
