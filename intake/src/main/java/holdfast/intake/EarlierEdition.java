package holdfast.intake;

import holdfast.engine.Record;
import holdfast.intake.draft.RecordDraft;
import holdfast.intake.draft.RecordKind;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The edition of a data set that a file replaces, where its records are not read from a file but kept elsewhere. */
public final class EarlierEdition {
    private final String name;
    private final String next;
    private final Predicate<String> taken;
    private final OptionalLong known;
    private final Map<String, EditionEntry> entries = new LinkedHashMap<>();
    /** How its edition calls a record, by what the first version was called. */
    private final Map<String, String> called = new HashMap<>();

    /**
     * @param name as it is told
     * @param next the edition that replaces it: what stands behind ids that are taken
     * @param taken whether a record of that id is there, of whichever data set
     * @param known when the next edition was published; empty: as its mapping says
     */
    public EarlierEdition(String name, String next, Predicate<String> taken, OptionalLong known) {
        this.name = name;
        this.next = next;
        this.taken = taken;
        this.known = known;
    }

    /**
     * Takes a record of it, or of an edition before it, in the order in which they came.
     *
     * @param as how its edition calls it; empty for a withdrawal of what an edition had no more
     */
    public void took(Record record, String as) {
        RecordDraft draft = RecordDraft.of(record);
        if (draft.kind == RecordKind.WITHDRAWAL && as.isEmpty()) {
            String gone = called.remove(String.valueOf(draft.about));
            if (gone != null) {
                entries.remove(gone);
            }
            return;
        }
        EditionEntry before = entries.get(as);
        String root = before == null || record.corrects().isEmpty() ? record.id() : before.root();
        called.put(root, as);
        entries.put(
                as,
                new EditionEntry(record.id(), root, EditionEntry.said(draft), draft.kind, draft.source, draft.author));
    }

    String name() {
        return name;
    }

    String next() {
        return next;
    }

    boolean isTaken(String id) {
        return taken.test(id);
    }

    OptionalLong known() {
        return known;
    }

    Map<String, EditionEntry> entries() {
        return Collections.unmodifiableMap(entries);
    }
}
