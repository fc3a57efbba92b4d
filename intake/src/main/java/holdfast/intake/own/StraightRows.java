package holdfast.intake.own;

import holdfast.engine.Rows;
import holdfast.intake.draft.RecordDraft;
import holdfast.intake.rows.LineTaker;
import holdfast.intake.rows.Row;
import holdfast.intake.value.Signs;
import holdfast.intake.value.TimeReader;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shorter way for observations in Holdfast's own form. Where a row has its kind, event, source, author, basis and the beginning of its id in common with one that was read before and was good, only its
 * number, its times and its values are looked at; and a value that is no whole number must have been read before too. So nothing can be wrong with it of which {@link NativeForm} would tell.
 * All other rows are left to it, without any effect here.
 */
final class StraightRows {
    /** So many kinds of rows; those that come later are read as they were. */
    private static final int MOST_HEADS = 1 << 10;

    private static final int HEADS = 4 * MOST_HEADS;
    private static final int VALUES = 1 << 13;
    /** Of a text that is kept. */
    private static final int LONGEST = 48;

    private static final int MOST_DIGITS = 8;

    /**
     * What a row must have in common with one that was read before.
     *
     * @param series takes them; null: they are read as others are
     */
    record Head(
            char[] kind,
            char[] event,
            char[] source,
            char[] author,
            char[] basis,
            char[] beginning,
            NativeForm.Shown shown,
            int[] codes,
            StraightSink.@Nullable Series series) {}

    /** Where the cells stand; -1: nowhere. Those in {@code empty} have nothing to say in a row that is plain. */
    record Layout(
            int kind, int id, int recorded, int source, int author, int occurred, int event, int basis, int[] empty) {}

    private final StraightSink sink;
    private final TimeReader times;
    private Layout layout = new Layout(-1, -1, -1, -1, -1, -1, -1, -1, new int[0]);

    private @Nullable Head[] heads = new Head[HEADS];
    private int headCount;

    /** Takes whole lines of what has been seen here; null: nobody does. */
    private @Nullable StraightLines lines;

    private final char[] @Nullable [] texts = new char[VALUES][];
    private final @Nullable Head[] headOf = new Head[VALUES];
    private final int[] attributeOf = new int[VALUES];
    private final int[] codeOf = new int[VALUES];

    /** Of the row that is looked at: milliseconds since 1970-01-01T00:00Z, as below. */
    private long occurred;

    private long recorded;

    StraightRows(StraightSink sink, TimeReader times) {
        this.sink = sink;
        this.times = times;
    }

    /** Another header: what was read under the last one is forgotten. */
    void columns(Layout now) {
        layout = now;
        lines = null;
        heads = new Head[HEADS];
        headCount = 0;
    }

    /** Takes whole lines of a table with so many columns. */
    LineTaker lines(int columns, char separator) {
        lines = new StraightLines(layout, columns, (byte) separator, times);
        return lines;
    }

    /** Takes the row if it is plain; otherwise nothing is done. */
    boolean take(Row row) {
        if (!row.isAsWritten() || headCount == 0) {
            return false;
        }
        row.trim();
        if (!areBlank(row, layout.empty)) {
            return false;
        }
        int idFrom = row.trimmedFrom(layout.id);
        int idTo = row.trimmedTo(layout.id, idFrom);
        int digits = digits(row.chars(), idFrom, idTo);
        Head head = digits < 0 ? null : heads[slot(row, idFrom, digits)];
        StraightSink.Series series = head == null ? null : head.series;
        boolean taken = head != null
                && series != null
                && areBlank(row, head.shown.strangers())
                && codes(row, head)
                && times(row)
                && series.take(whole(row.chars(), digits, idTo), row.line(), recorded, occurred, head.codes);
        if (taken && head != null && lines != null) {
            lines.learn(row, head);
        }
        return taken;
    }

    private static boolean areBlank(Row row, int[] cells) {
        for (int cell : cells) {
            if (!row.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }

    /** Where the number begins with which an id ends; -1 if there is none, or one that can be written in another way. */
    private static int digits(char[] signs, int from, int to) {
        int first = to;
        while (first > from && signs[first - 1] >= '0' && signs[first - 1] <= '9') {
            first--;
        }
        int count = to - first;
        return count == 0 || count > MOST_DIGITS || signs[first] == '0' && count > 1 ? -1 : first;
    }

    private static int whole(char[] signs, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + signs[i] - '0';
        }
        return number;
    }

    // Heads.

    /** Where the head of the row stands, or would stand. */
    private int slot(Row row, int idFrom, int digits) {
        char[] signs = row.chars();
        int hash = Signs.ends(1, signs, idFrom, digits);
        hash = ends(hash, row, layout.kind);
        hash = ends(hash, row, layout.event);
        hash = ends(hash, row, layout.source);
        hash = ends(hash, row, layout.author);
        hash = ends(hash, row, layout.basis);
        int slot = (hash ^ hash >>> 13) & HEADS - 1;
        for (Head head = heads[slot]; head != null; head = heads[slot]) {
            if (Signs.are(head.beginning, signs, idFrom, digits)
                    && stands(head.kind, row, layout.kind)
                    && stands(head.event, row, layout.event)
                    && stands(head.source, row, layout.source)
                    && stands(head.author, row, layout.author)
                    && stands(head.basis, row, layout.basis)) {
                return slot;
            }
            slot = slot + 1 & HEADS - 1;
        }
        return slot;
    }

    private static int ends(int before, Row row, int cell) {
        if (row.isBlank(cell)) {
            return before * 31;
        }
        int from = row.trimmedFrom(cell);
        return Signs.ends(before, row.chars(), from, row.trimmedTo(cell, from));
    }

    private static boolean stands(char[] text, Row row, int cell) {
        if (row.isBlank(cell)) {
            return text.length == 0;
        }
        int from = row.trimmedFrom(cell);
        return Signs.are(text, row.chars(), from, row.trimmedTo(cell, from));
    }

    /** Looks at a row that was read as others are, and was good. */
    void learn(Row row, RecordDraft draft, NativeForm.Shown shown) {
        if (!row.isAsWritten()) {
            return;
        }
        int from = row.trimmedFrom(layout.id);
        int digits = digits(row.chars(), from, row.trimmedTo(layout.id, from));
        if (digits < 0) {
            return;
        }
        int slot = slot(row, from, digits);
        Head head = heads[slot];
        if (head == null && headCount < MOST_HEADS) {
            head = head(row, draft, shown, new String(row.chars(), from, digits - from));
            heads[slot] = head;
            headCount++;
        }
        if (head != null && head.series != null) {
            learnValues(row, draft, head, head.series);
            if (lines != null && codes(row, head)) {
                lines.learn(row, head);
            }
        }
    }

    private Head head(Row row, RecordDraft draft, NativeForm.Shown shown, String beginning) {
        return new Head(
                written(row, layout.kind),
                draft.event.toCharArray(),
                draft.source.toCharArray(),
                draft.author == null ? new char[0] : draft.author.toCharArray(),
                written(row, layout.basis),
                beginning.toCharArray(),
                shown,
                new int[shown.type().attributes().size()],
                sink.series(draft.event, draft.source, draft.author, draft.basis, beginning));
    }

    private static char[] written(Row row, int cell) {
        return row.isBlank(cell) ? new char[0] : row.fresh(cell).toCharArray();
    }

    // Values.

    private void learnValues(Row row, RecordDraft draft, Head head, StraightSink.Series series) {
        for (NativeForm.Slot slot : head.shown.slots()) {
            Value value = row.isBlank(slot.cell()) ? null : draft.value(slot.attribute());
            boolean plain = slot.type() != ValueType.PLACE && slot.type() != ValueType.BREACH;
            if (value != null && plain) {
                int from = row.trimmedFrom(slot.cell());
                int to = row.trimmedTo(slot.cell(), from);
                if (to - from <= LONGEST) {
                    keep(head, slot.place(), row.chars(), from, to, series.code(slot.place(), value));
                }
            }
        }
    }

    private void keep(Head head, int attribute, char[] signs, int from, int to, int code) {
        // The newcomer takes the place.
        int at = valueSlot(head, attribute, signs, from, to);
        texts[at] = Arrays.copyOfRange(signs, from, to);
        headOf[at] = head;
        attributeOf[at] = attribute;
        codeOf[at] = code;
    }

    private static int valueSlot(Head head, int attribute, char[] signs, int from, int to) {
        int hash = Signs.hash(31 * head.event.length + attribute, signs, from, to);
        return (hash ^ hash >>> 15) & VALUES - 1;
    }

    /** Puts down what stands for the values; false if one of them is to be read. */
    private boolean codes(Row row, Head head) {
        int[] codes = head.codes;
        Arrays.fill(codes, Rows.NOT_GIVEN);
        for (NativeForm.Slot slot : head.shown.slots()) {
            if (slot.hasPoint() && (!row.isBlank(slot.latitude()) || !row.isBlank(slot.longitude()))) {
                return false;
            }
            if (!row.isBlank(slot.cell())) {
                int code = code(row, head, slot);
                if (code == Rows.NOT_GIVEN) {
                    return false;
                }
                codes[slot.place()] = code;
            }
        }
        return true;
    }

    private int code(Row row, Head head, NativeForm.Slot slot) {
        char[] signs = row.chars();
        int from = row.trimmedFrom(slot.cell());
        int to = row.trimmedTo(slot.cell(), from);
        if (slot.type() == ValueType.NUMBER && digits(signs, from, to) == from) {
            return Rows.code(whole(signs, from, to));
        }
        int at = valueSlot(head, slot.place(), signs, from, to);
        char[] text = texts[at];
        return text != null && headOf[at] == head && attributeOf[at] == slot.place() && Signs.are(text, signs, from, to)
                ? codeOf[at]
                : Rows.NOT_GIVEN;
    }

    // Times.

    private boolean times(Row row) {
        if (!time(row, layout.occurred) || times.lo() != times.hi()) {
            return false;
        }
        occurred = times.lo();
        recorded = occurred;
        if (!row.isBlank(layout.recorded) && !isAlike(row, layout.recorded, layout.occurred)) {
            if (!time(row, layout.recorded)) {
                return false;
            }
            recorded = times.hi();
        }
        return recorded >= occurred;
    }

    private static boolean isAlike(Row row, int cell, int other) {
        int from = row.trimmedFrom(other);
        int start = row.trimmedFrom(cell);
        char[] signs = row.chars();
        return Arrays.equals(signs, start, row.trimmedTo(cell, start), signs, from, row.trimmedTo(other, from));
    }

    private boolean time(Row row, int cell) {
        if (row.isBlank(cell)) {
            return false;
        }
        int from = row.trimmedFrom(cell);
        return times.read(row.chars(), from, row.trimmedTo(cell, from));
    }
}
