package holdfast.language.check;

import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Term;
import holdfast.language.model.ValueType;
import holdfast.language.sentence.Readable;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The use of a power that is hedged with `if`, `unless` or `while`: an act of its own, defined as the act of the power where the condition holds (semantics,
 * section 8). Its name has a space in it, so that no text can declare another by that name.
 */
final class UseOfPower {
    private UseOfPower() {}

    /** What is asked of each use. */
    static Optional<Phrase.Condition> condition(Statement.Clause written) {
        List<Phrase.Condition> all = new ArrayList<>();
        written.whileTrue().ifPresent(all::add);
        written.trigger().flatMap(UseOfPower::breach).ifPresent(all::add);
        written.guard().ifPresent(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.size() == 1 ? all.getFirst() : new Phrase.And(all));
    }

    /** {@code on a breach of 2}, {@code if North breaches 2}: that it is breached. Empty for what is no condition. */
    static Optional<Phrase.Condition> breach(Phrase.Trigger trigger) {
        if (!(trigger instanceof Phrase.OnBreach on) || on.confirmed()) {
            return Optional.empty();
        }
        Optional<Phrase.Term> by = on.by().map(UseOfPower::breacher);
        List<Phrase.Condition> any = new ArrayList<>();
        on.of().forEach(id -> any.add(new Phrase.ClauseIs(id, false, by)));
        return Optional.of(any.size() == 1 ? any.getFirst() : new Phrase.Or(any));
    }

    private static Phrase.Term breacher(Phrase.Term by) {
        Token token = by.token();
        boolean other = token.is(Token.Kind.VARIABLE) && token.written().contains(" ");
        return other ? new Phrase.Term(token.spanning(Token.Kind.VARIABLE, Phrase.OTHER, token)) : by;
    }

    static Definition definition(
            String clause, Reading reading, Duty.Effect effect, EventType act, Pattern with, Condition condition) {
        List<Attribute> attributes = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        List<Pattern.Argument> arguments = new ArrayList<>(with.arguments());
        for (Pattern.Argument argument : with.arguments()) {
            if (argument.term() instanceof Term.Variable(String variable) && !variables.contains(variable)) {
                variables.add(variable);
                act.attribute(argument.attribute()).ifPresent(attributes::add);
            }
        }
        if (effect == Duty.Effect.EXTEND) {
            act.attributes().stream()
                    .filter(a ->
                            a.type() == ValueType.DATE && with.term(a.name()).isEmpty())
                    .forEach(a -> {
                        variables.add("_" + a.name());
                        attributes.add(a);
                        arguments.add(new Pattern.Argument(a.name(), new Term.Variable("_" + a.name())));
                    });
        }
        EventType use =
                new EventType(with.event() + Definition.USE + clause, attributes, Optional.empty(), false, Origin.NONE);
        Pattern pattern = new Pattern(with.event(), arguments, with.origin());
        return new Definition(use, variables, reading, new Definition.Select(List.of(pattern), condition));
    }

    /** The use, in place of the act by which it is made. */
    static Pattern of(Definition use, Pattern with) {
        List<Pattern.Argument> arguments = new ArrayList<>();
        for (Attribute attribute : use.type().attributes()) {
            with.term(attribute.name()).ifPresent(t -> arguments.add(new Pattern.Argument(attribute.name(), t)));
        }
        return new Pattern(use.name(), arguments, with.origin());
    }

    /** What to say instead, where only somebody's finding can settle whether the power may be used. */
    static String found(Statement.Clause written, Names names) {
        String body = names.bodies.keySet().stream()
                .findFirst()
                .map(b -> "by " + b + ", ")
                .orElse("");
        return "let the breach be found, which is an act: `event find_breach(by: party, of: party)`, and `"
                + written.id().text() + "  " + bearer(written.bearer()) + " may " + power(written.duty())
                + " if find_breach(" + body + "of the other party) has happened`";
    }

    private static String power(Phrase.Duty duty) {
        if (!(duty instanceof Phrase.Power power)) {
            return "";
        }
        String over = power.over().stream().map(Token::text).collect(Collectors.joining(", "));
        return power.at().text() + " " + over
                + power.with()
                        .map(c -> " with " + c.name().text())
                        .or(() -> power.decision().map(d -> " by decision " + d.text()))
                        .orElse("");
    }

    private static String bearer(Phrase.Bearer bearer) {
        return switch (bearer) {
            case Phrase.Names b ->
                Readable.list(b.names().stream().map(Token::text).toList(), "and");
            case Phrase.EachOf b -> "each " + b.set().text();
            case Phrase.BoundTo b -> b.variable().text();
            case Phrase.Anyone ignored -> "anyone";
            case Phrase.NobodyNamed ignored -> "nobody named";
        };
    }
}
