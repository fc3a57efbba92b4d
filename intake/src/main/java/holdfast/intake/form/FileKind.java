package holdfast.intake.form;

import holdfast.intake.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Recognises by their first bytes files that are often taken for text. */
final class FileKind {
    private FileKind() {}

    static void check(byte[] bytes, int length) throws UnreadableText {
        if (startsWith(bytes, length, "\u00d0\u00cf\u0011\u00e0")) {
            if (contains(bytes, length, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e")) {
                throw Workbook.locked();
            }
            throw wrong(
                    "this is an old Office document (.xls or .doc)",
                    "open it and save it as .xlsx, .ods or `CSV UTF-8`");
        }
        if (startsWith(bytes, length, "%PDF")) {
            throw wrong("this is a PDF", "");
        }
        if (startsWith(bytes, length, "\u001f\u008b")) {
            throw wrong("this is packed with gzip", "unpack it first");
        }
        if (startsWith(bytes, length, "\u00ff\u00fe") || startsWith(bytes, length, "\u00fe\u00ff")) {
            throw wrong("this is UTF-16", "save it as UTF-8, or say in a mapping `encoding UTF-16`");
        }
        if (startsWith(bytes, length, "SQLite format 3")) {
            throw wrong("this is an SQLite database", "");
        }
        if (startsWith(bytes, length, "PAR1")) {
            throw wrong("this is a Parquet file", "save it as CSV");
        }
        if (startsWith(bytes, length, "7z\u00bc\u00af") || startsWith(bytes, length, "Rar!")) {
            throw wrong("this is a packed archive", "unpack it first");
        }
        markup(bytes, length);
    }

    /** What begins with a tag is no table, whatever its name says: many sites call a web page `.xls`. */
    private static void markup(byte[] bytes, int length) throws UnreadableText {
        int at = startsWith(bytes, length, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < length && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
        String head = new String(bytes, at, Math.min(length - at, 2000), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<table")) {
            throw wrong(
                    "this is a web page, whatever it is called",
                    "open it in a spreadsheet and save it as .xlsx or `CSV UTF-8`");
        }
        if (head.startsWith("<?xml") || head.startsWith("<kml")) {
            boolean sheet =
                    head.contains("urn:schemas-microsoft-com:office:spreadsheet") || head.contains("office:document");
            throw wrong(
                    sheet ? "this is a workbook saved as one XML text" : "this is XML",
                    sheet
                            ? "open it and save it as .xlsx, .ods or `CSV UTF-8`"
                            : head.contains("<kml") ? "`holdfast territory` reads maps" : "");
        }
    }

    private static boolean contains(byte[] bytes, int length, String magic) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(magic);
    }

    private static boolean startsWith(byte[] bytes, int length, String magic) {
        if (length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static UnreadableText wrong(String found, String mend) {
        return new UnreadableText(
                ProblemCode.WRONG_KIND_OF_FILE, 0, found, "a table, a workbook (.xlsx, .ods) or JSON", mend);
    }
}
