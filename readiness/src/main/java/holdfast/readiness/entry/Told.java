package holdfast.readiness.entry;

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
public record Told(KnownFact fact, Step step) {
    private Optional<Value> value(Role role) {
        return step.attribute(role)
                .flatMap(a -> Optional.ofNullable(fact.values().get(a)));
    }

    public Optional<String> text(Role role) {
        return value(role)
                .map(v -> ((Value.Text) v).text().strip().replaceAll("\\s+", " "))
                .filter(t -> !t.isEmpty());
    }

    public Optional<BigDecimal> number(Role role) {
        return value(role).map(v -> ((Value.Number) v).number());
    }

    public Optional<String> actor(Role role) {
        return value(role).map(v -> ((Value.Actor) v).name());
    }

    public Optional<LocalDate> date(Role role) {
        return value(role).map(v -> ((Value.Day) v).date());
    }

    /** When it surely had happened. */
    public LocalDate day(ZoneId zone) {
        return Instant.ofEpochMilli(fact.time().hi()).atZone(zone).toLocalDate();
    }

    /** As its column is called where the records are a table of ours. */
    public String attribute(Role role) {
        return step.attribute(role).orElse("");
    }
}
