package holdfast.report.history;

import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import java.util.List;
import java.util.Optional;

/**
 * When each state of affairs of an agreement holds. It has no meaning of its own: it asks the monitor of an agreement in which somebody must keep each state from holding, and which
 * is always in force. A breach of that is a time in which the state holds. States with parameters are left out.
 */
public final class StatesOfAffairs {
    private static final String SOMEBODY = "somebody";

    private StatesOfAffairs() {}

    /** A monitor each of whose verdicts has the name of a state as its clause; none where there is no such state. */
    public static Optional<Monitor> monitor(Agreement agreement) {
        List<Norm> never = agreement.states().stream()
                .filter(s -> s.parameters().isEmpty())
                .map(State::name)
                .distinct()
                .map(StatesOfAffairs::neverHolds)
                .toList();
        return never.isEmpty() ? Optional.empty() : Optional.of(new Monitor(watching(agreement, never)));
    }

    private static Agreement watching(Agreement agreement, List<Norm> never) {
        return new Agreement(
                agreement.title(),
                agreement.version(),
                agreement.standing(),
                agreement.retold(),
                agreement.sources(),
                agreement.zone(),
                agreement.articles(),
                agreement.actors(),
                agreement.groups(),
                agreement.bodies(),
                agreement.measures(),
                agreement.layers(),
                agreement.events(),
                agreement.definitions(),
                agreement.levels(),
                agreement.states(),
                agreement.zones(),
                agreement.undefinedTerms(),
                agreement.questions(),
                never,
                agreement.rules().stream()
                        .filter(r -> !(r instanceof Rule.InForceWhile))
                        .toList(),
                List.of(),
                agreement.sha256(),
                agreement.kinds(),
                agreement.titles());
    }

    private static Norm neverHolds(String state) {
        return new Norm(
                state,
                Reading.NONE,
                0,
                Condition.ALWAYS,
                Optional.empty(),
                Condition.ALWAYS,
                new Bearer.Named(List.of(SOMEBODY)),
                new Duty.Keep(new Condition.Not(new Condition.InState(state, List.of(), Origin.NONE))),
                List.of(),
                Origin.NONE);
    }

    /** @return for each state its times, in order; one verdict {@code fulfilled} where it never held */
    public static List<Verdict> at(Monitor monitor, long now) {
        monitor.advanceTo(now);
        return monitor.verdicts();
    }
}
