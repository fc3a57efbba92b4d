package holdfast.examine.subject;

import holdfast.examine.found.Stake;
import holdfast.examine.text.ClauseGraph;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
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
        agreement.norms().stream()
                .filter(Duties::isProhibition)
                .forEach(n -> main.putIfAbsent(n.id(), n.id() + " is what must not be broken"));
        subject.graph().edges().forEach(this::addWhatHangsTogether);
        ClauseKinds kinds = subject.kinds();
        agreement.norms().forEach(n -> addWhatWeighsByItself(kinds, n));
        subject.watch().clauses().forEach(n -> main.putIfAbsent(n.id(), "by " + n.id() + " it is watched"));
        this.none = main.isEmpty();
    }

    private void addWhatHangsTogether(ClauseGraph.Edge edge) {
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

    private void addWhatWeighsByItself(ClauseKinds kinds, Norm norm) {
        if (kinds.cannotBeUndone(norm)) {
            main.putIfAbsent(norm.id(), "what " + norm.id() + " asks cannot be undone");
        }
        if (norm.layer() > 0) {
            main.putIfAbsent(norm.id(), norm.id() + " is part of layer " + norm.layer());
        }
        if (kinds.measure(norm).isPresent() && Duties.act(norm).isPresent()) {
            main.putIfAbsent(norm.id(), norm.id() + " gives a measure");
        }
    }

    public boolean isMain(Norm norm) {
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
