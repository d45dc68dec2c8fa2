/** Sales events, indicators, plans and pay. */
module io.github.saleskpi.core {
    requires org.slf4j;
    requires transitive org.joda.money;
    requires transitive org.threeten.extra;
    requires static transitive org.jspecify;

    exports io.github.saleskpi.value;
    exports io.github.saleskpi.time;
    exports io.github.saleskpi.event;
    exports io.github.saleskpi.team;
    exports io.github.saleskpi.tally;
    exports io.github.saleskpi.indicator;
    exports io.github.saleskpi.engine;
    exports io.github.saleskpi.quality;
    exports io.github.saleskpi.plan;
    exports io.github.saleskpi.pay;

    uses io.github.saleskpi.indicator.Indicators.Source;
}
