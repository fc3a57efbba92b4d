package holdfast.examine.check;

import holdfast.examine.play.Ways;
import holdfast.examine.text.Parts;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What part each clause plays, as far as the text shows it: forbidding, answering a breach, guaranteeing. */
final class ClauseKinds {
    /** Words by which a measure is talk, wherever they stand in its name. */
    private static final List<String> TALK = List.of(
            "consult",
            "talk",
            "meet",
            "gather",
            "conven",
            "discuss",
            "dialog",
            "negotiat",
            "warn",
            "protest",
            "condemn",
            "notif",
            "declar",
            "inform",
            "report",
            "statement",
            "demarche");

    private final Agreement agreement;
    private final Ways ways;
    private final Set<String> forbidden = new HashSet<>();

    ClauseKinds(Agreement agreement) {
        this.agreement = agreement;
        this.ways = new Ways(agreement);
        for (Norm norm : agreement.norms()) {
            if (norm.duty() instanceof Duty.Refrain d) {
                forbidden.addAll(ways.declaredUnder(d.act().event()));
            }
        }
    }

    static boolean isTalk(String measure) {
        String name = measure.toLowerCase(Locale.ROOT);
        return TALK.stream().anyMatch(name::contains);
    }

    /** The measure that the clause's act is, or that one of the events is of which its act is made. */
    Optional<String> measure(Norm norm) {
        return Parts.act(norm).flatMap(this::measure);
    }

    private Optional<String> measure(Pattern act) {
        Optional<EventType> type = Optional.ofNullable(agreement.eventTypes().get(act.event()));
        Optional<String> own = type.flatMap(EventType::measure);
        return own.isPresent()
                ? own
                : ways.declaredUnder(act.event()).stream()
                        .map(agreement.eventTypes()::get)
                        .filter(e -> e != null && e.measure().isPresent())
                        .flatMap(e -> e.measure().stream())
                        .findFirst();
    }

    /** Whether a clause answers something: its act is a measure, or it follows a breach, a forbidden act, or another answer. */
    boolean isAnswer(Norm norm) {
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
    boolean isRungBesideDated(Norm norm) {
        return isAnswer(norm)
                && agreement.norms().stream()
                        .anyMatch(n -> !n.id().equals(norm.id())
                                && isAnswer(n)
                                && n.duty() instanceof Duty.Achieve d
                                && d.due().isPresent());
    }
}
