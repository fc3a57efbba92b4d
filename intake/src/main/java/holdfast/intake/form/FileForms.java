package holdfast.intake.form;

import holdfast.language.diagnostic.Place;
import holdfast.language.document.FirstBytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of files that are read. What is recognised only to be refused stands in {@link UnreadForms}. */
public final class FileForms {
    /** What no other form takes for its own. */
    private static final FileForm TABLE = new Table();

    /** In the order in which they are named, and asked whether a file is theirs. */
    private static final List<FileForm> ALL = List.of(TABLE, new WorkbookFile(), new JsonLines(), new Json());

    private FileForms() {}

    static FileForm of(FirstBytes head, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(f -> f.recognises(head, lower)).findFirst().orElse(TABLE);
    }

    /** What its name says that a file is; empty where the name says nothing. */
    private static Optional<FileForm> named(String name) {
        return ALL.stream()
                .filter(f -> Stream.concat(f.endings().stream(), f.otherEndings().stream())
                        .anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                .findFirst();
    }

    /** What is counted in a file of that name. */
    public static Place.Counted counted(String name) {
        return named(name).map(FileForm::counted).orElse(Place.Counted.LINES);
    }

    /** @param number of the line or row; 0 and no column: the whole file */
    public static Place place(String file, long number, String column) {
        return Place.inTable(file, counted(file), number, column);
    }

    /** Whether later rows of a file of that name may have further columns. */
    public static boolean areOpen(String name) {
        return named(name).map(FileForm::isOpen).orElse(false);
    }

    /** The endings by which files in a folder are taken for records, each with its dot. */
    public static List<String> endings() {
        return ALL.stream().flatMap(f -> f.endings().stream()).toList();
    }

    /** What is read, for whoever gave something else. */
    static String wanted() {
        List<String> forms = ALL.stream().map(FileForm::wanted).distinct().toList();
        return String.join(", ", forms.subList(0, forms.size() - 1)) + " or " + forms.getLast();
    }
}
