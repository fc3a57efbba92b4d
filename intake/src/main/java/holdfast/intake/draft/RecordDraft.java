package holdfast.intake.draft;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one record, before it becomes an object. A reader fills the same draft again and again; whoever needs no {@link Record} can take
 * what it needs from here.
 */
public final class RecordDraft {
    public RecordKind kind = RecordKind.OBSERVATION;
    public String id = "";
    public long recorded;
    public String source = "";

    @Nullable
    public String author;

    @Nullable
    public String corrects;

    /** How the record is called in an edition that this one replaces; null: by its id. */
    @Nullable
    public String earlier;

    /** The id that its file gives it, where an edition had to give it another; null: {@link #id}. */
    @Nullable
    public String own;

    /** Whether a correction of what was not read is none. */
    public boolean correctsIfRead;

    /** Of observations and findings: the closed interval of the occurrence. */
    public long lo;

    public long hi;

    public String event = "";
    public Basis basis = Basis.CLAIM;

    @Nullable
    public String incident;

    int values;
    private String[] attributes = new String[8];
    private Value[] given = new Value[8];

    /** Of attributions and findings; of withdrawals what is withdrawn. */
    @Nullable
    public String about;

    public String to = "";
    public String standard = "";
    public String dissent = "";

    @Nullable
    public String clause;

    @Nullable
    public String bearer;

    @Nullable
    public String term;

    public String result = "";

    public void begin(RecordKind newKind) {
        kind = newKind;
        author = null;
        corrects = null;
        earlier = null;
        own = null;
        correctsIfRead = false;
        incident = null;
        basis = Basis.CLAIM;
        values = 0;
        about = null;
        to = "";
        standard = "";
        dissent = "";
        clause = null;
        bearer = null;
        term = null;
        result = "";
    }

    /** The id that its file gives it. */
    public String as() {
        return own == null ? id : own;
    }

    /** What a record says, as if it had just been read. */
    public static RecordDraft of(Record record) {
        RecordDraft draft = new RecordDraft();
        draft.begin(RecordKind.of(record));
        draft.id = record.id();
        draft.recorded = record.recorded();
        draft.source = record.source();
        draft.author = record.author().orElse(null);
        draft.corrects = record.corrects().orElse(null);
        switch (record) {
            case Record.Observation o -> draft.take(o);
            case Record.Attribution a -> draft.take(a);
            case Record.Finding f -> draft.take(f);
            case Record.Withdrawal w -> draft.about = w.withdraws();
        }
        return draft;
    }

    private void take(Record.Observation o) {
        lo = o.occurred().lo();
        hi = o.occurred().hi();
        event = o.event();
        basis = o.basis();
        incident = o.incident().orElse(null);
        o.values().forEach(this::put);
    }

    private void take(Record.Attribution a) {
        about = a.about();
        to = a.to();
        standard = a.standard();
        dissent = a.dissent();
    }

    private void take(Record.Finding f) {
        lo = f.occurred().lo();
        hi = f.occurred().hi();
        about = f.about().orElse(null);
        clause = f.clause().orElse(null);
        bearer = f.bearer().orElse(null);
        term = f.term().orElse(null);
        result = f.result();
    }

    public void put(String attribute, Value value) {
        for (int i = 0; i < values; i++) {
            if (attributes[i].equals(attribute)) {
                given[i] = value;
                return;
            }
        }
        add(attribute, value);
    }

    /** An attribute that has no value yet. */
    public void add(String attribute, Value value) {
        if (values == attributes.length) {
            attributes = java.util.Arrays.copyOf(attributes, values * 2);
            given = java.util.Arrays.copyOf(given, values * 2);
        }
        attributes[values] = attribute;
        given[values++] = value;
    }

    /** What was read of an attribute; null: nothing. */
    @Nullable
    public Value value(String attribute) {
        for (int i = 0; i < values; i++) {
            if (attributes[i].equals(attribute)) {
                return given[i];
            }
        }
        return null;
    }

    /** Every attribute that names a record or a clause. */
    public void forEachReference(BiConsumer<String, String> attributeAndId) {
        for (int i = 0; i < values; i++) {
            if (given[i] instanceof Value.Reference(String id)) {
                attributeAndId.accept(attributes[i], id);
            }
        }
    }

    /** Every attribute whose value is a text. */
    void forEachText(BiConsumer<String, String> attributeAndText) {
        for (int i = 0; i < values; i++) {
            if (given[i] instanceof Value.Text(String text)) {
                attributeAndText.accept(attributes[i], text);
            }
        }
    }

    /** The attributes and their values, in the order of their names. */
    public String said() {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < values; i++) {
            all.put(attributes[i], given[i].toString());
        }
        return all.toString();
    }

    /** What an observation says, of when, and who says it, as 64 bits, never 0; its id is no part of it, nor when it became known. */
    public long saying() {
        long h = mixed(mixed(mixed(TextHash.of(event), lo), hi), TextHash.of(source));
        h = mixed(h, author == null ? 1 : TextHash.of(author));
        long all = 0;
        for (int i = 0; i < values; i++) {
            // In whatever order they stand.
            all += mixed(TextHash.of(attributes[i]), TextHash.of(plain(given[i])));
        }
        h = mixed(h, all);
        return h == 0 ? 1 : h;
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Actor(String name) -> name;
            case Value.Number number -> number.number().stripTrailingZeros().toPlainString();
            case Value.NamedPlace(String name) -> name;
            case Value.ZoneName(String name) -> name;
            case Value.Reference(String id) -> id;
            case Value.Day day -> day.date().toString();
            case Value.Place place -> place.toString();
        };
    }

    private static long mixed(long h, long more) {
        long mixed = (h ^ more) * 0xBF58476D1CE4E5B9L;
        mixed ^= mixed >>> 29;
        mixed *= 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 32;
    }

    public Record toRecord() {
        return switch (kind) {
            case OBSERVATION ->
                new Record.Observation(
                        id,
                        recorded,
                        source,
                        Optional.ofNullable(corrects),
                        event,
                        new Time(lo, hi),
                        valueMap(),
                        basis,
                        Optional.ofNullable(incident),
                        Optional.ofNullable(author));
            case ATTRIBUTION ->
                new Record.Attribution(
                        id,
                        recorded,
                        source,
                        Optional.ofNullable(corrects),
                        text(about),
                        to,
                        standard,
                        dissent,
                        Optional.ofNullable(author));
            case FINDING ->
                new Record.Finding(
                        id,
                        recorded,
                        source,
                        Optional.ofNullable(corrects),
                        new Time(lo, hi),
                        Optional.ofNullable(about),
                        Optional.ofNullable(clause),
                        Optional.ofNullable(bearer),
                        Optional.ofNullable(term),
                        result,
                        Optional.ofNullable(author));
            case WITHDRAWAL -> new Record.Withdrawal(id, recorded, source, text(about), Optional.ofNullable(author));
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Small maps are made without a detour: most observations have few values. */
    private Map<String, Value> valueMap() {
        return switch (values) {
            case 0 -> Map.of();
            case 1 -> Map.of(attributes[0], given[0]);
            case 2 -> Map.of(attributes[0], given[0], attributes[1], given[1]);
            case 3 -> Map.of(attributes[0], given[0], attributes[1], given[1], attributes[2], given[2]);
            case 4 ->
                Map.of(
                        attributes[0],
                        given[0],
                        attributes[1],
                        given[1],
                        attributes[2],
                        given[2],
                        attributes[3],
                        given[3]);
            default -> {
                Map<String, Value> map = new HashMap<>();
                for (int i = 0; i < values; i++) {
                    map.put(attributes[i], given[i]);
                }
                yield map;
            }
        };
    }
}
