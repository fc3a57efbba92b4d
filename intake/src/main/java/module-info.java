/** Other people's files as records. */
module holdfast.intake {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires transitive holdfast.language;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.dhatim.fastexcel.reader;
    requires tools.jackson.core;

    exports holdfast.intake;
    exports holdfast.intake.draft;
    exports holdfast.intake.form;
    exports holdfast.intake.mapping;
    exports holdfast.intake.own;
    exports holdfast.intake.problem;
    exports holdfast.intake.proposal;
    exports holdfast.intake.rows;
    exports holdfast.intake.value to
            holdfast.cli;
}
