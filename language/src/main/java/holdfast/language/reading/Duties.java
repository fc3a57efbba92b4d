package holdfast.language.reading;

import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a clause demands, forbids or allows, and by when: the place where it is asked which kind of duty it has. Each
 * question has its answer for every kind, so that a new kind is told here by the compiler, and not forgotten elsewhere.
 */
public final class Duties {
    private Duties() {}

    /** What a clause demands, forbids or allows, or that by which its power is used; none for a condition that is kept. */
    public static Optional<Pattern> act(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> Optional.of(d.act());
            case Duty.Refrain d -> Optional.of(d.act());
            case Duty.Keep ignored -> Optional.empty();
            case Duty.Recur d -> Optional.of(d.act());
            case Duty.May d -> Optional.of(d.act());
            case Duty.Power d -> Optional.of(d.with());
        };
    }

    /** The act that must be done: once, or every so often. */
    public static Optional<Pattern> demanded(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> Optional.of(d.act());
            case Duty.Recur d -> Optional.of(d.act());
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    public static boolean demandsAct(Norm norm) {
        return demanded(norm).isPresent();
    }

    /** Whether the act that it demands must be done once, rather than every so often. */
    public static boolean demandsOnce(Norm norm) {
        return amount(norm).isPresent();
    }

    /** The act that must not be done. */
    public static Optional<Pattern> forbidden(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Refrain d -> Optional.of(d.act());
            case Duty.Achieve ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.Recur ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    public static boolean forbidsAct(Norm norm) {
        return forbidden(norm).isPresent();
    }

    /** The condition that must hold throughout. */
    public static Optional<Condition> kept(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Keep d -> Optional.of(d.condition());
            case Duty.Achieve ignored -> Optional.empty();
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Recur ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    /** The act that is permitted. */
    public static Optional<Pattern> permitted(Norm norm) {
        return switch (norm.duty()) {
            case Duty.May d -> Optional.of(d.act());
            case Duty.Achieve ignored -> Optional.empty();
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.Recur ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    public static boolean isPermission(Norm norm) {
        return permitted(norm).isPresent();
    }

    /** The power over other clauses that it gives. */
    public static Optional<Duty.Power> power(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Power d -> Optional.of(d);
            case Duty.Achieve ignored -> Optional.empty();
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.Recur ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
        };
    }

    public static boolean isPower(Norm norm) {
        return power(norm).isPresent();
    }

    /** Whether it gives a power of such an effect over a clause. */
    public static boolean isPowerOver(Norm norm, String clause, Duty.Effect... effects) {
        return power(norm)
                .filter(p -> List.of(effects).contains(p.effect()) && p.over().covers(clause))
                .isPresent();
    }

    /** The powers of this effect over a clause, in the order of the text. */
    public static List<Duty.Power> powers(Agreement agreement, Duty.Effect effect, String clause) {
        return agreement.norms().stream()
                .flatMap(n -> power(n).stream())
                .filter(p -> p.effect() == effect && p.over().covers(clause))
                .toList();
    }

    /** Whether somebody must do, not do, or keep something: there is no breach of a permission or a power. */
    public static boolean obliges(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve ignored -> true;
            case Duty.Refrain ignored -> true;
            case Duty.Keep ignored -> true;
            case Duty.Recur ignored -> true;
            case Duty.May ignored -> false;
            case Duty.Power ignored -> false;
        };
    }

    /** Whether it binds at every moment, and an act violates it: no such act, or a condition that is kept. */
    public static boolean isProhibition(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Refrain ignored -> true;
            case Duty.Keep ignored -> true;
            case Duty.Achieve ignored -> false;
            case Duty.Recur ignored -> false;
            case Duty.May ignored -> false;
            case Duty.Power ignored -> false;
        };
    }

    /** By what it is broken. */
    public static BrokenBy brokenBy(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> new BrokenBy.Omission(d.act());
            case Duty.Refrain d -> new BrokenBy.Act(d.act(), d.where());
            case Duty.Keep d -> new BrokenBy.Lapse(d.condition());
            case Duty.Recur d -> new BrokenBy.Omission(d.act());
            case Duty.May ignored -> new BrokenBy.Nothing();
            case Duty.Power ignored -> new BrokenBy.Nothing();
        };
    }

    /** The condition on the act that it demands or forbids, or the one that must hold throughout. */
    public static Optional<Condition> condition(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> Optional.of(d.where());
            case Duty.Refrain d -> Optional.of(d.where());
            case Duty.Keep d -> Optional.of(d.condition());
            case Duty.Recur d -> Optional.of(d.where());
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    /** How much must be done; of what must be done once. */
    public static Optional<Duty.Amount> amount(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> Optional.of(d.amount());
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.Recur ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    /** Before when the act must not be done. */
    public static Optional<Bound> notBefore(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> d.notBefore();
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.Recur ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    /** By when the act must be done. */
    public static Optional<Bound> due(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> d.due();
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.Recur ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    /** How often the act must be done. */
    public static Optional<Span> every(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Recur d -> Optional.of(d.every());
            case Duty.Achieve ignored -> Optional.empty();
            case Duty.Refrain ignored -> Optional.empty();
            case Duty.Keep ignored -> Optional.empty();
            case Duty.May ignored -> Optional.empty();
            case Duty.Power ignored -> Optional.empty();
        };
    }

    public static boolean recurs(Norm norm) {
        return every(norm).isPresent();
    }

    /** Whether there is a day by which the act must be done, or done again. */
    public static boolean hasDay(Norm norm) {
        return due(norm).isPresent() || recurs(norm);
    }

    /** The span within which the act must be done, and from what it runs. */
    public static Optional<Bound.Within> within(Norm norm) {
        return due(norm).flatMap(d -> d instanceof Bound.Within within ? Optional.of(within) : Optional.empty());
    }

    /** The event from which that span runs, where the clause names one of its own. */
    public static Optional<Pattern> anchor(Norm norm) {
        return within(norm)
                .flatMap(w ->
                        w.anchor() instanceof Anchor.OfEvent(Pattern event) ? Optional.of(event) : Optional.empty());
    }
}
