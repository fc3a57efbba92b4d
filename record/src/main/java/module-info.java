/** The shared record: what was submitted, kept for good, and the log that proves it. */
module holdfast.record {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires holdfast.intake;
}
