package holdfast.drafting.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How articles and larger parts of agreements begin, in English, Ukrainian and Russian. */
final class ArticleHeads {
    private static final String NUMBER =
            "(?:[0-9]{1,3}(?:[-.][0-9A-Z]{1,3})*[a-z]?|[IVXLC]{1,7}(?:-[A-Z])?|[A-Z]|(?i:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third))";

    private static final Pattern ARTICLE = Pattern.compile("^(?:(?iu:article|art\\.|section|clause|point|item|rule"
            + "|стаття|пункт|статья)|§{1,2})\\s*(?<number>" + NUMBER + ")(?![\\p{L}\\p{N}])(?<rest>.*)$");

    private static final Pattern DIVISION = Pattern.compile(
            "^(?iu:chapter|part|title|annex|appendix|attachment|schedule|addendum|protocol|розділ|глава|частина|додаток"
                    + "|протокол|раздел|часть|приложение)(?:\\s*(?:№\\s*)?(?<number>" + NUMBER
                    + "))?(?![\\p{L}\\p{N}])(?<rest>.*)$");

    private static final Pattern PREAMBLE =
            Pattern.compile("^(?iu:preamble|whereas|recitals|преамбула)[.:]?$", Pattern.UNICODE_CASE);

    private static final Pattern SEPARATED = Pattern.compile("^\\s*[.:)\\]—–-]\\s*(?<title>.*)$");

    /** A number as it stands before a point: {@code 1.}, {@code 1)}, {@code (1)}, {@code IV.}. */
    private static final Pattern POINT = Pattern.compile(
            "^(?:(?<number>[0-9]{1,3})[.)]|\\((?<inner>[0-9]{1,3})\\)|(?<roman>[IVXLC]{1,7})[.)])(?=\\s)");

    private static final int LONGEST = 150;
    private static final int SHORT = 90;

    private ArticleHeads() {}

    /** What a line begins. */
    enum Kind {
        ARTICLE,
        DIVISION,
        PREAMBLE,
        /** The number of an article, and behind it on the same line its first words. */
        RUN_IN,
        POINT,
        NOTHING
    }

    /** @param setApart whether the whole line is bold, centred or in capitals */
    static Kind of(String line, boolean setApart) {
        if (PREAMBLE.matcher(line).matches()) {
            return Kind.PREAMBLE;
        }
        Matcher article = ARTICLE.matcher(line);
        if (article.matches()) {
            return kind(line, article.group("rest"), setApart, Kind.ARTICLE);
        }
        Matcher division = DIVISION.matcher(line);
        if (division.matches()) {
            Kind kind = kind(line, division.group("rest"), setApart, Kind.DIVISION);
            return kind == Kind.RUN_IN ? Kind.NOTHING : kind;
        }
        Matcher point = POINT.matcher(line);
        if (point.find()) {
            boolean title = setApart && line.length() <= LONGEST && !endsAsSentence(line) && !isBare(line, point);
            return title ? Kind.ARTICLE : Kind.POINT;
        }
        return Kind.NOTHING;
    }

    private static boolean isBare(String line, Matcher point) {
        return line.substring(point.end()).isBlank();
    }

    private static Kind kind(String line, String rest, boolean setApart, Kind heading) {
        if (rest.isBlank() || rest.matches("\\s*[.:]\\s*")) {
            return heading;
        }
        Matcher separated = SEPARATED.matcher(rest);
        boolean isSeparated = separated.matches();
        boolean mayBeTitle = line.length() <= LONGEST && !endsAsSentence(line);
        if (setApart && mayBeTitle) {
            return heading;
        }
        if (isSeparated) {
            boolean title = line.length() <= SHORT && mayBeTitle;
            return title ? heading : Kind.RUN_IN;
        }
        return Kind.NOTHING;
    }

    private static boolean endsAsSentence(String line) {
        return line.matches(".*[.;,:]\\s*$");
    }

    /** The number of a point, in digits; empty where the line begins none. */
    static String pointNumber(String line) {
        Matcher point = POINT.matcher(line);
        if (!point.find()) {
            return "";
        }
        if (point.group("number") != null) {
            return point.group("number");
        }
        return point.group("inner") != null ? point.group("inner") : String.valueOf(ofRoman(point.group("roman")));
    }

    /** The number of an article or division, in digits; empty where it has none that can be said so. */
    static String number(String line) {
        for (Pattern pattern : new Pattern[] {ARTICLE, DIVISION}) {
            Matcher head = pattern.matcher(line);
            if (head.matches() && head.group("number") != null) {
                String number = head.group("number");
                return number.matches("[IVXLC]+") ? String.valueOf(ofRoman(number)) : number.replaceAll("[^0-9].*", "");
            }
        }
        return pointNumber(line);
    }

    static int ofRoman(String roman) {
        int sum = 0;
        int last = 0;
        for (int i = roman.length() - 1; i >= 0; i--) {
            int value = switch (roman.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                case 'L' -> 50;
                default -> 100;
            };
            sum += value < last ? -value : value;
            last = Math.max(last, value);
        }
        return sum;
    }
}
