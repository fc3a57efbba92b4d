package holdfast.report.examination;

import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Ending;
import holdfast.language.reading.Endings;
import holdfast.language.reading.Walk;
import holdfast.language.sentence.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who can end or suspend what a text promises: by a power that it gives, or by an act of somebody that ends a state on which clauses stand. */
final class HowItEnds {
    private final Agreement agreement;
    private final Sentences sentences;
    private final Map<String, EventType> types;

    private HowItEnds(Agreement agreement) {
        this.agreement = agreement;
        this.types = agreement.eventTypes();
        this.sentences = Sentences.of(agreement, "en");
    }

    /** In sentences; none where nothing in the text lets anybody end it. */
    static Optional<String> words(Agreement agreement) {
        HowItEnds ends = new HowItEnds(agreement);
        List<String> said = new ArrayList<>();
        said.addAll(ends.byPower());
        said.addAll(ends.byAct());
        return said.isEmpty() ? Optional.empty() : Optional.of("Who can end it: " + String.join(" ", said));
    }

    private List<String> byPower() {
        return agreement.norms().stream()
                .filter(n -> Duties.power(n)
                        .filter(p -> p.effect() == Duty.Effect.TERMINATE || p.effect() == Duty.Effect.SUSPEND)
                        .isPresent())
                .map(n -> n.id() + " " + sentences.clause(n))
                .distinct()
                .toList();
    }

    private List<String> byAct() {
        Map<String, Set<String>> clauses = new LinkedHashMap<>();
        Endings endings = new Endings(new Walk(agreement));
        for (Norm norm : agreement.norms()) {
            if (Duties.isProhibition(norm) && !norm.whileTrue().equals(Condition.ALWAYS)) {
                for (Ending way : endings.of(norm.whileTrue())) {
                    act(way).ifPresent(act -> clauses.computeIfAbsent(
                                    sentences.occurrence(act, Map.of()), a -> new LinkedHashSet<>())
                            .add(norm.id()));
                }
            }
        }
        List<String> said = new ArrayList<>();
        clauses.forEach((act, ended) -> said.add(
                "With " + act + " " + Wording.list(List.copyOf(ended)) + (ended.size() == 1 ? " ends." : " end.")));
        return said;
    }

    /** The one act of somebody by which it ends, whatever time must pass beside; none where it takes more, or is nobody's act. */
    private Optional<Pattern> act(Ending way) {
        List<Pattern> acts = new ArrayList<>();
        for (Ending.Step step : way.steps()) {
            switch (step) {
                case Ending.Done(Pattern act) -> acts.add(act);
                case Ending.Passes ignored -> {}
                case Ending.Comes ignored -> {}
                case Ending.Withheld ignored -> {
                    return Optional.empty();
                }
                case Ending.Taken ignored -> {
                    return Optional.empty();
                }
            }
        }
        return acts.size() == 1 && isSomebodys(acts.getFirst()) ? Optional.of(acts.getFirst()) : Optional.empty();
    }

    private boolean isSomebodys(Pattern act) {
        return Optional.ofNullable(types.get(act.event()))
                .flatMap(EventType::actor)
                .isPresent();
    }
}
