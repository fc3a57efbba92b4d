package holdfast.language.syntax;

import holdfast.language.model.Actor;
import holdfast.language.model.Body;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.syntax.token.Token;
import java.util.List;
import java.util.Optional;

/** A statement as it was written; its names are not yet resolved. */
public sealed interface Statement {

    /** A name with, perhaps, how the text calls it. */
    record Titled(Token name, Optional<Token> title) {}

    /** @param kinds what it is said to be, for the examiner; {@code madeUpOf} whose force it is */
    record Named(Titled named, List<Token> kinds, List<Token> madeUpOf) {
        public Named(Titled named) {
            this(named, List.of(), List.of());
        }
    }

    record Title(Token title, Optional<Token> version, Optional<Token> standing, boolean retold) implements Statement {}

    record Source(Token text) implements Statement {}

    record TimeZone(Token zone) implements Statement {}

    record DaysCount(boolean including) implements Statement {}

    record InForce(Phrase.Condition condition) implements Statement {}

    record Annex(Token name, Token file) implements Statement {}

    record Actors(Actor.Role role, List<Named> actors) implements Statement {}

    record Group(Token name, List<Token> members) implements Statement {}

    /**
     * @param quorum the {@code m} of {@code n of m}; the {@code n} is in the rule
     * @param alone who decides without the others
     */
    record BodyThatDecides(
            Titled body,
            List<Token> members,
            Body.Rule rule,
            Optional<Token> quorum,
            Optional<Token> alone,
            List<Token> vetoes,
            Optional<Phrase.Counted> within,
            Optional<Body.Silence> silence)
            implements Statement {}

    record Measures(List<Measure> measures) implements Statement {}

    /** @param kinds what it is said to be, for the examiner */
    record Measure(Token name, List<Token> kinds) {}

    record Layer(Token number, Token title) implements Statement {}

    record ZoneFromFile(Token name, Token file, Optional<Token> feature, Optional<Stood> stood) implements Statement {}

    /** The map exists, and is not public: where the zone lies is an open term. */
    record ZoneNotPublic(Token name) implements Statement {}

    /** {@code where Russia stood on 2024-08-01}. */
    record Stood(Token side, Token date) {}

    /**
     * {@code the edge of L, without what lies within 5 km of coast or border}.
     *
     * @param km empty where all of the edge is meant
     */
    record ZoneEdge(Token name, Token of, Optional<Token> km, List<Token> without) implements Statement {}

    record ZoneAround(Token name, Token km, Token of) implements Statement {}

    /** @param edge whether it lies along the edge of a ground */
    record ZoneWide(Token name, Token km, Token along, boolean edge, Optional<Boolean> inTotal) implements Statement {}

    record Events(List<Event> events) implements Statement {}

    /** @param is a measure, or kinds of acts, or both */
    record Event(Token name, List<Attribute> attributes, List<Token> is, boolean irreversible, Optional<Token> once) {}

    record Attribute(Token name, Token type) {}

    record Undefined(Token name, Optional<Token> text, List<Token> kinds) implements Statement {}

    record Question(Token name, Optional<Token> text, List<Token> answers) implements Statement {}

    /** @param is a measure, or kinds of acts, or both */
    record Define(Token name, List<Parameter> parameters, Phrase.Derivation derivation, List<Token> is)
            implements Statement {}

    record Parameter(Optional<Token> attribute, Token variable) {}

    record StateBegins(Token name, List<Parameter> parameters, List<Phrase.Call> begins, List<Phrase.Call> ends)
            implements Statement {}

    record StateIs(Token name, List<Parameter> parameters, Phrase.Condition condition) implements Statement {}

    /** {@code term mandated is 5 years from entry_into_force, renewed ...}. */
    record Term(
            Token name,
            Optional<Phrase.Counted> length,
            Optional<Phrase.Beginning> from,
            Optional<Phrase.By> until,
            Optional<Phrase.Renewal> renewal)
            implements Statement {}

    record Clause(
            Token id,
            Optional<Phrase.Condition> whileTrue,
            Optional<Phrase.Trigger> trigger,
            Optional<Phrase.Condition> guard,
            Phrase.Bearer bearer,
            Phrase.Duty duty,
            Optional<Phrase.Condition> where)
            implements Statement {}

    /** {@code read Q as A, 1.2 is not there}: under that answer there is no such clause, and that is meant. */
    record NotThere(Token clause) implements Statement {}

    record Confirms(
            Optional<Token> body, List<Token> of, Optional<Span> silence, Optional<Rule.Silence.Meaning> meaning)
            implements Statement {}

    record Attributes(Token by) implements Statement {}

    /** @param of empty: everybody */
    record Corrects(Token by, List<Token> of) implements Statement {}

    record RulesOn(Token body, Token term) implements Statement {}

    record AnswersFor(Token principal, List<Token> affiliates) implements Statement {}

    record QuietGap(List<Token> of, Span gap) implements Statement {}

    record Evidence(List<Token> of, List<Token> kinds) implements Statement {}

    /** @param of empty if it is about the whole text */
    record Accepts(List<Token> codes, List<Token> of, Token reason) implements Statement {}

    record ForcesInArea(List<Token> names) implements Statement {}

    /** {@code readiness: pledge is pledged, delivery is received}. */
    record Readiness(List<Step> steps) implements Statement {}

    /** @param roles what its attributes say, where their names do not tell it */
    record Step(Token event, Token stage, List<StepRole> roles) {}

    record StepRole(Token attribute, Token role) {}

    record InFavour(List<Token> of, List<Token> names) implements Statement {}

    /**
     * {@code wider_attack is called "a wider attack", in uk "ширший напад"}.
     *
     * @param question present where {@code name} is one of its answers
     */
    record Called(Optional<Token> question, Token name, List<InLanguage> titles) implements Statement {}

    /** @param language empty: that of the text */
    record InLanguage(Optional<Token> language, List<Token> titles) {}
}
