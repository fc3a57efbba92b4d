package holdfast.language.syntax;

import holdfast.language.model.Comparison;
import holdfast.language.model.Duty.Effect;
import holdfast.language.model.Duty.Reach;
import holdfast.language.model.Span;
import holdfast.language.syntax.token.Token;
import java.util.List;
import java.util.Optional;

/** The parts of which statements are made, as they were written. */
public final class Phrase {
    private Phrase() {}

    /** An event, state or level with its arguments. */
    public record Call(Token name, List<Argument> arguments) {}

    public record Argument(Optional<Token> attribute, Term term) {}

    /**
     * A value as written.
     *
     * @param more for a place its longitude and perhaps its name; otherwise empty
     */
    public record Term(Token token, List<Token> more) {
        public Term(Token token) {
            this(token, List.of());
        }
    }

    /** A span, and how its days are counted if the place says so. */
    public record Counted(Span span, Optional<Boolean> including, Token first, Token last) {}

    public sealed interface Condition {}

    public record And(List<Condition> conditions) implements Condition {}

    public record Or(List<Condition> conditions) implements Condition {}

    public record Not(Condition condition) implements Condition {}

    /** A state or an undefined term. */
    public record Mention(Call call) implements Condition {}

    public record HasHappened(Call call) implements Condition {}

    public record NoneFor(Call call, Span span) implements Condition {}

    /** @param by whose breach it is; empty: anybody's */
    public record ClauseIs(Token clause, boolean fulfilled, Optional<Term> by) implements Condition {}

    public record Compare(Term left, Comparison comparison, Term right) implements Condition {}

    /** A level, or a bare name, compared with a value. */
    public record CompareCall(Call left, Comparison comparison, Term right) implements Condition {}

    /** How a deadline by the end of the same day is told apart from a span of one day. */
    public static final String AT_ONCE = "at once";

    /** The act by which somebody who is no body approves. */
    public static final String APPROVAL = "approval";

    /**
     * {@code approval of Commission}.
     *
     * @param approval where the approval is spoken of
     * @param on what a body decides on; where it is not said, the act
     */
    public record Approved(Token approval, Token by, Optional<Token> on, Optional<Token> act) implements Condition {}

    public record InZone(Token variable, Token zone) implements Condition {}

    public record Distance(Token variable, boolean within, Token km, Token zone) implements Condition {}

    public sealed interface Derivation {}

    public record Select(List<Call> calls, Optional<Condition> where) implements Derivation {}

    public record Count(long atLeast, Call call, Optional<Span> within, Optional<Condition> where)
            implements Derivation {}

    public record Different(long atLeast, Token variable, Call call, Optional<Span> within, Optional<Condition> where)
            implements Derivation {}

    public record Sum(Token attribute, Call call, Token atLeast, Optional<Span> within, Optional<Condition> where)
            implements Derivation {}

    public record Merged(Call call, Span gap, Optional<Condition> where) implements Derivation {}

    public record Then(Call first, Call second, Span within) implements Derivation {}

    public record Absence(Call absent, Counted within, Call of) implements Derivation {}

    public record After(Counted span, Call call) implements Derivation {}

    public record AllOf(List<Call> calls) implements Derivation {}

    public record Latest(Token attribute, Call call) implements Derivation {}

    public sealed interface Trigger {}

    public record OnEvent(Call call, Optional<Condition> where) implements Trigger {}

    public record OnBreach(Token variable, List<Token> of, Optional<Term> by, boolean confirmed) implements Trigger {}

    public record Continues(Token variable, Span after) implements Trigger {}

    public record GrowsInto(Token variable, Call into) implements Trigger {}

    public record OnOutcome(Token clause, boolean cured) implements Trigger {}

    public record OnState(Call state, boolean begins) implements Trigger {}

    public sealed interface Bearer {}

    public record NobodyNamed(Token at) implements Bearer {}

    public record Anyone(Token at, Optional<Token> variable) implements Bearer {}

    /**
     * @param variable empty where nothing else in the clause names the one who is bound
     * @param set {@code party}, {@code guarantor} or a group
     * @param pair the words that say that there are two: {@code both parties}
     * @param either {@code either party}, which with a duty to act can be meant in two ways
     */
    public record EachOf(Optional<Token> variable, Token set, Optional<Token> pair, boolean either) implements Bearer {}

    public record BoundTo(Token variable) implements Bearer {}

    public record Names(List<Token> names) implements Bearer {}

    /** What somebody must, must not or may do. Each kind says what it is made of, so that whoever looks for names in it need not know the kinds. */
    public sealed interface Duty {
        Parts parts();
    }

    /**
     * What a duty is made of, as far as it names what is declared elsewhere.
     *
     * @param calls its events, in the order in which they are written
     * @param names what it names apart from these
     */
    public record Parts(List<Call> calls, List<Token> names, Optional<Condition> condition) {
        static Parts of(Call... calls) {
            return new Parts(List.of(calls), List.of(), Optional.empty());
        }
    }

    public record Achieve(Call act, Optional<Amount> amount, Optional<When> notBefore, Optional<Due> due)
            implements Duty {
        @Override
        public Parts parts() {
            return due.orElse(null) instanceof Within(var span, var anchor)
                            && anchor.orElse(null) instanceof OfEvent(Call from)
                    ? Parts.of(act, from)
                    : Parts.of(act);
        }
    }

    public record Refrain(Call act) implements Duty {
        @Override
        public Parts parts() {
            return Parts.of(act);
        }
    }

    public record NotGain(Token gain, Token km2, Token zone) implements Duty {
        @Override
        public Parts parts() {
            return new Parts(List.of(), List.of(zone), Optional.empty());
        }
    }

    public record Keep(Token at, Condition condition) implements Duty {
        @Override
        public Parts parts() {
            return new Parts(List.of(), List.of(), Optional.of(condition));
        }
    }

    public record Recur(Call act, Span every, Token at) implements Duty {
        @Override
        public Parts parts() {
            return Parts.of(act);
        }
    }

    public record May(Call act) implements Duty {
        @Override
        public Parts parts() {
            return Parts.of(act);
        }
    }

    /** @param decision what the holder, a body, decides on; otherwise {@code with} is given */
    public record Power(
            Effect effect, Token at, List<Token> over, Optional<Call> with, Optional<Token> decision, Reach reach)
            implements Duty {
        @Override
        public Parts parts() {
            return new Parts(with.stream().toList(), List.of(), Optional.empty());
        }
    }

    /** The variable of a breach that the clause does not name. */
    public static final String UNNAMED = "_breach";

    /** Stands for the party that is not the one who is bound, in a condition. */
    public static final String OTHER = "_other";

    public sealed interface Amount {}

    public record Times(int n) implements Amount {}

    public record Totalling(Term total, Optional<Token> attribute, Token at) implements Amount {}

    public sealed interface Due {}

    public record Within(Counted span, Optional<Anchor> anchor) implements Due {}

    public record By(When when, boolean before) implements Due {}

    /** A date, an instant or a variable; {@code time} for a time of day behind a date, {@code zone} where it is meant as in another time zone. */
    public record When(Token token, Optional<Token> time, Optional<Token> zone) {}

    /** When a term begins: with an event, or at a time. */
    public sealed interface Beginning {}

    public record WithEvent(Call call) implements Beginning {}

    public record AtTime(When when) implements Beginning {}

    /** @param notice empty where nobody can keep the term from being renewed */
    public record Renewal(Span each, Token at, Optional<NoticeGiven> notice) {}

    /** @param by whose notice it is: a party, or any of a set; empty where the act itself says it */
    public record NoticeGiven(Call act, Optional<Token> by, Span before) {}

    public sealed interface Anchor {}

    public record OfReport(Token at) implements Anchor {}

    public record OfEvent(Call call) implements Anchor {}

    public record OfBreach(Token variable, holdfast.language.model.Anchor.Moment moment) implements Anchor {}
}
