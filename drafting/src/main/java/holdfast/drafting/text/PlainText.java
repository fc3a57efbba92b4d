package holdfast.drafting.text;

import java.util.List;

/**
 * A text: what a reader sees from the top to the bottom. Numbers of articles and paragraphs are words of it, as they are printed; nothing is numbered by a machine.
 *
 * @param notes the footnotes, in the order in which their marks stand
 */
public record PlainText(List<Block> blocks, List<Note> notes) {
    public PlainText {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /**
     * A footnote, or a note at the end of the text.
     *
     * @param label by which its mark calls it: a number; of notes at the end, {@code end} and a number
     */
    public record Note(String label, List<Span> words) {
        /** How labels of notes at the end begin. */
        public static final String AT_END = "end";

        public Note {
            words = List.copyOf(words);
        }

        public boolean isAtEnd() {
            return label.startsWith(AT_END);
        }
    }
}
