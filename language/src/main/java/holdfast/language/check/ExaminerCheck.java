package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Group;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements that are for the examiner alone: which of its findings are accepted, and who is armed in the area. */
final class ExaminerCheck {
    private final Context context;

    ExaminerCheck(Context context) {
        this.context = context;
    }

    Optional<Rule> accepts(Statement.Accepts written, Reading reading, Origin origin) {
        Set<String> codes = new LinkedHashSet<>();
        boolean good = true;
        for (Token code : written.codes()) {
            good &= isFinding(code) && isNew(code, codes);
        }
        String reason = written.reason().content().strip();
        if (reason.isEmpty()) {
            context.report(
                    Code.NO_REASON,
                    written.reason(),
                    "the reason is empty",
                    "say why: `because \"the parties want it open\"`");
            good = false;
        }
        if (written.of().isEmpty()) {
            return accepted(good, reading, codes, Optional.empty(), reason, origin);
        }
        Optional<ClauseRef> of = context.clauses(written.of());
        return accepted(good && of.isPresent(), reading, codes, of, reason, origin);
    }

    private static Optional<Rule> accepted(
            boolean good, Reading reading, Set<String> codes, Optional<ClauseRef> of, String reason, Origin origin) {
        return good ? Optional.of(new Rule.Accepts(reading, List.copyOf(codes), of, reason, origin)) : Optional.empty();
    }

    private boolean isFinding(Token code) {
        if (context.findings.has(code.text())) {
            return true;
        }
        context.report(
                Code.UNKNOWN_FINDING,
                code,
                "there is no finding `" + code.text() + "`",
                context.findings
                        .meantBy(code.text())
                        .map(meant -> "did you mean `" + meant + "`?")
                        .orElseGet(context.findings::words));
        return false;
    }

    Optional<Rule> forcesInArea(Statement.ForcesInArea written, Reading reading, Origin origin) {
        Set<String> actors = new LinkedHashSet<>();
        boolean good = true;
        for (Token name : written.names()) {
            Group group = context.names.groups.get(name.text());
            if (group != null) {
                actors.addAll(group.members());
            } else {
                good &= mayHaveForces(name) && isNew(name, actors);
            }
        }
        return good ? Optional.of(new Rule.ForcesInArea(reading, List.copyOf(actors), origin)) : Optional.empty();
    }

    private boolean mayHaveForces(Token name) {
        if (context.names.actors.containsKey(name.text())) {
            return true;
        }
        Optional<Names.Kind> kind = context.names.kind(name.text());
        if (kind.isPresent()) {
            context.report(
                    Code.NO_FORCES,
                    name,
                    "`" + name.text() + "` is " + kind.get().words + ", and has no forces",
                    "name a party, a guarantor, an actor or a group of them");
        } else {
            context.unknown(
                    Code.UNKNOWN_ACTOR,
                    name,
                    "there is no party, guarantor, actor or group",
                    context.names.of(Names.Kind.ACTOR, Names.Kind.GROUP),
                    "say what it is: `actor " + name.text() + "`");
        }
        return false;
    }

    private boolean isNew(Token name, Set<String> seen) {
        if (seen.add(name.text())) {
            return true;
        }
        context.report(Code.LISTED_TWICE, name, "`" + name.text() + "` is named twice", "name it once");
        return false;
    }
}
