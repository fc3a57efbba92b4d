package holdfast.intake.form;

import holdfast.intake.problem.RecordCode;
import holdfast.intake.text.UnreadableText;
import holdfast.language.document.FirstBytes;
import java.util.List;
import java.util.Set;

/** The forms of files that are recognised only to be refused. A new one is a line in one of the two lists. */
final class UnreadForms {
    private static final String SAVE_AS_ANY = "open it and save it as .xlsx, .ods or `CSV UTF-8`";
    private static final String OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0";

    /** Files that are often taken for text, by their first bytes; the first that fits. */
    private static final List<UnreadForm<FirstBytes>> BY_BYTES = List.of(
            file("this is an old Office document (.xls or .doc)", SAVE_AS_ANY, OLD_OFFICE),
            file("this is a PDF", "", "%PDF"),
            file("this is packed with gzip", "unpack it first", "\u001f\u008b"),
            new UnreadForm<>(
                    FirstBytes::areMarkedUtf16,
                    "this is UTF-16",
                    "save it as UTF-8, or say in a mapping `encoding UTF-16`"),
            file("this is an SQLite database", "", "SQLite format 3"),
            file("this is a Parquet file", "save it as CSV", "PAR1"),
            file("this is a packed archive", "unpack it first", "7z\u00bc\u00af"),
            file("this is a packed archive", "unpack it first", "Rar!"),
            // What begins with a tag is no table, whatever its name says: many sites call a web page `.xls`.
            new UnreadForm<>(
                    h -> isMarkup(h, "<!doctype html", "<html", "<table"),
                    "this is a web page, whatever it is called",
                    "open it in a spreadsheet and save it as .xlsx or `CSV UTF-8`"),
            new UnreadForm<>(
                    h -> isXml(h)
                            && (h.markup().contains("urn:schemas-microsoft-com:office:spreadsheet")
                                    || h.markup().contains("office:document")),
                    "this is a workbook saved as one XML text",
                    SAVE_AS_ANY),
            new UnreadForm<>(
                    h -> isXml(h) && h.markup().contains("<kml"), "this is XML", "`holdfast territory` reads maps"),
            new UnreadForm<>(UnreadForms::isXml, "this is XML", ""));

    /** Archives that are no workbook, by the names of what is in them; the first that fits. */
    private static final List<UnreadForm<Set<String>>> BY_NAMES = List.of(
            new UnreadForm<>(
                    n -> n.contains("xl/workbook.bin"),
                    "this is a binary workbook of Excel (.xlsb)",
                    "open it and save it as .xlsx or `CSV UTF-8`"),
            new UnreadForm<>(
                    n -> n.contains("word/document.xml"),
                    "this is a document of Word",
                    "copy its table into a spreadsheet, and save that"),
            new UnreadForm<>(
                    names -> names.stream()
                            .anyMatch(n -> n.startsWith("Index/") && n.endsWith(".iwa") || n.equals("Index.zip")),
                    "this is a document of Numbers",
                    "export it as Excel or CSV"),
            new UnreadForm<>(
                    names -> names.stream().anyMatch(n -> n.endsWith(".kml")),
                    "this is a map (KMZ)",
                    "`holdfast territory` reads maps"),
            new UnreadForm<>(n -> true, "this is a zip archive, and no workbook", "unpack it first"));

    private UnreadForms() {}

    /** @throws UnreadableText if the file is of a form that is not read */
    static void refuse(FirstBytes head) throws UnreadableText {
        if (head.begin(OLD_OFFICE) && head.contain("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e")) {
            throw locked();
        }
        for (UnreadForm<FirstBytes> form : BY_BYTES) {
            if (form.sign().test(head)) {
                throw form.refusal();
            }
        }
    }

    /** Why an archive with such names in it is no workbook. */
    static UnreadableText archive(Set<String> names) {
        return BY_NAMES.stream()
                .filter(f -> f.sign().test(names))
                .findFirst()
                .orElseThrow()
                .refusal();
    }

    static UnreadableText locked() {
        return new UnreadableText(
                RecordCode.WRONG_KIND_OF_FILE,
                0,
                "this workbook is locked with a password",
                "a workbook without one",
                "open it, take the password away and save it again");
    }

    private static UnreadForm<FirstBytes> file(String found, String mend, String begins) {
        return new UnreadForm<>(h -> h.begin(begins), found, mend);
    }

    private static boolean isXml(FirstBytes head) {
        return isMarkup(head, "<?xml", "<kml");
    }

    private static boolean isMarkup(FirstBytes head, String... begins) {
        String markup = head.markup();
        for (String begin : begins) {
            if (markup.startsWith(begin)) {
                return true;
            }
        }
        return false;
    }
}
