package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Drawing;
import java.util.List;
import java.util.Optional;

/**
 * A form in which maps come: its endings, how it is recognised, and its reader. Each is one class, with a line in
 * {@link MapForms}.
 *
 * @param endings by which a file in a folder or an archive is taken for a map; without a dot
 * @param sharedEndings endings that other files have as well: in a folder, such a file counts if it begins as a map
 *     does
 * @param parts the endings of files that belong to one of this form and lie beside it
 */
record MapForm(List<String> endings, List<String> sharedEndings, List<String> parts, Reader reader) {
    /** Recognises a file by what is in it, and reads it. */
    @FunctionalInterface
    interface Reader {
        /** Empty if it is of another form. */
        Optional<Drawing> read(MapContent content);
    }

    static MapForm of(List<String> endings, Reader reader) {
        return new MapForm(endings, List.of(), List.of(), reader);
    }
}
