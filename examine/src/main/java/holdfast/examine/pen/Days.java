package holdfast.examine.pen;

import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.reading.Duties;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Days by which something is to be done, where a text has none: from what it begins with, or by the calendar. */
public final class Days {
    private static final Span USUAL = new Span(30, Span.Unit.DAY);
    private static final LocalDate LAST = LocalDate.of(2031, 12, 31);

    private final Agreement agreement;

    public Days(Agreement agreement) {
        this.agreement = agreement;
    }

    /** Counted from what sets the duty off, or from when it begins to stand; otherwise by a day. */
    public Bound forDuty(Pen pen, Norm norm) {
        Optional<Anchor> from = norm.trigger().isPresent()
                ? Optional.of(new Anchor.OfTrigger())
                : begins(norm.guard())
                        .or(() -> begins(norm.whileTrue()))
                        .or(this::commonBeginning)
                        .map(p -> new Anchor.OfEvent(new Pattern(p.event(), p.arguments(), Origin.NONE)));
        if (from.isEmpty()) {
            return day(pen);
        }
        pen.settle("`" + USUAL + "`: how long it may take");
        return new Bound.Within(USUAL, false, from.get());
    }

    /** The last day that the text sets; without one, a day that the drafters have to settle. */
    public Bound day(Pen pen) {
        LocalDate day = agreement.norms().stream()
                .flatMap(n -> Duties.due(n).stream())
                .filter(Bound.OnDate.class::isInstance)
                .map(b -> ((Bound.OnDate) b).date())
                .max(Comparator.naturalOrder())
                .orElse(LAST);
        pen.settle("`" + new DateWords(agreement.zone()).day(day) + "`: by which day");
        return new Bound.OnDate(day, false);
    }

    private Optional<Pattern> begins(Condition condition) {
        return switch (condition) {
            case Condition.HasHappened(Pattern pattern) ->
                Optional.of(pattern).filter(p -> p.variables().isEmpty());
            case Condition.InState in ->
                agreement.states().stream()
                        .filter(s ->
                                s.name().equals(in.state()) && in.arguments().isEmpty())
                        .flatMap(s -> s instanceof State.Fluent f ? f.begins().stream() : List.<Pattern>of().stream())
                        .filter(p -> p.variables().isEmpty())
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** What other clocks of the text run from. */
    private Optional<Pattern> commonBeginning() {
        return agreement.norms().stream()
                .flatMap(n -> Duties.anchor(n).stream())
                .filter(p -> p.variables().isEmpty())
                .findFirst();
    }
}
