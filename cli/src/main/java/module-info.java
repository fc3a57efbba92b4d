/** The command. */
module holdfast.cli {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires holdfast.drafting;
    requires holdfast.publish;
    requires holdfast.record;
    requires holdfast.report;
    requires holdfast.server;
    requires info.picocli;
    requires java.net.http;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    // Options are set by name.
    opens holdfast.cli to
            info.picocli;
    opens holdfast.cli.option to
            info.picocli;
    opens holdfast.cli.record to
            info.picocli;
    opens holdfast.cli.replay to
            info.picocli;
    opens holdfast.cli.serve to
            info.picocli;
}
