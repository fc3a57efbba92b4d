package holdfast.intake.form;

import holdfast.intake.text.UnreadableText;
import holdfast.language.diagnostic.Place;
import holdfast.language.document.FirstBytes;
import java.io.IOException;
import java.util.List;

/**
 * A form in which files of records come: its endings, how it is recognised, and its reader. Each is one class, with a
 * line in {@link FileForms}.
 */
public interface FileForm {
    /** What a file of this form is, such as {@code a table}. */
    String words();

    /** The same, for whoever gave something else. */
    default String wanted() {
        return words();
    }

    /**
     * The endings by which a file in a folder of records is taken for one of this form; in small letters, each with its
     * dot.
     */
    List<String> endings();

    /** Endings that say the form of a file that somebody names, though no folder is looked through for them. */
    default List<String> otherEndings() {
        return List.of();
    }

    /** @param name of the file, in small letters */
    boolean recognises(FirstBytes head, String name);

    /** Whether it is a text, in whichever letters. */
    default boolean isText() {
        return true;
    }

    /** What is counted in it. */
    default Place.Counted counted() {
        return Place.Counted.LINES;
    }

    /** Whether later rows may have further columns. */
    default boolean isOpen() {
        return false;
    }

    /**
     * The statements of a mapping about how a file is written that mean nothing for this form, by their first words.
     */
    List<String> meaningless();

    /** @throws UnreadableText if it cannot be read on; what is wrong with single rows is told, and reading goes on */
    void read(FileBeingRead file) throws IOException;
}
