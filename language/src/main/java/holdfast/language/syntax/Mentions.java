package holdfast.language.syntax;

import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names and clauses that a statement uses; not those that it declares. */
public final class Mentions {
    private final List<Token> names = new ArrayList<>();
    private final List<Token> clauses = new ArrayList<>();

    private Mentions() {}

    public static Mentions of(Statement statement) {
        Mentions mentions = new Mentions();
        mentions.statement(statement);
        return mentions;
    }

    public static Mentions of(Phrase.Call call) {
        Mentions mentions = new Mentions();
        mentions.call(call);
        return mentions;
    }

    public static Mentions of(Phrase.Condition condition) {
        Mentions mentions = new Mentions();
        mentions.condition(condition);
        return mentions;
    }

    public List<Token> names() {
        return names;
    }

    public List<Token> clauses() {
        return clauses;
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.InForce s -> condition(s.condition());
            case Statement.Group s -> names.addAll(s.members());
            case Statement.BodyThatDecides s -> {
                names.addAll(s.members());
                names.addAll(s.vetoes());
            }
            case Statement.ZoneEdge s -> {
                names.add(s.of());
                names.addAll(s.without());
            }
            case Statement.ZoneAround s -> names.add(s.of());
            case Statement.ZoneWide s -> names.add(s.along());
            case Statement.Events s -> s.events().forEach(e -> names.addAll(e.is()));
            case Statement.Define s -> {
                derivation(s.derivation());
                names.addAll(s.is());
            }
            case Statement.StateBegins s -> {
                calls(s.begins());
                calls(s.ends());
            }
            case Statement.StateIs s -> condition(s.condition());
            case Statement.Term s -> {
                if (s.from().orElse(null) instanceof Phrase.WithEvent(Phrase.Call call)) {
                    call(call);
                }
                s.renewal().flatMap(Phrase.Renewal::notice).ifPresent(n -> {
                    call(n.act());
                    n.by().ifPresent(names::add);
                });
            }
            case Statement.Clause s -> clause(s);
            case Statement.Confirms s -> {
                s.body().ifPresent(names::add);
                clauses.addAll(s.of());
            }
            case Statement.Attributes s -> names.add(s.by());
            case Statement.Corrects s -> {
                names.add(s.by());
                names.addAll(s.of());
            }
            case Statement.RulesOn s -> {
                names.add(s.body());
                names.add(s.term());
            }
            case Statement.AnswersFor s -> {
                names.add(s.principal());
                names.addAll(s.affiliates());
            }
            case Statement.NotThere s -> clauses.add(s.clause());
            case Statement.QuietGap s -> clauses.addAll(s.of());
            case Statement.Evidence s -> clauses.addAll(s.of());
            case Statement.Accepts s -> clauses.addAll(s.of());
            case Statement.ForcesInArea s -> names.addAll(s.names());
            case Statement.Readiness s -> s.steps().forEach(step -> names.add(step.event()));
            case Statement.InFavour s -> {
                clauses.addAll(s.of());
                names.addAll(s.names());
            }
            // What is only given a name for readers is not used by that.
            case Statement.Called ignored -> {}
            case Statement.Title ignored -> {}
            case Statement.Source ignored -> {}
            case Statement.TimeZone ignored -> {}
            case Statement.DaysCount ignored -> {}
            case Statement.Annex ignored -> {}
            case Statement.Actors s -> s.actors().forEach(a -> names.addAll(a.madeUpOf()));
            case Statement.Measures ignored -> {}
            case Statement.Layer ignored -> {}
            case Statement.ZoneFromFile ignored -> {}
            case Statement.ZoneNotPublic ignored -> {}
            case Statement.Undefined ignored -> {}
            case Statement.Question ignored -> {}
        }
    }

    private void clause(Statement.Clause clause) {
        condition(clause.whileTrue());
        clause.trigger().ifPresent(this::trigger);
        condition(clause.guard());
        bearer(clause.bearer());
        duty(clause.duty().parts());
        condition(clause.where());
    }

    private void trigger(Phrase.Trigger trigger) {
        switch (trigger) {
            case Phrase.OnEvent t -> {
                call(t.call());
                condition(t.where());
            }
            case Phrase.OnBreach t -> {
                clauses.addAll(t.of());
                t.by().ifPresent(this::term);
            }
            case Phrase.Continues ignored -> {}
            case Phrase.GrowsInto t -> call(t.into());
            case Phrase.OnOutcome t -> clauses.add(t.clause());
            case Phrase.OnState t -> call(t.state());
        }
    }

    private void bearer(Phrase.Bearer bearer) {
        switch (bearer) {
            case Phrase.Names b -> names.addAll(b.names());
            case Phrase.EachOf b -> names.add(b.set());
            case Phrase.NobodyNamed ignored -> {}
            case Phrase.Anyone ignored -> {}
            case Phrase.BoundTo ignored -> {}
        }
    }

    private void duty(Phrase.Parts duty) {
        calls(duty.calls());
        names.addAll(duty.names());
        condition(duty.condition());
    }

    private void derivation(Phrase.Derivation derivation) {
        switch (derivation) {
            case Phrase.Select d -> {
                calls(d.calls());
                condition(d.where());
            }
            case Phrase.Count d -> {
                call(d.call());
                condition(d.where());
            }
            case Phrase.Different d -> {
                call(d.call());
                condition(d.where());
            }
            case Phrase.Sum d -> {
                call(d.call());
                condition(d.where());
            }
            case Phrase.Merged d -> {
                call(d.call());
                condition(d.where());
            }
            case Phrase.Then d -> {
                call(d.first());
                call(d.second());
            }
            case Phrase.Absence d -> {
                call(d.absent());
                call(d.of());
            }
            case Phrase.After d -> call(d.call());
            case Phrase.AllOf d -> calls(d.calls());
            case Phrase.Latest d -> call(d.call());
        }
    }

    private void condition(Optional<Phrase.Condition> condition) {
        condition.ifPresent(this::condition);
    }

    private void condition(Phrase.Condition condition) {
        switch (condition) {
            case Phrase.And c -> c.conditions().forEach(this::condition);
            case Phrase.Or c -> c.conditions().forEach(this::condition);
            case Phrase.Not c -> condition(c.condition());
            case Phrase.Mention c -> call(c.call());
            case Phrase.HasHappened c -> call(c.call());
            case Phrase.NoneFor c -> call(c.call());
            case Phrase.ClauseIs c -> {
                clauses.add(c.clause());
                c.by().ifPresent(this::term);
            }
            case Phrase.Compare c -> {
                term(c.left());
                term(c.right());
            }
            case Phrase.CompareCall c -> {
                call(c.left());
                term(c.right());
            }
            case Phrase.Approved c -> {
                names.add(c.by());
                names.add(c.approval().spanning(Token.Kind.WORD, Phrase.APPROVAL, c.approval()));
            }
            case Phrase.InZone c -> names.add(c.zone());
            case Phrase.Distance c -> names.add(c.zone());
        }
    }

    private void calls(Collection<Phrase.Call> calls) {
        calls.forEach(this::call);
    }

    private void call(Phrase.Call call) {
        names.add(call.name());
        call.arguments().forEach(a -> term(a.term()));
    }

    private void term(Phrase.Term term) {
        if (term.token().is(Token.Kind.WORD)) {
            names.add(term.token());
        }
    }
}
