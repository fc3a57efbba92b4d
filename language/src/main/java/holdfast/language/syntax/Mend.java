package holdfast.language.syntax;

import holdfast.language.diagnostic.MonthNames;
import holdfast.language.syntax.Cursor.Said;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What to answer where a lawyer's phrase stands that the language does not take, because it says less than it seems to, or can be meant in
 * more than one way. The mend is said in the words of the sentence itself and with the names of its document.
 *
 * @param words how many words of the statement it is about
 */
record Mend(int words, String message, String help) {
    private static final String DATE = "2026-03-01";

    /** More words than that no phrase has. */
    private static final int LONGEST = 12;

    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";

    private static final Set<String> PLAIN = Set.of("each", "every", "both", "nobody", "anyone", "must", "may");

    /** A phrase and the answer to it. A phrase is a pattern over words in small letters, joined by one space. */
    private record Entry(
            Pattern phrase, Function<Phrased, String> message, Function<Phrased, String> help, String behind) {
        /** Only where that word stands two words before. */
        Entry behind(String word) {
            return new Entry(phrase, message, help, word);
        }

        boolean stands(Cursor cursor) {
            return behind.isEmpty() || cursor.position() >= 2 && cursor.peekWord(-2, behind);
        }
    }

    /** The phrase as it was written, and where. */
    private record Phrased(String text, Cursor cursor, int words) {
        String bearer() {
            return cursor.said(Said.BEARER, cursor.vocabulary().actor(0));
        }

        String modal() {
            return cursor.said(Said.FORBIDDEN, cursor.said(Said.MODAL, "must"));
        }

        boolean power() {
            return !cursor.said(Said.OVER, "").isEmpty();
        }

        boolean forbidden() {
            return !cursor.said(Said.FORBIDDEN, "").isEmpty();
        }

        String act() {
            return cursor.said(Said.ACT, cursor.vocabulary().deed());
        }

        String sentence() {
            return bearer() + " " + modal() + " " + act();
        }

        String event() {
            return cursor.vocabulary().event();
        }

        /** The declared event of which the last word speaks; dots where none does. */
        String eventSpokenOf() {
            return cursor.vocabulary().eventSpokenOf(last(text)).orElse(Vocabulary.OPEN);
        }

        /** What stands behind the phrase, up to a comma. */
        String rest() {
            int length = 0;
            int depth = 0;
            while (length < 12 && cursor.peek(words + length).isPresent()) {
                depth += cursor.peekKind(words + length, Kind.OPEN)
                        ? 1
                        : cursor.peekKind(words + length, Kind.CLOSE) ? -1 : 0;
                if (depth == 0 && cursor.peekKind(words + length, Kind.COMMA)) {
                    break;
                }
                length++;
            }
            return joined(cursor, words, length);
        }

        String restOr(String otherwise) {
            return rest().isEmpty() ? otherwise : rest();
        }

        /** A span such as {@code 5 years} in the phrase or behind it. */
        String span() {
            for (int i = 0; i < words + 6; i++) {
                Optional<NumberWords> number = NumberWords.at(cursor, i);
                int unit = i + number.map(NumberWords::words).orElse(1);
                if (number.isPresent()
                        && cursor.peek(unit)
                                .flatMap(t -> ConditionParser.unit(t.text()))
                                .isPresent()) {
                    return number.get().token().text() + " "
                            + cursor.peek(unit).orElseThrow().text();
                }
            }
            var found = Pattern.compile("[0-9]+ [a-z]+").matcher(text + " " + rest());
            return found.find() ? found.group() : "30 days";
        }

        /** The date behind the phrase; empty where there is none. */
        String date() {
            return cursor.peek(words)
                    .filter(t -> t.is(Kind.INSTANT))
                    .map(Token::text)
                    .or(() ->
                            SpelledDate.ahead(cursor, words).map(d -> d.token().text()))
                    .orElse("");
        }

        /** The date with which the phrase ends, and a time of day behind it. */
        String endingDate() {
            int at = 0;
            while (at < words && SpelledDate.ahead(cursor, at).isEmpty()) {
                at++;
            }
            var date = SpelledDate.ahead(cursor, at);
            int behind = at + date.map(SpelledDate::words).orElse(1);
            return date.map(d -> d.token().text()).orElse(last(text))
                    + cursor.peek(behind)
                            .filter(t -> t.is(Kind.TIME))
                            .map(t -> " " + t.text())
                            .orElse("");
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            entry(
                    "(before|after|until|till|up to|prior to) ([0-9][^ ,;)]*|(the )?[0-9]{1,2}(st|nd|rd|th)? (of )?"
                            + MONTH + ",? [0-9]{4}|" + MONTH + " [0-9]{1,2},? [0-9]{4})",
                    p -> "`" + p.text().replaceAll("(?i)^(up to|prior to|[a-z]+).*", "$1")
                            + "` says how long something lasts"
                            + (p.forbidden() ? "; a prohibition says it at its beginning" : "; an act is done once"),
                    p -> p.forbidden()
                            ? "give the time a name: `term period is "
                                    + (p.text().startsWith("after")
                                            ? "from "
                                            : p.text().matches("(before|prior).*") ? "before " : "until ")
                                    + p.endingDate()
                                    + "`, and say `while period, " + p.sentence() + "`"
                            : p.text().startsWith("after")
                                    ? "say `not before " + p.endingDate() + "`"
                                    : "say `by " + p.endingDate() + "`, if it must be done by then"),
            entry(
                    "between [0-9][^ ,;)]* and [0-9][^ ,;)]*",
                    p -> "`between` does not say whether both days count",
                    p -> "say `not before " + p.text().split(" ")[1] + ", by " + last(p.text())
                            + "`; both days then count"),
            entry(
                    "(after|in|at the end of|upon expiry of|within the next) [0-9]+ (seconds?|minutes?|hours?|days?|weeks?|months?|years?)",
                    p -> "`" + p.text() + "` does not say from when it counts",
                    p -> "say `within " + p.span() + " of " + p.event() + "`, if it may be done sooner"),
            entry(
                    "[0-9]+ (seconds?|minutes?|hours?|days?|weeks?|months?|years?) (after|from|of|following|upon) [^ ,;)]+",
                    p -> "`" + p.text() + "` is a day on which something falls due",
                    p -> p.cursor().said(Said.BEARER, "").isEmpty()
                            ? "give the day a name: `define due_day as " + p.span() + " after " + last(p.text())
                                    + "`, and begin the clause with `on due_day, ...`"
                            : "say `within " + p.span() + " of " + last(p.text()) + "`, if it may be done sooner"),
            entry(
                    "(while|during|as long as|so long as|for as long as|throughout|whenever|when)( [^ ,;)]+)?",
                    p -> "`" + p.text().split(" ")[0] + "` stands at the beginning of a clause",
                    p -> "say `while "
                            + (p.text().contains(" ")
                                    ? last(p.text())
                                    : p.cursor().vocabulary().state()) + ", " + p.sentence() + "`"),
            entry(
                    "(within|in|for the first) [0-9]+ (seconds?|minutes?|hours?|days?|weeks?|months?|years?) (of|after|from|following) [^ ,;)]+",
                    p -> "`" + p.text() + "` is a time, and a prohibition says it at its beginning",
                    p -> "give the time a name: `term period is " + p.span() + " from " + last(p.text())
                            + "`, and say `while period, " + p.sentence() + "`"),
            entry(
                    "on [0-9]{4}-[0-9]{2}-[0-9]{2}",
                    p -> "a prohibition says at its beginning when it applies",
                    p -> "give the day a name: `term day is from " + last(p.text()) + " until " + last(p.text())
                            + "`, and say `while day, " + p.sentence() + "`"),
            entry(
                    "(except|save|but|other than|apart from|except for|except in|with the exception of)( [^ ,;)]+)?",
                    p -> "`" + p.text().split(" ")[0] + "` is said with a condition",
                    Mend::exceptMend),
            entry(
                    "(at|upon|on) the (request|demand|invitation|initiative|instruction) of [^ ,;)]+",
                    p -> "a request is an act of its own that sets the duty off",
                    p -> "name the act, `event request(by: party)`, and begin the clause with `on request(by "
                            + last(p.text()) + "), ...`"),
            entry(
                    "be ([a-z_]+(ed|en|ied)|set up|put|set|held|met|sent|kept|made|given|paid|led|built|brought|withdrawn|taken)( by (the )?[^ ,;)]+)?",
                    p -> "the passive does not say who is bound, or says it last",
                    p -> "put the one who acts first: `"
                            + (p.text().contains(" by ")
                                    ? last(p.text())
                                    : p.cursor().vocabulary().actor(0)) + " " + p.modal() + " "
                            + p.cursor().vocabulary().actMeantBy(p.text().split(" ")[1]) + "`"),
            entry(
                    "be [a-z_]+",
                    p -> "`" + p.text() + "` is how something is, and not what somebody does",
                    p -> "say what is done, in one word, and say what it is: `event begin_work(by: party)`, and `"
                            + p.bearer() + " " + p.modal() + " begin_work`"),
            entry(
                    "(this|the|the present) (agreement|treaty|protocol|accord|memorandum|convention|instrument)",
                    p -> "`" + p.text() + "` owes nothing: when it is in force is a state",
                    p -> "say what it is, `state in_force begins with " + p.event()
                            + "`, or, for a fixed time, `term in_force is 5 years from " + p.event()
                            + "`; then `in force while in_force`"),
            entry(
                    "(the )?(term|duration|period) of (this|the) [a-z]+",
                    p -> "how long something lasts is a declaration, not a duty",
                    p -> "say `term in_force is 5 years from " + p.event() + "`, and `in force while in_force`"),
            entry(
                    "(allow|permit|tolerate|let|prevent|stop)",
                    p -> "`" + p.text() + "` is about the acts of others",
                    p -> "forbid the act itself, and say for whom somebody answers: `" + p.bearer()
                            + " answers for ...`"),
            entry(
                    "(is|are|shall be) (responsible|liable|accountable|answerable) for",
                    p -> "`" + p.text() + "` is no duty",
                    p -> "say `" + p.bearer() + " must` and an act; for the acts of others say `" + p.bearer()
                            + " answers for ...`"),
            entry(
                    "(by|before|until|no later than|not later than) [0-9]{4}( -[0-9]{2})?",
                    p -> "`" + p.text() + "` is no day",
                    p -> "write the day, as in `by " + p.text().replaceAll("[^0-9]*([0-9]{4}).*", "$1") + "-12-31`"),
            entry(
                    "(at )?[0-9]{1,2}([.][0-9]{2}| ?h[0-9]{0,2}| ?[ap]m| hours| o)",
                    p -> "`" + p.text() + "` is no time of day",
                    p -> "write hours and minutes with a colon, as in `12:00`"),
            entry(
                    "(by |before |at )?(noon|midday)( on)?",
                    p -> "a time of day stands behind its date",
                    p -> "write `" + (p.text().startsWith("by") ? "by " : "") + DATE + " 12:00`"),
            entry(
                    "half (a|an) (year|month|day|hour|week)",
                    p -> "a span is a whole number",
                    p -> "write `6 months`, `15 days`, `12 hours` or `30 minutes`"),
            entry(
                    "(to|-|or) ?[0-9]+ (seconds?|minutes?|hours?|days?|weeks?|months?|years?)|(to|-) ?[0-9]+|-[0-9]+( [a-z]+)?",
                    p -> "a deadline has one number, that of the last day",
                    p -> "write the larger of the two; for the first day add `not before`"),
            entry(
                    "or [0-9]+([.][0-9]+)*",
                    p -> "clauses are listed with `and`: what is said is said of each",
                    p -> "write `and " + last(p.text()) + "`"),
            entry(
                    "billions?|milliards?|bn",
                    p -> "`" + p.text() + "` is not the same number in all languages",
                    p -> "write `" + thousands(p.cursor().previous().text()) + " million`"),
            entry(
                    "[0-9]+ times|(two|three|four|five|six|seven|eight|nine|ten) times",
                    p -> "a number of acts is a least number",
                    p -> "say `at least " + p.text() + "`"),
            entry(
                    "(by |before |on )?the [0-9]{1,2}(st|nd|rd|th)? day (after|of|from|following)( the)? [^ ,;)]+",
                    p -> "a day that is counted is said as a span",
                    p -> "say `within " + p.text().replaceAll("[^0-9]*([0-9]+).*", "$1") + " days of " + last(p.text())
                            + "`"),
            entry(
                    "(or|and|and also|as well as|and then)",
                    p -> p.text().startsWith("or")
                            ? "`or` leaves open what is owed"
                            : "a clause has one act, or one list of those who are bound",
                    Mend::orMend),
            entry(
                    "(is|are|shall be|must be) (prohibited|forbidden|banned|not allowed|not permitted)",
                    p -> "nothing says to whom it is forbidden",
                    p -> "say who: `each party must not "
                            + p.cursor()
                                    .said(Said.BEARER, p.cursor().vocabulary().deed()) + "`"),
            entry(
                    "(it (is|shall be) (prohibited|forbidden) to|there (must|shall|will|may) (be no|not be)|there (is|are) (no|to be no)) [^ ,;)]+",
                    p -> "nothing says to whom it is forbidden",
                    p -> "say who: `each party must not "
                            + p.cursor().vocabulary().actMeantBy(last(p.text())) + "`"),
            entry(
                    "(is over|is at an end|has ended|is ended|has expired|expires|is terminated|terminates|lapses)",
                    p -> "a state `begins` or `ends`",
                    p -> "say `ends`"),
            entry(
                    "(is in force|has begun|has started|starts|enters into force|applies|is in effect)",
                    p -> "a state `begins` or `ends`",
                    p -> "say `begins`; for as long as it lasts say `while` and the state"),
            entry(
                    "(cet|cest|eet|eest|gmt|utc|msk|est|edt|pst|ist|local time|zulu|z)",
                    p -> "`" + p.text() + "` stands for several times in the world, or changes with the season",
                    p -> "write the offset behind the time, `12:00+02:00`, or the zone, `in Europe/Kyiv`"),
            entry(
                    "(until|till|up to|through)",
                    p -> "`" + p.text() + "` says how long something lasts"
                            + (p.forbidden() ? "; a prohibition says it at its beginning" : "; an act is done once"),
                    Mend::untilMend),
            entry(
                    "for (a period of |the duration of |at least |up to |no more than |not more than |at most |a maximum of )?[0-9a-z-]+ (seconds?|minutes?|hours?|days?|weeks?|months?|years?)",
                    p -> "`" + p.text() + "` says how long something lasts, which stands at the beginning of a clause",
                    p -> p.power()
                            ? "it lasts until it is lifted: `define time_is_up as " + p.span() + " after " + p.act()
                                    + "`, and in a clause of its own `" + p.bearer() + " may resume "
                                    + p.cursor().said(Said.OVER, "...") + " with time_is_up`"
                            : "give the time a name: `term period is " + p.span() + " from " + p.event()
                                    + "`, and say `while period, "
                                    + p.bearer() + " " + p.modal()
                                    + (p.forbidden() ? " " + p.act() : " keep ...`, with a state of what lasts")
                                    + (p.forbidden() ? "`" : "")),
            entry(
                    "(from|as from|starting|beginning|since|as of|with effect from)( on)? [0-9][^ ,;)]*",
                    p -> "`" + p.text() + "` says from when something lasts, which is a term",
                    p -> !p.forbidden() && !p.cursor().said(Said.ACT, "").isEmpty()
                            ? "an act that may be done only later: say `not before " + p.endingDate() + "`"
                            : "give the time a name: `term period is from " + p.endingDate()
                                    + "`, and say `while period, "
                                    + (p.cursor().said(Said.BEARER, "").isEmpty() ? "..." : p.sentence()) + "`"),
            entry(
                    "(in step with|in parallel with|in parallel to|simultaneously with|at the same time as|pari passu with|concurrently with|together with)",
                    p -> "`" + p.text() + "` does not say which act sets off the other, nor in what time",
                    p -> "say both: `on " + p.restOr(p.event()) + ", " + p.sentence()
                            + " within 7 days`, and the same the other way round"),
            entry(
                    "(immediately|forthwith|promptly|urgently|swiftly|expeditiously|without delay|without undue delay|without any delay|instantly|right away)",
                    p -> "`" + p.text() + "` is no time that can be checked",
                    p -> p.cursor().said(Said.CONDITION, "").isEmpty()
                            ? "say after what, and how soon: `at once upon " + p.event()
                                    + "`, which is by the end of the same day," + " or `within 24 hours of " + p.event()
                                    + "`"
                            : "say `at once`, which is by the end of the same day, or a time such as `within 24 hours`"),
            entry(
                    "(as soon as possible|as soon as practicable|as soon as feasible|asap|in due course|in due time|in good time|in a timely manner|at the earliest opportunity|at an early date|soon)",
                    p -> "`" + p.text() + "` sets no time that can be missed",
                    p -> "say `with no deadline`, if that is meant, or a time such as `within 30 days of " + p.event()
                            + "`"),
            entry(
                    "within a reasonable (time|period)( of time)?",
                    p -> "`" + p.text() + "` sets no time that can be missed",
                    p -> "say `with no deadline`, if that is meant, or a time such as `within 30 days of " + p.event()
                            + "`"),
            entry(
                    "(business|working|banking|court) days?",
                    p -> "`" + p.text() + "` depend on holidays that no text lists",
                    p -> "say `days`, which are those of the calendar, with a number that allows for the holidays"),
            entry(
                    "(jointly|together|collectively|jointly and severally|in common)",
                    p -> "`" + p.text() + "` does not say who is in breach when one of them does nothing",
                    p ->
                            "leave it out: then each of them is bound; what only all can do is a body's act: `body Joint of ..., decides by consensus`"),
            entry(
                    "(should|ought to|is expected to|are expected to|is encouraged to|are encouraged to|is invited to|are invited to|is called upon to|are called upon to|would)",
                    p -> "`" + p.text() + "` binds nobody",
                    p -> "say `must`, if it is a duty; a wish belongs to the prose"),
            entry(
                    "(shall |must |will |undertakes? to |agrees? to )?(endeavours?|endeavors?|strives?|seeks?|attempts?|tries|try|aims?|intends?|use (its|their) best (efforts|endeavours)|make every effort|do everything possible|work|cooperate|consider)( to)?",
                    p -> "an effort is no act that a record can show",
                    p -> "say what is to be done, as in `" + p.bearer() + " must "
                            + p.cursor().vocabulary().deed() + " within 30 days of " + p.event()
                            + "`; an effort belongs to the prose"),
            entry(
                    "(the other|all other|all the other|every other|each other|the opposing|the opposite)( party| parties| side)?",
                    p -> "`" + p.text() + "` is not named by anybody here",
                    p ->
                            "when the beginning of the clause names one as `P`, say `if Q is not P, each party Q must ...`; otherwise name the party"),
            entry(
                    "(subject to|conditional on|conditional upon|contingent on|contingent upon|depending on)",
                    p -> "`" + p.text() + "` does not say what happens until then",
                    p -> "say it as a condition, before the one who is bound: `if " + p.restOr(p.event())
                            + " has happened, " + p.bearer() + " ...`"),
            entry(
                    "(notwithstanding|without prejudice to|irrespective of|regardless of|except as provided in|save as provided in|save as otherwise provided|except as otherwise provided|unless otherwise agreed|unless otherwise provided)",
                    p -> "`" + p.text() + "` does not say which clause gives way, and when",
                    p -> "say it in the clause that gives way: `unless` and a condition, such as `unless " + p.event()
                            + " has happened`"),
            entry(
                    "(if|where|when|as) (necessary|appropriate|required|needed|possible|feasible|applicable|agreed)",
                    p -> "`" + p.text() + "` does not say who judges it",
                    p -> "leave the word open, `undefined " + last(p.text()) + "`, and say `if " + last(p.text())
                            + ",` before the one who is bound"),
            entry(
                    "to the (fullest |greatest |maximum )?extent (possible|feasible|practicable|necessary|permitted)",
                    p -> "`" + p.text() + "` does not say who judges it",
                    p -> "leave the word open, `undefined " + last(p.text()) + "`, and say `where " + last(p.text())
                            + "`"),
            entry(
                    "(approximately|about|around|roughly|nearly|some|circa)",
                    p -> "`" + p.text() + "` leaves the number open",
                    p ->
                            "write the number alone, or a question with two answers: `question how_many answers lower, higher`"),
            entry(
                    "and or",
                    p -> "`and/or` can be meant two ways",
                    p -> "say `or`, if one suffices, or `and`, if both are needed"),
            entry(
                    "(exactly|precisely|only|no more than|not more than|at most|up to) [0-9a-z]+ times?",
                    p -> "`" + p.text() + "` sets an upper bound, which is a prohibition of its own",
                    p ->
                            "say `at least`, and in another clause forbid what is too often: `define too_often as more than 3 "
                                    + p.cursor().vocabulary().deed() + "`"),
            entry(
                    "(once|twice|thrice|one time)",
                    p -> "`" + p.text() + "` is said with a number here",
                    p -> "say `at least " + times(p.text()) + " times`; for an act that is done once leave it out"),
            entry(
                    "(daily|weekly|monthly|quarterly|yearly|annually|hourly|fortnightly|biweekly|semiannually|regularly|periodically|from time to time)",
                    p -> "`" + p.text() + "` is said as a span",
                    p -> "say `every " + everyOf(p.text()) + "`, and from when: `while "
                            + p.cursor().vocabulary().state() + ", ...`"),
            entry(
                    "((by|before|until|on|in|during|no later than) )?(the )?((end|beginning|start|middle) of )?" + MONTH
                            + " [0-9]{4}",
                    p -> "`" + p.text() + "` is no day",
                    Mend::monthMend),
            entry(
                    "((by|before|until|no later than|not later than|on or before|on|not before) )?(the )?[0-9]{1,2}(st|nd|rd|th)? (of )?"
                            + MONTH,
                    p -> "`" + p.text() + "` does not say the year",
                    p -> "write the year behind it, as in `" + p.text() + " 2026`"),
            entry(
                    "((by|before|until|no later than|not later than|on or before|on|not before) )?" + MONTH
                            + " [0-9]{1,2}",
                    p -> "`" + p.text() + "` does not say the year",
                    p -> "write the year behind it, as in `" + p.text() + ", 2026`"),
            entry(
                    "((by|before|until|no later than|not later than|on or before|on|not before|from) )?(the )?[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{2}",
                    p -> "`" + last(p.text()) + "` does not say the century",
                    p -> "write the year in four digits, as in `"
                            + last(p.text()).replaceFirst("[.]([0-9]{2})$", ".20$1") + "`"),
            entry(
                    "((by|before|until|no later than|not later than|on or before|on|not before|from) )?(the )?[0-9]{1,2}(st|nd|rd|th|[.])? (of |de |di )?(?!second|minute|hour|day|week|month|year|km)[\\p{L}]+ (de |di )?[0-9]{4}",
                    p -> "`" + p.text().replaceFirst("^.*?(?=[0-9])", "")
                            + "` is no date: months are written in English",
                    p -> "write the month in English, as in `15 January " + last(p.text())
                            + "`, or the date in digits, as in `" + last(p.text()) + "-01-15`"),
            entry(
                    "(midnight|at midnight|24:00)",
                    p -> "`midnight` can be the beginning of the day or its end",
                    p -> "write `00:00`, for the beginning; `by` a date alone is the end of that day"),
            entry(
                    "((by|before|until|from|on|after) )?(today|tomorrow|yesterday|now|the present time|the date hereof)",
                    p -> "`" + p.text() + "` changes with the day on which it is read",
                    p -> "write the date, as in `" + DATE + "`, or name an event: `on " + p.event() + "`"),
            entry(
                    "(its|their|his|her|the said|such|said|this|that|these|those|any such)",
                    p -> "`" + p.text() + "` does not say whose or which",
                    p -> "name it: give it a letter, `each party P`, and use the letter again, `(by P)`"),
            entry(
                    "(respectively|mutatis mutandis|inter alia|including but not limited to|etc|in particular)",
                    p -> "`" + p.text() + "` has no meaning that can be checked",
                    p -> "leave it to the prose, and write a clause for each case"),
            entry(
                    "(material|serious|grave|significant|substantial|fundamental|flagrant|gross|major) (breach|violation)( of .*)?",
                    p -> "`" + p.text().split(" ")[0] + " breach` does not say who judges it",
                    p -> "let somebody find it, which is an act: `event find_"
                            + p.text().split(" ")[0]
                            + "_breach(by: party, of: party)`, and say `if find_"
                            + p.text().split(" ")[0] + "_breach(by "
                            + p.cursor().vocabulary().body() + ", of the other party) has happened`"),
            entry(
                    "(breaks?|breaches|breach|violates?|infringes?|fails to (comply with|observe|respect|honour)|does not (comply with|observe|respect|honour|keep)|is in breach of|acts against)( (clause|article|paragraph|section))?( [0-9][0-9.]*)?",
                    p -> "a breach sets a duty off with the words `on a breach`",
                    p -> "say `on a breach B of " + clauseIn(p.text() + " " + p.rest())
                            + ", ...`, without `if`; `by` and a name behind it says whose"),
            entry(
                    "(continues|persists|goes on|lasts|is not remedied|is not ended)( (for|after|beyond|within))?( [0-9]+ [a-z]+)?",
                    p -> "what goes on is a breach that a clause before this one names",
                    p -> "give it a letter there, `on a breach B of " + clauseIn("")
                            + "`, and say here `if B continues after " + p.span() + "`"),
            entry(
                    "(decides?|determines?|establishes|finds?|rules?|judges?|ascertains?) (whether|if|that|on whether)( .*)?",
                    p -> "who says whether a clause was broken is a rule, not a duty",
                    p -> "say `" + p.bearer() + " confirms breaches of " + clauseIn(p.text() + " " + p.rest()) + "`"),
            entry(
                    "(from|since|upon|following|with|as from)( the)? (start|beginning|entry into force|commencement|signature|end|date|moment|day) of( the| this)? [^ ,;)]+",
                    p -> "a clause says from when it binds by a state",
                    p -> "say what it is, `state period begins with " + p.event()
                            + "`, and begin the clause with `while period, ...`"),
            entry(
                    "(after|following|since|once) (the |a |an )?[a-z_][^ ,;)]*",
                    p -> "`" + p.text() + "` says from when it binds, which stands at the beginning of a clause",
                    p -> p.forbidden()
                            ? "name a state, `state period begins with " + last(p.text()) + "`, and say `while period, "
                                    + p.sentence() + "`"
                            : "say `on " + p.eventSpokenOf() + ", "
                                    + (p.cursor().said(Said.BEARER, "").isEmpty()
                                                    || p.cursor()
                                                            .said(Said.ACT, "")
                                                            .isEmpty()
                                            ? "...`"
                                            : p.sentence() + " within 24 hours`")),
            entry(
                    "(of|by) (all|both|everybody|everyone|each|every|the parties|all of them|each of them)( .*)?",
                    p -> "`" + p.text() + "` means an act of each of them",
                    p -> everybodys(p.cursor())),
            entry(
                            "within [0-9a-z-]+ (seconds?|minutes?|hours?|days?|weeks?|months?|years?)( of [^ ,;)]+)?",
                            p -> "how long nothing has happened is said with `for`",
                            p -> "say `if no " + p.cursor().previous().text() + " for " + p.span()
                                    + ", ...`, which looks back; of a"
                                    + " time that runs from an act say `define nothing_came as no "
                                    + p.cursor().previous().text() + " within " + p.span()
                                    + " of ...`, and begin with `on nothing_came, ...`")
                    .behind("no"),
            entry(
                    "(before|prior to|by|no later than|not later than|until|earlier than) [a-z_][^ ,;)]*",
                    p -> "a deadline is a date or a span, and `" + last(p.text()) + "` has no date of its own",
                    p -> "say from when it counts and for how long: `within 30 days of " + p.event()
                            + "`, or name the day: `by " + DATE + "`"));

    /** What somebody judges is left open, and a body rules on it; what is so or not is a state. */
    private static String exceptMend(Phrased p) {
        String word = p.text().contains(" ") ? last(p.text()) : "";
        Vocabulary names = p.cursor().vocabulary();
        if (!word.matches("[a-z][a-z_]{3,}") || word.matches("when|where|that|from|with") || names.isEvent(word)) {
            return "say `unless` and what is so: a state, or `... has happened`, which holds from the first time on and for"
                    + " ever; what somebody has to judge is a term that the text leaves open, `where not ...`";
        }
        String judged = names.knows(word)
                ? ""
                : "let somebody judge it: `undefined " + word + "`, `" + names.body() + " rules on " + word + "`, and ";
        return judged + "say `" + p.sentence() + " where not " + word + "`";
    }

    /** That each of them has done what stands before: a definition, since a condition speaks of one act. */
    private static String everybodys(Cursor cursor) {
        String act = cursor.previous().text();
        Vocabulary names = cursor.vocabulary();
        boolean parties =
                cursor.peekWord(1, "both") || IntStream.range(0, 4).anyMatch(i -> cursor.peek(i, Wording.PARTY));
        List<String> all = (parties
                        ? names.parties().stream()
                        : Stream.concat(names.parties().stream(), names.guarantors().stream()))
                .map(n -> act + "(by " + n + ")")
                .toList();
        return names.isEvent(act) && !all.isEmpty()
                ? "say whose: `define " + act + "_of_all as all of " + String.join(", ", all) + "`, and `" + act
                        + "_of_all has happened`"
                : "name each act: `define done_by_all as all of ...`";
    }

    /** The number of a clause in the phrase; otherwise one that shows the form. */
    private static String clauseIn(String text) {
        var found = Pattern.compile("[0-9]+([.][0-9]+)*").matcher(text);
        return found.find() ? found.group() : "1.1";
    }

    /** The answer to the phrase at which the cursor stopped, if it is known. */
    static Optional<Mend> at(Cursor cursor) {
        if (cursor.atEnd()) {
            return Optional.empty();
        }
        int comma = cursor.peekKind(0, Kind.COMMA) ? 1 : 0;
        if (cursor.peek(comma).filter(t -> mayBegin(t, cursor.vocabulary())).isEmpty()) {
            return behindAct(cursor);
        }
        List<Entry> beginning = beginning(cursor, comma);
        for (int words = beginning.isEmpty() ? 0 : LONGEST; words >= 1; words--) {
            if (cursor.peek(comma + words - 1).isEmpty()) {
                continue;
            }
            String text = joined(cursor, comma, words);
            String lower = text.toLowerCase(Locale.ROOT);
            for (Entry entry : beginning) {
                if (entry.phrase().matcher(lower).matches()) {
                    return Optional.of(answer(entry, cursor, text, comma + words));
                }
            }
        }
        return behindAct(cursor);
    }

    /** The phrases with which what stands here begins: of no other need it be asked where it ends. Mostly there is none. */
    private static List<Entry> beginning(Cursor cursor, int from) {
        String lower = joined(cursor, from, LONGEST).toLowerCase(Locale.ROOT);
        List<Entry> beginning = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            if (entry.stands(cursor) && entry.phrase().matcher(lower).lookingAt()) {
                beginning.add(entry);
            }
        }
        return beginning;
    }

    /** Whatever else stands behind an act was meant to go with it, or says when. */
    private static Optional<Mend> behindAct(Cursor cursor) {
        String act = cursor.said(Said.ACT, "");
        Token found = cursor.peek(0).orElseThrow();
        if (act.isEmpty() || act.contains("(")) {
            return Optional.empty();
        }
        int at = found.is(Kind.WORD)
                        && cursor.peek(1)
                                .filter(t -> cursor.vocabulary().isActor(t.text()))
                                .isPresent()
                ? 1
                : 0;
        Optional<NumberWords> number = NumberWords.at(cursor, at);
        Token value = number.map(NumberWords::token).orElse(cursor.peek(at).orElseThrow());
        int words = at + number.map(NumberWords::words).orElse(1);
        String type = value.is(Kind.TEXT)
                ? "text"
                : value.is(Kind.NUMBER) ? "number" : cursor.vocabulary().isActor(value.text()) ? "party" : "";
        Optional<String> detail = cursor.vocabulary().attributesOf(act).entrySet().stream()
                .filter(a -> a.getValue().equals(type) && !a.getKey().equals("by"))
                .map(Map.Entry::getKey)
                .findFirst();
        String message = "`" + value.written() + "` does not say what it is of `" + act + "`";
        return value.is(Kind.NUMBER)
                ? sum(cursor, act, value, words, detail).map(help -> new Mend(words, message, help))
                : detail.map(d -> new Mend(
                        words, message, "say it in brackets: `" + act + "(" + d + " " + value.written() + ")`"));
    }

    /** {@code must pay 40 million}: what the acts add up to, or one act of exactly that. A number of days, or of times, is neither. */
    private static Optional<String> sum(Cursor cursor, String act, Token number, int behind, Optional<String> detail) {
        boolean counts = cursor.peek(behind)
                .filter(t -> ConditionParser.unit(t.text()).isPresent() || t.isWord("times") || t.isWord("km"))
                .isPresent();
        if (counts) {
            return Optional.empty();
        }
        String name = detail.orElse("amount");
        Map<String, String> known = cursor.vocabulary().attributesOf(act);
        String others = known.isEmpty()
                ? "by: party"
                : known.entrySet().stream()
                        .map(a -> a.getKey() + ": " + a.getValue())
                        .collect(Collectors.joining(", "));
        return Optional.of("for what the acts add up to say `must have " + act + " totalling " + number.text() + " of "
                + name + "`; for one act of exactly that, `" + act + "(" + name + " " + number.text() + ")`"
                + (detail.isPresent()
                        ? ""
                        : "; and say that it has one: `event " + act + "(" + others + ", " + name + ": number)`"));
    }

    private static Entry entry(String phrase, Function<Phrased, String> message, Function<Phrased, String> help) {
        return new Entry(Pattern.compile(phrase), message, help, "");
    }

    private static Mend answer(Entry entry, Cursor cursor, String text, int words) {
        Phrased phrased = new Phrased(text, cursor, words);
        return new Mend(words, entry.message().apply(phrased), entry.help().apply(phrased));
    }

    /** A name of the document is meant as that, and some words begin no such phrase. */
    private static boolean mayBegin(Token token, Vocabulary vocabulary) {
        return (token.is(Kind.WORD) || token.is(Kind.NUMBER))
                && !PLAIN.contains(token.text())
                && !vocabulary.declares(token.text());
    }

    private static String joined(Cursor cursor, int from, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + most && cursor.peek(i).isPresent(); i++) {
            Token token = cursor.peek(i).orElseThrow();
            boolean close = token.is(Kind.COMMA)
                    || token.is(Kind.CLOSE)
                    || token.is(Kind.OPEN)
                    || (i > from && cursor.peekKind(i - 1, Kind.OPEN));
            text.append(text.isEmpty() || close ? "" : " ").append(token.written());
        }
        return text.toString();
    }

    private static String untilMend(Phrased p) {
        String date = p.date();
        if (!p.forbidden()) {
            return date.isEmpty()
                    ? "say by when it must be done: `by " + DATE
                            + "`, or how long something lasts with `while` and a state"
                    : "say `by " + date + "`, if it must be done by then";
        }
        return date.isEmpty()
                ? "name a state that ends then, and say `while` that state, `" + p.sentence() + "`"
                : "give the time a name: `term period is until " + date + "`, and say `while period, " + p.sentence()
                        + "`";
    }

    private static String monthMend(Phrased p) {
        String[] parts = p.text().split(" ");
        int month = MonthNames.number(parts[parts.length - 2]).orElse(1);
        YearMonth named = YearMonth.of(Integer.parseInt(last(p.text())), month);
        return "name the day: `by " + named.atEndOfMonth() + "`, or its first and last day: `not before "
                + named.atDay(1) + ", by " + named.atEndOfMonth() + "`";
    }

    private static String orMend(Phrased p) {
        boolean acts = !p.cursor().said(Said.ACT, "").isEmpty();
        boolean or = p.text().startsWith("or");
        if (acts) {
            return or
                    ? "if one of two acts suffices, make them one: `define either_act(by P) as ...(by P) or ...(by P)`"
                    : "write two clauses, each with a number of its own";
        }
        return or
                ? "say `and`, if each of them owes it; if one of them suffices, say `nobody named must ...`"
                : "separate the names by commas, or by `and`";
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** A number a thousand times as large, where it is one in figures. */
    private static String thousands(String number) {
        return number.matches("[0-9_]+([.][0-9]+)?")
                ? new BigDecimal(number.replace("_", ""))
                        .movePointRight(3)
                        .stripTrailingZeros()
                        .toPlainString()
                : "1000";
    }

    private static String times(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "twice" -> "2";
            case "thrice" -> "3";
            default -> "1";
        };
    }

    private static String everyOf(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "hourly" -> "1 hour";
            case "daily" -> "1 day";
            case "fortnightly", "biweekly" -> "2 weeks";
            case "monthly" -> "1 month";
            case "quarterly" -> "3 months";
            case "semiannually" -> "6 months";
            case "yearly", "annually" -> "1 year";
            default -> "1 week";
        };
    }
}
