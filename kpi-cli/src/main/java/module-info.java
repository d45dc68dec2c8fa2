/** The kpi command. */
module io.github.saleskpi.cli {
    requires io.github.saleskpi.core;
    requires io.github.saleskpi.jackson;
    requires de.focus_shift.jollyday.core;
    requires info.picocli;
    requires tools.jackson.databind;
    requires static org.jspecify;

    opens io.github.saleskpi.cli to
            info.picocli;
}
