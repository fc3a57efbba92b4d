package holdfast.language.document;

import holdfast.language.diagnostic.Place;
import java.util.List;

/**
 * A fenced block of statements, or a scenario.
 *
 * @param info what follows the word {@code holdfast} or {@code scenario} on the opening line
 * @param article index of the article it stands in, counted over all documents of the agreement
 * @param fenceLine one-based line of the opening fence
 * @param closingLine one-based line of the closing fence
 * @param lines the lines between the fences that are not blank
 */
public record FormalBlock(
        Kind kind,
        String info,
        SourceText source,
        int article,
        String heading,
        int fenceLine,
        int closingLine,
        List<Line> lines) {
    public enum Kind {
        HOLDFAST,
        SCENARIO
    }

    /**
     * @param number one-based line in the file
     * @param column one-based column at which the block's own text begins, behind the marks of a list or quotation
     */
    public record Line(int number, int column) {}

    public FormalBlock {
        lines = List.copyOf(lines);
    }

    public Place.InText place(int line, int column, int length) {
        return new Place.InText(source.file(), heading, line, column, length, source.line(line));
    }

    public Place.InText fence() {
        return place(fenceLine, 1, Math.max(1, source.line(fenceLine).length()));
    }
}
