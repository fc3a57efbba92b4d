package holdfast.intake.own;

import holdfast.engine.Record;
import java.io.Closeable;

/**
 * Writes records in one of the two forms of {@code docs/records.md}. Times are written in UTC to the millisecond, occurrences with both ends unless they are
 * precise. What was written reads back as the same records; only an empty text becomes a missing value. Errors of the file are thrown as
 * {@link java.io.UncheckedIOException} by {@link #write}.
 */
public sealed interface RecordWriter extends Closeable permits CsvRecordWriter, JsonRecordWriter {
    void write(Record record);
}
