package holdfast.intake;

import holdfast.engine.Record;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.List;

/**
 * All records of some files, in the order of the files; none if there is an error.
 *
 * @param records empty if {@code report} is not good
 */
record Loaded(List<Record> records, ReadReport report) {
    Loaded {
        records = List.copyOf(records);
    }

    static Loaded from(List<RecordSource> sources, Agreement agreement, ReadOptions options) {
        List<Record> records = new ArrayList<>();
        ReadReport report = Records.read(sources, agreement, records::add, options);
        return new Loaded(report.isGood() ? records : List.of(), report);
    }
}
