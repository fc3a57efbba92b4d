package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.ProblemCode;

/**
 * What can be wrong with a map or a zone. There is one kind, without a number: each message says its own mend, and
 * {@code docs/territory.md} says what a map must be.
 * What is wrong with a zone is shown as HF220 where an agreement is checked.
 */
public enum GeographyCode implements ProblemCode {
    AT_FAULT;

    @Override
    public String label() {
        return "";
    }
}
