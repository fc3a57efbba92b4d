package holdfast.drafting.word;

import holdfast.drafting.text.PlainText.Note;
import java.util.List;

/** A text from Word, read from the top to the bottom. */
public record WordText(List<WordBlock> blocks, List<Note> notes, Remarks remarks) {
    public WordText {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /**
     * @param file as problems shall name it
     * @throws UnreadableWord if the bytes are no text from Word
     */
    public static WordText read(String file, byte[] bytes, Changes changes) throws UnreadableWord {
        WordPackage parts = WordPackage.open(file, bytes);
        WordText text = new BodyReader(parts, changes).read();
        if (text.blocks().isEmpty()) {
            throw new UnreadableWord(
                    WordCode.NO_TEXT,
                    file,
                    "there is no text in the file",
                    "an agreement's text",
                    "if its pages are pictures, have them read into letters first");
        }
        return text;
    }
}
