package holdfast.record.ingest;

import holdfast.engine.Record;
import holdfast.intake.EarlierEdition;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.intake.rows.Progress;
import holdfast.language.model.Agreement;
import holdfast.record.canonical.Json;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.Names;
import holdfast.record.store.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What of a data set a record holds: its editions, and the records that came with them. */
final class KeptSet {
    private final String source;
    private final Reading record;
    private final List<Statement.OfEdition> editions = new ArrayList<>();
    private final List<byte[]> records = new ArrayList<>();
    private final List<String> called = new ArrayList<>();
    private final Map<String, String> roots = new HashMap<>();
    /** By the first version: itself, and the version that counts. */
    private final Map<String, Versions> versions = new HashMap<>();

    private OptionalLong latest = OptionalLong.empty();

    /** Records are in the order of their moments, and at one moment of their ids. */
    private record Placed(long recorded, String id) {
        boolean isBefore(Placed other) {
            return recorded < other.recorded || recorded == other.recorded && id.compareTo(other.id) < 0;
        }
    }

    private record Versions(Placed first, Placed last) {
        Versions and(Versions later) {
            return new Versions(first, last.isBefore(later.last) ? later.last : last);
        }
    }

    private KeptSet(String source, Reading record) {
        this.source = source;
        this.record = record;
    }

    static KeptSet of(String source, Reading record) {
        KeptSet kept = new KeptSet(source, record);
        record.read(0, record.size(), kept::entry);
        return kept;
    }

    private void entry(Entry entry) {
        if (entry.isOfAnEdition()
                && entry.content().statement()
                        instanceof Statement.OfRecord(Json.Members json, Optional<Statement.Part> part)
                && part.isPresent()
                && part.get().source().equals(source)) {
            records.add(json.canonical());
            called.add(part.get().as());
            json.text("recorded").ifPresent(t -> known(Instant.parse(t).toEpochMilli()));
        } else if (entry.recordBytes().isEmpty()
                && entry.content().statement() instanceof Statement.OfEdition edition
                && edition.source().equals(source)) {
            editions.add(edition);
            edition.published().ifPresent(this::known);
        }
    }

    private void known(long moment) {
        latest = OptionalLong.of(Math.max(moment, latest.orElse(moment)));
    }

    /** Whether nothing of it was ever taken. */
    boolean isNew() {
        return editions.isEmpty() && records.isEmpty();
    }

    /** The last moment at which something of it became known. */
    OptionalLong latest() {
        return latest;
    }

    /** As the edition that counts is told. */
    String last() {
        return editions.isEmpty() ? source : editions.getLast().edition();
    }

    /**
     * The edition that was taken from the very same files. One that was replaced since may be gone back to on purpose: under another name, and with a day after that
     * of the one that counts.
     */
    Optional<Statement.OfEdition> already(DataSet given) {
        List<Statement.OfEdition> same = given.among(editions);
        if (same.isEmpty()) {
            return Optional.empty();
        }
        Optional<Statement.OfEdition> named =
                same.stream().filter(e -> e.edition().equals(given.edition())).findFirst();
        boolean counts = same.getLast().equals(editions.getLast());
        boolean back = !counts
                && given.published().isPresent()
                && given.published().getAsLong() > latest.orElse(Long.MIN_VALUE);
        return named.isEmpty() && back ? Optional.empty() : named.or(() -> Optional.of(same.getLast()));
    }

    boolean isNamed(DataSet given) {
        return given.isNamed(editions);
    }

    /** What a file replaces that is the next edition. */
    EarlierEdition replacedBy(DataSet next, Agreement agreement) {
        EarlierEdition earlier = new EarlierEdition(
                last(),
                next.edition(),
                id -> Names.find(record, Statement.OfRecord.key(id)).isPresent(),
                next.published());
        if (records.isEmpty()) {
            return earlier;
        }
        ReadReport report = Records.readPlaced(
                List.of(new RecordSource(RecordLines.of(records, last()), Optional.empty())),
                agreement,
                (r, as, file, row) -> {
                    took(r);
                    earlier.took(r, called.get((int) row - 1));
                },
                new ReadOptions(100, id -> true, Progress.NONE));
        if (!report.isGood()) {
            throw new Import.StaleEdition(last(), report.problems());
        }
        return earlier;
    }

    private void took(Record one) {
        String root = one.corrects().map(c -> roots.getOrDefault(c, c)).orElse(one.id());
        roots.put(one.id(), root);
        Placed placed = new Placed(one.recorded(), one.id());
        versions.merge(root, new Versions(placed, placed), Versions::and);
    }

    /** Whether a record of the next edition stands before what it corrects or withdraws, so that it would change nothing. */
    boolean isWithoutEffect(Record next, String as) {
        Placed placed = new Placed(next.recorded(), next.id());
        if (next instanceof Record.Withdrawal gone && as.isEmpty()) {
            return isBefore(placed, gone.withdraws(), Versions::first);
        }
        return next.corrects().map(id -> isBefore(placed, id, Versions::last)).orElse(false);
    }

    private boolean isBefore(Placed placed, String id, Function<Versions, Placed> which) {
        Versions there = versions.get(roots.getOrDefault(id, id));
        return there != null && placed.isBefore(which.apply(there));
    }
}
