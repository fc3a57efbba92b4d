package holdfast.intake;

import holdfast.engine.Record;
import holdfast.intake.value.AgreementNames;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of each row of one file, before anything is replayed. Without an agreement the mapping's own events stand for what an agreement would declare:
 * names are taken as they are, and values as texts.
 *
 * @param zone in which days are counted
 * @param events that the records may be of
 */
public record RowsRead(ReadReport report, ZoneId zone, List<EventType> events) {
    public RowsRead {
        events = List.copyOf(events);
    }

    /** Takes a record and the row of which it came. */
    @FunctionalInterface
    public interface Watcher {
        void took(Record record, long row);
    }

    public static RowsRead read(RecordSource source, Optional<Agreement> agreement, Watcher watcher) {
        AgreementNames names = agreement
                .map(AgreementNames::new)
                .orElseGet(() -> source.mapping().orElseThrow().model().names());
        ReadReport report = Records.read(source, names, watcher);
        ZoneId zone = source.mapping()
                .flatMap(m -> Optional.ofNullable(m.model().zone))
                .orElse(names.zone);
        return new RowsRead(report, zone, List.copyOf(names.events.values()));
    }
}
