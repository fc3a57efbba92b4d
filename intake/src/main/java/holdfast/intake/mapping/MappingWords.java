package holdfast.intake.mapping;

import holdfast.intake.mapping.syntax.MappingSyntaxException;
import holdfast.intake.mapping.syntax.MappingToken;
import holdfast.intake.mapping.syntax.MappingToken.Kind;
import holdfast.language.diagnostic.UserWords;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Walks through the words of one statement. */
final class MappingWords {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,6})?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    /** How people who do not know `as` say that a form follows. */
    private static final Set<String> FORM_WORDS =
            Set.of("written", "in", "form", "format", "formatted", "pattern", "like");

    private static final Map<String, Integer> NUMBER_WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));
    private static final Map<String, Long> UNITS =
            Map.of("second", 1000L, "minute", 60_000L, "hour", 3_600_000L, "day", 86_400_000L, "week", 7 * 86_400_000L);

    private final List<MappingToken> tokens;
    private int at;

    MappingWords(List<MappingToken> tokens) {
        this.tokens = tokens;
    }

    int line() {
        return tokens.get(Math.min(at, tokens.size() - 1)).line();
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    boolean looksAt(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Takes these words, if they come next. */
    boolean takes(String... words) {
        boolean there = looksAt(words);
        if (there) {
            at += words.length;
        }
        return there;
    }

    void expect(String... words) throws MappingSyntaxException {
        if (!takes(words)) {
            throw trouble("`" + String.join(" ", words) + "`");
        }
    }

    void end() throws MappingSyntaxException {
        if (!atEnd()) {
            throw trouble("the end of the statement");
        }
    }

    MappingSyntaxException trouble(String expected) {
        return trouble(expected, "");
    }

    MappingSyntaxException trouble(String expected, String mend) {
        Optional<MappingSyntaxException> slip = mend.isEmpty() ? slip(expected) : Optional.empty();
        if (slip.isPresent()) {
            return slip.get();
        }
        String found = atEnd()
                ? "the statement ends too early"
                : UserWords.quoted(tokens.get(at).shown()) + " is not expected here";
        return new MappingSyntaxException(line(), found, expected, mend);
    }

    /** What newcomers leave out, and what they write in another form. */
    private Optional<MappingSyntaxException> slip(String expected) {
        MappingToken before = tokens.get(Math.max(0, Math.min(at, tokens.size()) - 1));
        boolean lineEnds = atEnd() || tokens.get(at).line() > before.line();
        if (lineEnds && (expected.equals("`:`") || expected.equals("`)`"))) {
            return Optional.of(new MappingSyntaxException(
                    before.line(),
                    "the line ends behind " + UserWords.quoted(before.shown()),
                    expected,
                    expected.equals("`:`")
                            ? "end the line with a colon; what belongs to it is indented below"
                            : "close the bracket"));
        }
        if (atEnd()) {
            return Optional.empty();
        }
        MappingToken here = tokens.get(at);
        String found = UserWords.quoted(here.shown()) + " is not expected here";
        if (here.is("=") || here.is(":=") || here.is("==")) {
            return Optional.of(new MappingSyntaxException(here.line(), found, expected, "say `is`"));
        }
        if (expected.startsWith("a pattern such as")) {
            String pattern = tokens.subList(at, tokens.size()).stream()
                    .map(MappingToken::text)
                    .collect(Collectors.joining(" "))
                    .replace(" : ", ":");
            return Optional.of(new MappingSyntaxException(
                    here.line(), found, expected, "put it in double quotes: `as \"" + pattern + "\"`"));
        }
        boolean aText = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.TEXT;
        if (expected.equals("the end of the statement") && aText && FORM_WORDS.contains(here.text())) {
            return Optional.of(new MappingSyntaxException(
                    here.line(),
                    found,
                    expected,
                    "say the form of a time with `as`: `as \""
                            + tokens.get(at + 1).text() + "\"`"));
        }
        boolean twoWords = expected.equals("the end of the statement")
                && here.kind() == Kind.WORD
                && before.kind() == Kind.WORD
                && at > 0;
        return twoWords
                ? Optional.of(new MappingSyntaxException(
                        here.line(),
                        found,
                        expected,
                        "a column whose name has a blank stands in backquotes: `` `" + before.text() + " " + here.text()
                                + "` ``"))
                : Optional.empty();
    }

    /** What was just read is wrong in itself. */
    MappingSyntaxException wrong(String found, String expected, String mend) {
        int before = Math.max(0, Math.min(at, tokens.size()) - 1);
        return new MappingSyntaxException(tokens.get(before).line(), found, expected, mend);
    }

    boolean looksAtText() {
        return !atEnd() && tokens.get(at).kind() == Kind.TEXT;
    }

    boolean looksAtSign() {
        return !atEnd() && tokens.get(at).kind() == Kind.SIGN;
    }

    boolean looksAtColumnSign() {
        return !atEnd() && tokens.get(at).kind() == Kind.COLUMN;
    }

    boolean looksAtNumber() {
        return !atEnd()
                && tokens.get(at).kind() == Kind.WORD
                && NUMBER.matcher(tokens.get(at).text()).matches();
    }

    MappingToken next(String expected) throws MappingSyntaxException {
        if (atEnd() || tokens.get(at).kind() == Kind.SIGN) {
            throw trouble(expected);
        }
        return tokens.get(at++);
    }

    String text(String expected) throws MappingSyntaxException {
        if (!looksAtText()) {
            throw trouble(expected);
        }
        return tokens.get(at++).text();
    }

    String word(String expected) throws MappingSyntaxException {
        if (atEnd() || tokens.get(at).kind() != Kind.WORD) {
            throw trouble(expected);
        }
        return tokens.get(at++).text();
    }

    String column() throws MappingSyntaxException {
        if (atEnd() || tokens.get(at).kind() == Kind.SIGN || looksAtText()) {
            throw trouble("the name of a column", looksAtText() ? "a column stands in backquotes, or bare" : "");
        }
        return tokens.get(at++).text();
    }

    String reason() throws MappingSyntaxException {
        if (!looksAt(":")) {
            throw trouble("a reason", "say why behind a colon, in double quotes: `: \"no act of a party\"`");
        }
        expect(":");
        return text("a reason in quotes");
    }

    /** Of the codes that come next, those that are bare words. */
    Set<String> bareCodes() {
        Set<String> bare = new LinkedHashSet<>();
        for (int i = at; i < tokens.size(); i += 2) {
            if (tokens.get(i).kind() == Kind.WORD
                    && !tokens.get(i).text().equals("empty")
                    && !NUMBER.matcher(tokens.get(i).text()).matches()) {
                bare.add(tokens.get(i).text());
            }
            if (i + 1 >= tokens.size() || !tokens.get(i + 1).is(",")) {
                break;
            }
        }
        return bare;
    }

    /** One or more codes; {@code empty} is the empty text. */
    Set<String> codes() throws MappingSyntaxException {
        Set<String> codes = new LinkedHashSet<>();
        do {
            MappingToken token = next("a code");
            codes.add(
                    token.kind() == Kind.WORD && token.text().equals("empty")
                            ? ""
                            : token.text().strip());
        } while (takes(","));
        return codes;
    }

    BigDecimal number() throws MappingSyntaxException {
        if (!looksAtNumber()) {
            throw trouble("a number");
        }
        return new BigDecimal(tokens.get(at++).text());
    }

    long row() throws MappingSyntaxException {
        if (atEnd() || !tokens.get(at).text().matches("[1-9][0-9]{0,11}")) {
            throw trouble("the number of a row");
        }
        return Long.parseLong(tokens.get(at++).text());
    }

    /** {@code 27} or {@code 27b}. */
    MappingToken rowReference() throws MappingSyntaxException {
        if (atEnd() || !tokens.get(at).text().matches("[1-9][0-9]{0,11}[a-z]{0,4}")) {
            throw trouble("the number of a row, such as 27 or 27b");
        }
        return tokens.get(at++);
    }

    List<MappingModel.Lines> rows() throws MappingSyntaxException {
        List<MappingModel.Lines> rows = new ArrayList<>();
        do {
            long from = row();
            long to = takes("to") ? row() : from;
            if (to < from) {
                throw trouble("a range of rows that goes up");
            }
            rows.add(new MappingModel.Lines(from, to));
        } while (takes(",") || takes("and"));
        return rows;
    }

    /** Whether a time of day comes next, rather than the name of a column. */
    boolean looksAtTimeOfDay() {
        return !atEnd()
                && tokens.get(at).kind() == Kind.WORD
                && Character.isDigit(tokens.get(at).text().charAt(0));
    }

    LocalTime timeOfDay() throws MappingSyntaxException {
        if (atEnd() || !TIME_OF_DAY.matcher(tokens.get(at).text()).matches()) {
            throw trouble("a time of day such as 19:30");
        }
        return LocalTime.parse(tokens.get(at++).text());
    }

    /** A time as in a file: its date and its time of day may be two words. */
    String time() throws MappingSyntaxException {
        String date = word("a time such as 2014-03-06 17:30");
        boolean more = !atEnd()
                && tokens.get(at).kind() == Kind.WORD
                && Character.isDigit(tokens.get(at).text().charAt(0))
                && tokens.get(at).text().contains(":");
        return more ? date + " " + tokens.get(at++).text() : date;
    }

    boolean looksAtSpan() {
        return isSpan(at);
    }

    /** {@code the 48 hours before}, up to its first word. */
    boolean takesTheBeforeSpan() {
        boolean there = looksAt("the") && isSpan(at + 1);
        at += there ? 1 : 0;
        return there;
    }

    private boolean isSpan(int from) {
        if (from + 1 >= tokens.size()) {
            return false;
        }
        boolean count = NUMBER_WORDS.containsKey(tokens.get(from).text())
                || tokens.get(from).text().matches("[0-9]{1,6}");
        return count && unit(tokens.get(from + 1).text()) > 0;
    }

    /** A time that stands in the mapping itself. */
    boolean looksAtTime() {
        return !atEnd()
                && tokens.get(at).kind() == Kind.WORD
                && tokens.get(at).text().matches("[0-9]{4}-[0-9]{2}(-[0-9]{2}.*)?");
    }

    /** In milliseconds; a day is 24 hours. */
    long span() throws MappingSyntaxException {
        if (!looksAtSpan()) {
            throw trouble("a span such as `six hours` or `90 minutes`");
        }
        String count = tokens.get(at++).text();
        Integer words = NUMBER_WORDS.get(count);
        return (words == null ? Long.parseLong(count) : words)
                * unit(tokens.get(at++).text());
    }

    private static long unit(String word) {
        String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return UNITS.getOrDefault(singular, 0L);
    }
}
