package holdfast.cli.follow;

import holdfast.cli.output.Refusal;

/** Records to which others are added while they are followed. */
interface Growing {
    /**
     * What came since this was asked last.
     *
     * @throws Refusal if it cannot be read, or what was there is there no more
     */
    Grown more();

    /** Whether nothing will ever come any more. */
    boolean isOver();
}
