package holdfast.record;

/** Recognises by their first bytes files that are often taken for text. */
final class FileKind {
    private FileKind() {}

    static void check(byte[] bytes, int length) throws UnreadableText {
        if (startsWith(bytes, length, "\u00d0\u00cf\u0011\u00e0")) {
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
