package holdfast.intake.value;

import java.util.regex.Pattern;

/**
 * How numbers are written in a file. Nothing is guessed: where a sign could stand for decimals or for thousands, the mapping says which.
 *
 * @param decimal {@code .} or {@code ,}; 0 where nothing is said, which is a point
 * @param thousands 0: none
 * @param doubtful whether {@code 1.234} could as well be a thousand: nothing is said, and the file is written in a way that goes with decimal commas
 */
public record NumberForm(char decimal, char thousands, boolean doubtful) {
    public static final NumberForm PLAIN = new NumberForm((char) 0, (char) 0, false);

    private static final Pattern COULD_BE_THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Pattern WITH_COMMA = Pattern.compile("-?[0-9]+(,[0-9]+)+");

    public NumberForm inDoubt(boolean newDoubtful) {
        return new NumberForm(decimal, thousands, newDoubtful && decimal == 0);
    }

    /** Whether digits with a point are a number and nothing else. */
    boolean isPlain() {
        return decimal == 0 && thousands == 0 && !doubtful;
    }

    /** The number in digits with a point, as {@link ValueReader} reads it; the text as it is where it has another form. */
    public String plain(String text) {
        if (decimal == 0 && thousands == 0) {
            return text;
        }
        char point = decimal == 0 ? '.' : decimal;
        int split = text.indexOf(point);
        String whole = split < 0 ? text : text.substring(0, split);
        String rest = split < 0 ? "" : text.substring(split + 1);
        if (thousands != 0) {
            whole = withoutThousands(whole);
        }
        // What is left of the other signs makes it no number, which is told of the text as it was.
        boolean digits = (split < 0 || isDigits(rest)) && isDigits(whole.startsWith("-") ? whole.substring(1) : whole);
        return digits ? split < 0 ? whole : whole + "." + rest : point == '.' ? text : "(" + text + ")";
    }

    private String withoutThousands(String whole) {
        String sign = thousands == ' '
                ? "[ \\u00a0\\u202f\\u2009]"
                : thousands == '\'' ? "['\\u2019]" : Pattern.quote("" + thousands);
        return whole.matches("-?[0-9]{1,3}(" + sign + "[0-9]{3})+") ? whole.replaceAll(sign, "") : whole;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether this could be read in two ways. */
    public boolean isDoubtful(String text) {
        return doubtful && thousands == 0 && COULD_BE_THOUSANDS.matcher(text).matches();
    }

    /** Whether a text that is no number of the program that wrote it could be one in two ways, and nothing is said of how they are written. */
    public boolean couldBeThousands(String text) {
        return decimal == 0
                && thousands == 0
                && COULD_BE_THOUSANDS.matcher(text.strip()).matches();
    }

    /** A number of a spreadsheet or of JSON, which is no text, as this form writes it. */
    public String written(String plain) {
        return decimal == ',' ? plain.replace('.', ',') : plain;
    }

    /** What the mapping could say so that the text is a number; empty if nothing. */
    public String mend(String text) {
        if (isDoubtful(text)) {
            return "say in the mapping which it is: `decimal point`, or `decimal comma` and `thousands point`";
        }
        if (decimal != ',' && WITH_COMMA.matcher(text).matches()) {
            return "a mapping can say `decimal comma`, or `thousands comma`";
        }
        if (decimal == ',' && text.matches("-?[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]+)?")) {
            return "if the point separates thousands, say `thousands point`";
        }
        if (text.matches("-?[0-9]{1,3}([  ][0-9]{3})+([.,][0-9]+)?")) {
            return "a mapping can say `thousands blank`";
        }
        if (text.matches("-?[0-9]{1,3}(['\u2019][0-9]{3})+([.,][0-9]+)?")) {
            return "a mapping can say `thousands apostrophe`";
        }
        return text.matches("-?[0-9.]+,[0-9]+")
                ? "a mapping can say `decimal comma` and `thousands point`"
                : text.matches("-?[0-9]{1,3}(,[0-9]{3})+\\.[0-9]+")
                        ? "a mapping can say `thousands comma`"
                        : text.matches("-?[0-9]{1,3}(\\.[0-9]{3}){2,}")
                                ? "a mapping can say `thousands point`"
                                : NoNumber.mend(text);
    }
}
