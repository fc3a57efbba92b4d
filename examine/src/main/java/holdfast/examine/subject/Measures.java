package holdfast.examine.subject;

import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Guarantors;
import holdfast.language.reading.Reach;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clauses by which something firmer than talk follows: who must give it, and what is left to choice. */
public final class Measures {
    private final Agreement agreement;
    private final List<Norm> effective;
    private final ClauseKinds kinds;
    private final Walk walk;

    public Measures(Subject subject) {
        this.agreement = subject.agreement();
        this.kinds = subject.kinds();
        this.walk = subject.walk();
        this.effective = agreement.norms().stream()
                .filter(n -> !Duties.isProhibition(n) && !Duties.isPower(n) && kinds.isFirm(kinds.measure(n)))
                .toList();
    }

    public List<Norm> effective() {
        return effective;
    }

    /** Where there is nobody who guarantees, or nothing that could be given, why. */
    public Optional<String> whyNone() {
        if (guarantors().isEmpty()) {
            return Optional.of("the text has no guarantors");
        }
        return agreement.norms().stream().noneMatch(n -> kinds.measure(n).isPresent())
                ? Optional.of("the text names no measure")
                : Optional.empty();
    }

    public List<String> guarantors() {
        return Guarantors.of(agreement);
    }

    /** A measure that may be given and need not: by permission, on a term that is open, by a decision that nobody must take, or only as the text can be read. */
    public boolean isLeftToChoice(Norm norm) {
        if (Duties.isPermission(norm)) {
            return true;
        }
        List<Reading> demanded = agreement.norms().stream()
                .filter(n -> n.id().equals(norm.id()) && kinds.demandsMoreThanTalk(n))
                .map(Norm::reading)
                .toList();
        return waits(norm) || !Readings.coverAll(agreement, demanded);
    }

    /** Whether a measure must be given under one reading, and waits for nothing that nobody must do. */
    public boolean isDemanded(Norm norm, Reading reading) {
        return norm.reading().isPartOf(reading) && kinds.demandsMoreThanTalk(norm) && !waits(norm);
    }

    private boolean waits(Norm norm) {
        Reach reach = walk.fromConditions(norm);
        return !reach.terms().isEmpty() || !Deciding.deciders(reach.patterns()).isEmpty();
    }

    /** Those who must give something firmer than talk under a clause; empty where a variable of the trigger says who. */
    public Set<String> givers(Norm norm) {
        Set<String> givers = new LinkedHashSet<>();
        if (kinds.demandsMoreThanTalk(norm)) {
            Roles.bearers(norm).forEach(b -> b.ifPresent(givers::add));
        }
        return givers;
    }
}
