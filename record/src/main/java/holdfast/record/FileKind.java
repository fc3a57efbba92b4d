package holdfast.record;

import java.nio.charset.StandardCharsets;

/** Recognises by their first bytes files that are often taken for text. */
final class FileKind {
    private FileKind() {}

    static void check(byte[] bytes, int length) throws UnreadableText {
        if (startsWith(bytes, length, "PK\3\4")) {
            boolean sheet = new String(bytes, 0, Math.min(length, 4000), StandardCharsets.ISO_8859_1).contains("xl/")
                    || new String(bytes, 0, Math.min(length, 4000), StandardCharsets.ISO_8859_1)
                            .contains("[Content_Types].xml");
            throw wrong(
                    sheet ? "this is an Excel workbook (.xlsx)" : "this is a zip archive",
                    sheet ? "open it and save the sheet as `CSV UTF-8`" : "unpack it first");
        }
        if (startsWith(bytes, length, "\u00d0\u00cf\u0011\u00e0")) {
            throw wrong("this is an old Office document (.xls or .doc)", "open it and save the sheet as `CSV UTF-8`");
        }
        if (startsWith(bytes, length, "%PDF")) {
            throw wrong("this is a PDF", "");
        }
        if (startsWith(bytes, length, "\u001f\u008b")) {
            throw wrong("this is packed with gzip", "unpack it first");
        }
        if (startsWith(bytes, length, "\u00ff\u00fe") || startsWith(bytes, length, "\u00fe\u00ff")) {
            throw wrong("this is UTF-16", "save it as UTF-8");
        }
        if (startsWith(bytes, length, "SQLite format 3")) {
            throw wrong("this is an SQLite database", "");
        }
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
                ProblemCode.WRONG_KIND_OF_FILE, 0, found, "a table (.csv) or JSON Lines (.jsonl)", mend);
    }
}
