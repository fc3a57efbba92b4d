package holdfast.drafting.text;

import java.util.List;

/** A part of a text that stands on lines of its own. */
public sealed interface Block {
    /**
     * A heading, its number among its words.
     *
     * @param level 1 the title of the whole, 2 and more the parts of it; at most 6
     */
    record Heading(int level, List<Span> words) implements Block {
        public static final int DEEPEST = 6;

        public Heading {
            words = List.copyOf(words);
        }
    }

    /** A paragraph, its number or the sign before it among its words. */
    record Paragraph(List<Span> words) implements Block {
        public Paragraph {
            words = List.copyOf(words);
        }
    }

    /** Rows of cells; the first row is the head. All rows have as many cells as the longest. */
    record Table(List<List<Cell>> rows) implements Block {
        public Table {
            int width = rows.stream().mapToInt(List::size).max().orElse(0);
            rows = rows.stream().map(r -> widened(r, width)).toList();
        }

        private static List<Cell> widened(List<Cell> row, int width) {
            List<Cell> wide = new java.util.ArrayList<>(row);
            while (wide.size() < width) {
                wide.add(new Cell(List.of()));
            }
            return List.copyOf(wide);
        }
    }

    /** What stands in a cell; its paragraphs are parted by {@link Span.Break}. */
    record Cell(List<Span> words) {
        public Cell {
            words = List.copyOf(words);
        }
    }
}
