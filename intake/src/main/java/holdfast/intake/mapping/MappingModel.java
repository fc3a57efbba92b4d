package holdfast.intake.mapping;

import holdfast.intake.form.FileForm;
import holdfast.intake.form.TableForm;
import holdfast.intake.value.AgreementNames;
import holdfast.intake.value.DateOrder;
import holdfast.intake.value.NumberForm;
import holdfast.intake.value.Occurrence.Shape;
import holdfast.intake.value.TimeForm;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Origin;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mapping as it is written ({@code docs/mapping.md}, Grammar), before it meets a file and an agreement. Lines are those of the mapping document. */
public final class MappingModel {
    String title = "";
    int firstLine = 1;
    Optional<String> file = Optional.empty();
    List<String> columns = List.of();
    /** 0: found out from the header. */
    char separator;

    /** On which line of the document a statement stands, by its first word. */
    final Map<String, Integer> saidOn = new LinkedHashMap<>();

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
    public ZoneId zone;

    @Nullable
    When time;

    @Nullable
    Precisions precision;

    Recorded recorded = new Recorded(Optional.empty(), 0, Optional.empty(), 0);

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

    /** Whether a correction of what was not read is no correction. */
    boolean correctsIfRead;

    /** Of this edition: the name of the one that it replaces; the empty text is the file before it. */
    Optional<String> replaces = Optional.empty();

    /** How a record is called in the earlier edition; none: as in this one. */
    @Nullable
    Expression earlierId;

    Bases basis = new Bases(Optional.of(Basis.CLAIM), Optional.empty(), false, new CodeTable(), 0);
    final Map<String, CodeTable> codes = new LinkedHashMap<>();
    final Map<String, Several> several = new LinkedHashMap<>();
    final Map<String, Coordinates> coordinates = new LinkedHashMap<>();
    final List<Rule> rules = new ArrayList<>();
    Optional<Spread> spread = Optional.empty();

    /**
     * Columns of which each stands for a row of its own, as in a table of givers against goods.
     *
     * @param from the first of them, as the header has it
     * @param to the last of them; the first itself, or one behind it
     * @param name the column that then holds its heading
     * @param cell the column that then holds what stands in it
     */
    record Spread(String from, String to, String name, String cell, int line) {}

    Optional<String> otherwiseLeftOut = Optional.empty();
    /** Why records of which a cell cannot be read are left out; otherwise their file is refused. */
    Optional<String> unreadLeftOut = Optional.empty();

    Optional<DateRange> dateRange = Optional.empty();

    /** Between which days, both included, the dates of the file lie. */
    record DateRange(LocalDate from, LocalDate to) {}

    final List<RowStatement> rows = new ArrayList<>();

    /** Whether the ids are made of columns of the file, which so tells its rows apart itself. The heading of a column that is a row is no id. */
    boolean hasOwnIds() {
        Set<String> noIds = new HashSet<>(Set.of("line", "stem"));
        spread.ifPresent(s -> noIds.add(s.name()));
        return id instanceof Expression.Column
                || id instanceof Expression.Word
                || id instanceof Expression.Template(List<String> pieces, int ignored)
                        && IntStream.range(0, pieces.size())
                                .anyMatch(i -> i % 2 == 1 && !noIds.contains(pieces.get(i)));
    }

    TableForm form() {
        NumberForm numbers = new NumberForm(decimal, thousands, false);
        return new TableForm(separator, columns, headerFrom, headerTo, sheet, charset, numbers);
    }

    /** What is said of how the file is written and means nothing for a file of that form, with its line. */
    Map<String, Integer> saidInVain(FileForm form) {
        Map<String, Integer> vain = new LinkedHashMap<>(saidOn);
        vain.keySet().retainAll(form.meaningless());
        return vain;
    }

    /** What may be named where there is no agreement. */
    public AgreementNames names() {
        return AgreementNames.anyBesides(zone == null ? ZoneOffset.UTC : zone, observed());
    }

    /** The events that the mapping names, with the attributes that it gives them: places where coordinates are said, sums as numbers, everything else as text. */
    List<EventType> observed() {
        Map<String, Map<String, ValueType>> events = new LinkedHashMap<>();
        Stream<Result> ofRules = rules.stream().flatMap(r -> results(r.outcome()));
        Stream<Result> ofRows = rows.stream()
                .flatMap(r -> r.says().stream())
                .flatMap(s -> s instanceof RowSays.Also also
                        ? also.results().stream()
                        : s instanceof RowSays.Instead instead ? results(instead.outcome()) : Stream.of());
        Stream.concat(ofRules, ofRows).forEach(result -> {
            if (result instanceof Result.Observe observe) {
                Map<String, ValueType> attributes = events.computeIfAbsent(observe.event(), e -> new LinkedHashMap<>());
                observe.arguments().forEach(a -> attributes.putIfAbsent(a.attribute(), typeOf(a.value())));
            }
        });
        // What is added to single rows may be an attribute of any event.
        rows.stream().flatMap(r -> r.says().stream()).forEach(s -> {
            if (s instanceof RowSays.Has has) {
                has.arguments()
                        .forEach(a -> events.values().forEach(e -> e.putIfAbsent(a.attribute(), typeOf(a.value()))));
            }
        });
        return events.entrySet().stream()
                .map(e -> new EventType(
                        e.getKey(),
                        e.getValue().entrySet().stream()
                                .map(a -> new EventType.Attribute(a.getKey(), a.getValue()))
                                .toList(),
                        Optional.empty(),
                        false,
                        Origin.NONE))
                .toList();
    }

    private static Stream<Result> results(Outcome outcome) {
        return outcome instanceof Outcome.Becomes becomes ? becomes.results().stream() : Stream.of();
    }

    private ValueType typeOf(Expression value) {
        return switch (value) {
            case Expression.Column(String name, int line) ->
                coordinates.containsKey(name) ? ValueType.PLACE : ValueType.TEXT;
            case Expression.Word(String name, int line) ->
                coordinates.containsKey(name) ? ValueType.PLACE : ValueType.TEXT;
            case Expression.Sum sum -> ValueType.NUMBER;
            case Expression.Template template -> ValueType.TEXT;
        };
    }

    record Lines(long from, long to) {}

    record Skip(List<Lines> lines, String reason) {}

    /**
     * A column with a time, perhaps taken as a whole day or at a time of day; or a time itself.
     *
     * @param clock the column in which the time of day stands, where the first has the date alone
     * @param shift milliseconds before what is read (negative) or after it
     */
    record Point(
            String column,
            Optional<String> constant,
            boolean wholeDay,
            Optional<LocalTime> at,
            Optional<String> clock,
            long shift,
            int line) {
        static Point of(String column) {
            return new Point(column, Optional.empty(), false, Optional.empty(), Optional.empty(), 0, 0);
        }

        Point shifted(long millis) {
            return new Point(column, constant, wholeDay, at, clock, millis, line);
        }
    }

    /** @param lasts whether it went on from the one to the other; otherwise it happened at some instant between them */
    record When(Point from, Optional<Point> to, TimeForm form, boolean lasts, int line) {}

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
    record Recorded(Optional<Point> of, long plusMillis, Optional<TimeForm> form, int line) {}

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
        /** What becomes of a party that the agreement does not name; otherwise it is refused. */
        Optional<Meaning> unnamed = Optional.empty();

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

        /** Columns and numbers, added and taken away. */
        record Sum(List<Expression> terms, List<Boolean> minus, int line) implements Expression {
            public Sum {
                terms = List.copyOf(terms);
                minus = List.copyOf(minus);
            }
        }

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

        /**
         * The empty text is an empty cell.
         *
         * @param bare those that are written without quotes, and so could be columns
         */
        record OneOf(String column, Set<String> codes, Set<String> bare, int line) implements Test {}

        record Same(String column, String other, int line) implements Test {}

        record Matches(String column, String pattern, int line) implements Test {}

        record ComparesWith(String column, Comparing how, String other, int line) implements Test {}

        /** @param constant a time, in place of the other column */
        record Before(String column, boolean after, String other, Optional<String> constant, int line)
                implements Test {}

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

    /** @param lines empty: all rows for which {@code where} holds */
    record RowStatement(List<Lines> lines, Optional<Test> where, List<RowSays> says, int line) {}
}
