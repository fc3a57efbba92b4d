package holdfast.intake.mapping;

import holdfast.intake.mapping.BoundResult.Point2;
import holdfast.intake.mapping.BoundResult.Reference;
import holdfast.intake.mapping.CellText.Composed;
import holdfast.intake.mapping.CellText.Constant;
import holdfast.intake.mapping.CellText.FromCell;
import holdfast.intake.mapping.MappingModel.About;
import holdfast.intake.mapping.MappingModel.Argument;
import holdfast.intake.mapping.MappingModel.Coordinates;
import holdfast.intake.mapping.MappingModel.Expression;
import holdfast.intake.mapping.MappingModel.Result;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.value.AgreementNames;
import holdfast.intake.value.ValueReader;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.EventType;
import holdfast.language.model.Origin;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a mapping in a file and its names in an agreement. What is not found is told as a problem of the mapping. */
final class MappingBinder {
    /** In place of a name that has been told as unknown. */
    private static final Constant UNKNOWN = new Constant("?");

    private final MappingModel model;
    private final Cells cells;
    private final AgreementNames names;
    private final Problems problems;
    private final ValueReader constants;
    private final String stem;

    MappingBinder(MappingModel model, Cells cells, AgreementNames names, Problems problems, String stem) {
        this.model = model;
        this.cells = cells;
        this.names = names;
        this.problems = problems;
        this.stem = stem;
        this.constants = new ValueReader(names, problems);
    }

    /** -1 if there is none. */
    int cellOf(String column) {
        return cells.has(column) ? cells.cell(column, 0) : -1;
    }

    BoundResult result(Result result) {
        return switch (result) {
            case Result.Observe observe -> observe(observe);
            case Result.Attribute(About about, Expression to, var by, var standard, var dissent, int line) -> {
                CellText whom = party(to);
                yield new BoundResult.Attribute(
                        reference(about),
                        whom,
                        optional(by),
                        optional(standard),
                        optional(dissent),
                        each(List.of(whom)));
            }
            case Result.Find find -> find(find);
            case Result.Withdraw(About about, var by, int line) ->
                new BoundResult.Withdraw(reference(about), optional(by), List.of());
        };
    }

    private BoundResult observe(Result.Observe observe) {
        EventType type = names.events.get(observe.event());
        if (type == null && names.defined.contains(observe.event())) {
            problems.error(
                    RecordCode.MAPPING_NAME,
                    observe.line(),
                    "",
                    UserWords.quoted(observe.event())
                            + " follows from other events: it is defined by the agreement, not observed",
                    "an event that the agreement declares",
                    "");
        }
        if (type == null && cells.has(observe.event())) {
            warnOfColumn(observe);
        } else if (type == null) {
            warnIfNear(observe);
        }
        List<BoundResult.Argument> arguments = new ArrayList<>();
        for (Argument argument : observe.arguments()) {
            arguments.add(type == null ? unused(argument) : argument(argument, type));
        }
        return new BoundResult.Observe(
                observe.event(),
                type != null,
                List.copyOf(arguments),
                optional(observe.incident()),
                optional(observe.basis()),
                optional(observe.source()),
                optional(observe.author()),
                each(arguments.stream().map(BoundResult.Argument::text).toList()));
    }

    /** An event that the agreement does not declare: only the number of its records matters. */
    private BoundResult.Argument unused(Argument argument) {
        return new BoundResult.Argument(argument.attribute(), null, loose(argument.value()), "", null, null);
    }

    BoundResult.Argument argument(Argument argument, EventType type) {
        Optional<EventType.Attribute> attribute = type.attribute(argument.attribute());
        if (attribute.isEmpty()) {
            warnIfNear(argument, type);
            return unused(argument);
        }
        ValueType valueType = attribute.get().type();
        CellText text = typed(argument.value(), valueType);
        Value constant = null;
        if (text != UNKNOWN && text instanceof Constant(String said)) {
            constant = constants.value(valueType, said, argument.value().line(), "");
        }
        Point2 coordinates = text instanceof FromCell from && valueType == ValueType.PLACE ? coordinates(from) : null;
        String column = text instanceof FromCell from ? from.column() : argument.attribute();
        return new BoundResult.Argument(argument.attribute(), valueType, text, column, constant, coordinates);
    }

    /** {@code every row becomes Kind(...)}, where the column says which event it is. */
    private void warnOfColumn(Result.Observe observe) {
        String column = observe.event();
        problems.warning(
                RecordCode.EVENT_NOT_USED,
                observe.line(),
                "",
                UserWords.quoted(column)
                        + " is a column of the file, and no event of the agreement: its records do not count",
                "",
                "write a rule for each of its codes: `" + column + " CODE becomes "
                        + names.events.values().stream()
                                .filter(e -> !e.origin().equals(Origin.NONE))
                                .map(EventType::name)
                                .findFirst()
                                .orElse("EVENT")
                        + "(...)`");
    }

    private void warnIfNear(Result.Observe observe) {
        String near = DidYouMean.misspelt(observe.event(), names.events.keySet());
        if (!near.isEmpty() && !names.defined.contains(observe.event())) {
            problems.warning(
                    RecordCode.EVENT_NOT_USED,
                    observe.line(),
                    "",
                    "the agreement has no event " + UserWords.quoted(observe.event()) + ", so its records do not count",
                    "",
                    "did you mean " + UserWords.quoted(near) + "?");
        }
    }

    private void warnIfNear(Argument argument, EventType type) {
        String near = DidYouMean.nearest(
                argument.attribute(),
                type.attributes().stream().map(EventType.Attribute::name).toList());
        if (!near.isEmpty()) {
            problems.warning(
                    RecordCode.ATTRIBUTE_NOT_USED,
                    argument.value().line(),
                    "",
                    "the event " + UserWords.quoted(type.name()) + " of the agreement has no attribute "
                            + UserWords.quoted(argument.attribute()),
                    "",
                    "did you mean " + UserWords.quoted(near) + "?");
        }
    }

    private @Nullable Point2 coordinates(FromCell place) {
        Coordinates coordinates = model.coordinates.get(place.column());
        return coordinates == null
                ? null
                : new Point2(
                        cells.cell(coordinates.latitude(), coordinates.line()),
                        cells.cell(coordinates.longitude(), coordinates.line()),
                        RowTest.of(coordinates.when(), cells));
    }

    private BoundResult find(Result.Find find) {
        CellText result = loose(find.result());
        CellText against = find.against().map(this::party).orElse(null);
        Reference about = find.about().map(this::reference).orElse(null);
        return new BoundResult.Find(
                about,
                optional(find.term()),
                optional(find.clause()),
                against,
                optional(find.by()),
                result,
                find.at().orElse(null),
                find.at()
                        .filter(p -> p.constant().isEmpty())
                        .map(p -> cells.cell(p.column(), p.line()))
                        .orElse(-1),
                find.at()
                        .flatMap(p -> p.clock().map(c -> cells.cell(c, p.line())))
                        .orElse(-1),
                against == null ? List.of() : each(List.of(against)));
    }

    private Reference reference(About about) {
        return switch (about) {
            case About.It() -> new Reference.It();
            case About.OfRow(long row, String letters, int line) ->
                new Reference.Given(new Constant(idOfRow(row, line) + letters));
            case About.Given(Expression id) -> new Reference.Given(loose(id));
        };
    }

    /** The id of another row, which is known only where it is made of nothing but the row's number. */
    String idOfRow(long row, int line) {
        if (model.id == null) {
            return stem + ":" + row;
        }
        if (model.id instanceof Expression.Template(List<String> pieces, int ignored)) {
            StringBuilder id = new StringBuilder(pieces.getFirst());
            boolean known = true;
            for (int i = 1; i < pieces.size(); i += 2) {
                String name = pieces.get(i);
                known &= name.equals("line") || name.equals("stem");
                id.append(name.equals("line") ? String.valueOf(row) : stem).append(pieces.get(i + 1));
            }
            if (known) {
                return id.toString();
            }
        }
        problems.error(
                RecordCode.NOTHING_TO_REFER_TO,
                line,
                "",
                "the ids are made of columns, so the id of row " + row + " is not known here",
                "the id itself, in quotes",
                "");
        return "";
    }

    private static List<FromCell> each(List<CellText> texts) {
        Set<FromCell> each = new LinkedHashSet<>();
        List<CellText> all = texts.stream()
                .flatMap(t -> t instanceof CellText.Sum sum ? sum.terms().stream() : java.util.stream.Stream.of(t))
                .toList();
        for (CellText text : all) {
            if (text instanceof FromCell from
                    && from.oneEach()
                    && each.stream().noneMatch(e -> e.cell() == from.cell())) {
                each.add(from);
            }
        }
        return List.copyOf(each);
    }

    private @Nullable CellText optional(Optional<Expression> expression) {
        return expression.map(this::loose).orElse(null);
    }

    @Nullable
    CellText optional(@Nullable Expression expression) {
        return expression == null ? null : loose(expression);
    }

    /** A name that is no column stands for itself. */
    CellText loose(Expression expression) {
        return expression instanceof Expression.Word(String name, int line) && !cells.has(name)
                ? new Constant(name)
                : text(expression);
    }

    private CellText party(Expression expression) {
        return typed(expression, ValueType.PARTY);
    }

    private CellText typed(Expression expression, ValueType type) {
        if (expression instanceof Expression.Word(String name, int line) && !cells.has(name)) {
            Set<String> known =
                    type == ValueType.PARTY ? names.parties : type == ValueType.ZONE ? names.zones : Set.of();
            if (known.contains(name) || names.open && !cells.open()) {
                return new Constant(name);
            }
            if (!cells.open()) {
                tellUnknown(name, line, type, known);
                return UNKNOWN;
            }
        }
        return text(expression);
    }

    private void tellUnknown(String name, int line, ValueType type, Set<String> known) {
        Set<String> all = new LinkedHashSet<>(cells.names());
        all.addAll(known);
        String what = type == ValueType.PARTY
                ? "a column of the file, or an actor or body of the agreement"
                : type == ValueType.ZONE ? "a column of the file, or a zone of the agreement" : "a column of the file";
        problems.error(
                known.isEmpty() ? RecordCode.MAPPING_COLUMN : RecordCode.MAPPING_NAME,
                line,
                "",
                UserWords.quoted(name) + " is neither a column nor a name",
                what,
                cells.twins(name).isEmpty() ? DidYouMean.mend(name, all) : cells.twins(name));
    }

    private CellText text(Expression expression) {
        return switch (expression) {
            case Expression.Column(String name, int line) -> cell(name, line);
            case Expression.Word(String name, int line) ->
                cells.has(name) || cells.open() ? cell(name, line) : new Constant(name);
            case Expression.Sum(List<Expression> terms, List<Boolean> minus, int line) ->
                new CellText.Sum(
                        terms.stream().map(t -> typed(t, ValueType.NUMBER)).toList(), minus);
            case Expression.Template(List<String> pieces, int line) ->
                pieces.size() == 1 ? new Constant(pieces.getFirst()) : composed(pieces, line);
        };
    }

    private FromCell cell(String name, int line) {
        return new FromCell(cells.cell(name, line), name, model.codes.get(name), model.several.get(name));
    }

    private CellText composed(List<String> pieces, int line) {
        List<String> texts = new ArrayList<>();
        int[] from = new int[pieces.size() / 2];
        for (int i = 0; i < pieces.size(); i++) {
            if (i % 2 == 0) {
                texts.add(pieces.get(i));
            } else {
                from[i / 2] = switch (pieces.get(i)) {
                    case "line" -> Composed.LINE;
                    case "stem" -> Composed.STEM;
                    default -> cells.cell(pieces.get(i), line);
                };
            }
        }
        return new Composed(List.copyOf(texts), from);
    }
}
