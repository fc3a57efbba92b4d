package holdfast.intake.text;

import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes what a mapping says is no UTF-8, strictly. */
public final class CharsetReader extends Reader {
    /** As programs call them. */
    private static final String[][] OTHER_NAMES = {
        {"utf8", "UTF-8"},
        {"utf16", "UTF-16"},
        {"cp1250", "Windows-1250"},
        {"cp1251", "Windows-1251"},
        {"cp1252", "Windows-1252"},
        {"cp1254", "Windows-1254"},
        {"latin1", "ISO-8859-1"},
        {"latin-1", "ISO-8859-1"},
        {"latin2", "ISO-8859-2"},
        {"latin-2", "ISO-8859-2"}
    };

    /** By the word of a mapping, in small letters. */
    public static final Map<String, String> NAMES = names();

    /** The encodings that can be read, each once. */
    public static List<String> encodings() {
        return NAMES.values().stream().distinct().toList();
    }

    private final InputStream in;
    private final byte[] head;
    private final Charset charset;
    private final String name;
    private final Progress progress;
    private final Reader reader;
    private long lines = 1;
    private long signs;
    private boolean started;

    public CharsetReader(InputStream in, byte[] head, Charset charset, String name, Progress progress) {
        this.in = in;
        this.head = head;
        this.charset = charset;
        this.name = name;
        this.progress = progress;
        this.reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : new String[] {
            "UTF-8",
            "UTF-16",
            "UTF-16LE",
            "UTF-16BE",
            "Windows-1250",
            "Windows-1251",
            "Windows-1252",
            "Windows-1254",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-15",
            "KOI8-R",
            "KOI8-U"
        }) {
            names.put(name.toLowerCase(java.util.Locale.ROOT), name);
        }
        for (String[] other : OTHER_NAMES) {
            names.put(other[0], other[1]);
        }
        return names;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (!started) {
            started = true;
            check();
        }
        int n;
        try {
            n = reader.read(to, offset, length);
        } catch (CharacterCodingException e) {
            throw new UnreadableText(
                    RecordCode.NOT_UTF8,
                    lines,
                    "this is not " + charset.name(),
                    "",
                    "the mapping says `encoding " + charset.name() + "`");
        }
        for (int i = 0; i < n; i++) {
            char c = to[offset + i];
            if (c == '\n') {
                lines++;
            } else if (c == 0) {
                throw new UnreadableText(
                        RecordCode.ZERO_BYTE,
                        lines,
                        "a zero byte",
                        "text",
                        "the mapping says `encoding " + charset.name() + "`; this may be UTF-16");
            }
        }
        if (n > 0 && signs == 0 && to[offset] == '\ufeff') {
            System.arraycopy(to, offset + 1, to, offset, n - 1);
            n--;
            signs++;
        }
        if (n > 0) {
            signs += n;
            progress.reached(name, signs, lines - 1);
        }
        return n == 0 && length > 0 ? read(to, offset, length) : n;
    }

    /** What the first bytes say against what the mapping says. */
    private void check() throws UnreadableText {
        boolean sixteen = charset.name().startsWith("UTF-16");
        int first = head.length > 1 ? (head[0] & 0xff) << 8 | head[1] & 0xff : 0;
        boolean marked = first == 0xfeff || first == 0xfffe;
        if (charset.name().equals("UTF-16") && !marked) {
            throw says("nothing here says in which order its bytes stand", "say `encoding UTF-16LE` or `UTF-16BE`");
        }
        if (marked && (!sixteen || charset.name().equals(first == 0xfeff ? "UTF-16LE" : "UTF-16BE"))) {
            throw says("the file itself says that it is UTF-16", "say `encoding UTF-16`");
        }
        if (!sixteen && isUtf8(head)) {
            throw says("this is UTF-8", "leave out `encoding " + charset.name() + "`");
        }
    }

    private UnreadableText says(String found, String mend) {
        return new UnreadableText(RecordCode.NOT_UTF8, 0, found, charset.name() + ", as the mapping says", mend);
    }

    /** Whether there are letters beyond ASCII, and all as in UTF-8, which no text in another code is by chance. */
    private static boolean isUtf8(byte[] head) {
        boolean beyond = false;
        for (byte b : head) {
            beyond |= b < 0;
        }
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
        return beyond && !result.isError();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
