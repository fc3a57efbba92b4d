package holdfast.intake.own;

import holdfast.intake.draft.DraftSink;
import holdfast.intake.draft.ReadCounts;
import holdfast.intake.draft.RecordDraft;
import holdfast.intake.draft.RecordKind;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.LineTaker;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.AgreementNames;
import holdfast.intake.value.BasisWords;
import holdfast.intake.value.NumberForm;
import holdfast.intake.value.Occurrence;
import holdfast.intake.value.Occurrence.Shape;
import holdfast.intake.value.SignsOfCells;
import holdfast.intake.value.TimeReader;
import holdfast.intake.value.TimeReader.Grain;
import holdfast.intake.value.ValueReader;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.model.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in Holdfast's own form ({@code docs/records.md}) become drafts of records. */
public final class NativeForm implements RowSink {
    static final String ATTRIBUTE = "attribute.";
    static final Set<String> COLUMNS = Set.of(
            "kind",
            "id",
            "recorded",
            "source",
            "author",
            "corrects",
            "occurred",
            "occurred_to",
            "precision",
            "event",
            "basis",
            "incident",
            "about",
            "to",
            "standard",
            "dissent",
            "clause",
            "bearer",
            "term",
            "result",
            "withdraws",
            "note");

    /** Two of these stand in every table of records; a file of somebody else may have one of them by chance. */
    private static final List<String> NEEDED = List.of("id", "source", "event", "occurred", "recorded");

    private static final Set<String> OF_OBSERVATIONS =
            Set.of("corrects", "occurred", "occurred_to", "precision", "event", "basis", "incident");
    private static final Map<RecordKind, Set<String>> MEANT_FOR = Map.of(
            RecordKind.OBSERVATION,
            OF_OBSERVATIONS,
            RecordKind.ATTRIBUTION,
            Set.of("corrects", "about", "to", "standard", "dissent"),
            RecordKind.FINDING,
            Set.of("corrects", "occurred", "occurred_to", "precision", "about", "clause", "bearer", "term", "result"),
            RecordKind.WITHDRAWAL,
            Set.of("withdraws"));
    private static final Set<String> MEANT_FOR_ALL = Set.of("kind", "id", "recorded", "source", "author", "note");

    static final Map<String, Shape> PRECISIONS = Map.of(
            "instant", Occurrence.INSTANT,
            "minute", new Shape.Lasting(60_000),
            "hour", new Shape.Lasting(3_600_000),
            "part_of_day", new Shape.Lasting(6 * 3_600_000),
            "day", new Shape.Whole(Grain.DAY),
            "month", new Shape.Whole(Grain.MONTH),
            "year", new Shape.Whole(Grain.YEAR),
            "range", Occurrence.AS_WRITTEN);

    /**
     * Where the cells of an attribute stand; -1: nowhere.
     *
     * @param place of the attribute among those of the event
     * @param few whether it may have only a few values
     */
    record Slot(
            String attribute,
            int place,
            ValueType type,
            String column,
            int cell,
            int latitude,
            int longitude,
            boolean few) {
        boolean hasPoint() {
            return latitude >= 0 || longitude >= 0;
        }
    }

    /** Which columns an event has, and which should be empty. */
    record Shown(EventType type, Slot[] slots, int[] strangers) {}

    private final AgreementNames names;
    private final Problems problems;
    private final DraftSink sink;
    private final ReadCounts counts;
    private final ValueReader values;
    private final TimeReader times;
    private final TextPool pool = new TextPool();
    private final RecordDraft draft = new RecordDraft();
    /** Null: every row is looked at as a whole. */
    private final @Nullable StraightRows straight;

    private List<String> columns = List.of();
    private final Map<String, Integer> cellOf = new HashMap<>();
    private final Map<String, Shown> shownOf = new HashMap<>();
    private final Map<RecordKind, int[]> strangersOfKind = new HashMap<>();
    private int kindCell;
    private int idCell;
    private int recordedCell;
    private int sourceCell;
    private int authorCell;
    private int correctsCell;
    private int occurredCell;
    private int occurredToCell;
    private int precisionCell;
    private int eventCell;
    private int basisCell;
    private int incidentCell;

    public NativeForm(AgreementNames names, Problems problems, ReadCounts counts, DraftSink sink) {
        this(names, problems, counts, sink, null);
    }

    /** @param plainly takes plain observations in place of {@code sink}, as far as it will */
    public NativeForm(
            AgreementNames names,
            Problems problems,
            ReadCounts counts,
            DraftSink sink,
            @Nullable StraightSink plainly) {
        this.names = names;
        this.problems = problems;
        this.counts = counts;
        this.sink = sink;
        this.values = new ValueReader(names, problems);
        this.times = new TimeReader(names.zone);
        this.straight = plainly == null ? null : new StraightRows(plainly, times);
    }

    /** Members of a JSON object by the names of columns. */
    public static String columnOfMember(String path, String member) {
        if (path.equals("values.")) {
            return ATTRIBUTE + member;
        }
        if (path.startsWith("values.")) {
            String attribute = ATTRIBUTE + path.substring("values.".length(), path.length() - 1);
            return member.equals("name") ? attribute : attribute + "." + member;
        }
        return path + member;
    }

    @Override
    public boolean tellsBlanks() {
        return true;
    }

    @Override
    public void numbers(NumberForm form) {
        values.numbers(form);
    }

    @Override
    public boolean columns(List<String> header, long line) {
        columns = header.stream().map(SignsOfCells::cleaned).toList();
        cellOf.clear();
        shownOf.clear();
        strangersOfKind.clear();
        for (int i = 0; i < columns.size(); i++) {
            cellOf.putIfAbsent(columns.get(i), i);
        }
        kindCell = cell("kind");
        idCell = cell("id");
        recordedCell = cell("recorded");
        sourceCell = cell("source");
        authorCell = cell("author");
        correctsCell = cell("corrects");
        occurredCell = cell("occurred");
        occurredToCell = cell("occurred_to");
        precisionCell = cell("precision");
        eventCell = cell("event");
        basisCell = cell("basis");
        incidentCell = cell("incident");
        if (straight != null) {
            straight.columns(layout());
        }
        return allKnown(line);
    }

    private StraightRows.Layout layout() {
        int[] empty = Stream.of("corrects", "occurred_to", "precision", "incident")
                .mapToInt(this::cell)
                .filter(cell -> cell >= 0)
                .toArray();
        return new StraightRows.Layout(
                kindCell, idCell, recordedCell, sourceCell, authorCell, occurredCell, eventCell, basisCell, empty);
    }

    /** Whether the columns that every table needs are there; objects may leave out what they do not use. */
    public boolean complete(List<String> header) {
        List<String> missing = new ArrayList<>(List.of("id", "source"));
        if (!header.contains("kind")) {
            missing.addAll(List.of("event", "occurred"));
        }
        missing.removeAll(header);
        if (isOfSomebodyElse(header)) {
            return false;
        }
        for (String column : missing) {
            problems.error(
                    RecordCode.WRONG_COLUMNS,
                    1,
                    "",
                    "the column " + UserWords.quoted(column) + " is missing",
                    "a header such as id,recorded,source,occurred,event,by",
                    DidYouMean.mend(column, header));
        }
        return missing.isEmpty();
    }

    /** Whether hardly a column is there without which Holdfast has no table; then only this is told, and not each of them. */
    private static boolean isOfSomebodyElse(List<String> header) {
        return NEEDED.stream().filter(needed -> isThere(needed, header)).count() < 2;
    }

    private static boolean isThere(String needed, List<String> header) {
        return header.stream()
                .map(c -> c.strip().toLowerCase(Locale.ROOT))
                .anyMatch(c -> c.equals(needed)
                        || !DidYouMean.nearest(c, List.of(needed)).isEmpty());
    }

    private void tellSomebodyElses(long line) {
        if (!columns.isEmpty() && columns.getFirst().startsWith("#")) {
            tellProse(line);
            return;
        }
        String shown = columns.stream().limit(4).map(UserWords::quoted).collect(Collectors.joining(", "));
        boolean record =
                columns.stream().anyMatch(c -> names.events.containsKey(c) || c.matches("[0-9]{4}-[0-9]{2}.*"));
        problems.error(
                RecordCode.WRONG_COLUMNS,
                line,
                "",
                record
                        ? "the first line is a record, and no header"
                        : shown
                                + (columns.size() > 4 ? " and the others" : "")
                                + (columns.size() > 1
                                        ? " are not Holdfast's own columns"
                                        : " is not a column of Holdfast's"),
                "a header such as id,recorded,source,occurred,event,by",
                record
                        ? "put a line with the names of the columns above it"
                        : "somebody else's file needs a mapping: `holdfast mapping FILE` drafts one, `--mapping` names it");
    }

    /** The text itself, or its mapping, where the records should be named. */
    private void tellProse(long line) {
        problems.error(
                RecordCode.WRONG_COLUMNS,
                line,
                "",
                "this is a text with a heading, and no table of records",
                "a header such as id,recorded,source,occurred,event,by",
                "a mapping is named with `--mapping`; the text that is replayed comes first, without an option");
    }

    private boolean allKnown(long line) {
        if (isOfSomebodyElse(columns)) {
            tellSomebodyElses(line);
            return false;
        }
        Set<String> known = new LinkedHashSet<>(COLUMNS);
        names.attributes.forEach(a -> known.addAll(List.of(a, a + ".lat", a + ".lon")));
        boolean all = true;
        for (String column : columns) {
            String plain = column.startsWith(ATTRIBUTE) ? column.substring(ATTRIBUTE.length()) : column;
            if (!known.contains(plain) && !(plain.isEmpty() && columns.size() > 1)
                    || plain != column && COLUMNS.contains(plain) && !names.attributes.contains(plain)) {
                all = false;
                problems.error(
                        RecordCode.WRONG_COLUMNS,
                        line,
                        "",
                        UserWords.quoted(plain)
                                + " is no column of a record, and no event of the agreement has such an attribute",
                        "",
                        DidYouMean.nearest(plain, known).isEmpty()
                                ? "name it as Holdfast does, or read the file with a mapping: `holdfast mapping FILE` drafts one"
                                : DidYouMean.mend(plain, known));
            }
        }
        return all;
    }

    private int cell(String column) {
        return cellOf.getOrDefault(column, -1);
    }

    @Override
    public void broken(long line) {
        counts.rows++;
        counts.refused++;
    }

    @Override
    public Optional<LineTaker> lines(char separator) {
        if (straight == null || !values.hasPlainNumbers()) {
            return Optional.empty();
        }
        LineTaker lines = straight.lines(columns.size(), separator);
        return Optional.of((bytes, from, end, line) -> {
            int behind = lines.take(bytes, from, end, line);
            if (behind >= 0) {
                counts.rows++;
                counts.mapped++;
            }
            return behind;
        });
    }

    @Override
    public void row(Row row) {
        counts.rows++;
        if (straight != null && values.hasPlainNumbers() && straight.take(row)) {
            counts.mapped++;
            return;
        }
        long before = problems.errors();
        boolean read = switch (kind(row)) {
            case OBSERVATION -> observation(row);
            case ATTRIBUTION -> attribution(row);
            case FINDING -> finding(row);
            case WITHDRAWAL -> withdrawal(row);
            case null -> false;
        };
        if (read && problems.errors() == before) {
            counts.mapped++;
            sink.accept(draft, row.line());
            Shown shown = shownOf.get(draft.event);
            if (straight != null && draft.kind == RecordKind.OBSERVATION && shown != null) {
                straight.learn(row, draft, shown);
            }
        } else {
            counts.refused++;
        }
    }

    private @Nullable RecordKind kind(Row row) {
        if (row.isBlank(kindCell)) {
            return RecordKind.OBSERVATION;
        }
        String written = row.trimmed(kindCell, pool);
        for (RecordKind kind : RecordKind.values()) {
            if (kind.word().equals(written)) {
                return kind;
            }
        }
        problems.error(
                RecordCode.UNKNOWN_KIND,
                row.line(),
                "kind",
                UserWords.quoted(written) + " is no kind of record",
                "observation, attribution, finding or withdrawal",
                DidYouMean.mend(written, List.of("observation", "attribution", "finding", "withdrawal")));
        return null;
    }

    private boolean observation(Row row) {
        boolean good = begin(row, RecordKind.OBSERVATION);
        good &= occurrence(row) && recorded(row);
        if (row.isBlank(eventCell)) {
            return missing(row, "event");
        }
        draft.event = row.trimmed(eventCell, pool);
        Shown shown = shown(draft.event);
        if (shown == null) {
            return unknownEvent(row);
        }
        good &= basis(row);
        draft.incident = optional(row, incidentCell);
        for (Slot slot : shown.slots) {
            good &= attribute(row, slot);
        }
        return good & nothingElse(row, shown.strangers, draft.event);
    }

    private @Nullable Shown shown(String event) {
        Shown known = shownOf.get(event);
        EventType type = known == null ? names.events.get(event) : null;
        if (type == null) {
            return known;
        }
        Shown shown = new Shown(type, slots(type), strangers(type));
        shownOf.put(event, shown);
        return shown;
    }

    private boolean attribution(Row row) {
        boolean good = begin(row, RecordKind.ATTRIBUTION) && recorded(row);
        good &= nothingElse(row, strangersTo(RecordKind.ATTRIBUTION), "an attribution");
        if (row.isBlank(cell("about"))) {
            return missing(row, "about");
        }
        if (row.isBlank(cell("to"))) {
            return missing(row, "to");
        }
        draft.about = row.fresh(cell("about"));
        draft.to = row.trimmed(cell("to"), pool);
        draft.standard = row.trimmed(cell("standard"), pool);
        draft.dissent = row.trimmed(cell("dissent"), pool);
        return good & values.actor(draft.to, row.line(), "to");
    }

    private boolean finding(Row row) {
        boolean good = begin(row, RecordKind.FINDING);
        good &= occurrence(row) && recorded(row);
        good &= nothingElse(row, strangersTo(RecordKind.FINDING), "a finding");
        draft.about = optional(row, cell("about"));
        draft.clause = optional(row, cell("clause"));
        draft.bearer = optional(row, cell("bearer"));
        draft.term = optional(row, cell("term"));
        if (draft.about == null && draft.clause == null && draft.term == null) {
            problems.error(
                    RecordCode.NOT_GIVEN,
                    row.line(),
                    "",
                    "nothing says what the finding is about",
                    "`about`, `clause` or `term`",
                    "");
            good = false;
        }
        if (row.isBlank(cell("result"))) {
            return missing(row, "result");
        }
        draft.result = row.trimmed(cell("result"), pool);
        return good & checkFinding(row.line());
    }

    private boolean checkFinding(long line) {
        boolean good = values.result(draft.term, draft.result, line, "result");
        good &= draft.clause == null || values.clause(draft.clause, line, "clause");
        good &= draft.bearer == null || values.actor(draft.bearer, line, "bearer");
        return good & (draft.term == null || values.term(draft.term, line, "term"));
    }

    private boolean withdrawal(Row row) {
        boolean good = begin(row, RecordKind.WITHDRAWAL) && recorded(row);
        good &= nothingElse(row, strangersTo(RecordKind.WITHDRAWAL), "a withdrawal");
        if (row.isBlank(cell("withdraws"))) {
            return missing(row, "withdraws");
        }
        draft.about = row.fresh(cell("withdraws"));
        return good;
    }

    private boolean begin(Row row, RecordKind kind) {
        draft.begin(kind);
        if (row.isBlank(idCell)) {
            return missing(row, "id");
        }
        draft.id = row.fresh(idCell);
        if (row.isBlank(sourceCell)) {
            return missing(row, "source");
        }
        draft.source = row.trimmed(sourceCell, pool);
        draft.author = row.isBlank(authorCell) ? null : row.trimmed(authorCell, pool);
        draft.corrects = optional(row, correctsCell);
        return true;
    }

    private @Nullable String optional(Row row, int cell) {
        return row.isBlank(cell) ? null : row.trimmed(cell, pool);
    }

    private boolean missing(Row row, String column) {
        problems.error(
                RecordCode.NOT_GIVEN,
                row.line(),
                column,
                "nothing stands here",
                "a value: every " + draft.kind.word() + " needs one",
                "");
        return false;
    }

    private boolean occurrence(Row row) {
        if (row.isBlank(occurredCell)) {
            return missing(row, "occurred");
        }
        if (!time(row, occurredCell, "occurred")) {
            return false;
        }
        String precision = row.isBlank(precisionCell) ? "" : row.trimmed(precisionCell, pool);
        Shape shape = precision.isEmpty() ? Occurrence.AS_WRITTEN : PRECISIONS.get(precision);
        if (shape == null) {
            problems.error(
                    RecordCode.UNKNOWN_PRECISION,
                    row.line(),
                    "precision",
                    UserWords.quoted(precision) + " is no precision",
                    "instant, minute, hour, part_of_day, day, month, year or range",
                    DidYouMean.mend(precision, PRECISIONS.keySet()));
            return false;
        }
        boolean range = precision.isEmpty() || precision.equals("range");
        long end = Occurrence.end(times, shape);
        if (end == Long.MIN_VALUE) {
            Occurrence.tellCoarse(problems, row.trimmed(occurredCell, pool), precision, row.line(), "occurred");
            return false;
        }
        draft.lo = times.lo();
        draft.hi = end;
        return row.isBlank(occurredToCell)
                ? !precision.equals("range") || missing(row, "occurred_to")
                : range
                        ? rangeEnd(row)
                        : outOfPlace(row, occurredToCell, "the precision " + UserWords.quoted(precision));
    }

    private boolean rangeEnd(Row row) {
        if (!time(row, occurredToCell, "occurred_to")) {
            return false;
        }
        draft.hi = times.hi();
        if (draft.hi < draft.lo) {
            Occurrence.tellBackwards(problems, row.trimmed(occurredToCell, pool), row.line(), "occurred_to");
            return false;
        }
        return true;
    }

    private boolean recorded(Row row) {
        if (!row.isBlank(recordedCell)) {
            boolean good = time(row, recordedCell, "recorded");
            draft.recorded = times.hi();
            boolean happened = draft.kind == RecordKind.OBSERVATION || draft.kind == RecordKind.FINDING;
            return good
                    && (!happened
                            || Occurrence.isKnownInTime(
                                    draft.lo, draft.recorded, times.zone(), problems, row.line(), "recorded"));
        }
        draft.recorded = draft.hi;
        return draft.kind == RecordKind.OBSERVATION || draft.kind == RecordKind.FINDING || missing(row, "recorded");
    }

    private boolean time(Row row, int cell, String column) {
        int from = row.trimmedFrom(cell);
        if (times.read(row.chars(), from, row.trimmedTo(cell, from))) {
            return true;
        }
        Occurrence.tellUnreadable(problems, times.trouble(), row.trimmed(cell, pool), row.line(), column);
        return false;
    }

    private boolean basis(Row row) {
        if (row.isBlank(basisCell)) {
            draft.basis = Basis.CLAIM;
            return true;
        }
        String written = row.trimmed(basisCell, pool);
        Basis basis = BasisWords.MEANT.get(written);
        if (basis == null) {
            BasisWords.tell(problems, written, row.line(), "basis");
            return false;
        }
        draft.basis = basis;
        return true;
    }

    private boolean unknownEvent(Row row) {
        boolean defined = names.defined.contains(draft.event);
        problems.error(
                RecordCode.UNKNOWN_EVENT,
                row.line(),
                "event",
                UserWords.quoted(draft.event)
                        + (defined
                                ? " follows from other events: it is defined, not observed"
                                : " is no event of the agreement"),
                "",
                defined ? "" : DidYouMean.mendOrList(draft.event, names.eventNames(), "there are"));
        return false;
    }

    private Slot[] slots(EventType type) {
        List<Slot> slots = new ArrayList<>();
        for (EventType.Attribute attribute : type.attributes()) {
            String column = columnOf(attribute.name());
            Slot slot = new Slot(
                    attribute.name(),
                    type.attributes().indexOf(attribute),
                    attribute.type(),
                    column,
                    cell(column),
                    attribute.type() == ValueType.PLACE ? cell(column + ".lat") : -1,
                    attribute.type() == ValueType.PLACE ? cell(column + ".lon") : -1,
                    !Values.of(type.name(), attribute.name()).isEmpty());
            if (slot.cell >= 0 || slot.latitude >= 0 || slot.longitude >= 0) {
                slots.add(slot);
            }
        }
        return slots.toArray(Slot[]::new);
    }

    /** Without its prefix, unless only that is there or the plain name means another thing for an observation. */
    private String columnOf(String attribute) {
        String plain = attribute;
        boolean means = MEANT_FOR_ALL.contains(plain) || OF_OBSERVATIONS.contains(plain);
        boolean prefixed = means || cell(ATTRIBUTE + plain) >= 0 || cell(ATTRIBUTE + plain + ".lat") >= 0;
        return prefixed ? ATTRIBUTE + plain : plain;
    }

    private boolean attribute(Row row, Slot slot) {
        boolean point = !row.isBlank(slot.latitude) || !row.isBlank(slot.longitude);
        if (!point && row.isBlank(slot.cell)) {
            return true;
        }
        Value value = point
                ? values.place(
                        row.trimmed(slot.cell, pool),
                        row.trimmed(slot.latitude, pool),
                        row.trimmed(slot.longitude, pool),
                        row.line(),
                        slot.column)
                : value(row, slot);
        if (value == null
                || slot.few && !values.isAmongValues(draft.event, slot.attribute, value, row.line(), slot.column)) {
            return false;
        }
        draft.add(slot.attribute, value);
        return true;
    }

    private @Nullable Value value(Row row, Slot slot) {
        if (!row.isAsWritten()) {
            return values.value(slot.type, row.trimmed(slot.cell, pool), row.line(), slot.column);
        }
        int from = row.trimmedFrom(slot.cell);
        return values.plain(slot.type, row.chars(), from, row.trimmedTo(slot.cell, from), row.line(), slot.column);
    }

    /** The columns that say nothing about an event of this type, and should be empty. */
    private int[] strangers(EventType type) {
        Set<String> meant = new LinkedHashSet<>(MEANT_FOR_ALL);
        meant.addAll(MEANT_FOR.getOrDefault(RecordKind.OBSERVATION, Set.of()));
        for (EventType.Attribute attribute : type.attributes()) {
            String column = columnOf(attribute.name());
            meant.add(column);
            if (attribute.type() == ValueType.PLACE) {
                meant.add(column + ".lat");
                meant.add(column + ".lon");
            }
        }
        return others(meant);
    }

    private int[] strangersTo(RecordKind kind) {
        return strangersOfKind.computeIfAbsent(kind, k -> {
            Set<String> meant = new LinkedHashSet<>(MEANT_FOR_ALL);
            meant.addAll(MEANT_FOR.getOrDefault(k, Set.of()));
            return others(meant);
        });
    }

    private int[] others(Set<String> meant) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!meant.contains(columns.get(i))) {
                others.add(i);
            }
        }
        return others.stream().mapToInt(i -> i).toArray();
    }

    private boolean nothingElse(Row row, int[] cells, String what) {
        boolean nothing = true;
        for (int cell : cells) {
            if (!row.isBlank(cell)) {
                nothing &= outOfPlace(row, cell, what);
            }
        }
        return nothing;
    }

    private String outOfPlaceMend(EventType type, String column) {
        String near = DidYouMean.mend(
                column,
                type.attributes().stream().map(EventType.Attribute::name).toList());
        if (!near.isEmpty()) {
            return near;
        }
        String attribute = column.startsWith(ATTRIBUTE) ? column.substring(ATTRIBUTE.length()) : column;
        List<String> others = names.events.values().stream()
                .filter(e -> e.attributes().stream().anyMatch(a -> a.name().equals(attribute)))
                .map(EventType::name)
                .sorted()
                .toList();
        return "leave the cell empty"
                + (others.isEmpty() || others.size() > 6
                        ? ""
                        : ", or is the event "
                                + String.join(
                                        " or ",
                                        others.stream().map(UserWords::quoted).toList()) + " meant?");
    }

    private boolean outOfPlace(Row row, int cell, String what) {
        EventType type = names.events.get(what);
        problems.error(
                RecordCode.OUT_OF_PLACE,
                row.line(),
                columns.get(cell),
                UserWords.quoted(row.trimmed(cell, pool)) + " means nothing for "
                        + (type == null ? what : "the event " + UserWords.quoted(what)),
                "nothing",
                type == null ? "leave the cell empty" : outOfPlaceMend(type, columns.get(cell)));
        return false;
    }
}
