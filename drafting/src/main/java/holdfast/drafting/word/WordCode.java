package holdfast.drafting.word;

import holdfast.language.diagnostic.ProblemCode;

/** What can be wrong with a text from Word, and what of it is not kept; each has a page in {@code docs/diagnostics}. */
public enum WordCode implements ProblemCode {
    CANNOT_BE_OPENED(101),
    WRONG_KIND_OF_FILE(102),
    DAMAGED(103),
    PASSWORD(104),
    TOO_LARGE(105),
    NO_TEXT(106),

    /** It is in the draft in another way than in Word. */
    KEPT_OTHERWISE(110),
    /** It is not in the draft. */
    LEFT_OUT(111);

    private final int number;

    WordCode(int number) {
        this.number = number;
    }

    /** {@code HW103}. */
    @Override
    public String label() {
        return "HW" + number;
    }
}
