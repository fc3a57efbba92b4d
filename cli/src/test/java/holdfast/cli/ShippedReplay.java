package holdfast.cli;

import static java.util.stream.Collectors.toMap;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.intake.ReadReport;
import holdfast.intake.Records;
import holdfast.intake.mapping.Mapping;
import holdfast.intake.rows.Progress;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.reference.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** An agreement that is shipped, laid over the records that are shipped with it. Times of day are Kyiv's. */
final class ShippedReplay {
    static final Path AGREEMENTS = agreements();

    private final Agreement agreement;
    private final Map<String, Record> records;

    private ShippedReplay(Agreement agreement, List<Record> records) {
        this.agreement = agreement;
        this.records = records.stream().collect(toMap(Record::id, r -> r));
    }

    /**
     * @param document such as {@code minsk-2015/agreement.md}
     * @param table such as {@code minsk-2015/records/minsk2-2015.csv}
     * @param mapping such as {@code minsk-2015/records/minsk2-2015.mapping.md}
     */
    static ShippedReplay of(String document, String table, String mapping) {
        Agreement agreement =
                AgreementReader.read(AGREEMENTS.resolve(document)).agreement().orElseThrow();
        List<Record> records = new ArrayList<>();
        ReadReport report = Records.read(
                AGREEMENTS.resolve(table),
                Optional.of(mapping(AGREEMENTS.resolve(mapping))),
                agreement,
                records::add,
                Progress.NONE);
        if (!report.isGood()) {
            throw new IllegalStateException(mapping + ": " + report.problems());
        }
        return new ShippedReplay(agreement, records);
    }

    private static Mapping mapping(Path file) {
        return Mapping.parse(file).mapping().orElseThrow();
    }

    Agreement agreement() {
        return agreement;
    }

    Record record(String id) {
        return records.get(id);
    }

    /** The verdicts as of a moment, and at that moment. */
    Seen at(String moment) {
        return at(moment, moment);
    }

    /** What was known at {@code asOf}, looked at from {@code now}. */
    Seen at(String asOf, String now) {
        Monitor monitor = new Monitor(agreement);
        long known = kyiv(asOf);
        records.values().stream().filter(r -> r.recorded() <= known).forEach(monitor::accept);
        monitor.advanceTo(kyiv(now));
        return new Seen(monitor.verdicts(), records);
    }

    /** The same moment as the definition of the meaning has it. */
    Set<Verdict> byDefinition(String moment) {
        return Reference.verdicts(agreement, records.values(), kyiv(moment), kyiv(moment));
    }

    /** Milliseconds since 1970-01-01T00:00Z of a local time such as {@code 2015-02-16 23:59}. */
    long kyiv(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T'))
                .atZone(agreement.zone())
                .toInstant()
                .toEpochMilli();
    }

    /** Verdicts to choose from. */
    record Seen(List<Verdict> verdicts, Map<String, Record> records) {

        Seen of(String... clauses) {
            return where(v -> List.of(clauses).contains(v.clause()));
        }

        Seen by(String bearer) {
            return where(v -> v.bearer().equals(bearer));
        }

        /** Such as {@code thirty_days=from_signature}: one of the answers that the verdict is labelled with. */
        Seen under(String answer) {
            return where(v -> List.of(v.reading().toString().split(", ")).contains(answer));
        }

        /** Verdicts that rest on a record. */
        Seen about(String record) {
            return where(v -> v.records().contains(record));
        }

        Seen where(Predicate<Verdict> fits) {
            return new Seen(verdicts.stream().filter(fits).toList(), records);
        }

        /** The only one. */
        Verdict only() {
            if (verdicts.size() != 1) {
                throw new AssertionError("expected one verdict, found " + verdicts);
            }
            return verdicts.getFirst();
        }

        List<String> bearers() {
            return new ArrayList<>(verdicts.stream().map(Verdict::bearer).toList());
        }
    }

    private static Path agreements() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("agreements"))) {
            here = here.getParent();
        }
        return here.resolve("agreements");
    }
}
