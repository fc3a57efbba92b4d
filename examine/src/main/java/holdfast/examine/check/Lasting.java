package holdfast.examine.check;

import holdfast.engine.words.Wording;
import holdfast.examine.found.Proposal;
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
import java.util.stream.Collectors;

/** Writes states that go on: without an end, or until a vote ends them. */
final class Lasting {
    private final Subject subject;
    private final Agreement agreement;
    private final Wording wording;

    Lasting(Subject subject) {
        this.subject = subject;
        this.agreement = subject.agreement();
        this.wording = new Wording(agreement.zone());
    }

    /**
     * The states in which these clauses stand, so that those ends are gone.
     *
     * @param suspects who shall not be able to end them by a vote
     */
    List<Proposal> states(List<String> clauses, Collection<String> suspects) {
        List<State> ending = ending(clauses);
        if (ending.isEmpty()) {
            return List.of();
        }
        Pen byVote = new Pen(agreement);
        String body = new Judges(subject).body(byVote, suspects);
        Pen forEver = new Pen(agreement);
        for (State state : ending) {
            String motion = "end of " + state.name().replace('_', ' ');
            String vote = "decision(of " + body + ", on \"" + motion + "\", result \"adopted\")";
            byVote.rewrite(state.origin(), Pen.prefix(state.reading()) + written(state, Optional.of(vote)));
            forEver.rewrite(state.origin(), Pen.prefix(state.reading()) + written(state, Optional.empty()));
        }
        List<Proposal> proposals = new ArrayList<>(byVote.proposal());
        proposals.addAll(forEver.proposal());
        return proposals;
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

    private String written(State state, Optional<String> end) {
        return switch (state) {
            case State.Fluent f ->
                "state " + f.name() + parameters(f) + " begins with " + patterns(f.begins())
                        + end.map(e -> ", ends with " + e).orElse("");
            case State.Period p -> period(p, end);
            case State.Named n -> "state " + n.name() + parameters(n) + " is " + wording.condition(n.condition());
        };
    }

    private String period(State.Period period, Optional<String> end) {
        return switch (period.start().orElseThrow()) {
            case State.Start.OfEvent(Pattern pattern) ->
                "state " + period.name() + " begins with " + wording.pattern(pattern)
                        + end.map(e -> ", ends with " + e).orElse("");
            case State.Start.At(var instant) ->
                "term " + period.name() + " is from "
                        + instant.atZone(agreement.zone())
                                .toLocalDateTime()
                                .toString()
                                .replace('T', ' ');
        };
    }

    private static String parameters(State state) {
        return state.parameters().isEmpty() ? "" : "(" + String.join(", ", state.parameters()) + ")";
    }

    private String patterns(List<Pattern> patterns) {
        return patterns.stream().map(wording::pattern).collect(Collectors.joining(" or "));
    }
}
