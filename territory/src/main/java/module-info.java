/** The ledger of ground: who held what on which day, from series of maps. */
module holdfast.territory {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires transitive org.locationtech.jts;
    requires GeographicLib.Java;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports holdfast.territory;
    exports holdfast.territory.series;
}
