/** The first layer: what was needed, promised, sent and is in service, and which offers fit which needs. */
module holdfast.readiness {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires ojalgo;

    exports holdfast.readiness.match;
}
