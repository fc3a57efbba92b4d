package holdfast.readiness.ledger;

import holdfast.engine.KnownFact;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A fact as a step: what its attributes say, by role. */
record Told(KnownFact fact, Step step) {
    private Optional<Value> value(Role role) {
        return step.attribute(role)
                .flatMap(a -> Optional.ofNullable(fact.values().get(a)));
    }

    Optional<String> text(Role role) {
        return value(role)
                .map(v -> ((Value.Text) v).text().strip().replaceAll("\\s+", " "))
                .filter(t -> !t.isEmpty());
    }

    Optional<BigDecimal> number(Role role) {
        return value(role).map(v -> ((Value.Number) v).number());
    }

    Optional<String> actor(Role role) {
        return value(role).map(v -> ((Value.Actor) v).name());
    }

    Optional<LocalDate> date(Role role) {
        return value(role).map(v -> ((Value.Day) v).date());
    }

    /** When it surely had happened. */
    LocalDate day(ZoneId zone) {
        return Instant.ofEpochMilli(fact.time().hi()).atZone(zone).toLocalDate();
    }

    /** As its column is called where the records are a table of ours. */
    String attribute(Role role) {
        return step.attribute(role).orElse("");
    }
}
