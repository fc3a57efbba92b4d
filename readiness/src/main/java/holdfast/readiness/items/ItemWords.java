package holdfast.readiness.items;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a list of items, cut out of the fenced blocks of its Markdown document. */
final class ItemWords {
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        COMMA,
        /** A text that does not end, or a sign that means nothing. */
        WRONG,
        END
    }

    /** @param column one-based */
    record Word(Kind kind, String text, int line, int column) {
        boolean is(String word) {
            return kind == Kind.WORD && text.equals(word);
        }
    }

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})\\s*(\\S*).*");
    private static final Pattern WORD = Pattern.compile("\\s+|--.*"
            + "|(?<text>[\"“”„](?<inside>[^\"“”„]*)[\"“”„])"
            + "|(?<number>-?[0-9][0-9_]*(?:\\.[0-9]+)?)(?![\\p{L}])"
            + "|(?<word>[\\p{L}%][\\p{L}\\p{M}0-9_./²³-]*)"
            + "|(?<comma>,)"
            + "|(?<wrong>[\"“”„].*|.)");

    private final List<Word> words = new ArrayList<>();
    private boolean anyBlock;

    private ItemWords() {}

    /** Ends with an {@link Kind#END}; empty where the document has no block of items. */
    static List<Word> of(List<String> lines) {
        ItemWords all = new ItemWords();
        all.read(lines);
        return all.anyBlock ? all.words : List.of();
    }

    private void read(List<String> lines) {
        String fence = "";
        boolean items = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher mark = FENCE.matcher(line);
            if (fence.isEmpty() && mark.matches()) {
                fence = mark.group(1);
                items = mark.group(2).equals("items");
                anyBlock |= items;
            } else if (!fence.isEmpty() && line.strip().matches(Pattern.quote(fence) + "[`~]*")) {
                fence = "";
            } else if (!fence.isEmpty() && items) {
                cut(line, i + 1);
            }
        }
        words.add(new Word(Kind.END, "", Math.max(1, lines.size()), 1));
    }

    private void cut(String line, int number) {
        Matcher at = WORD.matcher(line);
        while (at.find()) {
            int column = at.start() + 1;
            if (at.group("text") != null) {
                words.add(new Word(Kind.TEXT, at.group("inside").strip(), number, column));
            } else if (at.group("number") != null) {
                words.add(new Word(Kind.NUMBER, at.group("number").replace("_", ""), number, column));
            } else if (at.group("word") != null) {
                words.add(new Word(Kind.WORD, at.group("word"), number, column));
            } else if (at.group("comma") != null) {
                words.add(new Word(Kind.COMMA, ",", number, column));
            } else if (at.group("wrong") != null) {
                words.add(new Word(Kind.WRONG, at.group("wrong"), number, column));
            }
        }
    }
}
