package holdfast.drafting.word;

import holdfast.drafting.text.Block;
import holdfast.drafting.text.Span;
import java.util.List;
import java.util.Optional;

/** A block of a text from Word, with what Word says of it. */
public sealed interface WordBlock {
    /** Its number among the paragraphs of the text, from 1; of a table that of its first. */
    long number();

    /**
     * @param words with the number that Word prints before them
     * @param outline the level in the outline, from 0; empty for plain text
     * @param title whether it is the title of the whole
     * @param listLevel the level in a list that Word numbers, from 0; empty where it numbers nothing
     * @param setApart whether all of it is bold, in capitals or centred
     */
    record Paragraph(
            long number,
            List<Span> words,
            Optional<Integer> outline,
            boolean title,
            Optional<Integer> listLevel,
            boolean setApart)
            implements WordBlock {}

    record Table(long number, Block.Table table) implements WordBlock {}
}
