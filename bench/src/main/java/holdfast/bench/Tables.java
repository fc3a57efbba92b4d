package holdfast.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The same events as two tables: a bare one of numbers, for what is written by hand, and one in the form of Holdfast's records (docs/records.md), which says in each row also who
 * recorded it under which id, and the time as a date.
 */
final class Tables {
    private Tables() {}

    static void writeBare(Events events, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < events.size; i++) {
                StringBuilder row = new StringBuilder();
                row.append(events.second[i]).append(',').append(events.kind[i]);
                row.append(',').append(events.id[i]).append(',').append(events.party[i]);
                row.append(',').append(events.sector[i]).append('\n');
                out.append(row);
            }
        }
    }

    static void writeRecords(Events events, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,source,occurred,event,basis,attribute.id,by,sector,rounds\n");
            for (int i = 0; i < events.size; i++) {
                out.write("e" + i + ",bench," + Instant.ofEpochSecond(events.second[i]) + ",");
                writeEvent(events, i, out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeEvent(Events events, int i, Writer out) throws IOException {
        Workload.Kind kind = events.kind(i);
        out.write(Holdfast.event(kind) + ",seen,");
        out.write(
                switch (kind) {
                    case ALARM ->
                        events.id[i] + "," + Holdfast.party(events.party[i]).name() + "," + events.sector[i] + ",";
                    case WARNING, RESPONSE -> events.id[i] + ",,,";
                    case FIRE ->
                        events.id[i] + "," + Holdfast.party(events.party[i]).name() + "," + events.sector[i] + ","
                                + events.rounds[i];
                    case TRUCE_START, TRUCE_STOP -> ",," + events.sector[i] + ",";
                });
        out.write('\n');
    }
}
