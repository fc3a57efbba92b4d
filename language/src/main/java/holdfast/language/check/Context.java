package holdfast.language.check;

import holdfast.language.check.written.ClauseIndex;
import holdfast.language.check.written.Literals;
import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.given.Findings;
import holdfast.language.model.ClauseRef;
import holdfast.language.syntax.token.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every check needs: the names, the clauses, the literals, and where to report. */
final class Context {
    final Diagnostics diagnostics;
    final Findings findings;
    final Names names;
    final Literals literals;
    final ClauseIndex clauses = new ClauseIndex();

    /** By file: the prefix of an annex's clauses, such as {@code protocol.}; empty for the agreement itself. */
    final Map<String, String> prefixes = new HashMap<>();

    /** By file: whether the first day counts; absent where the document does not say. */
    final Map<String, Boolean> daysIncludeFirst = new HashMap<>();

    private String mainFile = "";

    Context(Findings findings, Diagnostics diagnostics) {
        this.findings = findings;
        this.diagnostics = diagnostics;
        this.names = new Names(diagnostics);
        this.literals = new Literals(diagnostics);
    }

    void mainFile(String file) {
        mainFile = file;
    }

    void report(Code code, Place at, String message, String help) {
        diagnostics.report(code, at, message, help);
    }

    void report(Code code, Token at, String message, String help) {
        diagnostics.report(code, at.place(), message, help);
    }

    /** An unknown name; silent where the name stands in a statement that could not be read. */
    void unknown(Code code, Token name, String what, Collection<String> known, String otherwise) {
        if (!names.isBroken(name.text()) && !diagnostics.isFull()) {
            Optional<String> alike =
                    known.stream().filter(k -> LookAlike.same(k, name.text())).findFirst();
            String help = alike.map(
                            k -> "there is `" + k + "`, which looks the same: " + LookAlike.difference(name.text(), k))
                    .orElseGet(() -> Suggestion.help(name.text(), known, otherwise));
            report(code, name, what + " `" + name.text() + "`", help);
        }
    }

    String prefix(Token token) {
        return prefixes.getOrDefault(token.block().source().file(), "");
    }

    /** How the document counts days. */
    Optional<Boolean> daysIncludeFirst(Token token) {
        Boolean own = daysIncludeFirst.get(token.block().source().file());
        return Optional.ofNullable(own != null ? own : daysIncludeFirst.get(mainFile));
    }

    /** The clause or article that is meant: an annex speaks first of its own. Empty, and reported, if there is none. */
    Optional<String> clause(Token written) {
        String own = prefix(written) + written.text();
        if (clauses.isKnown(own)) {
            return Optional.of(own);
        }
        if (clauses.isKnown(written.text())) {
            return Optional.of(written.text());
        }
        if (names.isBrokenClause(written.text())) {
            return Optional.empty();
        }
        unknown(
                Code.UNKNOWN_CLAUSE,
                written,
                "there is no clause or article",
                clauses.ids(),
                "an article can be named only if it has clauses");
        return Optional.empty();
    }

    Optional<ClauseRef> clauses(List<Token> written) {
        List<String> ids = new ArrayList<>();
        boolean complete = true;
        for (Token token : written) {
            Optional<String> id = clause(token);
            id.ifPresent(ids::add);
            complete &= id.isPresent();
        }
        return complete ? Optional.of(new ClauseRef(ids)) : Optional.empty();
    }

    /** A day to count from when an example is needed. */
    static final LocalDate EXAMPLE = LocalDate.of(2026, 3, 1);
}
