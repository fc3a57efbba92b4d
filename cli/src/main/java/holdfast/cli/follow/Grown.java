package holdfast.cli.follow;

import holdfast.engine.Record;
import holdfast.language.diagnostic.Problem;
import java.util.List;

/**
 * What a source has that it did not have when it was looked at last.
 *
 * @param records in the order of the file
 * @param problems with the rows that became none, and remarks about the others
 */
record Grown(List<Record> records, List<Problem> problems) {
    static final Grown NOTHING = new Grown(List.of(), List.of());

    Grown {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }
}
