package holdfast.examine.check;

import holdfast.examine.found.Stake;
import holdfast.examine.play.Ways;
import holdfast.examine.text.ClauseGraph;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much hangs on each clause. The main ones are what must not be done, what answers that, what others wait for, what is found or decided by a body, what cannot be undone,
 * what watches, and the layers of a guarantee. Where the text has none of these, all its clauses are.
 */
public final class Stakes {
    private final Map<String, String> main = new LinkedHashMap<>();
    private final boolean none;

    public Stakes(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseGraph graph = ClauseGraph.of(agreement);
        Ways ways = new Ways(agreement);
        for (Norm norm : agreement.norms()) {
            if (Sides.isProhibition(norm)) {
                main.putIfAbsent(norm.id(), norm.id() + " is what must not be broken");
            }
        }
        for (ClauseGraph.Edge edge : graph.edges()) {
            switch (edge.bond()) {
                case ANSWERS -> {
                    main.putIfAbsent(edge.to(), edge.to() + " answers a breach of " + edge.from());
                    main.putIfAbsent(edge.from(), edge.to() + " answers a breach of it");
                }
                case WAITS -> {
                    if (!edge.from().equals(edge.to())) {
                        main.putIfAbsent(edge.from(), edge.to() + " waits for " + edge.from());
                    }
                }
                case DECIDES -> main.putIfAbsent(edge.to(), edge.from() + " finds or decides on " + edge.to());
                case RULES -> {}
            }
        }
        for (Norm norm : agreement.norms()) {
            boolean irreversible = norm.duty() instanceof Duty.Achieve d
                    && ways.declaredUnder(d.act().event()).stream()
                            .anyMatch(e -> ways.declared(e)
                                    .filter(EventType::irreversible)
                                    .isPresent());
            if (irreversible) {
                main.putIfAbsent(norm.id(), "what " + norm.id() + " asks cannot be undone");
            }
            if (norm.layer() > 0) {
                main.putIfAbsent(norm.id(), norm.id() + " is part of layer " + norm.layer());
            }
            if (subject.kinds().measure(norm).isPresent() && Parts.act(norm).isPresent()) {
                main.putIfAbsent(norm.id(), norm.id() + " gives a measure");
            }
        }
        subject.watch().clauses().forEach(n -> main.putIfAbsent(n.id(), "by " + n.id() + " it is watched"));
        this.none = main.isEmpty();
    }

    boolean isMain(Norm norm) {
        return none || main.containsKey(norm.id());
    }

    /** Of a finding about these clauses; about none: about the text as a whole. */
    public Stake of(List<String> clauses) {
        if (clauses.isEmpty()) {
            return new Stake(true, "it is about the text as a whole");
        }
        if (none) {
            return new Stake(true, "nothing in the text hangs on anything else");
        }
        List<String> reasons = new ArrayList<>();
        clauses.forEach(c -> Optional.ofNullable(main.get(c)).ifPresent(reasons::add));
        return reasons.isEmpty()
                ? new Stake(false, "nothing else in the text hangs on it")
                : new Stake(
                        true,
                        reasons.getFirst() + (reasons.size() > 1 ? ", and " + (reasons.size() - 1) + " more" : ""));
    }
}
