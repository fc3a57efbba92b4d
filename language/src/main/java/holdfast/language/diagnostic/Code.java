package holdfast.language.diagnostic;

import static holdfast.language.diagnostic.Severity.ERROR;
import static holdfast.language.diagnostic.Severity.WARNING;

import java.util.Locale;

/**
 * Every kind of problem with the text of an agreement. Each has a page {@code docs/diagnostics/HFnnn.md}; a number is
 * never used again for something else.
 */
public enum Code implements ProblemCode {
    // The document.
    UNREADABLE(1, ERROR),
    TOO_LARGE(2, ERROR),
    NOT_UTF8(3, ERROR),
    UNCLOSED_BLOCK(4, ERROR),
    NO_CLAUSES(5, ERROR),
    MISSPELT_BLOCK(6, WARNING),
    BLOCK_AS_PROSE(7, WARNING),
    TOO_MANY_PROBLEMS(9, ERROR),

    // Words and statements.
    UNEXPECTED(101, ERROR),
    UNKNOWN_STATEMENT(102, ERROR),
    UNCLOSED_TEXT(103, ERROR),
    STRANGE_CHARACTER(104, ERROR),
    NUMBER_OUT_OF_RANGE(105, ERROR),
    NO_SUCH_DATE(106, ERROR),
    AMBIGUOUS_INSTANT(107, ERROR),
    TOO_DEEP(108, ERROR),
    NOT_AN_INSTANT(109, ERROR),
    DATE_TWO_WAYS(110, ERROR),
    LOOK_ALIKE(111, ERROR),

    // Declarations.
    DECLARED_TWICE(201, ERROR),
    UNKNOWN_ACTOR(202, ERROR),
    UNKNOWN_TIME_ZONE(203, ERROR),
    RESERVED_WORD(204, ERROR),
    SAID_TWICE(205, ERROR),
    IMPOSSIBLE_VOTE(206, ERROR),
    UNKNOWN_MEASURE(207, ERROR),
    FILE_MISSING(208, ERROR),
    WIDTH_OPEN(209, ERROR),
    NO_TIME_ZONE(210, ERROR),
    NOT_BY_READING(212, ERROR),
    VARIANT_MISSING(213, ERROR),
    VARIANTS_OVERLAP(214, ERROR),
    UNKNOWN_QUESTION(215, ERROR),
    TOO_FEW_ANSWERS(216, ERROR),
    LISTED_TWICE(217, ERROR),
    ANNEX_DIFFERS(218, ERROR),
    LOOKS_LIKE_A_VARIABLE(219, ERROR),
    ZONE_AT_FAULT(220, ERROR),
    NOTHING_TO_CALL(221, ERROR),
    UNKNOWN_LANGUAGE(222, ERROR),
    UNKNOWN_KIND(231, ERROR),

    // Patterns, conditions and definitions.
    UNKNOWN_EVENT(301, ERROR),
    UNKNOWN_ATTRIBUTE(302, ERROR),
    ATTRIBUTE_TWICE(303, ERROR),
    WRONG_TYPE(304, ERROR),
    VARIABLE_OF_TWO_TYPES(305, ERROR),
    UNBOUND_VARIABLE(306, ERROR),
    UNKNOWN_CONDITION(307, ERROR),
    WRONG_ARGUMENTS(308, ERROR),
    UNKNOWN_ZONE(309, ERROR),
    CIRCLE(311, ERROR),
    BAD_PARAMETERS(312, ERROR),
    NOT_COMPARABLE(313, ERROR),
    NOT_A_CHOICE(314, ERROR),
    ONCE_WITH_VALUES(315, ERROR),
    BUILT_TOO_HIGH(316, ERROR),

    // Clauses.
    CLAUSE_TWICE(401, ERROR),
    CLAUSE_OUT_OF_PLACE(402, ERROR),
    UNKNOWN_CLAUSE(403, ERROR),
    TRIGGER_NOT_HERE(404, ERROR),
    EVERY_WITHOUT_WHILE(405, ERROR),
    NO_EARLIER_BREACH(406, ERROR),
    WINDOW_NEVER_OPEN(407, ERROR),
    DAYS_NOT_COUNTED(408, ERROR),
    ANYONE_NOT_HERE(409, ERROR),
    POWER_WITHOUT_EFFECT(410, ERROR),
    TOTAL_OF_WHAT(411, ERROR),
    NO_OFFENDER(412, ERROR),
    WHERE_NOT_HERE(413, ERROR),
    EXTENSION_WITHOUT_DATE(414, ERROR),
    NOT_A_BODY(415, ERROR),
    BEARER_BOUND_TWICE(416, ERROR),
    CLOCK_WITHOUT_START(417, ERROR),
    POWER_WITH_CONDITION(418, ERROR),
    CLAUSE_OF_SOME_READINGS(419, WARNING),
    NOT_A_PAIR(420, ERROR),
    APPROVAL_OF_WHAT(421, ERROR),
    NEVER_THERE(422, ERROR),
    EVERY_TOO_OFTEN(423, ERROR),

    // Rules about clauses.
    RULE_TWICE(501, ERROR),
    RULE_WITHOUT_EFFECT(502, WARNING),
    UNKNOWN_FINDING(503, ERROR),
    NO_REASON(504, ERROR),
    NO_FORCES(505, ERROR),
    STEP_WITHOUT(506, ERROR),

    // Scenarios.
    UNKNOWN_RECORD(601, ERROR),
    RECORD_TWICE(602, ERROR),
    NOT_A_FACT(603, ERROR),
    UNKNOWN_STATUS(604, ERROR),
    TIME_RUNS_BACK(605, ERROR),

    // Things that are allowed and probably not meant.
    UNUSED(701, WARNING),
    VARIABLE_USED_ONCE(702, WARNING),
    MEASURE_BY_ACTOR(711, WARNING),
    DOER_UNSAID(712, WARNING),
    NEVER_GOES_ON(713, WARNING),
    ONE_IS_ENOUGH(714, WARNING),
    FIRST_OF_SEVERAL(715, WARNING);

    private final int number;
    private final Severity severity;

    Code(int number, Severity severity) {
        this.number = number;
        this.severity = severity;
    }

    @Override
    public String label() {
        return String.format(Locale.ROOT, "HF%03d", number);
    }

    public Severity severity() {
        return severity;
    }
}
