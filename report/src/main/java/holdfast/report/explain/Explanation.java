package holdfast.report.explain;

import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a verdict is what it is.
 *
 * @param head what was found and how it stands, without the days, which hang on how the text is read
 * @param sentences the derivation in words, in the order of reading; each ends with a full stop
 * @param tree the same as steps and what they rest on
 */
public record Explanation(Verdict verdict, String head, List<String> sentences, Reason tree) {
    /** How a sentence about records begins. */
    static final String ON_RECORD = "On record";

    /** How the sentence begins that quotes the article. */
    static final String ARTICLE = "The article, ";

    /** How the sentence begins that says the clause. */
    static final String CLAUSE = "The clause is ";

    /** How the sentence begins that says under which reading it is so. */
    static final String READ_SO = "This is so ";

    public Explanation {
        sentences = List.copyOf(sentences);
    }

    /** All of it as one paragraph, on one line. */
    public String paragraph() {
        return String.join(" ", sentences);
    }

    /** The quotation of the article; empty where it has no words. */
    public Optional<String> article() {
        return sentences.stream().filter(s -> s.startsWith(ARTICLE)).findFirst();
    }

    /** What it says beside the article, the clause and the records: for where these stand already. */
    public List<String> reasons() {
        return sentences.stream()
                .filter(s -> !s.startsWith(ON_RECORD) && !s.startsWith(ARTICLE) && !s.startsWith(CLAUSE))
                .toList();
    }

    /** What of it says which records it rests on. */
    public List<String> onRecord() {
        return sentences.stream().filter(s -> s.startsWith(ON_RECORD)).toList();
    }

    /** The tree drawn with lines, at most {@code width} columns wide where words allow. */
    public String tree(int width) {
        List<String> lines = new ArrayList<>();
        draw(tree, "", "", width, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void draw(Reason reason, String first, String rest, int width, List<String> lines) {
        boolean parts = !reason.parts().isEmpty();
        String lead = first;
        for (String line : wrap(reason.text(), Math.max(20, width - rest.length()))) {
            lines.add(lead + line);
            lead = rest + (parts ? "│  " : "   ");
        }
        for (int i = 0; i < reason.parts().size(); i++) {
            boolean last = i == reason.parts().size() - 1;
            draw(reason.parts().get(i), rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "), width, lines);
        }
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width - 3) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
