package holdfast.language.check.written;

import holdfast.language.model.Comparison;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code the other party} in a condition: said once for each party that is not the one who is bound. Of two parties that is the other one; of
 * more, any of the others.
 *
 * @param parties all of them
 * @param bearer the one who is bound; empty for nobody named
 */
public record Others(List<String> parties, Optional<Term> bearer) {

    /** The condition with names in place of {@code the other party}. */
    public Phrase.Condition told(Phrase.Condition condition) {
        Optional<Token> at = at(condition);
        if (at.isEmpty() || bearer.isEmpty()) {
            return condition;
        }
        List<Phrase.Condition> any = new ArrayList<>();
        for (String party : parties) {
            Phrase.Condition one = with(condition, party);
            switch (bearer.get()) {
                case Term.Constant(Value.Actor(String name)) -> {
                    if (!name.equals(party)) {
                        any.add(one);
                    }
                }
                case Term.Constant ignored -> {}
                case Term.Variable(String variable) -> {
                    Phrase.Term holder = new Phrase.Term(named(at.get(), Kind.VARIABLE, variable));
                    Phrase.Term other = new Phrase.Term(named(at.get(), Kind.WORD, party));
                    any.add(new Phrase.And(List.of(new Phrase.Compare(holder, Comparison.IS_NOT, other), one)));
                }
            }
        }
        return any.size() == 1 ? any.getFirst() : new Phrase.Or(any);
    }

    /** Behind a trigger that names the other party: that it is not the one who is bound. */
    public Optional<Phrase.Condition> than(Phrase.Trigger trigger) {
        Optional<Token> other = trigger instanceof Phrase.OnBreach on
                ? on.by()
                        .map(Phrase.Term::token)
                        .filter(t -> t.is(Kind.VARIABLE) && t.written().contains(" "))
                : Optional.empty();
        return other.flatMap(o -> bearer.map(b -> new Phrase.Compare(
                new Phrase.Term(o),
                Comparison.IS_NOT,
                new Phrase.Term(
                        b instanceof Term.Variable(String variable)
                                ? named(o, Kind.VARIABLE, variable)
                                : named(o, Kind.WORD, name(b))))));
    }

    private static String name(Term bearer) {
        return bearer instanceof Term.Constant(Value.Actor(String name)) ? name : "";
    }

    private static Token named(Token at, Kind kind, String text) {
        return new Token(kind, text, at.written(), at.block(), at.line(), at.column(), at.startsLine());
    }

    private static boolean isOther(Phrase.Term term) {
        return term.token().is(Kind.VARIABLE) && term.token().text().equals(Phrase.OTHER);
    }

    private static Phrase.Term with(Phrase.Term term, String party) {
        return isOther(term) ? new Phrase.Term(named(term.token(), Kind.WORD, party)) : term;
    }

    private static Phrase.Call with(Phrase.Call call, String party) {
        return new Phrase.Call(
                call.name(),
                call.arguments().stream()
                        .map(a -> new Phrase.Argument(a.attribute(), with(a.term(), party)))
                        .toList());
    }

    private static List<Phrase.Condition> with(List<Phrase.Condition> conditions, String party) {
        return conditions.stream().map(c -> with(c, party)).toList();
    }

    private static Phrase.Condition with(Phrase.Condition condition, String party) {
        return switch (condition) {
            case Phrase.And c -> new Phrase.And(with(c.conditions(), party));
            case Phrase.Or c -> new Phrase.Or(with(c.conditions(), party));
            case Phrase.Not c -> new Phrase.Not(with(c.condition(), party));
            case Phrase.Mention c -> new Phrase.Mention(with(c.call(), party));
            case Phrase.HasHappened c -> new Phrase.HasHappened(with(c.call(), party));
            case Phrase.NoneFor c -> new Phrase.NoneFor(with(c.call(), party), c.span());
            case Phrase.ClauseIs c -> new Phrase.ClauseIs(c.clause(), c.fulfilled(), c.by().map(t -> with(t, party)));
            case Phrase.Compare c -> new Phrase.Compare(with(c.left(), party), c.comparison(), with(c.right(), party));
            case Phrase.CompareCall c ->
                new Phrase.CompareCall(with(c.left(), party), c.comparison(), with(c.right(), party));
            case Phrase.Approved c -> c;
            case Phrase.InZone c -> c;
            case Phrase.Distance c -> c;
        };
    }

    /** Where it is said. */
    public static Optional<Token> at(Phrase.Condition condition) {
        return switch (condition) {
            case Phrase.And c -> first(c.conditions());
            case Phrase.Or c -> first(c.conditions());
            case Phrase.Not c -> at(c.condition());
            case Phrase.Mention c -> at(c.call());
            case Phrase.HasHappened c -> at(c.call());
            case Phrase.NoneFor c -> at(c.call());
            case Phrase.ClauseIs c -> c.by().filter(Others::isOther).map(Phrase.Term::token);
            case Phrase.Compare c ->
                List.of(c.left(), c.right()).stream()
                        .filter(Others::isOther)
                        .map(Phrase.Term::token)
                        .findFirst();
            case Phrase.CompareCall c -> at(c.left());
            case Phrase.Approved ignored -> Optional.empty();
            case Phrase.InZone ignored -> Optional.empty();
            case Phrase.Distance ignored -> Optional.empty();
        };
    }

    private static Optional<Token> first(List<Phrase.Condition> conditions) {
        return conditions.stream().flatMap(c -> at(c).stream()).findFirst();
    }

    private static Optional<Token> at(Phrase.Call call) {
        return call.arguments().stream()
                .map(Phrase.Argument::term)
                .filter(Others::isOther)
                .map(Phrase.Term::token)
                .findFirst();
    }
}
