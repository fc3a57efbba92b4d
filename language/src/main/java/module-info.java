/** The language of agreements: the model, how a text is read and written, what it says before anything is played, and what is wrong with it. */
module holdfast.language {
    requires static org.jspecify;
    requires org.commonmark;

    exports holdfast.language;
    exports holdfast.language.diagnostic;
    exports holdfast.language.document;
    exports holdfast.language.given;
    exports holdfast.language.manuscript;
    exports holdfast.language.model;
    exports holdfast.language.reading;
    exports holdfast.language.sentence;
    // Whoever only reads agreements does not need it.
    exports holdfast.language.format to
            holdfast.cli;
}
