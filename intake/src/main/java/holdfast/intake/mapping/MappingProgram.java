package holdfast.intake.mapping;

import holdfast.intake.draft.DraftSink;
import holdfast.intake.draft.ReadCounts;
import holdfast.intake.draft.RecordDraft;
import holdfast.intake.draft.RecordKind;
import holdfast.intake.form.FileForms;
import holdfast.intake.mapping.BoundResult.Reference;
import holdfast.intake.mapping.CellText.FromCell;
import holdfast.intake.mapping.MappingModel.CodeTable;
import holdfast.intake.mapping.MappingModel.Lines;
import holdfast.intake.mapping.MappingModel.Skip;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.problem.UnreadCells;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.TextPool;
import holdfast.intake.rows.UnnamedColumns;
import holdfast.intake.rows.UnreadableCell;
import holdfast.intake.value.AgreementNames;
import holdfast.intake.value.BasisWords;
import holdfast.intake.value.NumberForm;
import holdfast.intake.value.SumRows;
import holdfast.intake.value.ValueReader;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mapping at work: rows of a file become drafts of records, and every row is counted in one place. */
final class MappingProgram implements RowSink {
    private static final int MOST_OF_A_ROW = 1000;

    private final MappingModel model;
    private final AgreementNames names;
    private final Problems problems;
    private final Problems mappingProblems;
    private final ReadCounts counts;
    private final DraftSink sink;
    private final MappingUse use;
    private final String stem;
    private final boolean open;
    private NumberForm numbers;
    private final ZoneId zone;
    private final DatesRead dates;

    private final TextPool pool = new TextPool();
    private final RecordDraft draft = new RecordDraft();
    private final ValueReader values;
    private final boolean ownIds;
    private final CellText.Reader texts;
    private final Map<BoundResult.Observe, Map<BoundRows.Plan, List<BoundResult.Argument>>> additions = new HashMap<>();

    private @Nullable Cells cells;
    private @Nullable MappingBinder binder;
    private @Nullable BoundRules rules;
    private @Nullable BoundRows rows;
    private @Nullable RowTime time;
    private @Nullable RowBasis basis;
    private @Nullable CellText id;
    private @Nullable CellText source;
    private @Nullable CellText author;
    private @Nullable CellText incident;
    private @Nullable CellText corrects;
    private @Nullable CellText earlierId;

    private List<String> columnNames = List.of();
    private final UnreadCells unread = new UnreadCells();
    private final NumbersRead numbersRead = new NumbersRead();
    private final SaidAlready said = new SaidAlready();
    private final Incomparable incomparable = new Incomparable();
    private final FinerTimes finer = new FinerTimes();

    // Of the row at hand.
    private Row row = new Row();
    private BoundRows.@Nullable Plan plan;
    private String rowId = "";
    private boolean severalRecords;
    private int candidate;
    private String it = "";
    private int made;
    private String notUsed = "";
    private String leftOut = "";
    private final List<String> leftOutParts = new ArrayList<>();

    MappingProgram(
            MappingModel model,
            Input input,
            AgreementNames names,
            Problems problems,
            Problems mappingProblems,
            ReadCounts counts,
            MappingUse use,
            DraftSink sink) {
        this.use = use;
        this.model = model;
        this.names = names;
        this.problems = problems;
        this.mappingProblems = mappingProblems;
        this.counts = counts;
        this.sink = sink;
        this.stem = input.stem();
        this.open = FileForms.areOpen(input.form());
        this.numbers = model.form().numbers();
        this.zone = model.zone == null ? names.zone : model.zone;
        this.dates = new DatesRead(model.dateRange, zone);
        this.values = new ValueReader(names, problems);
        this.ownIds = model.hasOwnIds();
        this.values.dates(model.dates);
        this.texts = new CellText.Reader(pool, problems, counts, stem, use);
    }

    @Override
    public boolean skips(long line) {
        return !model.skips.isEmpty() && skip(line) != null;
    }

    private @Nullable String skip(long line) {
        for (Skip skip : model.skips) {
            for (Lines lines : skip.lines()) {
                if (line >= lines.from() && line <= lines.to()) {
                    return skip.reason();
                }
            }
        }
        return null;
    }

    @Override
    public void skipped(long line) {
        counts.rows++;
        String reason = skip(line);
        counts.row(counts.leftOut, reason == null ? "" : reason, line);
    }

    @Override
    public void numbers(NumberForm form) {
        numbers = form;
        values.numbers(form);
        texts.numbers(form);
    }

    @Override
    public boolean numbersTwins() {
        return true;
    }

    @Override
    public boolean readsOnlyWhatItNeeds() {
        return true;
    }

    @Override
    public boolean columns(List<String> header, long line) {
        boolean first = binder == null;
        Problems found = first ? mappingProblems : new Problems("", Place.Counted.LINES, 0);
        BoundRows before = rows;
        List<String> columns = UnnamedColumns.named(header);
        columnNames = List.copyOf(columns);
        Cells bound = new Cells(columns, open, numbers, new CellTimes(model, zone, pool, finer), found, incomparable);
        cells = bound;
        MappingBinder newBinder = new MappingBinder(model, bound, names, found, stem);
        binder = newBinder;
        rules = new BoundRules(model.rules, bound, newBinder, use);
        rows = new BoundRows(model.rows, bound, newBinder, zone, found, stem, use);
        rows.keepSeen(before);
        time = new RowTime(model, Objects.requireNonNull(model.time), bound, pool, problems, dates, use);
        basis = new RowBasis(model.basis, bound, pool, problems, use);
        id = newBinder.optional(model.id);
        source = newBinder.optional(model.source);
        author = newBinder.optional(model.author);
        incident = newBinder.optional(model.incident);
        corrects = newBinder.optional(model.corrects);
        earlierId = newBinder.optional(model.earlierId);
        additions.clear();
        return !found.hasErrors();
    }

    /** Whether the mapping reads that column. */
    boolean reads(String column) {
        return cells != null && cells.reads(column);
    }

    /** Called when all rows have been read. */
    void end() {
        if (rows != null && !problems.hasErrors() && !mappingProblems.hasErrors()) {
            rows.tellUnseen(mappingProblems);
        }
        unread.tell(problems);
        dates.tell(problems);
        numbersRead.tell(problems);
        said.tellMore(problems);
        incomparable.tell(problems);
        finer.tell(problems, columnNames);
    }

    @Override
    public void broken(long line) {
        counts.rows++;
        counts.refused++;
    }

    @Override
    public void row(Row next) {
        counts.rows++;
        row = next;
        made = 0;
        candidate = 0;
        it = "";
        notUsed = "";
        leftOut = "";
        leftOutParts.clear();
        long before = problems.errors();
        long unreadBefore = unread.added();
        problems.leavesOut(model.unreadLeftOut.isPresent() ? unread : null);
        try {
            become();
        } catch (UnreadableCell cell) {
            tell(cell);
        }
        problems.leavesOut(null);
        leaveOutUnread(unreadBefore);
        count(problems.errors() > before);
    }

    private void tell(UnreadableCell cell) {
        problems.error(
                RecordCode.BROKEN_TEXT, row.line(), columnNames.get(cell.cell()), cell.found(), "a value", cell.mend());
    }

    /** Where a cell could not be read since then, and the mapping says what becomes of that. */
    private void leaveOutUnread(long before) {
        if (unread.added() > before && leftOutParts.isEmpty()) {
            model.unreadLeftOut.ifPresent(this::leaveOut);
        }
    }

    /** Puts the row into the one place where it belongs. */
    private void count(boolean refused) {
        if (refused) {
            counts.refused++;
            return;
        }
        if (made > 0) {
            counts.mapped++;
            leftOutParts.forEach(reason -> ReadCounts.one(counts.leftOutRecords, reason));
        } else if (!notUsed.isEmpty()) {
            counts.row(counts.notUsed, notUsed, row.line());
        } else {
            counts.row(counts.leftOut, leftOut, row.line());
        }
    }

    private void become() {
        plan = rows == null ? null : rows.plan(row, pool);
        if (plan != null && !follow(plan)) {
            return;
        }
        BoundRules.Bound outcome = outcome();
        if (outcome == null) {
            return;
        }
        if (outcome.leftOut() != null) {
            leaveOut(outcome.leftOut());
        }
        List<BoundResult> also = plan == null ? List.of() : plan.also;
        if (outcome.results().isEmpty() && also.isEmpty()) {
            return;
        }
        int candidates = candidates(outcome.results()) + candidates(also);
        if (candidates > MOST_OF_A_ROW) {
            problems.error(
                    RecordCode.TOO_LONG,
                    row.line(),
                    "",
                    "more than " + MOST_OF_A_ROW + " records would come of this row",
                    "",
                    "");
            return;
        }
        severalRecords = candidates > 1;
        if (context()) {
            outcome.results().forEach(this::make);
            also.forEach(this::make);
        }
    }

    /** Follows what is said of this very row; false if it is another row than was meant. */
    private boolean follow(BoundRows.Plan said) {
        said.seen = true;
        for (int i = 0; i < said.where.size(); i++) {
            if (!said.where.get(i).holds(row, pool)) {
                problems.error(
                        RecordCode.ANOTHER_ROW,
                        row.line(),
                        "",
                        "this is not the row that the mapping means on its line " + said.whereLines.get(i)
                                + ": its condition does not hold",
                        "",
                        "look whether the file has changed");
                return false;
            }
        }
        said.reads.forEach((cell, text) -> row.set(cell, text));
        return true;
    }

    private BoundRules.@Nullable Bound outcome() {
        if (plan != null && plan.instead != null) {
            return plan.instead;
        }
        BoundRules.Bound chosen = rules == null ? null : rules.choose(row, pool);
        if (chosen != null) {
            return chosen;
        }
        if (model.otherwiseLeftOut.isPresent()) {
            return new BoundRules.Bound(List.of(), model.otherwiseLeftOut.get());
        }
        tellNoRule();
        return null;
    }

    private void tellNoRule() {
        StringBuilder what = new StringBuilder();
        model.rules.stream().flatMap(r -> r.column().stream()).distinct().forEach(column -> {
            int cell = binder == null ? -1 : binder.cellOf(column);
            what.append(what.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(' ')
                    .append(UserWords.quoted(row.trimmed(cell, pool)));
        });
        problems.error(
                RecordCode.NO_RULE,
                row.line(),
                "",
                "no rule says what becomes of this row" + (what.isEmpty() ? "" : ": " + what),
                "a rule that fits",
                "add one, or `otherwise left out: \"...\"`");
    }

    private int candidates(List<BoundResult> results) {
        int all = 0;
        for (BoundResult result : results) {
            all += combinations(result);
            if (all > MOST_OF_A_ROW) {
                return all;
            }
        }
        return all;
    }

    private int combinations(BoundResult result) {
        int product = 1;
        for (FromCell each : result.each()) {
            product = Math.min(MOST_OF_A_ROW + 1, product * texts.count(row, each));
        }
        return product;
    }

    /** Reads what all records of the row have in common. */
    private boolean context() {
        RowTime when = Objects.requireNonNull(time);
        if (!when.read(row, plan == null ? RowTime.Override.NOTHING : plan.time)) {
            if (!when.leftOut().isEmpty()) {
                leaveOut(when.leftOut());
            }
            return false;
        }
        if (id == null) {
            rowId = stem + ":" + row.line() + (row.part().isEmpty() ? "" : ":" + row.part());
            return true;
        }
        rowId = texts.text(id, row);
        if (rowId == CellText.NOT_GIVEN || rowId == CellText.LEFT_OUT || rowId == CellText.REFUSED) {
            problems.error(RecordCode.NOT_GIVEN, row.line(), "", "the row has no id", "an id for every row", "");
            return false;
        }
        return true;
    }

    private void leaveOut(String reason) {
        leftOut = leftOut.isEmpty() ? reason : leftOut;
        leftOutParts.add(reason);
    }

    private void make(BoundResult result) {
        int combinations = combinations(result);
        for (int i = 0; i < combinations; i++) {
            int rest = i;
            for (int c = result.each().size() - 1; c >= 0; c--) {
                FromCell each = result.each().get(c);
                int count = texts.count(row, each);
                if (each.cell() >= 0) {
                    texts.choose(each.cell(), rest % count);
                }
                rest /= count;
            }
            String ownId = severalRecords ? rowId + letters(candidate) : rowId;
            candidate++;
            make(result, ownId);
        }
    }

    /** a, b, ..., z, aa, ab, ... */
    static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private void make(BoundResult result, String ownId) {
        long before = unread.added();
        boolean good;
        try {
            good = filled(result, ownId);
        } catch (UnreadableCell cell) {
            tell(cell);
            good = false;
        }
        if (unread.added() > before) {
            model.unreadLeftOut.ifPresent(this::leaveOut);
        } else if (good) {
            made++;
            if (!ownIds && saysSomethingNew(draft)) {
                said.add(draft, row.line(), row.part(), problems);
            }
            sink.accept(draft, row.line());
        }
    }

    /** What is one incident with others, or corrects another, is not taken for another act. */
    private static boolean saysSomethingNew(RecordDraft draft) {
        return draft.kind == RecordKind.OBSERVATION && draft.incident == null && draft.corrects == null;
    }

    private boolean filled(BoundResult result, String ownId) {
        return switch (result) {
            case BoundResult.Observe observe -> observation(observe, ownId);
            case BoundResult.Attribute attribute -> attribution(attribute, ownId);
            case BoundResult.Find find -> finding(find, ownId);
            case BoundResult.Withdraw withdraw -> withdrawal(withdraw, ownId);
        };
    }

    private boolean begin(RecordKind kind, String ownId, @Nullable CellText ownSource) {
        RowTime when = Objects.requireNonNull(time);
        draft.begin(kind);
        draft.id = ownId;
        draft.lo = when.lo();
        draft.hi = when.hi();
        draft.recorded = when.known();
        String before = optional(earlierId);
        draft.earlier = before == null ? null : before + ownId.substring(Math.min(rowId.length(), ownId.length()));
        CellText from = ownSource == null ? source : ownSource;
        String text = from == null ? model.title : texts.text(from, row);
        if (!isText(text)) {
            return text != CellText.NOT_GIVEN || tellNotGiven("source");
        }
        draft.source = text;
        draft.author = kind == RecordKind.OBSERVATION || ownSource == null ? optional(author) : null;
        return true;
    }

    private boolean tellNotGiven(String what) {
        problems.error(
                RecordCode.NOT_GIVEN,
                row.line(),
                "",
                "the row gives no " + what,
                "a " + what + " for every record",
                "");
        return false;
    }

    /** Whether the text is one; otherwise it is not given, or the record is left out, or the row is refused. */
    private boolean isText(String text) {
        if (text == CellText.LEFT_OUT) {
            leaveOut(texts.reason());
        }
        return text != CellText.LEFT_OUT && text != CellText.REFUSED && text != CellText.NOT_GIVEN;
    }

    private boolean observation(BoundResult.Observe observe, String ownId) {
        if (!observe.declared()) {
            notUsed = observe.event();
            leftOutParts.add("the agreement has no event `" + observe.event() + "`");
            return false;
        }
        if (!begin(RecordKind.OBSERVATION, ownId, observe.source())) {
            return false;
        }
        draft.event = observe.event();
        if (observe.author() != null) {
            draft.author = optional(observe.author());
        }
        for (BoundResult.Argument argument : observe.arguments()) {
            if (!value(argument)) {
                return false;
            }
        }
        if (plan != null) {
            for (BoundResult.Argument argument : added(observe, plan)) {
                if (!value(argument)) {
                    return false;
                }
            }
        }
        boolean good = basis(observe) & links(observe);
        if (good && it.isEmpty()) {
            it = ownId;
        }
        return good;
    }

    private List<BoundResult.Argument> added(BoundResult.Observe observe, BoundRows.Plan said) {
        if (said.has.isEmpty()) {
            return List.of();
        }
        return additions
                .computeIfAbsent(observe, o -> new HashMap<>())
                .computeIfAbsent(
                        said,
                        s -> s.has.stream()
                                .map(a -> Objects.requireNonNull(binder)
                                        .argument(a, Objects.requireNonNull(names.events.get(observe.event()))))
                                .toList());
    }

    /** Puts the value into the draft; false if the record is left out or the row refused. */
    private boolean value(BoundResult.Argument argument) {
        if (argument.constant() != null) {
            draft.put(argument.attribute(), argument.constant());
            return true;
        }
        BoundResult.Point2 point = argument.coordinates();
        String text = texts.text(argument.text(), row);
        if (text == CellText.LEFT_OUT || text == CellText.REFUSED) {
            return isText(text);
        }
        ValueType type = argument.type();
        if (type == null) {
            if (text != CellText.NOT_GIVEN) {
                ReadCounts.one(counts.notUsedAttributes, draft.event + "." + argument.attribute());
            }
            return true;
        }
        boolean given = text != CellText.NOT_GIVEN;
        if (point != null
                && !(row.isBlank(point.latitude()) && row.isBlank(point.longitude()))
                && point.when().holds(row, pool)) {
            return put(
                    argument,
                    values.place(
                            given ? text : "",
                            row.trimmed(point.latitude(), pool),
                            row.trimmed(point.longitude(), pool),
                            row.line(),
                            argument.column()));
        }
        if (!given) {
            return true;
        }
        if (!isPlausible(argument, type, text)) {
            return false;
        }
        String named = type == ValueType.PARTY ? named(argument.text(), text) : text;
        if (named == CellText.NOT_GIVEN || !isText(named)) {
            return named == CellText.NOT_GIVEN;
        }
        Value value = values.plain(type, named, row.line(), argument.column());
        return values.isAmongValues(draft.event, argument.attribute(), value, row.line(), argument.column())
                && (!(value instanceof Value.Day(LocalDate day))
                        || dates.takes(day, problems, row.line(), argument.column()))
                && put(argument, value);
    }

    /** Whether a cell holds what it seems to: no sum in the place of a name, no text that can be two numbers. If not, that is told. */
    private boolean isPlausible(BoundResult.Argument argument, ValueType type, String text) {
        if (!(argument.text() instanceof FromCell(int cell, String column, CodeTable table, var several))
                || table != null && table.meanings.containsKey(row.trimmed(cell, pool))) {
            return true;
        }
        return switch (type) {
            case NUMBER -> numbersRead.isSure(row, cell, text, numbers, problems, column);
            case PARTY, TEXT, PLACE -> SumRows.isNone(text, problems, row.line(), column);
            case DATE, ZONE, BREACH -> true;
        };
    }

    /** A party, or what the column's table of codes says of one that the agreement does not name. */
    private String named(CellText from, String party) {
        if (!(from instanceof FromCell(int cell, String column, CodeTable table, var several))
                || table == null
                || table.unnamed.isEmpty()
                || names.parties.contains(party)) {
            return party;
        }
        return texts.unnamed(table.unnamed.get(), party);
    }

    private boolean put(BoundResult.Argument argument, @Nullable Value value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Value.Number number && argument.text() instanceof FromCell from) {
            numbersRead.took(row, from.cell(), number.number(), from.column());
        }
        draft.put(argument.attribute(), value);
        return true;
    }

    private boolean basis(BoundResult.Observe observe) {
        RowBasis ofRow = Objects.requireNonNull(basis);
        Basis found;
        if (observe.basis() == null) {
            found = ofRow.of(row);
            if (found == null && !ofRow.leftOut().isEmpty()) {
                leaveOut(ofRow.leftOut());
            }
        } else {
            String text = texts.text(observe.basis(), row);
            if (!isText(text)) {
                return text != CellText.NOT_GIVEN || tellNotGiven("basis");
            }
            found = BasisWords.MEANT.get(text);
            if (found == null) {
                BasisWords.tell(problems, text, row.line(), "");
            }
        }
        if (found != null) {
            draft.basis = found;
        }
        return found != null;
    }

    private boolean links(BoundResult.Observe observe) {
        CellText ofIncident = observe.incident() == null ? incident : observe.incident();
        draft.incident = plan != null && plan.incident != null ? plan.incident : optional(ofIncident);
        draft.corrects = plan != null && plan.corrects != null ? plan.corrects : optional(corrects);
        draft.correctsIfRead = model.correctsIfRead;
        return true;
    }

    private @Nullable String optional(@Nullable CellText what) {
        if (what == null) {
            return null;
        }
        String text = texts.text(what, row);
        return isText(text) ? text : null;
    }

    private boolean attribution(BoundResult.Attribute attribute, String ownId) {
        if (!begin(RecordKind.ATTRIBUTION, ownId, attribute.by()) || !about(attribute.about())) {
            return false;
        }
        String to = texts.text(attribute.to(), row);
        if (!isText(to)) {
            return to == CellText.NOT_GIVEN && tellNotGiven("actor for the attribution");
        }
        to = named(attribute.to(), to);
        if (!isText(to)) {
            return to == CellText.NOT_GIVEN && tellNotGiven("actor for the attribution");
        }
        draft.to = to;
        draft.standard = orEmpty(optional(attribute.standard()));
        draft.dissent = orEmpty(optional(attribute.dissent()));
        return values.actor(to, row.line(), "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Puts into the draft which record it is about; false if there is none. */
    private boolean about(Reference reference) {
        switch (reference) {
            case Reference.It() -> {
                if (it.isEmpty() && notUsed.isEmpty() && leftOutParts.isEmpty()) {
                    problems.error(
                            RecordCode.NOTHING_TO_REFER_TO,
                            row.line(),
                            "",
                            "`it` means the first observation of the row, and there is none",
                            "an observation before it",
                            "");
                }
                draft.about = it;
                return !it.isEmpty();
            }
            case Reference.Given(CellText which) -> {
                String text = texts.text(which, row);
                if (!isText(text)) {
                    return text == CellText.NOT_GIVEN && tellNotGiven("id of the record that is meant");
                }
                draft.about = text;
                return true;
            }
        }
    }

    private boolean finding(BoundResult.Find find, String ownId) {
        if (!begin(RecordKind.FINDING, ownId, find.by())) {
            return false;
        }
        if (find.about() != null && !about(find.about())) {
            return false;
        }
        draft.term = optional(find.term());
        draft.clause = optional(find.clause());
        draft.bearer = optional(find.against());
        draft.result = orEmpty(optional(find.result()));
        if (draft.about == null && draft.term == null && draft.clause == null) {
            return tellNotGiven("record, term or clause for the finding");
        }
        return findingTime(find) & checkFinding();
    }

    private boolean findingTime(BoundResult.Find find) {
        if (find.at() == null) {
            return true;
        }
        RowTime when = Objects.requireNonNull(time);
        boolean good = when.readPoint(row, find.atCell(), find.clockCell(), find.at());
        draft.lo = when.pointLo();
        draft.hi = when.pointHi();
        return good;
    }

    private boolean checkFinding() {
        boolean good = values.result(draft.term, draft.result, row.line(), "");
        good &= draft.clause == null || values.clause(draft.clause, row.line(), "");
        good &= draft.bearer == null || values.actor(draft.bearer, row.line(), "");
        return good & (draft.term == null || values.term(draft.term, row.line(), ""));
    }

    private boolean withdrawal(BoundResult.Withdraw withdraw, String ownId) {
        return begin(RecordKind.WITHDRAWAL, ownId, withdraw.by()) && about(withdraw.about());
    }
}
