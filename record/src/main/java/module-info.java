/** The shared record: what was submitted, kept for good, and the log that proves it. */
module holdfast.record {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires holdfast.intake;
    requires java.net.http;
    requires jdk.httpserver;
    requires org.bouncycastle.provider;

    exports holdfast.record.log.audit;
    exports holdfast.record.log.note;
    exports holdfast.record.log.proof;
    exports holdfast.record.log.tiles;
    exports holdfast.record.log.tree;
    exports holdfast.record.log.trust;
    exports holdfast.record.log.witness;
}
