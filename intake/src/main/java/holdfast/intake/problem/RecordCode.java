package holdfast.intake.problem;

import holdfast.language.diagnostic.ProblemCode;
import java.util.EnumSet;
import java.util.Set;

/** What can be wrong with a file of records or a mapping; each has a page in {@code docs/diagnostics}. */
public enum RecordCode implements ProblemCode {
    CANNOT_BE_OPENED(101),
    EMPTY_FILE(102),
    WRONG_KIND_OF_FILE(103),
    NOT_UTF8(104),
    ZERO_BYTE(105),
    TOO_LONG(106),
    ENDS_IN_THE_MIDDLE(107),
    BROKEN_TEXT(108),
    WRONG_COLUMNS(109),
    WRONG_NUMBER_OF_CELLS(110),
    NAMED_TWICE(111),
    UNKNOWN_KIND(112),
    NOT_GIVEN(113),
    NO_TIME(114),
    ENDS_BEFORE_IT_BEGINS(115),
    CLOCK_CHANGE(116),
    UNKNOWN_PRECISION(117),
    UNKNOWN_EVENT(118),
    OUT_OF_PLACE(119),
    NO_NUMBER(120),
    NO_DATE(121),
    UNKNOWN_ACTOR(122),
    NO_PLACE(123),
    UNKNOWN_ZONE(124),
    UNKNOWN_BASIS(125),
    SAME_ID(126),
    CORRECTS_NOTHING(127),
    ABOUT_NOTHING(128),
    UNKNOWN_RESULT(129),
    UNKNOWN_CLAUSE_OR_TERM(130),
    NOT_A_CHOICE(131),
    NO_SUCH_SHEET(132),
    KNOWN_TOO_EARLY(133),
    NOT_SEEN(134),

    MAPPING_SYNTAX(140),
    MAPPING_COLUMN(141),
    MAPPING_NAME(142),
    SAID_TWICE(143),
    SAYS_NO_TIME(144),

    UNKNOWN_CODE(150),
    NO_RULE(151),
    NO_END(152),
    ANOTHER_ROW(153),
    NO_SUCH_ROW(154),
    NOTHING_TO_REFER_TO(155),
    ATTRIBUTE_NOT_USED(156),
    EVENT_NOT_USED(157),
    NEVER_USED(158),
    NOTHING_CAME_OF_IT(159),
    NOT_COMPARED(160),
    SAID_IN_VAIN(161),
    FINER_TIME(162),
    OUT_OF_THE_DATES(163),
    FAR_FROM_THE_OTHERS(164),
    A_SUM(165),
    SAID_ALREADY(166),
    NEGATIVE(167),
    SHOWN_AS_PERCENT(168),
    HIDDEN(169),
    COLUMN_BESIDE(170),
    WRITTEN_OTHERWISE(180);

    /** What is wrong with what a cell holds, rather than with the mapping or with the row as such. */
    private static final Set<RecordCode> OF_CELLS = EnumSet.of(
            BROKEN_TEXT,
            NOT_GIVEN,
            NO_TIME,
            ENDS_BEFORE_IT_BEGINS,
            CLOCK_CHANGE,
            NO_NUMBER,
            NO_DATE,
            NO_PLACE,
            KNOWN_TOO_EARLY,
            NO_END,
            OUT_OF_THE_DATES,
            A_SUM);

    private final int number;

    RecordCode(int number) {
        this.number = number;
    }

    /** Whether a mapping can say that what has it is left out. */
    public boolean isOfACell() {
        return OF_CELLS.contains(this);
    }

    /** {@code HR114}. */
    @Override
    public String label() {
        return "HR" + number;
    }
}
