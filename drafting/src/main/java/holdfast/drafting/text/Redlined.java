package holdfast.drafting.text;

import holdfast.drafting.text.PlainText.Note;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text with what was changed in it: what was taken out and what was put in stand beside what stayed. A text in which nothing was changed is one too.
 *
 * @param notes of both texts; their labels are unlike each other
 */
public record Redlined(List<Part> parts, List<Note> notes) {
    public Redlined {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /** Whether something is in both texts, or only in one. */
    public enum Change {
        KEPT,
        PUT_IN,
        TAKEN_OUT
    }

    /** Spans, all of them kept, put in or taken out. */
    public record Piece(Change change, List<Span> words) {
        public Piece {
            words = List.copyOf(words);
        }
    }

    /** What stands on lines of its own. The change is that of the block as a whole; in one that is kept, pieces may be changed. */
    public sealed interface Part {
        Change change();
    }

    /**
     * A heading or paragraph.
     *
     * @param level of a heading, 1 to 6; 0 of a paragraph
     */
    public record Line(Change change, int level, List<Piece> pieces) implements Part {
        public Line {
            pieces = List.copyOf(pieces);
        }
    }

    /** A table: rows of cells, each of which is pieces. */
    public record Table(Change change, List<List<List<Piece>>> rows) implements Part {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A text in which nothing was changed. */
    public static Redlined unchanged(PlainText text) {
        return new Redlined(
                text.blocks().stream()
                        .map(b -> whole(b, Change.KEPT, UnaryOperator.identity()))
                        .toList(),
                text.notes());
    }

    /**
     * A block that is as a whole kept, put in or taken out.
     *
     * @param words makes of its words those that stand there, such as with other marks of notes
     */
    public static Part whole(Block block, Change change, UnaryOperator<List<Span>> words) {
        return switch (block) {
            case Block.Heading h -> new Line(change, h.level(), List.of(new Piece(change, words.apply(h.words()))));
            case Block.Paragraph p -> new Line(change, 0, List.of(new Piece(change, words.apply(p.words()))));
            case Block.Table t ->
                new Table(
                        change,
                        t.rows().stream()
                                .map(row -> row.stream()
                                        .map(c -> List.of(new Piece(change, words.apply(c.words()))))
                                        .toList())
                                .toList());
        };
    }
}
