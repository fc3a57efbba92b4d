package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.About;
import holdfast.intake.mapping.MappingModel.Argument;
import holdfast.intake.mapping.MappingModel.Bases;
import holdfast.intake.mapping.MappingModel.CodeTable;
import holdfast.intake.mapping.MappingModel.Coordinates;
import holdfast.intake.mapping.MappingModel.DateRange;
import holdfast.intake.mapping.MappingModel.Expression;
import holdfast.intake.mapping.MappingModel.Lines;
import holdfast.intake.mapping.MappingModel.Meaning;
import holdfast.intake.mapping.MappingModel.Meant;
import holdfast.intake.mapping.MappingModel.Outcome;
import holdfast.intake.mapping.MappingModel.Point;
import holdfast.intake.mapping.MappingModel.Precisions;
import holdfast.intake.mapping.MappingModel.Recorded;
import holdfast.intake.mapping.MappingModel.Result;
import holdfast.intake.mapping.MappingModel.RowSays;
import holdfast.intake.mapping.MappingModel.RowStatement;
import holdfast.intake.mapping.MappingModel.Rule;
import holdfast.intake.mapping.MappingModel.Several;
import holdfast.intake.mapping.MappingModel.Skip;
import holdfast.intake.mapping.MappingModel.Spread;
import holdfast.intake.mapping.MappingModel.Test;
import holdfast.intake.mapping.MappingModel.When;
import holdfast.intake.mapping.syntax.MappingLines;
import holdfast.intake.mapping.syntax.MappingLines.Statement;
import holdfast.intake.mapping.syntax.MappingSyntaxException;
import holdfast.intake.mapping.syntax.MappingToken;
import holdfast.intake.mapping.syntax.StatementForms;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.text.CharsetReader;
import holdfast.intake.value.BasisWords;
import holdfast.intake.value.DateOrder;
import holdfast.intake.value.Occurrence;
import holdfast.intake.value.Occurrence.Shape;
import holdfast.intake.value.TimeForm;
import holdfast.intake.value.TimeForm.Units;
import holdfast.intake.value.TimeReader;
import holdfast.intake.value.TimeReader.Grain;
import holdfast.intake.value.WrittenPattern;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.diagnostic.ZoneNames;
import holdfast.language.model.Basis;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the statements of a mapping. A statement that cannot be read is told; the others are read all the same. */
final class MappingParser {
    private static final Set<String> TABLES = Set.of("precision", "codes", "basis");
    private static final Set<String> SAID =
            Set.of("time", "precision", "recorded", "source", "author", "id", "incident", "corrects", "basis");

    /** What may be said of a single record. */
    private static final Set<String> OWN = Set.of("incident", "basis", "source", "author");

    /** With what statements begin. */
    private static final List<String> STATEMENTS = List.of(
            "mapping",
            "columns",
            "separator",
            "sheet",
            "header",
            "encoding",
            "decimal",
            "thousands",
            "dates",
            "skip",
            "zone",
            "time",
            "precision",
            "recorded",
            "source",
            "author",
            "id",
            "incident",
            "corrects",
            "basis",
            "codes",
            "several",
            "coordinates",
            "each",
            "what",
            "otherwise",
            "row",
            "rows");

    private final Problems problems;
    private final MappingModel model = new MappingModel();
    private final Set<String> said = new HashSet<>();

    private final Optional<Path> folder;

    private MappingParser(Optional<Path> folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** @param folder of the mapping document, in which the files that it names must lie */
    static MappingModel parse(String document, Optional<Path> folder, Problems problems) {
        MappingParser parser = new MappingParser(folder, problems);
        List<Statement> statements = MappingLines.statements(document, problems);
        statements.forEach(parser::statement);
        parser.complete(statements);
        return parser.model;
    }

    private void complete(List<Statement> statements) {
        if (problems.hasErrors()) {
            return;
        }
        if (statements.isEmpty()) {
            problems.error(
                    RecordCode.SAYS_NO_TIME,
                    1,
                    "",
                    "nothing stands in the block `mapping`",
                    "`time is COLUMN` and what becomes of the rows, between ```mapping and ```",
                    "");
            return;
        }
        model.firstLine = statements.getFirst().line();
        if (model.thousands != 0 && model.thousands == (model.decimal == 0 ? '.' : model.decimal)) {
            problems.error(
                    RecordCode.MAPPING_SYNTAX,
                    model.firstLine,
                    "",
                    "the same sign would stand for decimals and for thousands",
                    "two signs",
                    model.decimal == 0 ? "say `decimal comma` too" : "");
        }
        if (model.headerFrom > 0 && !model.columns.isEmpty()) {
            problems.error(
                    RecordCode.SAID_TWICE,
                    model.firstLine,
                    "",
                    "the mapping names the columns itself, and says where they stand",
                    "`columns` where there is no header, `header` where there is one",
                    "");
        }
        if (model.source == null && model.title.isEmpty()) {
            problems.error(
                    RecordCode.MAPPING_SYNTAX,
                    model.firstLine,
                    "",
                    "nothing says who keeps these records",
                    "`source is COLUMN`, or a title: `mapping \"...\"`",
                    "");
        }
        if (model.time == null) {
            problems.error(
                    RecordCode.SAYS_NO_TIME,
                    model.firstLine,
                    "",
                    "nothing says when the events happened",
                    "`time is COLUMN`",
                    "");
        } else if (model.precision != null && model.time.to().isPresent()) {
            problems.error(
                    RecordCode.SAID_TWICE,
                    model.precision.line(),
                    "",
                    "the time has two ends already, and the precision would give it others",
                    "",
                    "leave out the one or the other");
        }
    }

    private void statement(Statement statement) {
        try {
            String first = statement.head().getFirst().text();
            boolean table = TABLES.contains(first) && statement.opensTable();
            MappingWords words = new MappingWords(table ? statement.head() : statement.all());
            if (!declaration(words, statement)) {
                rule(words);
            }
            words.end();
        } catch (MappingSyntaxException e) {
            problems.error(RecordCode.MAPPING_SYNTAX, e.line, "", e.found, e.expected, e.mend);
        }
    }

    private boolean declaration(MappingWords words, Statement statement) throws MappingSyntaxException {
        for (String name : SAID) {
            if (words.looksAt(name, "is")) {
                once(name, words.line());
                words.takes(name, "is");
                said(name, words, statement);
                return true;
            }
        }
        int line = words.line();
        if (words.takes("time", "lasts", "from")) {
            once("time", line);
            model.time = when(words, true, line);
        } else if (words.takes("this", "edition", "replaces")) {
            once("this edition replaces", line);
            edition(words);
        } else if (words.takes("mapping")) {
            once("mapping", line);
            model.title = words.text("the mapping's title in quotes");
        } else if (words.takes("file")) {
            once("file", line);
            model.file = Optional.of(words.text("the file's name in quotes, as seen from this document"));
        } else if (words.takes("columns")) {
            once("columns", line);
            model.columns = columns(words);
        } else if (words.takes("separator")) {
            once("separator", line);
            model.separator = separator(words);
        } else if (words.takes("sheet")) {
            once("sheet", line);
            model.sheet = Optional.of(words.text("the sheet's name in quotes"));
        } else if (words.takes("header", "is")) {
            once("header", line);
            header(words);
        } else if (words.takes("encoding")) {
            once("encoding", line);
            model.charset = charset(words);
        } else if (words.takes("decimal")) {
            once("decimal", line);
            model.decimal = sign(words, Map.of("comma", ',', "point", '.'));
        } else if (words.takes("thousands")) {
            once("thousands", line);
            model.thousands = sign(words, Map.of("comma", ',', "point", '.', "blank", ' ', "apostrophe", '\''));
        } else if (words.takes("dates", "are")) {
            once("dates", line);
            model.dates = dates(words);
        } else if (words.takes("dates", "from")) {
            once("dates from", line);
            model.dateRange = Optional.of(dateRange(words));
        } else if (words.takes("what", "cannot", "be", "read", "is", "left", "out")) {
            once("what cannot be read", line);
            model.unreadLeftOut = Optional.of(words.reason());
        } else if (words.takes("skip")) {
            skip(words);
        } else if (words.takes("zone")) {
            once("zone", line);
            model.zone = zone(words);
        } else if (words.takes("codes", "for")) {
            codes(words, statement);
        } else if (words.takes("several", "in")) {
            several(words);
        } else if (words.takes("each", "column", "from")) {
            once("each column", line);
            model.spread = Optional.of(spread(words, line));
        } else if (words.takes("coordinates", "of")) {
            coordinates(words);
        } else if (words.takes("otherwise")) {
            once("otherwise", line);
            otherwise(words);
        } else if (words.takes("row") || words.takes("rows")) {
            row(words, line);
        } else {
            return false;
        }
        return true;
    }

    private void once(String what, int line) {
        model.saidOn.putIfAbsent(what, line);
        if (!said.add(what)) {
            problems.error(
                    RecordCode.SAID_TWICE,
                    line,
                    "",
                    "`" + what + "` has been said already",
                    "each such statement once",
                    "");
        }
    }

    private void said(String name, MappingWords words, Statement statement) throws MappingSyntaxException {
        int line = statement.line();
        switch (name) {
            case "time" -> model.time = when(words, false, line);
            case "precision" -> model.precision = precisions(words, statement);
            case "recorded" -> model.recorded = recorded(words, line);
            case "source" -> model.source = expression(words);
            case "author" -> model.author = expression(words);
            case "id" -> model.id = expression(words);
            case "incident" -> model.incident = expression(words);
            case "corrects" -> {
                model.corrects = expression(words);
                model.correctsIfRead = words.takes("if", "it", "was", "read");
            }
            default -> model.basis = bases(words, statement);
        }
    }

    private static List<String> columns(MappingWords words) throws MappingSyntaxException {
        List<String> columns = new ArrayList<>();
        do {
            String column = words.column();
            if (columns.contains(column)) {
                throw words.wrong(UserWords.quoted(column) + " is named twice", "each column once", "");
            }
            columns.add(column);
        } while (words.takes(","));
        return columns;
    }

    private static Spread spread(MappingWords words, int line) throws MappingSyntaxException {
        String from = words.column();
        words.expect("to");
        String to = words.column();
        words.expect("is", "a", "row", ":", "its", "name", "is");
        String name = words.column();
        words.expect(",", "its", "cell", "is");
        String cell = words.column();
        if (name.equals(cell)) {
            throw words.wrong(
                    "the name and the cell would be one column", "two names, such as `giver` and `quantity`", "");
        }
        return new Spread(from, to, name, cell, line);
    }

    private static char separator(MappingWords words) throws MappingSyntaxException {
        if (words.takes("comma")) {
            return ',';
        } else if (words.takes("semicolon")) {
            return ';';
        } else if (words.takes("tab")) {
            return '\t';
        } else if (words.takes("bar")) {
            return '|';
        }
        throw words.trouble("comma, semicolon, tab or bar");
    }

    private void edition(MappingWords words) throws MappingSyntaxException {
        if (words.takes("the", "one", "before", "it")) {
            model.replaces = Optional.of("");
        } else {
            model.replaces = Optional.of(
                    words.looksAtText()
                            ? words.text("")
                            : words.word("the earlier file's name, or `the one before it`"));
        }
        if (words.takes("by")) {
            model.earlierId = expression(words);
        }
        String rest = "what is missing in it is withdrawn , what differs is corrected , what is new is added";
        if (!words.takes(":") || !words.takes(rest.split(" "))) {
            throw words.trouble(
                    "`: what is missing in it is withdrawn, what differs is corrected, what is new is added`");
        }
    }

    private void header(MappingWords words) throws MappingSyntaxException {
        if (!words.takes("row") && !words.takes("rows") && !words.takes("line") && !words.takes("lines")) {
            throw words.trouble("`row` and its number, as in `header is row 3` or `header is rows 3 to 4`");
        }
        List<Lines> rows = words.rows();
        if (rows.size() > 1 || rows.getFirst().to() - rows.getFirst().from() > 9) {
            throw words.wrong("that are too many rows for a header", "at most ten, one below the other", "");
        }
        model.headerFrom = rows.getFirst().from();
        model.headerTo = rows.getFirst().to();
    }

    private static Charset charset(MappingWords words) throws MappingSyntaxException {
        String name = words.looksAtText() ? words.text("") : words.word("an encoding such as Windows-1252 or UTF-16");
        String known = CharsetReader.NAMES.get(name.toLowerCase(Locale.ROOT));
        if (known == null) {
            throw words.wrong(
                    UserWords.quoted(name) + " is no encoding that can be read",
                    String.join(", ", CharsetReader.encodings()),
                    DidYouMean.mend(name, CharsetReader.encodings()));
        }
        return Charset.forName(known);
    }

    private static char sign(MappingWords words, Map<String, Character> signs) throws MappingSyntaxException {
        for (Map.Entry<String, Character> sign : signs.entrySet()) {
            if (words.takes(sign.getKey())) {
                return sign.getValue();
            }
        }
        throw words.trouble(signs.size() == 2 ? "comma or point" : "comma, point, blank or apostrophe");
    }

    private static DateOrder dates(MappingWords words) throws MappingSyntaxException {
        for (DateOrder order : DateOrder.values()) {
            if (words.takes(order.words().split(" "))) {
                return order;
            }
        }
        throw words.trouble("`day month year`, `month day year`, `year month day` or `year day month`");
    }

    private static DateRange dateRange(MappingWords words) throws MappingSyntaxException {
        LocalDate from = day(words);
        words.expect("to");
        LocalDate to = day(words);
        if (to.isBefore(from)) {
            throw words.wrong("the last day lies before the first", "the first day and then the last", "");
        }
        return new DateRange(from, to);
    }

    private static LocalDate day(MappingWords words) throws MappingSyntaxException {
        String written = words.word("a day such as 2022-01-24");
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw words.wrong(UserWords.quoted(written) + " is no day", "a day such as 2022-01-24", "");
        }
    }

    private void skip(MappingWords words) throws MappingSyntaxException {
        if (!words.takes("line") && !words.takes("lines")) {
            throw words.trouble("`line`");
        }
        model.skips.add(new Skip(words.rows(), words.reason()));
    }

    private static ZoneId zone(MappingWords words) throws MappingSyntaxException {
        String name = words.word("a time zone such as Europe/Kyiv");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw words.wrong(
                    UserWords.quoted(name) + " is no time zone",
                    "a time zone such as Europe/Kyiv",
                    ZoneNames.mend(name));
        }
    }

    // When

    private static When when(MappingWords words, boolean lasts, int line) throws MappingSyntaxException {
        Point from;
        Optional<Point> to;
        if (!lasts && words.takesTheBeforeSpan()) {
            // The hours before something end just before it begins; those after it begin just after its end.
            long span = words.span();
            boolean before = words.takes("before");
            if (!before) {
                words.expect("after");
            }
            Point of = point(words);
            from = of.shifted(before ? -span : 1);
            to = Optional.of(of.shifted(before ? -1 : span));
        } else {
            from = point(words);
            to = words.takes("to") ? Optional.of(point(words)) : Optional.empty();
        }
        if (lasts && to.isEmpty()) {
            throw words.trouble("`to` and the time at which it ended");
        }
        return new When(from, to, form(words).orElse(TimeForm.WRITTEN), lasts, line);
    }

    private static Optional<TimeForm> form(MappingWords words) throws MappingSyntaxException {
        if (words.takes("in", "seconds")) {
            return Optional.of(new TimeForm(Units.SECONDS, ""));
        } else if (words.takes("in", "milliseconds")) {
            return Optional.of(new TimeForm(Units.MILLISECONDS, ""));
        } else if (words.takes("in", "Excel", "days")) {
            boolean from1904 = words.takes("from", "1904");
            return Optional.of(new TimeForm(from1904 ? Units.EXCEL_DAYS_1904 : Units.EXCEL_DAYS, ""));
        } else if (words.takes("as", "written")) {
            return Optional.of(TimeForm.WRITTEN);
        } else if (words.takes("as")) {
            String pattern = words.text("a pattern such as \"dd.MM.yyyy HH:mm\"");
            String trouble = WrittenPattern.trouble(pattern);
            if (!trouble.isEmpty()) {
                throw words.wrong(
                        UserWords.quoted(pattern) + " is no pattern of a time: " + trouble,
                        "a pattern such as \"dd.MM.yyyy HH:mm\"",
                        WrittenPattern.mend(pattern));
            }
            return Optional.of(new TimeForm(Units.PATTERN, pattern));
        }
        return Optional.empty();
    }

    private static Point point(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        if (words.looksAtSpan()) {
            long span = words.span();
            boolean before = words.takes("before");
            if (!before) {
                words.expect("after");
            }
            return point(words).shifted(before ? -span : span);
        }
        if (words.looksAtTime()) {
            String time = words.time();
            TimeReader reader = new TimeReader(java.time.ZoneOffset.UTC);
            if (!reader.read(time)) {
                throw words.wrong(UserWords.quoted(time) + " is no time", TimeReader.EXPECTED, "");
            }
            return new Point("", Optional.of(time), false, Optional.empty(), Optional.empty(), 0, line);
        }
        boolean day = words.takes("the", "day", "of");
        String column = words.column();
        Optional<LocalTime> at = Optional.empty();
        Optional<String> clock = Optional.empty();
        if (words.takes("at")) {
            if (words.looksAtTimeOfDay()) {
                at = Optional.of(words.timeOfDay());
            } else {
                clock = Optional.of(words.column());
            }
        }
        return new Point(column, Optional.empty(), day, at, clock, 0, line);
    }

    private static Precisions precisions(MappingWords words, Statement statement) throws MappingSyntaxException {
        String column = words.column();
        words.expect(":");
        Map<String, Meant> meant = new HashMap<>();
        Meant otherwise = new Meant.Refused();
        for (List<MappingToken> under : statement.under()) {
            MappingWords line = new MappingWords(under);
            if (line.takes("otherwise")) {
                otherwise = meant(line);
            } else {
                Set<String> codes = line.codes();
                Meant means = meant(line);
                for (String code : codes) {
                    if (meant.put(code, means) != null) {
                        throw line.wrong(UserWords.quoted(code) + " stands here twice", "each code once", "");
                    }
                }
            }
            line.end();
        }
        return new Precisions(column, meant, otherwise, statement.line());
    }

    private static Meant meant(MappingWords words) throws MappingSyntaxException {
        if (words.takes("refused")) {
            return new Meant.Refused();
        } else if (words.takes("left", "out")) {
            return new Meant.LeftOut(words.reason());
        } else if (words.takes("ends", "at")) {
            return ending(words);
        }
        words.expect("is");
        if (words.takes("the", "instant")) {
            return new Meant.As(Occurrence.INSTANT);
        } else if (words.takes("the", "minute")) {
            return new Meant.As(new Shape.Lasting(60_000));
        } else if (words.takes("the", "hour")) {
            return new Meant.As(new Shape.Lasting(3_600_000));
        } else if (words.takes("the", "day")) {
            return new Meant.As(new Shape.Whole(Grain.DAY));
        } else if (words.takes("the", "month")) {
            return new Meant.As(new Shape.Whole(Grain.MONTH));
        } else if (words.takes("the", "year")) {
            return new Meant.As(new Shape.Whole(Grain.YEAR));
        } else if (words.looksAtSpan()) {
            long span = words.span();
            if (span > 0) {
                return new Meant.As(new Shape.Lasting(span));
            }
        }
        throw words.trouble(
                "`the instant`, `the minute`, `one hour`, `six hours`, `the day`, `the month` or `the year`");
    }

    private static Meant ending(MappingWords words) throws MappingSyntaxException {
        if (!words.looksAtText()) {
            return new Meant.EndsAtColumn(words.column());
        }
        String text = words.text("a text");
        if (text.indexOf("{HH:MM}") < 0 || text.indexOf("{HH:MM}") != text.lastIndexOf("{HH:MM}")) {
            throw words.wrong(
                    UserWords.quoted(text) + " does not say where the time stands",
                    "a text with {HH:MM} in it, once",
                    "");
        }
        words.expect("in");
        return new Meant.EndsAtText(text, words.column());
    }

    private static Recorded recorded(MappingWords words, int line) throws MappingSyntaxException {
        if (words.takes("the", "end", "of", "the", "occurrence")) {
            return new Recorded(Optional.empty(), 0, Optional.empty(), line);
        }
        if (!words.looksAtSpan()) {
            return new Recorded(Optional.of(point(words)), 0, form(words), line);
        }
        long span = words.span();
        boolean before = words.takes("before");
        if (!before) {
            words.expect("after");
            if (words.takes("the", "end", "of", "the", "occurrence")) {
                return new Recorded(Optional.empty(), span, Optional.empty(), line);
            }
        }
        Point of = point(words);
        return new Recorded(Optional.of(before ? of.shifted(-span) : of), before ? 0 : span, form(words), line);
    }

    // Codes

    private static Bases bases(MappingWords words, Statement statement) throws MappingSyntaxException {
        int line = statement.line();
        if (!statement.opensTable()) {
            return new Bases(Optional.of(basis(words)), Optional.empty(), false, new CodeTable(), line);
        }
        boolean fromStart = words.takes("from", "the", "start", "of");
        String column = words.column();
        words.expect(":");
        CodeTable table = table(statement);
        List<Meaning> all = Stream.concat(table.meanings.values().stream(), Stream.of(table.otherwise))
                .toList();
        for (Meaning meaning : all) {
            if (meaning instanceof Meaning.NotGiven
                    || meaning instanceof Meaning.Is is && !BasisWords.MEANT.containsKey(is.text())) {
                throw new MappingSyntaxException(
                        line,
                        meaning instanceof Meaning.Is is
                                ? UserWords.quoted(is.text()) + " is no basis"
                                : "a basis is always given",
                        BasisWords.EXPECTED,
                        "");
            }
        }
        return new Bases(Optional.empty(), Optional.of(column), fromStart, table, line);
    }

    private static Basis basis(MappingWords words) throws MappingSyntaxException {
        String name = words.word(BasisWords.EXPECTED);
        Basis basis = BasisWords.MEANT.get(name);
        if (basis == null) {
            throw words.wrong(
                    UserWords.quoted(name) + " is no basis",
                    BasisWords.EXPECTED,
                    "for the codes of a column end the line with a colon");
        }
        return basis;
    }

    private void codes(MappingWords words, Statement statement) throws MappingSyntaxException {
        List<String> columns = new ArrayList<>();
        do {
            columns.add(words.column());
        } while (words.takes(",") || words.takes("and"));
        Optional<String> file =
                words.takes("from") ? Optional.of(words.text("the file's name in quotes")) : Optional.empty();
        if (file.isEmpty() || !words.atEnd()) {
            words.expect(":");
        }
        CodeTable table = table(statement);
        file.ifPresent(f -> CodesFile.read(f, folder, table, statement.line(), problems));
        for (String column : columns) {
            if (model.codes.put(column, table) != null) {
                throw new MappingSyntaxException(
                        statement.line(),
                        "the column " + UserWords.quoted(column) + " has two tables of codes",
                        "one",
                        "");
            }
        }
    }

    private static CodeTable table(Statement statement) throws MappingSyntaxException {
        CodeTable table = new CodeTable();
        table.line = statement.line();
        for (List<MappingToken> under : statement.under()) {
            MappingWords line = new MappingWords(under);
            if (line.takes("otherwise")) {
                table.otherwise = meaning(line);
            } else if (line.takes("whom", "the", "agreement", "does", "not", "name")) {
                table.unnamed = Optional.of(meaning(line));
            } else {
                Set<String> codes = line.codes();
                Meaning meaning = meaning(line);
                for (String code : codes) {
                    if (table.meanings.put(code, meaning) != null) {
                        throw line.wrong(UserWords.quoted(code) + " stands here twice", "each code once", "");
                    }
                }
            }
            line.end();
        }
        return table;
    }

    private static Meaning meaning(MappingWords words) throws MappingSyntaxException {
        if (words.takes("refused")) {
            return new Meaning.Refused();
        } else if (words.takes("left", "out")) {
            return new Meaning.LeftOut(words.reason());
        } else if (words.takes("as", "it", "is")) {
            return new Meaning.AsIs();
        } else if (words.takes("is", "not", "given")) {
            return new Meaning.NotGiven();
        } else if (words.takes("unattributed")) {
            return new Meaning.Is("unattributed");
        }
        words.expect("is");
        return new Meaning.Is(words.next("what the code stands for").text());
    }

    private void several(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        String column = words.column();
        words.expect(",");
        words.expect("separated", "by");
        String separator = words.text("the separator in quotes, such as \";\"");
        if (separator.isEmpty()) {
            throw words.wrong("the separator is empty", "a separator such as \";\"", "");
        }
        words.expect(":");
        boolean first = words.takes("the", "first");
        if (!first) {
            words.expect("one", "record", "for", "each");
        }
        if (model.several.put(column, new Several(separator, first, line)) != null) {
            throw words.wrong(UserWords.quoted(column) + " has such a statement already", "one for each column", "");
        }
    }

    private void coordinates(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        String column = words.column();
        words.expect("are");
        String latitude = words.column();
        words.expect(",");
        String longitude = words.column();
        Optional<Test> when = condition(words, "when");
        if (model.coordinates.put(column, new Coordinates(latitude, longitude, when, line)) != null) {
            throw words.wrong(UserWords.quoted(column) + " has such a statement already", "one for each column", "");
        }
    }

    // Rules

    private void otherwise(MappingWords words) throws MappingSyntaxException {
        if (words.takes("left", "out")) {
            model.otherwiseLeftOut = Optional.of(words.reason());
        } else {
            words.expect("refused");
        }
    }

    private void rule(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        Optional<String> column = Optional.empty();
        Set<String> codes = Set.of();
        if (!words.takes("every", "row")) {
            column = Optional.of(words.column());
            if (words.looksAt("becomes")
                    || words.looksAt("left", "out")
                    || words.looksAt("is")
                    || words.looksAtSign()) {
                throw words.trouble(
                        "a rule such as `event_kind shelling becomes attack(by actor)`",
                        statementMend(column.get(), words.looksAt("is")));
            }
            if (words.looksAt("=") || words.looksAt(":=")) {
                throw words.trouble("`is`");
            }
            codes = words.codes();
        }
        if (!words.looksAt("left", "out") && !words.looksAt("becomes") && column.isPresent()) {
            String begun = StatementForms.like(column.get());
            if (!begun.isEmpty()) {
                throw words.trouble("a rule, or " + begun, "");
            }
        }
        if (words.takes("left", "out")) {
            Optional<Test> when = condition(words, "when");
            model.rules.add(new Rule(column, codes, when, new Outcome.LeftOut(words.reason()), line));
        } else {
            if (!words.takes("becomes")) {
                throw words.trouble("`becomes` or `left out`", conditionFirst(column));
            }
            List<Result> results = results(words);
            model.rules.add(new Rule(column, codes, condition(words, "when"), new Outcome.Becomes(results), line));
        }
    }

    /** Many write the condition where they would say it. */
    private static String conditionFirst(Optional<String> column) {
        return column.filter(c -> c.equals("when") || c.equals("if"))
                .map(c -> "the condition stands behind: `every row becomes raid(by actor) when kind is \"R1\"`,"
                        + " or shorter, the column and its code first: `kind R1 becomes raid(by actor)`")
                .orElse("");
    }

    private static String statementMend(String written, boolean is) {
        String near = DidYouMean.mend(written, STATEMENTS);
        return near.isEmpty() && is
                ? "if this is a line of a table, indent it under the line that ends with a colon"
                : near;
    }

    private static List<Result> results(MappingWords words) throws MappingSyntaxException {
        List<Result> results = new ArrayList<>();
        do {
            results.add(result(words));
        } while (words.takes("and"));
        return results;
    }

    private static Result result(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        if (words.takes("attribution", "of")) {
            return attribution(words, line);
        } else if (words.takes("withdrawal", "of")) {
            return new Result.Withdraw(about(words), after(words, "by"), line);
        } else if (Stream.of("on", "for", "against", "by", "is").anyMatch(w -> words.looksAt("finding", w))) {
            words.takes("finding");
            return finding(words, line);
        }
        String event = words.word("the name of an event");
        List<Argument> arguments = words.takes("(") ? arguments(words) : List.of();
        Map<String, Expression> with = new LinkedHashMap<>();
        while (words.takes(",")) {
            String what = words.word("incident, basis, source or author");
            if (!OWN.contains(what) || with.put(what, expression(words)) != null) {
                throw words.trouble("incident, basis, source or author, each once");
            }
        }
        return new Result.Observe(
                event,
                arguments,
                Optional.ofNullable(with.get("incident")),
                Optional.ofNullable(with.get("basis")),
                Optional.ofNullable(with.get("source")),
                Optional.ofNullable(with.get("author")),
                line);
    }

    private static List<Argument> arguments(MappingWords words) throws MappingSyntaxException {
        List<Argument> arguments = new ArrayList<>();
        if (words.takes(")")) {
            return arguments;
        }
        do {
            String attribute = words.word("an attribute and its value");
            if (arguments.stream().anyMatch(a -> a.attribute().equals(attribute))) {
                throw words.wrong(UserWords.quoted(attribute) + " stands here twice", "each attribute once", "");
            }
            arguments.add(new Argument(attribute, expression(words)));
        } while (words.takes(","));
        words.expect(")");
        return arguments;
    }

    private static Result attribution(MappingWords words, int line) throws MappingSyntaxException {
        About about = about(words);
        words.expect("to");
        Expression to = expression(words);
        return new Result.Attribute(
                about, to, after(words, "by"), after(words, "standard"), after(words, "dissent"), line);
    }

    private static Result finding(MappingWords words, int line) throws MappingSyntaxException {
        Optional<About> about = Optional.empty();
        Optional<Expression> term = Optional.empty();
        if (words.takes("on", "term")) {
            term = Optional.of(expression(words));
        } else if (words.takes("on")) {
            about = Optional.of(about(words));
        }
        Optional<Expression> clause = after(words, "for");
        Optional<Expression> against = after(words, "against");
        Optional<Expression> by = after(words, "by");
        if (about.isEmpty() && term.isEmpty() && clause.isEmpty()) {
            throw words.trouble("`on` a record, `on term` or `for` a clause");
        }
        words.expect("is");
        Expression result = expression(words);
        Optional<Point> at = words.takes("at") ? Optional.of(point(words)) : Optional.empty();
        return new Result.Find(about, term, clause, against, by, result, at, line);
    }

    private static Optional<Expression> after(MappingWords words, String preposition) throws MappingSyntaxException {
        return words.takes(preposition) ? Optional.of(expression(words)) : Optional.empty();
    }

    private static About about(MappingWords words) throws MappingSyntaxException {
        if (words.takes("it")) {
            return new About.It();
        }
        int line = words.line();
        if (words.takes("row")) {
            String reference = words.rowReference().text();
            return new About.OfRow(number(reference), letters(reference), line);
        }
        return new About.Given(expression(words));
    }

    private static long number(String reference) {
        return Long.parseLong(reference.replaceAll("[a-z]", ""));
    }

    private static String letters(String reference) {
        return reference.replaceAll("[0-9]", "");
    }

    private static Expression expression(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        Expression first = term(words);
        List<Expression> terms = new ArrayList<>(List.of(first));
        List<Boolean> minus = new ArrayList<>(List.of(false));
        while (words.looksAt("+") || words.looksAt("-")) {
            minus.add(words.takes("-"));
            if (!minus.getLast()) {
                words.takes("+");
            }
            terms.add(term(words));
        }
        return terms.size() == 1 ? first : new Expression.Sum(terms, minus, line);
    }

    private static Expression term(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        if (words.looksAtText()) {
            return template(words.text("a value"), line, words);
        }
        boolean column = words.looksAtColumnSign();
        boolean number = words.looksAtNumber();
        String word =
                words.next("a column, a text in quotes, a number or a name").text();
        if (column) {
            return new Expression.Column(word, line);
        }
        boolean constant = number || word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        return constant ? new Expression.Template(List.of(word), line) : new Expression.Word(word, line);
    }

    /** {@code "{side_a} against {side_b}"} in pieces: text, column, text, column, text. */
    private static Expression template(String text, int line, MappingWords words) throws MappingSyntaxException {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                piece.append(c);
                i++;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                if (end <= i + 1) {
                    throw words.wrong(
                            "a brace is opened and not closed",
                            "a column's name between { and }",
                            "write {{ for a brace");
                }
                pieces.add(piece.toString());
                pieces.add(text.substring(i + 1, end));
                piece.setLength(0);
                i = end;
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return new Expression.Template(pieces, line);
    }

    // Conditions

    private static Optional<Test> condition(MappingWords words, String opening) throws MappingSyntaxException {
        return words.takes(opening) ? Optional.of(any(words, 0)) : Optional.empty();
    }

    private static Test any(MappingWords words, int depth) throws MappingSyntaxException {
        if (depth > 50) {
            throw words.trouble("fewer parentheses");
        }
        List<Test> tests = new ArrayList<>();
        do {
            tests.add(all(words, depth));
        } while (words.takes("or"));
        return tests.size() == 1 ? tests.getFirst() : new Test.Any(tests);
    }

    private static Test all(MappingWords words, int depth) throws MappingSyntaxException {
        List<Test> tests = new ArrayList<>();
        do {
            tests.add(not(words, depth));
        } while (words.takes("and"));
        return tests.size() == 1 ? tests.getFirst() : new Test.All(tests);
    }

    private static Test not(MappingWords words, int depth) throws MappingSyntaxException {
        if (words.takes("not")) {
            return new Test.Not(not(words, depth + 1));
        }
        if (words.takes("(")) {
            Test inner = any(words, depth + 1);
            words.expect(")");
            return inner;
        }
        return test(words);
    }

    private static Test test(MappingWords words) throws MappingSyntaxException {
        int line = words.line();
        String column = words.column();
        if (words.takes("contains")) {
            return new Test.Contains(column, words.text("a text in quotes"), false, line);
        } else if (words.takes("begins", "with")) {
            return new Test.Contains(column, words.text("a text in quotes"), true, line);
        } else if (words.takes("matches")) {
            return new Test.Matches(column, words.text("a pattern in quotes, such as \"AFU*\""), line);
        }
        boolean is = words.takes("is");
        for (MappingModel.Comparing how : MappingModel.Comparing.values()) {
            String[] phrase = how.name().toLowerCase(java.util.Locale.ROOT).split("_");
            if (words.takes(phrase)) {
                return words.looksAtNumber()
                        ? new Test.Compares(column, how, words.number(), line)
                        : new Test.ComparesWith(column, how, words.column(), line);
            }
        }
        if (words.looksAt("before") || words.looksAt("after")) {
            boolean after = words.takes("after");
            if (!after) {
                words.takes("before");
            }
            Point of = point(words);
            return new Test.Before(column, after, of.column(), of.constant(), line);
        }
        if (!is) {
            throw words.trouble(
                    "`is`, `contains`, `begins with`, `matches`, `at least`, `at most`, `more than`, `less than`, `before` or `after`");
        }
        if (words.takes("given")) {
            return new Test.Not(new Test.OneOf(column, Set.of(""), Set.of(), line));
        }
        boolean not = words.takes("not");
        if (words.looksAtColumnSign()) {
            Test same = new Test.Same(column, words.column(), line);
            return not ? new Test.Not(same) : same;
        }
        boolean several = words.takes("one", "of");
        Set<String> bare = words.bareCodes();
        Set<String> codes = several ? words.codes() : code(words);
        bare.retainAll(codes);
        Test test = new Test.OneOf(column, codes, bare, line);
        return not ? new Test.Not(test) : test;
    }

    private static Set<String> code(MappingWords words) throws MappingSyntaxException {
        boolean text = words.looksAtText();
        String code = words.next("a code").text();
        return Set.of(!text && code.equals("empty") ? "" : code.strip());
    }

    // Single rows

    private void row(MappingWords words, int line) throws MappingSyntaxException {
        boolean byCondition = words.looksAt("where");
        List<Lines> lines = byCondition ? List.of() : words.rows();
        Optional<Test> where = condition(words, "where");
        if (byCondition && (words.looksAt("corrects") || words.looksAt("are"))) {
            throw words.trouble("what can be said of any row", "name the rows by their numbers");
        }
        model.rows.add(new RowStatement(lines, where, rowSays(words, lines), line));
    }

    private static List<RowSays> rowSays(MappingWords words, List<Lines> lines) throws MappingSyntaxException {
        if (words.takes("has") || words.takes("have")) {
            return List.of(new RowSays.Has(additions(words)));
        } else if (words.takes("reads") || words.takes("read")) {
            String column = words.column();
            words.expect("as");
            return List.of(new RowSays.Reads(column, words.text("what the cell is read as, in quotes")));
        } else if (words.takes("begins", "at") || words.takes("begin", "at")) {
            return List.of(new RowSays.Begins(words.time()));
        } else if (words.takes("ends", "at") || words.takes("end", "at")) {
            return List.of(new RowSays.Ends(words.time()));
        } else if (words.takes("recorded")) {
            return List.of(new RowSays.RecordedAt(words.time()));
        } else if (words.takes("corrects", "row")) {
            String reference = words.rowReference().text();
            return List.of(new RowSays.Corrects(number(reference), letters(reference)));
        } else if (words.takes("are", "one", "incident")) {
            return List.of(new RowSays.OneIncident(lines.getFirst().from()));
        } else if (words.takes("also", "becomes") || words.takes("also", "become")) {
            return List.of(new RowSays.Also(results(words)));
        } else if (words.takes("becomes") || words.takes("become")) {
            return List.of(new RowSays.Instead(new Outcome.Becomes(results(words))));
        } else if (words.takes("left", "out")) {
            return List.of(new RowSays.Instead(new Outcome.LeftOut(words.reason())));
        } else if (words.takes("is")) {
            String from = words.time();
            words.expect("to");
            return List.of(new RowSays.Begins(from), new RowSays.Ends(words.time()));
        }
        throw words.trouble(
                "has, reads, begins at, ends at, is, recorded, corrects, becomes, also becomes, left out or are one incident");
    }

    private static List<Argument> additions(MappingWords words) throws MappingSyntaxException {
        List<Argument> additions = new ArrayList<>();
        do {
            additions.add(new Argument(words.word("an attribute and its value"), expression(words)));
        } while (words.takes(","));
        return additions;
    }
}
