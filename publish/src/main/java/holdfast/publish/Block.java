package holdfast.publish;

import java.util.List;
import org.w3c.dom.Element;

/** What a page consists of, from top to bottom. */
sealed interface Block {
    record Heading(int level, List<Run> runs) implements Block {}

    /** Words by themselves. */
    record Paragraph(Kind kind, List<Run> runs) implements Block {
        enum Kind {
            PLAIN,
            SMALL,
            QUOTED,
            BOXED
        }
    }

    /**
     * @param depth in how many other lists its list stands
     * @param marked whether it has a bullet; what has a number of its own, or belongs to the item before, has none
     */
    record Item(int depth, boolean marked, List<Run> runs) implements Block {}

    /** @param columns their headings, perhaps empty */
    record Grid(List<List<Run>> columns, List<Row> rows) implements Block {}

    /** @param group whether it is a heading over the rows that follow */
    record Row(boolean group, List<Cell> cells) {}

    /** @param span over how many columns it goes */
    record Cell(boolean heading, int span, List<Run> runs) {}

    /** @param joined whether the next picture lies on this one without a gap */
    record Picture(Element svg, String label, boolean joined) implements Block {}

    record NewPage() implements Block {}
}
