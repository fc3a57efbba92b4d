/** The command. */
module holdfast.cli {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires holdfast.drafting;
    requires holdfast.report;
    requires info.picocli;

    // Options are set by name.
    opens holdfast.cli to
            info.picocli;
}
