package holdfast.cli.follow;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.DigestedSource;
import holdfast.cli.replay.RecordFiles;
import holdfast.engine.Record;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.Records;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that are read whole again whenever there are others: a table that a mapping reads, where one row may decide how another is understood; a workbook; a shared record. What
 * was taken before stays as it was, or following ends.
 */
final class GrowingWhole implements Growing {
    private final RecordFiles.Pair pair;
    private final Agreement agreement;
    private final Set<String> ids;
    private final Map<String, Record> own = new HashMap<>();
    private List<Problem> told = List.of();
    private String digest = "";

    /** @param ids of the records that were taken from any file */
    GrowingWhole(RecordFiles.Pair pair, Agreement agreement, Set<String> ids) {
        this.pair = pair;
        this.agreement = agreement;
        this.ids = ids;
    }

    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public Grown more() {
        DigestedSource source = new DigestedSource(pair);
        String found = source.state();
        if (found.equals(digest)) {
            return Grown.NOTHING;
        }
        List<Record> all = new ArrayList<>();
        ReadReport report = Records.read(
                List.of(source.source()),
                agreement,
                all::add,
                new ReadOptions(ReadOptions.DEFAULT.problemLimit(), ids::contains, ReadOptions.DEFAULT.progress()));
        digest = found;
        List<Problem> fresh =
                report.problems().stream().filter(p -> !told.contains(p)).toList();
        told = report.problems();
        if (!report.isGood()) {
            // Half a table is not taken for the whole: what it says is told, and it is looked at again when it changes.
            return new Grown(List.of(), fresh);
        }
        checkNothingIsGone(all);
        List<Problem> problems = new ArrayList<>(fresh);
        List<Record> records = new ArrayList<>();
        for (Record one : all) {
            if (own.putIfAbsent(one.id(), one) == null) {
                if (ids.add(one.id())) {
                    records.add(one);
                } else {
                    problems.add(TakenBefore.at(new Place.WholeFile(source.name()), one.id()));
                }
            }
        }
        return new Grown(records, problems);
    }

    private void checkNothingIsGone(List<Record> all) {
        Set<Record> there = new HashSet<>(all);
        own.values().stream()
                .filter(r -> !there.contains(r))
                .map(Record::id)
                .sorted()
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.findings(
                            "`" + pair.data() + "`: the record `" + id + "` was taken, and is gone or another now",
                            "what was wrong is corrected by a further record; or begin again, so that all of it is read");
                });
    }
}
