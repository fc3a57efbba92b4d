/** The first layer: what was needed, promised, sent and is in service, and which offers fit which needs. */
module holdfast.readiness {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires com.google.protobuf;
    requires ortools.java;

    exports holdfast.readiness.entry;
    exports holdfast.readiness.items;
    exports holdfast.readiness.ledger;
    exports holdfast.readiness.match;
    exports holdfast.readiness.match.question;
    exports holdfast.readiness.open;
}
