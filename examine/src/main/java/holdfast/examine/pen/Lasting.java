package holdfast.examine.pen;

import holdfast.examine.found.Proposal;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.reading.Parts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes states that go on: without an end, or until a vote ends them. */
public final class Lasting {
    private final Subject subject;
    private final Agreement agreement;

    public Lasting(Subject subject) {
        this.subject = subject;
        this.agreement = subject.agreement();
    }

    /**
     * The states in which these clauses stand, so that those ends are gone.
     *
     * @param suspects who shall not be able to end them by a vote
     */
    public List<Proposal> states(List<String> clauses, Collection<String> suspects) {
        List<State> ending = ending(clauses);
        if (ending.isEmpty()) {
            return List.of();
        }
        Pen byVote = new Pen(agreement);
        String body = new Judges(subject).body(byVote, suspects);
        Pen forEver = new Pen(agreement);
        for (State state : ending) {
            byVote.rewrite(ended(state, List.of(vote(body, state))));
            forEver.rewrite(ended(state, List.of()));
        }
        List<Proposal> proposals = new ArrayList<>(byVote.proposal());
        proposals.addAll(forEver.proposal());
        return proposals;
    }

    /** These states, each until a body votes for its end; nothing where there is none. */
    public List<Proposal> untilAVote(Collection<State.Fluent> endless, Collection<String> suspects) {
        if (endless.isEmpty()) {
            return List.of();
        }
        Pen pen = new Pen(agreement);
        String body = new Judges(subject).body(pen, suspects);
        endless.forEach(state -> pen.rewrite(ended(state, List.of(vote(body, state)))));
        return pen.proposal();
    }

    private List<State> ending(List<String> clauses) {
        Set<String> names = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (clauses.contains(norm.id())) {
                Parts.conditions(norm, c -> {
                    if (c instanceof Condition.InState in) {
                        names.add(in.state());
                    }
                });
            }
        }
        for (State state : agreement.states()) {
            if (names.contains(state.name()) && state instanceof State.Named named) {
                Parts.conditions(named.condition(), c -> {
                    if (c instanceof Condition.InState in) {
                        names.add(in.state());
                    }
                });
            }
        }
        return agreement.states().stream()
                .filter(s -> names.contains(s.name()))
                .filter(s -> switch (s) {
                    case State.Fluent f -> !f.ends().isEmpty();
                    case State.Period p -> p.end().isPresent() && p.start().isPresent();
                    case State.Named ignored -> false;
                })
                .toList();
    }

    /** That a body has voted for its end. */
    private static Pattern vote(String body, State state) {
        return Openly.decision(body, "end of " + state.name().replace('_', ' '));
    }

    /** The state with other ends; what has a day for its beginning and no length goes on for ever. */
    private static State ended(State state, List<Pattern> ends) {
        return switch (state) {
            case State.Fluent f ->
                new State.Fluent(f.name(), f.parameters(), f.reading(), f.begins(), ends, f.origin());
            case State.Period p ->
                switch (p.start().orElseThrow()) {
                    case State.Start.OfEvent(Pattern begins) ->
                        new State.Fluent(p.name(), List.of(), p.reading(), List.of(begins), ends, p.origin());
                    case State.Start.At at ->
                        new State.Period(p.name(), p.reading(), p.start(), Optional.empty(), p.origin());
                };
            case State.Named n -> n;
        };
    }
}
