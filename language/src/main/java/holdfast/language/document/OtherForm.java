package holdfast.language.document;

import java.util.Arrays;
import java.util.Optional;

/** A file of another form, known by its first bytes, that somebody gave where the Markdown of an agreement is read. */
enum OtherForm {
    PACKAGE("a package such as Word or a spreadsheet program writes", "PK\u0003\u0004"),
    OLD_OFFICE("a document of an old Word or Excel", "\u00D0\u00CF\u0011\u00E0"),
    PDF("a PDF", "%PDF-"),
    RICH_TEXT("rich text (RTF)", "{\\rtf");

    private final String name;
    private final String signs;

    /** @param signs with which it begins, each for one byte */
    OtherForm(String name, String signs) {
        this.name = name;
        this.signs = signs;
    }

    static Optional<OtherForm> of(byte[] bytes) {
        FirstBytes first = new FirstBytes(bytes);
        return Arrays.stream(values()).filter(form -> first.begin(form.signs)).findFirst();
    }

    String inWords() {
        return name;
    }

    String help(String file) {
        return switch (this) {
            case PACKAGE ->
                "of a Word document, `holdfast draft " + file
                        + "` makes a Markdown document with its articles and numbers";
            case OLD_OFFICE, PDF, RICH_TEXT ->
                "open it in Word or LibreOffice, save it as .docx, and say `holdfast draft FILE.docx`";
        };
    }
}
