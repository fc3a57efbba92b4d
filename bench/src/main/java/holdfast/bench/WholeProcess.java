package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.monitor.Monitor;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.RecordTaker;
import holdfast.intake.Records;
import holdfast.intake.rows.Input;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One contestant reads a table and watches the events as they come, in a process that does nothing else. Prints what the whole process has cost. */
final class WholeProcess {
    private WholeProcess() {}

    static void run(Options options) throws IOException {
        Path table = options.path("table");
        Counts counts = switch (options.text("tool")) {
            case "hand" -> byHand(table);
            case "esper" -> byEsper(table);
            case "holdfast" -> byHoldfast(table, options.path("agreement"));
            default -> throw new IllegalArgumentException("there is no contestant `" + options.text("tool") + "`");
        };
        System.out.println("pass " + Stopwatch.sinceStart() + " peak=" + Stopwatch.peakKilobytes() + " " + counts);
    }

    private interface RowSink {
        void row(long second, Workload.Kind kind, int id, int party, int sector);
    }

    private static Counts byHand(Path table) throws IOException {
        HandWritten monitor = new HandWritten();
        read(table, monitor::event);
        return monitor.counts();
    }

    private static Counts byEsper(Path table) throws IOException {
        Esper esper = new Esper();
        read(
                table,
                (second, kind, id, party, sector) ->
                        esper.event(second, Esper.bean(kind, id, party, sector), Esper.type(kind)));
        return esper.counts();
    }

    private static void read(Path table, RowSink sink) throws IOException {
        Workload.Kind[] kinds = Workload.Kind.values();
        int[] numbers = new int[4];
        try (BufferedReader rows = Files.newBufferedReader(table)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                int end = row.indexOf(',');
                long second = Long.parseLong(row, 0, end, 10);
                for (int i = 0; i < numbers.length; i++) {
                    int start = end + 1;
                    int comma = row.indexOf(',', start);
                    end = comma < 0 ? row.length() : comma;
                    numbers[i] = Integer.parseInt(row, start, end, 10);
                }
                sink.row(second, kinds[numbers[0]], numbers[1], numbers[2], numbers[3]);
            }
        }
    }

    private static Counts byHoldfast(Path table, Path file) {
        Agreement agreement = Holdfast.agreement(file);
        Monitor monitor = Monitor.ofManyRecords(agreement);
        ReadReport report = Records.read(
                List.of(new RecordSource(Input.of(table), Optional.empty())),
                agreement,
                new Watching(monitor),
                ReadOptions.DEFAULT);
        if (!report.isGood()) {
            throw new IllegalStateException("the table is not good: " + report.problems());
        }
        return Holdfast.counts(monitor.breaches());
    }

    /** Moves time on with each record. */
    private record Watching(Monitor monitor) implements RecordTaker {
        @Override
        public void accept(Record record) {
            monitor.advanceTo(record.recorded());
            monitor.accept(record);
        }

        @Override
        public Optional<Rows> rows(
                String event, String source, Optional<String> author, Basis basis, String beginning) {
            Rows rows = monitor.rows(event, source, author, basis, beginning);
            return Optional.of(new Rows() {
                @Override
                public int code(int attribute, Value value) {
                    return rows.code(attribute, value);
                }

                @Override
                public void take(int number, long recorded, long occurred, int[] codes) {
                    monitor.advanceTo(recorded);
                    rows.take(number, recorded, occurred, codes);
                }
            });
        }
    }
}
