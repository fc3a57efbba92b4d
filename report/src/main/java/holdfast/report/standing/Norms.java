package holdfast.report.standing;

import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the clause that a verdict is about: of one number there may be several, for several readings. */
public final class Norms {
    private final Map<String, List<Norm>> byId = new HashMap<>();

    public Norms(Agreement agreement) {
        agreement
                .norms()
                .forEach(n ->
                        byId.computeIfAbsent(n.id(), id -> new ArrayList<>()).add(n));
    }

    public Optional<Norm> of(Verdict verdict) {
        return of(verdict.clause(), verdict.reading());
    }

    public Optional<Norm> of(String clause, Reading reading) {
        for (Norm norm : byId.getOrDefault(clause, List.of())) {
            if (norm.reading().isPartOf(reading)) {
                return Optional.of(norm);
            }
        }
        return Optional.empty();
    }
}
