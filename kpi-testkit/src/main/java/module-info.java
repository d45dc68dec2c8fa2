/** Tests for indicators and tallies of one's own. */
module io.github.saleskpi.testkit {
    requires transitive io.github.saleskpi.core;
    requires static transitive org.junit.jupiter.api;

    exports io.github.saleskpi.testkit;
}
