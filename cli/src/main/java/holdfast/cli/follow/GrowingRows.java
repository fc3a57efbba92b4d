package holdfast.cli.follow;

import holdfast.cli.output.Refusal;
import holdfast.engine.Record;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A file in Holdfast's own form, row by row as it grows: what was read is not read again. */
final class GrowingRows implements Growing {
    /** More than this is taken in several turns. */
    private static final int MOST_AT_ONCE = 16 << 20;

    private final Path file;
    private final String name;
    private final boolean table;
    private final Agreement agreement;
    private final Set<String> ids;
    private final BooleanSupplier over;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private long length;
    private long read;
    private long lines;

    /**
     * @param name as the user named it; its ending says the form
     * @param ids of the records that were taken from any file
     * @param over whether nothing will be written into it any more
     */
    GrowingRows(Path file, String name, Agreement agreement, Set<String> ids, BooleanSupplier over) {
        this.file = file;
        this.name = name;
        this.table = !name.endsWith(".jsonl");
        this.agreement = agreement;
        this.ids = ids;
        this.over = over;
    }

    @Override
    public boolean isOver() {
        return over.getAsBoolean();
    }

    @Override
    public Grown more() {
        List<Record> records = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        boolean whole = over.getAsBoolean();
        for (byte[] bytes = added(whole); bytes.length > 0; bytes = added(whole)) {
            WholeRows rows = WholeRows.in(bytes, table);
            if (rows.rows().isEmpty()) {
                break;
            }
            take(rows, records, problems);
        }
        return new Grown(records, problems);
    }

    /** @param whole where nothing more will be written, the last line needs no end */
    private byte[] added(boolean whole) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            length = open.length();
            long there = length - read;
            if (there < 0) {
                throw Refusal.findings(
                        "`" + name + "` is shorter than it was: it was written anew, and not added to",
                        "begin again, so that all of it is read");
            }
            byte[] bytes = new byte[(int) Math.min(there, MOST_AT_ONCE)];
            open.seek(read);
            open.readFully(bytes);
            boolean unended = whole && bytes.length > 0 && there <= MOST_AT_ONCE && bytes[bytes.length - 1] != '\n';
            return unended ? ended(bytes) : bytes;
        } catch (IOException e) {
            throw Refusal.findings("`" + name + "` cannot be read any more", "is the file still there?");
        }
    }

    private static byte[] ended(byte[] bytes) {
        byte[] ended = Arrays.copyOf(bytes, bytes.length + 1);
        ended[bytes.length] = '\n';
        return ended;
    }

    private void take(WholeRows rows, List<Record> records, List<Problem> problems) {
        List<byte[]> left = rows.rows();
        if (table && header.size() == 0) {
            header.writeBytes(left.getFirst());
            lines = WholeRows.lines(left.getFirst());
            left = left.subList(1, left.size());
        }
        if (!takeAll(left, records, problems)) {
            // One that is bad must not keep the others back.
            long before = lines;
            for (byte[] row : left) {
                takeAlone(row, before, records, problems);
                before += WholeRows.lines(row);
            }
        }
        lines += left.stream().mapToLong(WholeRows::lines).sum();
        // The end that a last line was given is not in the file.
        read = Math.min(read + rows.size(), length);
    }

    private boolean takeAll(List<byte[]> rows, List<Record> records, List<Problem> problems) {
        List<Record> taken = new ArrayList<>();
        ReadReport report = read(rows, taken);
        boolean twice = taken.stream().map(Record::id).distinct().count() < taken.size()
                || taken.stream().anyMatch(r -> ids.contains(r.id()));
        if (!report.isGood() || twice) {
            return false;
        }
        keep(report, lines, taken, records, problems);
        return true;
    }

    /** @param before how many lines of the file stand before it */
    private void takeAlone(byte[] row, long before, List<Record> records, List<Problem> problems) {
        List<Record> taken = new ArrayList<>();
        ReadReport report = read(List.of(row), taken);
        Optional<Record> again =
                taken.stream().filter(r -> ids.contains(r.id())).findFirst();
        if (again.isPresent()) {
            problems.add(TakenBefore.at(
                    new Place.InTable(name, Place.Counted.LINES, before + 1, "id"),
                    again.get().id()));
        } else {
            keep(report, before, taken, records, problems);
        }
    }

    private void keep(
            ReadReport report, long before, List<Record> taken, List<Record> records, List<Problem> problems) {
        report.problems().forEach(p -> problems.add(moved(p, before)));
        taken.forEach(r -> ids.add(r.id()));
        records.addAll(taken);
    }

    private ReadReport read(List<byte[]> rows, List<Record> taken) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(header.toByteArray());
        rows.forEach(content::writeBytes);
        Input input = new Input(name, () -> new ByteArrayInputStream(content.toByteArray()));
        return Records.read(
                List.of(new RecordSource(input, Optional.empty())),
                agreement,
                taken::add,
                new ReadOptions(ReadOptions.DEFAULT.problemLimit(), ids::contains, Progress.NONE));
    }

    /** Where it stands in the whole file. */
    private Problem moved(Problem problem, long before) {
        long headerLines = WholeRows.lines(header.toByteArray());
        if (problem.place() instanceof Place.InTable in && in.number() > headerLines) {
            Place place = new Place.InTable(in.file(), in.counted(), in.number() - headerLines + before, in.column());
            return new Problem(
                    problem.code(), problem.severity(), place, problem.found(), problem.expected(), problem.help());
        }
        return problem;
    }
}
