package holdfast.intake.form;

/** What a file turned out to be. */
public enum FileForm {
    TABLE("a table"),
    WORKBOOK("a workbook"),
    JSON("JSON");

    private final String words;

    FileForm(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
