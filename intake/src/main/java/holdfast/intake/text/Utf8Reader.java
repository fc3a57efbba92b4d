package holdfast.intake.text;

import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.LineTaker;
import holdfast.intake.rows.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes UTF-8 strictly: whatever is no text stops the reading, with the line and the byte at which it stands. Counts bytes and lines, and tells
 * how far it is.
 */
public final class Utf8Reader extends Reader {
    private static final int BUFFER = 1 << 18;
    /** Less than that may be the beginning of a line that is to be read further. */
    private static final int SHORT = 1 << 10;

    private static final long EVERY = 1 << 20;
    private static final int EIGHT = Long.BYTES;
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long ALL_127 = 0x7f7f7f7f7f7f7f7fL;
    private static final long ALL_LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;

    private final InputStream in;
    private final String name;
    private final Progress progress;
    private final byte[] bytes = new byte[BUFFER + LineTaker.ROOM];
    private final ByteBuffer eights = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final CharsetDecoder ascii = StandardCharsets.ISO_8859_1.newDecoder();
    /** Where the text begins in them, as long as its beginning is there. */
    private int begin;

    private int next;
    private int end;
    /** Bytes before {@code bytes[0]}. */
    private long before;

    private long lines = 1;
    private long told;
    private boolean started;

    public Utf8Reader(InputStream in, String name, Progress progress) {
        this.in = in;
        this.name = name;
        this.progress = progress;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (length < 2) {
            return length == 0 ? 0 : readOne(to, offset);
        }
        if (!started) {
            start();
        }
        if (next == end && !fill()) {
            return -1;
        }
        int at = offset;
        // A character outside the basic plane takes two places.
        int last = offset + length - 1;
        while (at < last) {
            if (next == end) {
                break;
            }
            byte b = bytes[next];
            if (b > 0 && last - at >= EIGHT) {
                at = readAscii(to, at, last);
                if (next == end) {
                    break;
                }
                b = bytes[next];
            }
            if (b > 0) {
                if (b == '\n') {
                    lines++;
                }
                to[at++] = (char) b;
                next++;
            } else {
                try {
                    at = readBeyondAscii(to, at);
                } catch (UnreadableText e) {
                    if (at == offset) {
                        throw e;
                    }
                    // What stands before it counts, however much is read at a time.
                    break;
                }
            }
        }
        return at - offset;
    }

    /** Reads at most to the end of the line. */
    public int readLine(char[] to, int offset, int length) throws IOException {
        if (!started) {
            start();
        }
        if (next == end && !fill()) {
            return -1;
        }
        return read(to, offset, Math.min(length, signsOfLine() + 1));
    }

    /** How many there are in what has been read of the line, if all of it is text. */
    private int signsOfLine() {
        int signs = 0;
        for (int i = next; i < end; i++) {
            int b = bytes[i] & 0xff;
            // Beyond the basic plane there are two.
            signs += b < 0x80 || b >= 0xc0 && b < 0xf0 ? 1 : b >= 0xf0 ? 2 : 0;
            if (b == '\n') {
                break;
            }
        }
        return signs;
    }

    /** Hands lines on as they are; returns how many were taken. */
    public long handOn(LineTaker taker, long line) throws IOException {
        long taken = 0;
        boolean more = true;
        while (more) {
            int behind = taker.take(bytes, next, end, line + taken);
            if (behind >= 0) {
                next = behind;
                lines++;
                taken++;
            } else {
                more = end - next < SHORT && fillUp();
            }
        }
        return taken;
    }

    /** Whether anything could be read on behind what is left. */
    private boolean fillUp() throws IOException {
        int left = end - next;
        keepAndFill();
        return end > left;
    }

    /** Goes back to where the text begins; false, without any effect, if that is no longer known. */
    public boolean toBeginning() {
        if (before > 0) {
            return false;
        }
        next = begin;
        lines = 1;
        return true;
    }

    /** Passes over as much as there is of ASCII without a zero byte, eight at a time; returns where it ends in {@code to}. */
    private int readAscii(char[] to, int at, int last) {
        int first = next;
        int stop = Math.min(end, first + last - at) - EIGHT;
        int passed = first;
        while (passed <= stop) {
            long eight = eights.getLong(passed);
            // Adding 127 sets the highest bit of each byte but that of a zero.
            if (((eight | ~(eight + ALL_127)) & HIGHEST) != 0) {
                break;
            }
            long feeds = ~((eight ^ ALL_LINE_FEEDS) + ALL_127) & HIGHEST;
            if (feeds != 0) {
                lines += Long.bitCount(feeds);
            }
            passed += EIGHT;
        }
        next = passed;
        if (passed > first) {
            ascii.reset()
                    .decode(
                            ByteBuffer.wrap(bytes, first, passed - first),
                            CharBuffer.wrap(to, at, passed - first),
                            true);
        }
        return at + passed - first;
    }

    private int readOne(char[] to, int offset) throws IOException {
        char[] two = new char[2];
        int n = read(two, 0, 2);
        if (n == 2) {
            throw new UnreadableText(RecordCode.BROKEN_TEXT, lines, "a sign that does not fit", "", "");
        }
        if (n == 1) {
            to[offset] = two[0];
        }
        return n;
    }

    private int readBeyondAscii(char[] to, int at) throws IOException {
        int first = bytes[next] & 0xff;
        if (first == 0) {
            throw new UnreadableText(
                    RecordCode.ZERO_BYTE,
                    lines,
                    "a zero byte (byte " + (before + next + 1) + " of the file)",
                    "text",
                    "the file may be damaged, or be saved as UTF-16: save it as UTF-8");
        }
        int more = first >= 0xc2 && first < 0xe0
                ? 1
                : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
        if (more == 0) {
            throw invalid();
        }
        if (end - next <= more) {
            keepAndFill();
            if (end - next <= more) {
                throw invalid();
            }
        }
        int point = first & (0x3f >> more);
        for (int i = 1; i <= more; i++) {
            int b = bytes[next + i] & 0xff;
            if ((b & 0xc0) != 0x80) {
                throw invalid();
            }
            point = point << 6 | (b & 0x3f);
        }
        boolean overlong = more == 2 && point < 0x800 || more == 3 && point < 0x10000;
        if (overlong || point > 0x10ffff || point >= 0xd800 && point < 0xe000) {
            throw invalid();
        }
        next += more + 1;
        return at + Character.toChars(point, to, at);
    }

    private UnreadableText invalid() {
        return new UnreadableText(
                RecordCode.NOT_UTF8,
                lines,
                String.format(
                        Locale.ROOT,
                        "the byte %02X (byte %d of the file) is not UTF-8",
                        bytes[next] & 0xff,
                        before + next + 1),
                "",
                "save the file as UTF-8, or say in a mapping what it is: `encoding Windows-1252` (Western), `Windows-1250` (Central European), `Windows-1251` (Cyrillic)");
    }

    private void start() throws IOException {
        started = true;
        keepAndFill();
        if (end >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf) {
            next = 3;
            begin = 3;
        }
    }

    private boolean fill() throws IOException {
        int more = Math.max(0, in.readNBytes(bytes, 0, BUFFER));
        if (more > 0) {
            before += end;
            next = 0;
            end = more;
        }
        tell(more == 0);
        return more > 0;
    }

    /** Moves what is left to the front and reads on behind it. */
    private void keepAndFill() throws IOException {
        int left = end - next;
        System.arraycopy(bytes, next, bytes, 0, left);
        before += next;
        next = 0;
        end = left + Math.max(0, in.readNBytes(bytes, left, BUFFER - left));
        tell(false);
    }

    private void tell(boolean atEnd) {
        long read = before + end;
        if (atEnd || read - told >= EVERY) {
            told = read;
            progress.reached(name, read, lines - 1);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
