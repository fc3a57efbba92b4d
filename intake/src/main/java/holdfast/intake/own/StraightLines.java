package holdfast.intake.own;

import holdfast.engine.Rows;
import holdfast.intake.rows.LineTaker;
import holdfast.intake.rows.Row;
import holdfast.intake.value.TimeReader;
import holdfast.language.model.ValueType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shortest way: a row that {@link StraightRows} would take is taken from the bytes of the file, each of which is looked at once. Its texts must have stood, in the same columns, in rows that were
 * taken there; where nothing of that kind stands, the cell must be empty. So a quote, a blank around a text or a sign that nobody sees is never passed over: such a row is refused here.
 */
final class StraightLines implements LineTaker {
    private static final int REFUSED = -1;
    private static final int NONE = -1;
    private static final int MOST_DIGITS = 8;
    /** A table with more columns than these can number is not read by lines. */
    private static final int COLUMN_BITS = 12;

    private static final byte LINE_FEED = '\n';

    // What stands in a column.
    private static final byte NOTHING = 0;
    private static final byte ID = 1;
    private static final byte TEXT = 2;
    private static final byte OCCURRED = 3;
    private static final byte RECORDED = 4;
    private static final byte VALUE = 5;

    private final byte[] sorts;
    /** The last column of those that tell sorts of rows apart: kind, event, source, author, basis and id. Values stand behind it. */
    private final int lastOfHead;

    private final byte separator;
    private final LineTimes occurrences;
    private final LineTimes recordings;

    /** The texts of heads, each behind those before it; its number is that of all of them together. */
    private final KnownTexts heads = new KnownTexts();

    private final @Nullable Kind[] kinds = new Kind[KnownTexts.MOST + 1];
    private int headCount;
    /** The values behind a head. */
    private final KnownTexts values = new KnownTexts();

    /** Whether a row was refused last, of which something may be learned. */
    private boolean refused;

    // Of the row that is read.
    private int head;
    private int number;

    /**
     * Rows with one head.
     *
     * @param codes what stands for the values of the row that is read
     * @param places of the attributes, by columns
     * @param isNumber by columns, too
     */
    private record Kind(StraightSink.Series series, int[] codes, int[] places, boolean[] isNumber) {}

    StraightLines(StraightRows.Layout layout, int columns, byte separator, TimeReader times) {
        this.separator = separator;
        sorts = new byte[columns];
        int[] texts = {layout.kind(), layout.source(), layout.author(), layout.event(), layout.basis()};
        lastOfHead = Math.max(layout.id(), Arrays.stream(texts).max().orElse(NONE));
        Arrays.fill(sorts, lastOfHead + 1, columns, VALUE);
        for (int column : texts) {
            is(column, TEXT);
        }
        is(layout.id(), ID);
        is(layout.occurred(), OCCURRED);
        is(layout.recorded(), RECORDED);
        occurrences = new LineTimes(times, closing(layout.occurred()));
        recordings = new LineTimes(times, closing(layout.recorded()));
    }

    private void is(int column, byte sort) {
        if (column >= 0) {
            sorts[column] = sort;
        }
    }

    private byte closing(int column) {
        return column == sorts.length - 1 ? LINE_FEED : separator;
    }

    @Override
    public int take(byte[] bytes, int from, int end, long line) {
        refused = true;
        int stop = Math.min(end, bytes.length - KnownTexts.ROOM);
        Kind kind = null;
        long occurred = 0;
        long recorded = Long.MIN_VALUE;
        head = 0;
        int at = from;
        for (int column = 0; column < sorts.length; column++) {
            if (at < 0 || at >= stop) {
                return REFUSED;
            }
            byte closing = column == sorts.length - 1 ? LINE_FEED : separator;
            boolean isEmpty = bytes[at] == closing;
            switch (sorts[column]) {
                case VALUE -> at = isEmpty ? at + 1 : value(bytes, at, closing, column, kind);
                case ID -> at = id(bytes, at, closing, column);
                case TEXT -> at = text(bytes, at, closing, column);
                case OCCURRED -> {
                    at = occurrences.read(bytes, at);
                    occurred = occurrences.lo();
                    at = occurred == occurrences.hi() ? at : REFUSED;
                }
                case RECORDED -> {
                    at = isEmpty ? at + 1 : recordings.read(bytes, at);
                    recorded = isEmpty ? recorded : recordings.hi();
                }
                default -> at = isEmpty ? at + 1 : REFUSED;
            }
            if (column == lastOfHead) {
                kind = at < 0 ? null : kinds[head];
                if (kind == null) {
                    return REFUSED;
                }
                Arrays.fill(kind.codes, Rows.NOT_GIVEN);
            }
        }
        refused = kind == null || at < 0 || at > end || !taken(kind, line, recorded, occurred);
        return refused ? REFUSED : at;
    }

    private boolean taken(Kind kind, long line, long recorded, long occurred) {
        long known = recorded == Long.MIN_VALUE ? occurred : recorded;
        return known >= occurred && kind.series.take(number, line, known, occurred, kind.codes);
    }

    // Each returns where the next cell begins, or that the row is refused.

    private int id(byte[] bytes, int from, byte closing, int column) {
        int first = from;
        int whole = 0;
        int at = from;
        while (bytes[at] != closing) {
            int digit = bytes[at++] - '0';
            if (digit >= 0 && digit <= 9) {
                whole = 10 * whole + digit;
            } else {
                whole = 0;
                first = at;
            }
            if (at - from == KnownTexts.ROOM) {
                return REFUSED;
            }
        }
        number = whole;
        return isWhole(bytes, first, at) ? behind(heads.between(after(column), bytes, from, first), at + 1) : REFUSED;
    }

    /** Whether so many digits are a number, and written as it always is. */
    private static boolean isWhole(byte[] bytes, int from, int to) {
        return to > from && to - from <= MOST_DIGITS && (bytes[from] != '0' || to - from == 1);
    }

    private int text(byte[] bytes, int from, byte closing, int column) {
        KnownTexts.Text text = heads.closed(after(column), bytes, from, KnownTexts.eightOf(closing));
        return text == null ? REFUSED : behind(text, from + text.length() + 1);
    }

    private int behind(KnownTexts.@Nullable Text text, int at) {
        head = text == null ? 0 : text.number();
        return text == null ? REFUSED : at;
    }

    private int value(byte[] bytes, int from, byte closing, int column, @Nullable Kind kind) {
        int place = kind == null ? NONE : kind.places[column];
        if (kind == null || place == NONE) {
            return REFUSED;
        }
        int at = from;
        int whole = 0;
        if (kind.isNumber[column]) {
            int digit = bytes[at] - '0';
            while (digit >= 0 && digit <= 9 && at - from <= MOST_DIGITS) {
                whole = 10 * whole + digit;
                digit = bytes[++at] - '0';
            }
        }
        if (bytes[at] == closing && isWhole(bytes, from, at)) {
            kind.codes[place] = Rows.code(whole);
            return at + 1;
        }
        KnownTexts.Text text = values.closed(after(column), bytes, from, KnownTexts.eightOf(closing));
        if (text == null) {
            return REFUSED;
        }
        kind.codes[place] = text.number();
        return from + text.length() + 1;
    }

    /** What a text stands behind: all that the head says before this column. */
    private int after(int column) {
        return head << COLUMN_BITS | column;
    }

    // What may be learned.

    /** Looks at a row that was taken, with what was put down for its values. */
    void learn(Row row, StraightRows.Head of) {
        if (!refused || of.series() == null) {
            return;
        }
        refused = false;
        head = 0;
        for (int column = 0; column <= lastOfHead; column++) {
            if (sorts[column] == ID) {
                follow(column, new String(of.beginning()));
            } else if (sorts[column] == TEXT) {
                follow(column, row.isBlank(column) ? "" : row.fresh(column));
            }
            if (head == NONE) {
                return;
            }
        }
        Kind kind = kinds[head];
        if (kind == null) {
            kind = kind(of, of.series());
            kinds[head] = kind;
        }
        for (int column = lastOfHead + 1; column < sorts.length; column++) {
            if (sorts[column] == VALUE && !row.isBlank(column) && kind.places[column] != NONE) {
                keep(column, row.fresh(column), kind);
            }
        }
    }

    private void follow(int column, String text) {
        KnownTexts.Text known = isBare(text) ? heads.know(after(column), text, headCount + 1) : null;
        head = known == null ? NONE : known.number();
        headCount = Math.max(headCount, head);
    }

    private Kind kind(StraightRows.Head of, StraightSink.Series series) {
        int[] places = new int[sorts.length];
        boolean[] isNumber = new boolean[sorts.length];
        Arrays.fill(places, NONE);
        for (NativeForm.Slot slot : of.shown().slots()) {
            if (slot.cell() >= 0) {
                places[slot.cell()] = slot.place();
                isNumber[slot.cell()] = slot.type() == ValueType.NUMBER;
            }
        }
        return new Kind(series, of.codes(), places, isNumber);
    }

    private void keep(int column, String text, Kind kind) {
        boolean isRead = kind.isNumber[column] && text.length() <= MOST_DIGITS && text.matches("0|[1-9][0-9]*");
        if (isBare(text) && !isRead) {
            if (values.isFull()) {
                values.clear();
            }
            values.know(after(column), text, kind.codes[kind.places[column]]);
        }
    }

    /** Whether it means the same without quotes. */
    private boolean isBare(String text) {
        return text.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
    }
}
