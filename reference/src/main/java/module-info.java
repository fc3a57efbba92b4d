/** A second evaluator that follows the page on semantics word for word. It knows the model, and what a record and a verdict are, and nothing else of the engine. */
module holdfast.reference {
    requires static org.jspecify;
    requires transitive holdfast.engine;
    requires transitive holdfast.language;

    exports holdfast.reference;
}
