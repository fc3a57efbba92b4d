package holdfast.intake.value;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.UserWords;
import java.util.regex.Pattern;

/** Tells a line with a sum, below a table or within it, from what is added up in it. Who took it for one more would count everything twice. */
public final class SumRows {
    /** What such lines and columns are called, and nothing else: a town or a firm may begin with the word. */
    private static final Pattern NAMES = Pattern.compile(
            "(?iu)((grand|over-?all|sub)[ -]?)?totals?( (number|amount|sum|value|quantity|units))?:?"
                    + "|sum( total)?:?|sub[ -]?sum:?|all (countries|givers|donors|items):?|\u2211|\u03a3"
                    + "|summe:?|(ins)?gesamt:?|gesamtsumme:?|somme:?|total g[e\u00e9]n[e\u00e9]ral:?|suma:?|razem:?"
                    + "|\u0432\u0441\u044c\u043e\u0433\u043e:?|\u0443\u0441\u044c\u043e\u0433\u043e:?|\u0440\u0430\u0437\u043e\u043c:?|\u0441\u0443\u043c\u0430:?"
                    + "|\u0438\u0442\u043e\u0433\u043e:?|\u0432\u0441\u0435\u0433\u043e:?|\u0441\u0443\u043c\u043c\u0430:?");

    private SumRows() {}

    public static boolean isSum(String text) {
        return text.length() <= 40 && NAMES.matcher(text).matches();
    }

    /** Whether a value is no sum's name; if it is one, that is told. */
    public static boolean isNone(String text, Problems problems, long line, String column) {
        if (!isSum(text)) {
            return true;
        }
        problems.error(
                RecordCode.A_SUM,
                line,
                column,
                UserWords.quoted(text) + " is what a sum is called, and would count what it adds up again",
                "what is counted itself",
                "leave it out: `" + (column.matches("\\w+") ? column : "COLUMN") + " \"" + text
                        + "\" left out: \"a sum\"`; if it is a name like"
                        + " others, a line of `codes for` that column says so: `\"" + text + "\" is \"" + text + "\"`");
        return false;
    }
}
