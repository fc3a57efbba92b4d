package holdfast.engine.monitor.plain;

import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.fact.Authors;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All that is on record of one text, in rows, and the records that these stand for. */
final class Book {
    /** Stands for a record that has no row. */
    static final int ODD = Integer.MAX_VALUE - 1;

    final Codes codes = new Codes();
    final Origins origins = new Origins();
    final Identities identities = new Identities();
    final Telling telling = new Telling(codes, origins);
    final Table[] tables;
    private final Map<String, Table> byEvent = new HashMap<>();
    private final Authors authors;

    /** What came after a row about it and changed it, its withdrawal among that. */
    private final Map<Integer, List<Record>> versions = new HashMap<>();

    /** What rows said before they were corrected. */
    private final Map<Integer, First> firsts = new HashMap<>();

    private record First(long time, int[] values, boolean said) {}

    Book(Agreement agreement) {
        this.authors = new Authors(agreement);
        List<EventType> events = agreement.events();
        this.tables = new Table[events.size()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new Table(i, events.get(i));
            byEvent.putIfAbsent(events.get(i).name(), tables[i]);
        }
    }

    void begin() {
        for (Table table : tables) {
            table.begin();
        }
        identities.clear();
        versions.clear();
        firsts.clear();
    }

    /** The table of an event; null if the text declares no such event. */
    @Nullable
    Table table(String event) {
        return byEvent.get(event);
    }

    /** The tables of those of the events that the text declares. */
    Set<Table> tables(Set<String> events) {
        Set<Table> of = new HashSet<>();
        for (Table table : tables) {
            if (events.contains(table.event.name())) {
                of.add(table);
            }
        }
        return of;
    }

    // A row and its table in one number.

    int ref(Table table, int row) {
        return row * tables.length + table.index;
    }

    Table tableOf(int ref) {
        return tables[ref % tables.length];
    }

    int rowOf(int ref) {
        return ref / tables.length;
    }

    /** The row that an id belongs to; -1: it has none. */
    int find(String id) {
        int ref = identities.find(id) - 1;
        return ref == ODD ? -1 : ref;
    }

    int compareIds(Table table, int a, int b) {
        return telling.id(table, a).compareTo(telling.id(table, b));
    }

    // What a row says.

    static boolean fits(Record.Observation o, Table table) {
        List<EventType.Attribute> attributes = table.event.attributes();
        Map<String, Value> values = o.values();
        boolean silent = false;
        boolean said = false;
        for (int i = 0; i < attributes.size(); i++) {
            Value value = values.get(attributes.get(i).name());
            ValueType type = attributes.get(i).type();
            if (value == null) {
                silent |= type == ValueType.PARTY;
            } else if (!Codes.isOf(value, type)) {
                return false;
            } else {
                said |= type == ValueType.PARTY && value.equals(Value.UNATTRIBUTED);
            }
        }
        return !(silent && said);
    }

    /**
     * A row for a record that is plain; it stands in no chain yet.
     *
     * @param values its own, see {@link #codesOf}
     */
    int append(Table table, Record.Observation o, String beginning, int number, int[] values) {
        int origin = origins.number(o.source(), o.author(), o.basis(), beginning);
        int row = table.append(o.occurred().lo(), o.recorded(), origin, number, values);
        noteSaid(table, row, o.values());
        return row;
    }

    private static void noteSaid(Table table, int row, Map<String, Value> values) {
        if (values.containsValue(Value.UNATTRIBUTED)) {
            table.mark(row, Table.SAID);
        } else {
            table.unmark(row, Table.SAID);
        }
    }

    private void put(Table table, int row, Map<String, Value> values) {
        noteSaid(table, row, values);
        List<EventType.Attribute> attributes = table.event.attributes();
        for (int i = 0; i < table.width; i++) {
            table.put(
                    row,
                    i,
                    code(values.get(attributes.get(i).name()), attributes.get(i).type()));
        }
    }

    private int code(@Nullable Value value, ValueType type) {
        if (value == null) {
            return type == ValueType.PARTY ? Codes.UNATTRIBUTED : Codes.MISSING;
        }
        return codes.of(value);
    }

    int[] codesOf(Record.Observation o, Table table) {
        List<EventType.Attribute> attributes = table.event.attributes();
        int[] of = new int[attributes.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = code(
                    o.values().get(attributes.get(i).name()), attributes.get(i).type());
        }
        return of;
    }

    /** Has a row say what a correction says. */
    void correct(Table table, int row, Record.Observation correction) {
        int ref = ref(table, row);
        firsts.putIfAbsent(ref, new First(table.time(row), table.valuesOf(row), table.is(row, Table.SAID)));
        table.moveTo(row, correction.occurred().lo());
        put(table, row, correction.values());
        note(ref, correction);
    }

    /** Notes a record that changes a row. */
    void note(int ref, Record later) {
        versions.computeIfAbsent(ref, r -> new ArrayList<>(1)).add(later);
    }

    /** Notes a correction that {@link #isOutdated}: it stands before those that became known after it. */
    void noteOutdated(int ref, Record.Observation correction) {
        List<Record> all = versions.computeIfAbsent(ref, r -> new ArrayList<>(1));
        int at = all.size() - 1;
        while (at > 0
                && !comesAfter(
                        correction, all.get(at - 1).recorded(), all.get(at - 1).id())) {
            at--;
        }
        all.add(at, correction);
    }

    /** Whether it comes from the row's own author, after all that is said of it. */
    boolean follows(Record record, Table table, int row) {
        List<Record> before = versions.get(ref(table, row));
        boolean after = before == null
                ? comesAfter(record, table.recorded(row), telling.id(table, row))
                : comesAfter(
                        record, before.getLast().recorded(), before.getLast().id());
        return after && isBySame(record, origins.get(table.origin(row)));
    }

    /** Of a correction that does not {@link #follows follow}: whether its own author has corrected the row again since. Then the row says what it said. */
    boolean isOutdated(Record.Observation correction, Table table, int row) {
        String root = telling.id(table, row);
        return versions.containsKey(ref(table, row))
                && correction.corrects().filter(root::equals).isPresent()
                && comesAfter(correction, table.recorded(row), root)
                && isBySame(correction, origins.get(table.origin(row)));
    }

    private static boolean comesAfter(Record record, long recorded, String id) {
        return recorded == record.recorded() ? id.compareTo(record.id()) < 0 : recorded < record.recorded();
    }

    private boolean isBySame(Record record, Origins.Origin origin) {
        String author = origin.author().orElse(origin.source());
        return author.equals(record.speaker()) || authors.named(author).equals(authors.of(record));
    }

    /** All that a row ever said. */
    List<int[]> allValues(Table table, int row) {
        int ref = ref(table, row);
        First first = firsts.get(ref);
        List<int[]> all = new ArrayList<>();
        all.add(first == null ? table.valuesOf(row) : first.values);
        for (Record later : versions.getOrDefault(ref, List.of())) {
            if (later instanceof Record.Observation o) {
                all.add(codesOf(o, table));
            }
        }
        return all;
    }

    // The records that rows stand for.

    /** Gives the record of a row, and all that changed it since. */
    void forEach(Table table, int row, Consumer<Record> action) {
        action.accept(record(table, row));
        versions.getOrDefault(ref(table, row), List.of()).forEach(action);
    }

    /** What is to be done with a row. */
    interface OfRow {
        void row(Table table, int row);
    }

    /** Gives the rows of these tables, and all that are not plain any more. */
    void forEachRow(Set<Table> heard, OfRow action) {
        for (Table table : tables) {
            boolean all = heard.contains(table);
            for (int row = 0; row < table.rows; row++) {
                if (all || table.is(row, Table.ODD)) {
                    action.row(table, row);
                }
            }
        }
    }

    /** Gives the records of all rows and what changed them. */
    void forEachRecord(Consumer<Record> action) {
        for (Table table : tables) {
            for (int row = 0; row < table.rows; row++) {
                forEach(table, row, action);
            }
        }
    }

    /** Gives the records of the rows with these ids or of these events, with what changed them, and all that changed others. */
    void forEachRecordOf(Set<String> ids, Set<String> events, Consumer<Record> action) {
        IntStream named = ids.stream().mapToInt(this::find).filter(ref -> ref >= 0);
        IntStream changed = versions.keySet().stream().mapToInt(ref -> ref);
        IntStream.concat(named, changed).sorted().distinct().forEach(ref -> {
            Table table = tableOf(ref);
            if (!events.contains(table.event.name())) {
                forEach(table, rowOf(ref), action);
            }
        });
        for (Table table : tables) {
            for (int row = 0; events.contains(table.event.name()) && row < table.rows; row++) {
                forEach(table, row, action);
            }
        }
    }

    /** Gives what is on record about rows that are the second tier's. */
    void forEachOddRecord(Consumer<Record> action) {
        for (Table table : tables) {
            for (int row = 0; row < table.rows; row++) {
                if (table.is(row, Table.ODD)) {
                    forEach(table, row, action);
                }
            }
        }
    }

    /** The record as it was first given. */
    private Record record(Table table, int row) {
        Origins.Origin origin = origins.get(table.origin(row));
        First first = firsts.get(ref(table, row));
        int[] values = first == null ? table.valuesOf(row) : first.values;
        long time = first == null ? table.time(row) : first.time;
        return new Record.Observation(
                telling.id(table, row),
                table.recorded(row),
                origin.source(),
                Optional.empty(),
                table.event.name(),
                Time.at(time),
                given(table, values, first == null ? table.is(row, Table.SAID) : first.said),
                origin.basis(),
                Optional.empty(),
                origin.author());
    }

    /** @param said whether a party that is nobody is given as such */
    Map<String, Value> given(Table table, int[] values, boolean said) {
        Map<String, Value> given = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            EventType.Attribute attribute = table.event.attributes().get(i);
            boolean nobody = attribute.type() == ValueType.PARTY && values[i] == Codes.UNATTRIBUTED && !said;
            if (values[i] != Codes.MISSING && !nobody) {
                given.put(attribute.name(), codes.value(values[i], attribute.type()));
            }
        }
        return given;
    }

    /** Gives what happened by the moment last moved to, as far as nothing about it is in doubt, in no particular order. */
    void forEachPlainFact(Consumer<KnownFact> action) {
        for (Table table : tables) {
            for (int row = 0; row < table.rows; row++) {
                if (table.is(row, Table.LINKED) && !table.is(row, Table.ODD)) {
                    action.accept(fact(table, row));
                }
            }
        }
    }

    private KnownFact fact(Table table, int row) {
        Map<String, Value> values = given(table, table.valuesOf(row), false);
        Origins.Origin origin = origins.get(table.origin(row));
        return new KnownFact(
                table.event.name(),
                List.of(telling.id(table, row)),
                Time.at(table.time(row)),
                values,
                true,
                false,
                Optional.empty(),
                authors.named(origin.author().orElse(origin.source())),
                table.recorded(row));
    }
}
