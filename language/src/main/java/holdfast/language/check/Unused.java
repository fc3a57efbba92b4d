package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.given.Part;
import holdfast.language.syntax.Mentions;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.ScenarioLine;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Warns of what is declared and never used: often a misspelling elsewhere, or a clause that was forgotten. Not of events and definitions: records
 * and rival counts may be kept of what no clause turns on.
 */
final class Unused {
    private static final Set<Names.Kind> KINDS = EnumSet.of(
            Names.Kind.STATE,
            Names.Kind.LEVEL,
            Names.Kind.ZONE,
            Names.Kind.UNDEFINED,
            Names.Kind.GROUP,
            Names.Kind.QUESTION);

    private final Set<String> used = new HashSet<>();

    private Unused() {}

    static void check(List<Part> parts, Context context) {
        Unused unused = new Unused();
        for (Part part : parts) {
            part.statements().forEach(unused::use);
            part.scenarios().forEach(s -> s.lines().forEach(unused::use));
        }
        for (Part part : parts) {
            part.statements().forEach(s -> unused.declared(s, context));
        }
    }

    private void use(Stated stated) {
        stated.answers().forEach(a -> used.add(a.question().text()));
        Mentions.of(stated.statement()).names().forEach(t -> used.add(t.text()));
    }

    private void use(ScenarioLine line) {
        switch (line) {
            case ScenarioLine.Observed l -> used.add(l.event().name().text());
            case ScenarioLine.Found l -> used.add(l.first().text());
            case ScenarioLine.Expected l ->
                l.answers().forEach(a -> used.add(a.question().text()));
            case ScenarioLine.Attributed ignored -> {}
            case ScenarioLine.Withdrawn ignored -> {}
            case ScenarioLine.Moment ignored -> {}
        }
    }

    private void declared(Stated stated, Context context) {
        switch (stated.statement()) {
            case Statement.StateBegins s -> warn(s.name(), context);
            case Statement.StateIs s -> warn(s.name(), context);
            case Statement.Term s -> warn(s.name(), context);
            case Statement.Define s when s.derivation() instanceof Phrase.Latest -> warn(s.name(), context);
            case Statement.ZoneFromFile s -> warn(s.name(), context);
            case Statement.ZoneNotPublic s -> warn(s.name(), context);
            case Statement.ZoneEdge s -> warn(s.name(), context);
            case Statement.ZoneAround s -> warn(s.name(), context);
            case Statement.ZoneWide s -> warn(s.name(), context);
            case Statement.Undefined s -> warn(s.name(), context);
            case Statement.Group s -> warn(s.name(), context);
            case Statement.Question s -> warn(s.name(), context);
            default -> {}
        }
    }

    private void warn(Token name, Context context) {
        Optional<Names.Kind> kind = context.names.kind(name.text()).filter(KINDS::contains);
        if (kind.isPresent() && !used.contains(name.text()) && !context.names.isBroken(name.text())) {
            context.report(
                    Code.UNUSED,
                    name,
                    "`" + name.text() + "` is named here, and nothing in the text says it again",
                    kind.get() == Names.Kind.STATE
                            ? "if the whole text holds for so long, say `in force while " + name.text()
                                    + "`; of single clauses say `while " + name.text()
                                    + ", ...`; otherwise leave it out"
                            : "use it in a clause, or leave it out");
        }
    }
}
