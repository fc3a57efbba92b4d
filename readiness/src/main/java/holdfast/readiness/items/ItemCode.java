package holdfast.readiness.items;

import holdfast.language.diagnostic.ProblemCode;

/** What can be wrong with a list of items; each has a page in {@code docs/diagnostics}. */
public enum ItemCode implements ProblemCode {
    CANNOT_BE_READ(101),
    NO_LIST(102),
    SYNTAX(103),
    ITEM_TWICE(104),
    NAME_OF_TWO(105),
    UNKNOWN_ITEM(106),
    STANDS_IN_FOR_ITSELF(107),
    NOT_ABOVE_ZERO(108),
    UNIT_TWICE(109);

    private final int number;

    ItemCode(int number) {
        this.number = number;
    }

    /** {@code HI104}. */
    @Override
    public String label() {
        return "HI" + number;
    }
}
