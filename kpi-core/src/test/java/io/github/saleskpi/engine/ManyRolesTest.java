package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A storyline of more roles than a byte can number. */
class ManyRolesTest {
    private static final Role[] ROLES = Role.values();
    private static final Measure<Long, Long> SUM = Measure.count("sum");

    /** By the number in the message's id. */
    private static final class Numbered implements Indicator, Storyline<Role> {
        @Override
        public IndicatorId id() {
            return IndicatorId.of("numbered", 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return List.of(
                    new Figure("sum", Unit.COUNT, Direction.NEUTRAL, "", totals -> KpiValue.count(totals.of(SUM))));
        }

        @Override
        public Subject subject() {
            return Subject.PERSON;
        }

        @Override
        public Role role(SalesEvent event) {
            return ROLES[Integer.parseInt(((MessageReceived) event).messageId())];
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            for (Fact<Role> fact : story.facts()) {
                assertThat(fact.role()).isEqualTo(role(fact.event()));
                out.credit(null, fact)
                        .add(SUM, number(fact.role()) * story.facts(fact.role()).size());
            }
        }
    }

    private static long number(Role role) {
        return Long.parseLong(role.name().substring(1));
    }

    @Test
    void eachRoleIsItselfWhateverStoryWasToldBefore() {
        Random random = new Random(2026);
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Header header = BatchTest.header("e" + i, i);
            int role = random.nextBoolean() ? 250 + random.nextInt(8) : random.nextInt(ROLES.length);
            events.add(MessageReceived.of(header, "" + role).withPersonId("p" + random.nextInt(150)));
        }
        Indicator indicator = new Numbered();
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().indicators(indicator).build());
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        KpiValue expected = ledger.report(BatchTest.FROM).value(indicator, Scope.company(), Period.month(2026, 3));
        assertThat(expected).isInstanceOf(KpiValue.Defined.class);
        EventColumns columns = EventColumns.builder().addAll(events).build();
        assertThat(List.of(
                        events.stream().collect(engine.collector(BatchTest.FROM)),
                        engine.report(columns, BatchTest.FROM)))
                .extracting(report -> report.value(indicator, Scope.company(), Period.month(2026, 3)))
                .containsOnly(expected);
    }

    private enum Role {
        R000,
        R001,
        R002,
        R003,
        R004,
        R005,
        R006,
        R007,
        R008,
        R009,
        R010,
        R011,
        R012,
        R013,
        R014,
        R015,
        R016,
        R017,
        R018,
        R019,
        R020,
        R021,
        R022,
        R023,
        R024,
        R025,
        R026,
        R027,
        R028,
        R029,
        R030,
        R031,
        R032,
        R033,
        R034,
        R035,
        R036,
        R037,
        R038,
        R039,
        R040,
        R041,
        R042,
        R043,
        R044,
        R045,
        R046,
        R047,
        R048,
        R049,
        R050,
        R051,
        R052,
        R053,
        R054,
        R055,
        R056,
        R057,
        R058,
        R059,
        R060,
        R061,
        R062,
        R063,
        R064,
        R065,
        R066,
        R067,
        R068,
        R069,
        R070,
        R071,
        R072,
        R073,
        R074,
        R075,
        R076,
        R077,
        R078,
        R079,
        R080,
        R081,
        R082,
        R083,
        R084,
        R085,
        R086,
        R087,
        R088,
        R089,
        R090,
        R091,
        R092,
        R093,
        R094,
        R095,
        R096,
        R097,
        R098,
        R099,
        R100,
        R101,
        R102,
        R103,
        R104,
        R105,
        R106,
        R107,
        R108,
        R109,
        R110,
        R111,
        R112,
        R113,
        R114,
        R115,
        R116,
        R117,
        R118,
        R119,
        R120,
        R121,
        R122,
        R123,
        R124,
        R125,
        R126,
        R127,
        R128,
        R129,
        R130,
        R131,
        R132,
        R133,
        R134,
        R135,
        R136,
        R137,
        R138,
        R139,
        R140,
        R141,
        R142,
        R143,
        R144,
        R145,
        R146,
        R147,
        R148,
        R149,
        R150,
        R151,
        R152,
        R153,
        R154,
        R155,
        R156,
        R157,
        R158,
        R159,
        R160,
        R161,
        R162,
        R163,
        R164,
        R165,
        R166,
        R167,
        R168,
        R169,
        R170,
        R171,
        R172,
        R173,
        R174,
        R175,
        R176,
        R177,
        R178,
        R179,
        R180,
        R181,
        R182,
        R183,
        R184,
        R185,
        R186,
        R187,
        R188,
        R189,
        R190,
        R191,
        R192,
        R193,
        R194,
        R195,
        R196,
        R197,
        R198,
        R199,
        R200,
        R201,
        R202,
        R203,
        R204,
        R205,
        R206,
        R207,
        R208,
        R209,
        R210,
        R211,
        R212,
        R213,
        R214,
        R215,
        R216,
        R217,
        R218,
        R219,
        R220,
        R221,
        R222,
        R223,
        R224,
        R225,
        R226,
        R227,
        R228,
        R229,
        R230,
        R231,
        R232,
        R233,
        R234,
        R235,
        R236,
        R237,
        R238,
        R239,
        R240,
        R241,
        R242,
        R243,
        R244,
        R245,
        R246,
        R247,
        R248,
        R249,
        R250,
        R251,
        R252,
        R253,
        R254,
        R255,
        R256,
        R257,
        R258,
        R259,
        R260,
        R261,
        R262,
        R263,
        R264,
        R265,
        R266,
        R267,
        R268,
        R269
    }
}
