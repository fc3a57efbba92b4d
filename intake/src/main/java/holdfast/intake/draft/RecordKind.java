package holdfast.intake.draft;

import holdfast.engine.Record;
import java.util.Locale;

/** The four kinds of record. */
public enum RecordKind {
    OBSERVATION,
    ATTRIBUTION,
    FINDING,
    WITHDRAWAL;

    /** As it is written: {@code observation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RecordKind of(Record record) {
        return switch (record) {
            case Record.Observation o -> OBSERVATION;
            case Record.Attribution a -> ATTRIBUTION;
            case Record.Finding f -> FINDING;
            case Record.Withdrawal w -> WITHDRAWAL;
        };
    }
}
