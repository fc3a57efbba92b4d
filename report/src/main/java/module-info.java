/** What was found, in words: as text, as a page, as JSON and as tables. */
module holdfast.report {
    requires static org.jspecify;
    requires transitive holdfast.examine;
    requires transitive holdfast.intake;
    requires transitive holdfast.readiness;
    requires transitive holdfast.territory;

    exports holdfast.report.brief;
    exports holdfast.report.daily;
    exports holdfast.report.examination;
    exports holdfast.report.explain;
    exports holdfast.report.history;
    exports holdfast.report.ledger;
    exports holdfast.report.match;
    exports holdfast.report.page;
    exports holdfast.report.readiness;
    exports holdfast.report.redline;
    exports holdfast.report.replay;
    exports holdfast.report.sentence;
    exports holdfast.report.standing;
}
