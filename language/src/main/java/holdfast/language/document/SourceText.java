package holdfast.language.document;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a document and its lines. Lines end with LF, CRLF or CR; a byte order mark at the beginning is not part of the text.
 *
 * @param file as the user named it
 */
public record SourceText(String file, String text, List<String> lines) {
    /** Agreements are written by people; what is larger than this is something else. */
    public static final long LIMIT = 64L * 1024 * 1024;

    public SourceText {
        lines = List.copyOf(lines);
    }

    /** Empty, with a diagnostic, if the bytes are too many or are not UTF-8. */
    public static Optional<SourceText> decode(String file, byte[] bytes, Diagnostics diagnostics) {
        if (bytes.length > LIMIT) {
            reportTooLarge(file, bytes.length, diagnostics);
            return Optional.empty();
        }
        Optional<OtherForm> other = OtherForm.of(bytes);
        if (other.isPresent()) {
            diagnostics.report(
                    Code.NOT_UTF8,
                    new Place.WholeFile(file),
                    "this is " + other.get().inWords() + ", and not Markdown text",
                    other.get().help(file));
            return Optional.empty();
        }
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, text, true);
        if (result.isError()) {
            reportNotUtf8(file, bytes, in.position(), diagnostics);
            return Optional.empty();
        }
        text.flip();
        return Optional.of(of(file, text.toString()));
    }

    public static SourceText of(String file, String text) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new SourceText(file, marked, split(marked));
    }

    public static void reportTooLarge(String file, long size, Diagnostics diagnostics) {
        diagnostics.report(
                Code.TOO_LARGE,
                new Place.WholeFile(file),
                "the file has " + size + " bytes; a document may have " + LIMIT,
                "give the agreement's Markdown text; keep maps and records in files of their own");
    }

    private static void reportNotUtf8(String file, byte[] bytes, int position, Diagnostics diagnostics) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < position; i++) {
            boolean crlf = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || (bytes[i] == '\r' && !crlf)) {
                line++;
                start = i + 1;
            }
        }
        diagnostics.report(
                Code.NOT_UTF8,
                new Place.InText(file, "", line, 1, 1, ""),
                String.format(
                        Locale.ROOT,
                        "byte %d of the line (0x%02X) is not UTF-8 text",
                        position - start + 1,
                        bytes[position]),
                "save the document as UTF-8");
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** One-based; empty beyond the end. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
