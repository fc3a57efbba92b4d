package holdfast.readiness.items;

import holdfast.language.diagnostic.ProblemCode;

/** What can be wrong with a list of items; each has a page in {@code docs/diagnostics}. */
public enum ItemCode implements ProblemCode {
    CANNOT_BE_READ(201),
    NO_LIST(202),
    SYNTAX(203),
    ITEM_TWICE(204),
    NAME_OF_TWO(205),
    UNKNOWN_ITEM(206),
    STANDS_IN_FOR_ITSELF(207),
    NOT_ABOVE_ZERO(208),
    UNIT_TWICE(209);

    private final int number;

    ItemCode(int number) {
        this.number = number;
    }

    /** {@code HR204}. */
    @Override
    public String label() {
        return "HR" + number;
    }
}
