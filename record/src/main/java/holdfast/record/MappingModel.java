package holdfast.record;

import holdfast.language.model.Basis;
import holdfast.record.Occurrence.Shape;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as it is written ({@code docs/mapping.md}, Grammar), before it meets a file and an agreement. Lines are those of the mapping document. */
final class MappingModel {
    String title = "";
    int firstLine = 1;
    Optional<String> file = Optional.empty();
    List<String> columns = List.of();
    /** 0: found out from the header. */
    char separator;

    Optional<String> sheet = Optional.empty();
    /** 0: the first row that is not empty. */
    long headerFrom;

    long headerTo;
    Charset charset = StandardCharsets.UTF_8;
    char decimal;
    char thousands;

    @Nullable
    DateOrder dates;

    final List<Skip> skips = new ArrayList<>();

    @Nullable
    ZoneId zone;

    @Nullable
    When time;

    @Nullable
    Precisions precision;

    Recorded recorded = new Recorded(Optional.empty(), 0, 0);

    @Nullable
    Expression source;

    @Nullable
    Expression author;

    @Nullable
    Expression id;

    @Nullable
    Expression incident;

    @Nullable
    Expression corrects;

    Bases basis = new Bases(Optional.of(Basis.CLAIM), Optional.empty(), false, new CodeTable(), 0);
    final Map<String, CodeTable> codes = new LinkedHashMap<>();
    final Map<String, Several> several = new LinkedHashMap<>();
    final Map<String, Coordinates> coordinates = new LinkedHashMap<>();
    final List<Rule> rules = new ArrayList<>();
    Optional<String> otherwiseLeftOut = Optional.empty();
    final List<RowStatement> rows = new ArrayList<>();

    TableForm form() {
        NumberForm numbers = new NumberForm(decimal, thousands, false);
        return new TableForm(separator, columns, headerFrom, headerTo, sheet, charset, numbers);
    }

    record Lines(long from, long to) {}

    record Skip(List<Lines> lines, String reason) {}

    /** A column with a time, perhaps taken as a whole day or at a time of day. */
    record Point(String column, boolean wholeDay, Optional<LocalTime> at, int line) {}

    enum Units {
        WRITTEN,
        SECONDS,
        MILLISECONDS,
        EXCEL_DAYS,
        EXCEL_DAYS_1904,
        PATTERN
    }

    record When(Point from, Optional<Point> to, Units units, String pattern, int line) {}

    /** How a written time is meant. */
    sealed interface Meant {
        record As(Shape shape) implements Meant {}

        /** The text with {@code {HH:MM}} in a column. */
        record EndsAtText(String text, String column) implements Meant {}

        record EndsAtColumn(String column) implements Meant {}

        record LeftOut(String reason) implements Meant {}

        record Refused() implements Meant {}
    }

    record Precisions(String column, Map<String, Meant> meant, Meant otherwise, int line) {}

    /** After a column's time, or after the end of the occurrence where there is none. */
    record Recorded(Optional<Point> of, long plusMillis, int line) {}

    /** What a code stands for. */
    sealed interface Meaning {
        record Is(String text) implements Meaning {}

        record NotGiven() implements Meaning {}

        record AsIs() implements Meaning {}

        record LeftOut(String reason) implements Meaning {}

        record Refused() implements Meaning {}
    }

    /** Codes and what they mean; the empty text is an empty cell. */
    static final class CodeTable {
        final Map<String, Meaning> meanings = new LinkedHashMap<>();
        Meaning otherwise = new Meaning.Refused();
        int line;
    }

    /** A constant, or the codes of a column (or the first words of it) in a table whose meanings are bases. */
    record Bases(Optional<Basis> constant, Optional<String> column, boolean fromStart, CodeTable table, int line) {}

    record Several(String separator, boolean first, int line) {}

    record Coordinates(String latitude, String longitude, Optional<Test> when, int line) {}

    /** What gives a value. */
    sealed interface Expression {
        int line();

        /** In backquotes: surely a column. */
        record Column(String name, int line) implements Expression {}

        /** A column, or the name of an actor or a zone. */
        record Word(String name, int line) implements Expression {}

        /** Pieces of text and names of columns in turn, a text first. */
        record Template(List<String> pieces, int line) implements Expression {
            public Template {
                pieces = List.copyOf(pieces);
            }
        }
    }

    /** A condition on the cells of a row. */
    sealed interface Test {
        record All(List<Test> tests) implements Test {}

        record Any(List<Test> tests) implements Test {}

        record Not(Test test) implements Test {}

        /** The empty text is an empty cell. */
        record OneOf(String column, Set<String> codes, int line) implements Test {}

        record Contains(String column, String text, boolean atStart, int line) implements Test {}

        record Compares(String column, Comparing how, BigDecimal number, int line) implements Test {}
    }

    enum Comparing {
        AT_LEAST,
        AT_MOST,
        MORE_THAN,
        LESS_THAN
    }

    record Argument(String attribute, Expression value) {}

    /** Which record is meant. */
    sealed interface About {
        /** The first observation of the same row. */
        record It() implements About {}

        record OfRow(long row, String letters, int line) implements About {}

        record Given(Expression id) implements About {}
    }

    sealed interface Result {
        int line();

        record Observe(
                String event,
                List<Argument> arguments,
                Optional<Expression> incident,
                Optional<Expression> basis,
                Optional<Expression> source,
                Optional<Expression> author,
                int line)
                implements Result {}

        record Attribute(
                About about,
                Expression to,
                Optional<Expression> by,
                Optional<Expression> standard,
                Optional<Expression> dissent,
                int line)
                implements Result {}

        record Find(
                Optional<About> about,
                Optional<Expression> term,
                Optional<Expression> clause,
                Optional<Expression> against,
                Optional<Expression> by,
                Expression result,
                Optional<Point> at,
                int line)
                implements Result {}

        record Withdraw(About about, Optional<Expression> by, int line) implements Result {}
    }

    /** What becomes of a row. */
    sealed interface Outcome {
        record Becomes(List<Result> results) implements Outcome {}

        record LeftOut(String reason) implements Outcome {}
    }

    /** @param column empty: every row */
    record Rule(Optional<String> column, Set<String> codes, Optional<Test> when, Outcome outcome, int line) {}

    sealed interface RowSays {
        record Has(List<Argument> arguments) implements RowSays {}

        record Reads(String column, String text) implements RowSays {}

        record Begins(String time) implements RowSays {}

        record Ends(String time) implements RowSays {}

        record RecordedAt(String time) implements RowSays {}

        record Corrects(long row, String letters) implements RowSays {}

        record Instead(Outcome outcome) implements RowSays {}

        record Also(List<Result> results) implements RowSays {}

        /** All of them are one incident, called after the first. */
        record OneIncident(long first) implements RowSays {}
    }

    record RowStatement(List<Lines> lines, Optional<Test> where, List<RowSays> says, int line) {}
}
