package holdfast.examine.text;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who watches, and under which clauses: whoever has the duty or the right to do an act that is watching, parties too, who then watch each other. It is the one answer to
 * that question for all that ask it.
 */
public final class Watch {
    private final List<Norm> clauses = new ArrayList<>();
    private final List<Norm> owed = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> parties;

    public Watch(Agreement agreement, Understood understood) {
        this.parties = Set.copyOf(Roles.withRole(agreement, Actor.Role.PARTY));
        for (Norm norm : agreement.norms()) {
            boolean owes = Duties.demandsAct(norm);
            if (!owes && !Duties.isPermission(norm)) {
                continue;
            }
            List<String> bearers =
                    Roles.bearers(norm).stream().flatMap(Optional::stream).toList();
            if (!bearers.isEmpty()
                    && Parts.act(norm)
                            .filter(a -> understood.is(Kind.WATCHING, a))
                            .isPresent()) {
                clauses.add(norm);
                names.addAll(bearers);
                if (owes) {
                    owed.add(norm);
                }
            }
        }
    }

    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** The duties and rights to watch. */
    public List<Norm> clauses() {
        return List.copyOf(clauses);
    }

    /** The duties among them. */
    public List<Norm> owed() {
        return List.copyOf(owed);
    }

    public List<String> clauseNumbers() {
        return clauses.stream().map(Norm::id).distinct().toList();
    }

    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Those who watch and are no party: a mission. */
    public List<String> mission() {
        return names.stream().filter(n -> !parties.contains(n)).toList();
    }

    /** The clauses by which a mission watches. */
    public List<Norm> byMission() {
        return clauses.stream()
                .filter(n -> Roles.bearers(n).stream().flatMap(Optional::stream).anyMatch(b -> !parties.contains(b)))
                .toList();
    }

    /** All who watch, in the order of the text. */
    public List<String> inOrder() {
        return List.copyOf(names);
    }
}
