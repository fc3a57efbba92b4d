package holdfast.language.format;

import holdfast.language.syntax.token.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a word stands: the same words, cut twice, are different objects. */
record Spot(int line, int column) {
    static Spot of(Token token) {
        return new Spot(token.line(), token.column());
    }

    static Map<Spot, Integer> positions(List<Token> tokens) {
        Map<Spot, Integer> positions = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            positions.put(of(tokens.get(i)), i);
        }
        return positions;
    }
}
