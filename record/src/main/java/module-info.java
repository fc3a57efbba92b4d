/** The shared record: what was submitted, kept for good, and the log that proves it. */
module holdfast.record {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires transitive holdfast.intake;
    requires com.zaxxer.hikari;
    requires de.siegmar.fastcsv;
    requires flyway.core;
    requires java.net.http;
    requires java.sql;
    requires jdk.httpserver;
    requires org.bouncycastle.provider;
    requires org.jdbi.v3.core;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.core;

    exports holdfast.record.archive;
    exports holdfast.record.canonical;
    exports holdfast.record.entry;
    exports holdfast.record.ingest;
    exports holdfast.record.keep;
    exports holdfast.record.log.audit;
    exports holdfast.record.log.note;
    exports holdfast.record.log.proof;
    exports holdfast.record.log.tiles;
    exports holdfast.record.log.tree;
    exports holdfast.record.log.trust;
    exports holdfast.record.log.witness;
    exports holdfast.record.store;
}
