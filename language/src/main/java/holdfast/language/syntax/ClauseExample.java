package holdfast.language.syntax;

import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.Optional;

/** A clause of the kind that stands here, in the names of the document; for whoever wrote one that cannot be read. */
record ClauseExample(Token id, Cursor cursor) {
    private static final int LONGEST = 200;

    String text() {
        Vocabulary names = cursor.vocabulary();
        int modal = at(0, Wording.MUST_NOT, Wording.MAY, Wording.MUST).orElse(-1);
        if (modal < 0) {
            return id.text() + " " + names.actor(0) + " must " + names.deed();
        }
        return id.text() + " " + beginning(modal) + who(modal) + " " + said(modal);
    }

    private Optional<Integer> at(int from, Wording... wordings) {
        for (int i = from; i < LONGEST && cursor.peek(i).isPresent(); i++) {
            for (Wording wording : wordings) {
                if (cursor.peek(i, wording)) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    /** What stands before the one who is bound. */
    private String beginning(int modal) {
        Vocabulary names = cursor.vocabulary();
        boolean condition = cursor.peek(0, Wording.IF) || cursor.peek(0, Wording.UNLESS);
        if (cursor.peek(0, Wording.WHILE) && names.hasState()) {
            return "while " + names.state() + ", ";
        }
        if (modal > 0 && condition && !isPower(modal)) {
            return "if " + names.event() + " has happened, ";
        }
        return modal > 0 && cursor.peek(0, Wording.ON) && !isPower(modal) ? "on " + names.event() + ", " : "";
    }

    private boolean isPower(int modal) {
        return cursor.peek(modal + 1)
                        .filter(t -> t.text().matches("suspend|resume|terminate|extend|excuse"))
                        .isPresent()
                && (cursor.peekClauseId(modal + 2) || cursor.peek(modal + 2, Wording.CLAUSE_NOUN));
    }

    /** The one whom the clause names, where one word does. */
    private String who(int modal) {
        boolean one = modal > 0
                && cursor.peek(modal - 1)
                        .filter(t -> cursor.vocabulary().isActor(t.text()))
                        .isPresent();
        return one ? cursor.peek(modal - 1).orElseThrow().text() : "each party";
    }

    private String said(int modal) {
        Vocabulary names = cursor.vocabulary();
        if (isPower(modal)) {
            String over = cursor.peekClauseId(modal + 2)
                    ? cursor.peek(modal + 2).orElseThrow().text()
                    : "...";
            return "may " + cursor.peek(modal + 1).orElseThrow().text() + " " + over + " with " + names.deed();
        }
        if (cursor.peek(modal, Wording.MUST_NOT) || cursor.peek(0, Wording.NONE)) {
            return "must not " + names.misdeed();
        }
        if (cursor.peek(modal, Wording.MAY)) {
            return "may " + names.deed();
        }
        boolean keeps = cursor.peek(modal + 1, Wording.KEEP) && !cursor.peekKind(modal + 2, Kind.OPEN);
        if (keeps && names.hasState()) {
            return "must keep " + names.state();
        }
        return "must " + names.deed() + " within 24 hours" + (modal > 1 ? "" : " of " + names.event());
    }
}
