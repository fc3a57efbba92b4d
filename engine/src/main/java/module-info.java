/** Records in, verdicts out: the monitor, the ground that an agreement names, and the words for both. */
module holdfast.engine {
    requires static org.jspecify;
    requires transitive holdfast.language;
    requires transitive org.locationtech.jts;
    requires GeographicLib.Java;
    requires de.siegmar.fastcsv;
    requires java.sql;
    requires java.xml;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports holdfast.engine;
    exports holdfast.engine.geography;
    exports holdfast.engine.geography.drawing;
    exports holdfast.engine.geography.form;
    exports holdfast.engine.horizon;
    exports holdfast.engine.monitor;
    exports holdfast.engine.words;
    exports holdfast.engine.monitor.compile to
            holdfast.examine,
            holdfast.server;
    // Who speaks in a record, and whose records a text lets them change: also asked before a record is taken.
    exports holdfast.engine.monitor.fact to
            holdfast.server;
}
