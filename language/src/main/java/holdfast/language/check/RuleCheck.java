package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Basis;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements about clauses that are no clauses themselves. */
final class RuleCheck {
    private final Context context;
    private final PatternCheck patterns;
    private final ConditionCheck conditions;
    private final ExaminerCheck examiner;
    private final ReadinessCheck readiness;

    RuleCheck(Context context, PatternCheck patterns, ConditionCheck conditions) {
        this.context = context;
        this.patterns = patterns;
        this.conditions = conditions;
        this.examiner = new ExaminerCheck(context);
        this.readiness = new ReadinessCheck(context);
    }

    /** Empty if the statement is no rule, or if it is wrong and has been reported. */
    Optional<Rule> check(Stated stated, Reading reading) {
        Origin origin = stated.origin();
        return switch (stated.statement()) {
            case Statement.Confirms s -> confirms(s, reading, origin);
            case Statement.Attributes s -> attributes(s, reading, origin);
            case Statement.Corrects s -> corrects(s, reading, origin);
            case Statement.RulesOn s -> rulesOn(s, reading, origin);
            case Statement.AnswersFor s -> answersFor(s, reading, origin);
            case Statement.QuietGap s ->
                context.clauses(s.of()).map(of -> new Rule.QuietGap(reading, of, s.gap(), origin));
            case Statement.Evidence s -> evidence(s, reading, origin);
            case Statement.Accepts s -> examiner.accepts(s, reading, origin);
            case Statement.ForcesInArea s -> examiner.forcesInArea(s, reading, origin);
            case Statement.Readiness s -> readiness.check(s, stated, origin);
            case Statement.InForce s ->
                conditions.check(s.condition(), new Scope()).map(c -> new Rule.InForceWhile(reading, c, origin));
            default -> Optional.empty();
        };
    }

    private Optional<Rule> confirms(Statement.Confirms written, Reading reading, Origin origin) {
        Optional<ClauseRef> of = context.clauses(written.of());
        Optional<Rule.Silence> silence =
                written.silence().flatMap(s -> written.meaning().map(m -> new Rule.Silence(s, m)));
        boolean bodyIsGood = written.body().isEmpty() || isBody(written.body().get(), "confirms breaches");
        return bodyIsGood
                ? of.map(ref -> new Rule.Confirms(reading, written.body().map(Token::text), ref, silence, origin))
                : Optional.empty();
    }

    private boolean isBody(Token name, String what) {
        if (context.names.bodies.containsKey(name.text())) {
            return true;
        }
        if (context.names.kind(name.text()).isPresent()) {
            context.report(
                    Code.NOT_A_BODY,
                    name,
                    "`" + name.text() + "` is "
                            + context.names.kind(name.text()).get().words + "; only a body " + what,
                    "name a body, of one member if need be: `body Commission of " + name.text()
                            + ", decides by consensus`");
            return false;
        }
        context.unknown(
                Code.NOT_A_BODY,
                name,
                "there is no body",
                context.names.bodies.keySet(),
                "say what it is: `body " + name.text() + " of ..., decides by majority`");
        return false;
    }

    private Optional<Rule> attributes(Statement.Attributes written, Reading reading, Origin origin) {
        Token by = written.by();
        if (!context.names.canAct(by.text())) {
            patterns.unknownActor(by);
            return Optional.empty();
        }
        return Optional.of(new Rule.Attributes(reading, by.text(), origin));
    }

    private Optional<Rule> corrects(Statement.Corrects written, Reading reading, Origin origin) {
        Optional<String> by = source(written.by());
        List<String> of = new ArrayList<>();
        boolean good = by.isPresent();
        for (Token name : written.of()) {
            if (context.names.groups.containsKey(name.text())) {
                of.addAll(context.names.groups.get(name.text()).members());
                continue;
            }
            Optional<String> whose = source(name);
            whose.ifPresent(of::add);
            good &= whose.isPresent();
        }
        return good ? by.map(b -> new Rule.Corrects(reading, b, of, origin)) : Optional.empty();
    }

    /** Whose records they are: somebody whom the text declares, or in quotation marks a source as the records word it. */
    private Optional<String> source(Token written) {
        if (written.is(Token.Kind.TEXT)) {
            return Optional.of(written.content());
        }
        return isActor(written) ? Optional.of(written.text()) : Optional.empty();
    }

    private Optional<Rule> rulesOn(Statement.RulesOn written, Reading reading, Origin origin) {
        Token term = written.term();
        boolean known =
                context.names.undefined.containsKey(term.text()) || context.names.questions.containsKey(term.text());
        if (!known) {
            context.unknown(
                    Code.UNKNOWN_QUESTION,
                    term,
                    "the text has no open term and no question",
                    context.names.of(Names.Kind.UNDEFINED, Names.Kind.QUESTION),
                    "say what it is: `undefined " + term.text() + "`");
        }
        return isBody(written.body(), "rules on a term") && known
                ? Optional.of(new Rule.RulesOn(reading, written.body().text(), term.text(), origin))
                : Optional.empty();
    }

    private Optional<Rule> answersFor(Statement.AnswersFor written, Reading reading, Origin origin) {
        List<String> affiliates = new ArrayList<>();
        boolean good = isActor(written.principal());
        for (Token name : written.affiliates()) {
            if (context.names.groups.containsKey(name.text())) {
                affiliates.addAll(context.names.groups.get(name.text()).members());
            } else if (isActor(name)) {
                affiliates.add(name.text());
            } else {
                good = false;
            }
        }
        return good
                ? Optional.of(new Rule.AnswersFor(reading, written.principal().text(), affiliates, origin))
                : Optional.empty();
    }

    private boolean isActor(Token name) {
        if (!context.names.canAct(name.text())) {
            patterns.unknownActor(name);
            return false;
        }
        return true;
    }

    private Optional<Rule> evidence(Statement.Evidence written, Reading reading, Origin origin) {
        Set<Basis> kinds = EnumSet.noneOf(Basis.class);
        boolean good = true;
        for (Token kind : written.kinds()) {
            Optional<Basis> basis = basis(kind);
            basis.ifPresent(kinds::add);
            good &= basis.isPresent();
        }
        Optional<ClauseRef> of = context.clauses(written.of());
        return good ? of.map(ref -> new Rule.Evidence(reading, ref, kinds, origin)) : Optional.empty();
    }

    Optional<Basis> basis(Token written) {
        List<String> known = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            String word = basis.name().toLowerCase(Locale.ROOT);
            known.add(word);
            if (word.equals(written.text())) {
                return Optional.of(basis);
            }
        }
        context.report(
                Code.WRONG_TYPE,
                written,
                "`" + written.text() + "` is no kind of evidence",
                Suggestion.help(written.text(), known, "kinds are " + Suggestion.list(known)));
        return Optional.empty();
    }

    /** Reports a second statement of how long a breach lasts, or of what counts as evidence, for one clause and reading. */
    void rejectTwice(List<Rule> rules, Map<Rule, Stated> statements) {
        Map<String, List<Rule>> byReference = new HashMap<>();
        for (Rule rule : rules) {
            for (String reference : references(rule)) {
                byReference.computeIfAbsent(reference, k -> new ArrayList<>()).add(rule);
            }
        }
        for (Rule rule : rules) {
            for (String reference : references(rule)) {
                rejectTwice(rule, reference, byReference, statements);
            }
        }
    }

    /** A quiet gap of clauses that can only be missed, not broken by acts. */
    void warnOfGapsWithoutEffect(Map<Rule, Stated> statements, ClauseCheck clauses) {
        statements.forEach((rule, stated) -> {
            if (rule instanceof Rule.QuietGap gap && gap.of().ids().stream().noneMatch(clauses::hasProhibition)) {
                context.report(
                        Code.RULE_WITHOUT_EFFECT,
                        stated.place(),
                        "no clause of `" + gap.of() + "` is a prohibition, so nothing can end this way",
                        "leave it out, or name a prohibition");
            }
        });
    }

    private static List<String> references(Rule rule) {
        return switch (rule) {
            case Rule.QuietGap r -> r.of().ids().stream().map(id -> "gap " + id).toList();
            case Rule.Evidence r ->
                r.of().ids().stream().map(id -> "evidence " + id).toList();
            default -> List.of();
        };
    }

    /** The other rule may speak of the same clause or of the article around it. */
    private void rejectTwice(
            Rule rule, String reference, Map<String, List<Rule>> byReference, Map<Rule, Stated> statements) {
        int end = reference.length();
        while (end > 0) {
            for (Rule other : byReference.getOrDefault(reference.substring(0, end), List.of())) {
                Stated stated = statements.get(rule);
                Stated first = statements.get(other);
                if (stated == null || first == null || stated == first) {
                    continue;
                }
                boolean later = end < reference.length()
                        || rule.origin().line() > other.origin().line();
                if (later && ReadingCheck.overlap(rule.reading(), other.reading())) {
                    reportTwice(stated, first);
                    return;
                }
            }
            end = reference.lastIndexOf('.', end - 1);
        }
    }

    private void reportTwice(Stated second, Stated first) {
        boolean gap = second.statement() instanceof Statement.QuietGap;
        context.report(
                Code.RULE_TWICE,
                second.place(),
                (gap ? "how long such a breach lasts" : "what counts as evidence") + " is also said in line "
                        + first.first().line(),
                "say it once for each clause, or let the two name different clauses");
    }
}
