package holdfast.language.format;

import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.List;
import java.util.Set;

/** Which words stand close together. */
final class Spacing {
    /** Behind these an opening bracket groups conditions; behind any other word it opens a list of values. */
    private static final Set<String> BEFORE_GROUPS =
            Set.of("and", "or", "not", "while", "if", "provided", "where", "is", "keep", "unless");

    private Spacing() {}

    static String joined(List<Token> tokens) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            joined.append(i == 0 ? "" : between(tokens.get(i - 1), tokens.get(i)))
                    .append(tokens.get(i).written());
        }
        return joined.toString();
    }

    static String between(Token left, Token right) {
        if (right.is(Kind.COMMENT)) {
            return "  ";
        }
        if (right.is(Kind.COMMA) || right.is(Kind.CLOSE) || right.is(Kind.COLON) || left.is(Kind.OPEN)) {
            return "";
        }
        boolean opensValues = right.is(Kind.OPEN) && left.is(Kind.WORD) && !BEFORE_GROUPS.contains(left.text());
        return opensValues ? "" : " ";
    }
}
