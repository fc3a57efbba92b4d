package holdfast.examine.subject;

import holdfast.examine.play.Ways;
import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What part each clause plays, as far as the text shows it: forbidding, answering a breach, guaranteeing. */
public final class ClauseKinds {
    private final Agreement agreement;
    private final Understood understood;
    private final Ways ways;
    private final Set<String> forbidden = new HashSet<>();

    public ClauseKinds(Agreement agreement, Understood understood) {
        this.agreement = agreement;
        this.understood = understood;
        this.ways = new Ways(agreement);
        for (Norm norm : agreement.norms()) {
            Duties.forbidden(norm).ifPresent(act -> forbidden.addAll(ways.declaredUnder(act.event())));
        }
    }

    public boolean isTalk(String measure) {
        return understood.isTalk(measure);
    }

    /** Whether a measure is more than talk. */
    public boolean isFirm(Optional<String> measure) {
        return understood.isFirm(measure);
    }

    /** Whether a clause demands something that is more than talk. */
    public boolean demandsMoreThanTalk(Norm norm) {
        return Duties.demandsAct(norm) && isFirm(measure(norm));
    }

    /** Whether a clause demands, once, what cannot be undone. */
    public boolean cannotBeUndone(Norm norm) {
        return Duties.demandsOnce(norm)
                && Duties.demanded(norm)
                        .filter(act -> ways.declaredUnder(act.event()).stream()
                                .anyMatch(e -> ways.declared(e)
                                        .filter(EventType::irreversible)
                                        .isPresent()))
                        .isPresent();
    }

    /** Events that some clause forbids, down to what is declared. */
    public Set<String> forbidden() {
        return Set.copyOf(forbidden);
    }

    /** Declared events of which an event is made; itself, if it is declared. */
    public Set<String> declaredUnder(String event) {
        return ways.declaredUnder(event);
    }

    /** What the parties owe each other, rather than what stands behind it: no answer, and in no layer of guarantees. */
    public boolean isPrimary(Norm norm) {
        return norm.layer() == 0 && (Duties.isProhibition(norm) || (Duties.demandsAct(norm) && !isAnswer(norm)));
    }

    /** The measure that the clause's act is, or that one of the events is of which its act is made. */
    public Optional<String> measure(Norm norm) {
        return Duties.act(norm).flatMap(this::measure);
    }

    private Optional<String> measure(Pattern act) {
        Optional<EventType> type = Optional.ofNullable(ways.eventTypes().get(act.event()));
        Optional<String> own = type.flatMap(EventType::measure);
        return own.isPresent()
                ? own
                : ways.declaredUnder(act.event()).stream()
                        .map(ways.eventTypes()::get)
                        .filter(e -> e != null && e.measure().isPresent())
                        .flatMap(e -> e.measure().stream())
                        .findFirst();
    }

    /** Whether a clause answers something: its act is a measure, or it follows a breach, a forbidden act, or another answer. */
    public boolean isAnswer(Norm norm) {
        if (measure(norm).isPresent()) {
            return true;
        }
        return switch (norm.trigger().orElse(null)) {
            case null -> false;
            case Trigger.OnBreach ignored -> true;
            case Trigger.Continues ignored -> true;
            case Trigger.GrowsInto ignored -> true;
            case Trigger.OnEvent t ->
                ways.declaredUnder(t.pattern().event()).stream().anyMatch(forbidden::contains);
            case Trigger.OnOutcome ignored -> false;
            case Trigger.OnState ignored -> false;
        };
    }

    /** Whether a clause without a deadline is one rung of several, of which another has a clock. */
    public boolean isRungBesideDated(Norm norm) {
        return isAnswer(norm)
                && agreement.norms().stream()
                        .anyMatch(n -> !n.id().equals(norm.id())
                                && isAnswer(n)
                                && Duties.due(n).isPresent());
    }
}
