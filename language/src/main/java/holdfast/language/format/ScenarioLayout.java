package holdfast.language.format;

import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.FormalBlock;
import holdfast.language.syntax.ScenarioLine;
import holdfast.language.syntax.ScenarioParser;
import holdfast.language.syntax.token.Lexer;
import holdfast.language.syntax.token.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scenarios: labels in one column, times in the next, and what is expected indented below its moment. */
final class ScenarioLayout {
    private static final String EXPECTED = "  ";

    /** {@code 2026-03-01 10:00}. */
    private static final int TIME = 16;

    private final List<Token> tokens;
    private final Map<Spot, ScenarioLine> firsts = new HashMap<>();
    private final Lines lines = new Lines();
    private final int column;

    private ScenarioLayout(List<Token> tokens, List<ScenarioLine> scenario) {
        this.tokens = tokens;
        scenario.forEach(l -> firsts.put(Spot.of(l.first()), l));
        this.column = scenario.stream()
                .filter(ScenarioLayout::isLabelled)
                .mapToInt(l -> l.first().text().length() + 2)
                .max()
                .orElse(0);
    }

    private static boolean isLabelled(ScenarioLine line) {
        return line instanceof ScenarioLine.Observed o
                && !o.correction()
                && o.label().isPresent();
    }

    static Optional<List<String>> of(FormalBlock block) {
        List<Token> tokens = Lexer.tokens(block, new Diagnostics());
        return ScenarioParser.wellFormed(block).map(s -> new ScenarioLayout(tokens, s).layout());
    }

    /** Where lines begin, as positions among the words. */
    static List<Integer> boundaries(FormalBlock block) {
        List<Token> tokens = Lexer.tokens(block, new Diagnostics());
        Map<Spot, Integer> positions = Spot.positions(tokens);
        return ScenarioParser.wellFormed(block).orElse(List.of()).stream()
                .map(l -> positions.getOrDefault(Spot.of(l.first()), -1))
                .toList();
    }

    private List<String> layout() {
        int at = 0;
        int lastLine = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (lastLine > 0 && token.line() > lastLine + 1) {
                lines.blank();
            }
            int end = endOf(at);
            ScenarioLine line = firsts.get(Spot.of(token));
            if (line == null) {
                lines.begin("", "");
                lines.comment(token, false);
                end = at + 1;
            } else {
                write(line, tokens.subList(at, end));
            }
            lastLine = tokens.get(end - 1).line();
            at = end;
        }
        return lines.finished();
    }

    /** Up to the next line, or to a comment that stands between the two. */
    private int endOf(int start) {
        int end = start + 1;
        while (end < tokens.size() && !firsts.containsKey(Spot.of(tokens.get(end)))) {
            end++;
        }
        int last = end;
        while (last > start + 1
                && tokens.get(last - 1).is(Token.Kind.COMMENT)
                && tokens.get(last - 1).startsLine()) {
            last--;
        }
        return last;
    }

    private void write(ScenarioLine line, List<Token> words) {
        switch (line) {
            case ScenarioLine.Observed l when !l.correction() -> observed(l, words);
            case ScenarioLine.Expected ignored -> plain(EXPECTED, words);
            default -> plain("", words);
        }
    }

    private void plain(String margin, List<Token> words) {
        lines.begin(margin, margin + "    ");
        lines.flow(words);
    }

    private void observed(ScenarioLine.Observed line, List<Token> words) {
        boolean labelled = line.label().isPresent();
        String label = labelled ? line.first().written() + ":" : "";
        List<Token> rest = words.subList(labelled ? 2 : 0, words.size());
        StringBuilder head = new StringBuilder(label + " ".repeat(column - label.length()));
        int at = 0;
        int start = head.length();
        while (!Spot.of(rest.get(at)).equals(Spot.of(line.event().name()))
                && !rest.get(at).is(Token.Kind.COMMENT)) {
            head.append(at == 0 ? "" : " ").append(rest.get(at).written());
            at++;
        }
        head.append(" ".repeat(Math.max(0, TIME - (head.length() - start)))).append("  ");
        lines.begin(head.toString(), " ".repeat(column) + "    ");
        lines.flow(rest.subList(at, rest.size()));
    }
}
