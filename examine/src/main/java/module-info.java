/** Where an agreement would fail: plays it, before it is signed. */
module holdfast.examine {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires transitive holdfast.language;

    exports holdfast.examine;
    exports holdfast.examine.brief;
    exports holdfast.examine.check;
    exports holdfast.examine.deeper;
    exports holdfast.examine.found;
    exports holdfast.examine.mend;
    exports holdfast.examine.redline;
    exports holdfast.examine.subject;
    exports holdfast.examine.table;
    exports holdfast.examine.play to
            holdfast.report;
    exports holdfast.examine.redline.draft to
            holdfast.report;
    exports holdfast.examine.text to
            holdfast.report,
            holdfast.server;
}
