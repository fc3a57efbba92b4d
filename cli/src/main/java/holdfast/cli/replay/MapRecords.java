package holdfast.cli.replay;

import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.engine.Record;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.model.Agreement;
import holdfast.report.explain.Receipt;
import holdfast.territory.GainRecords;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesProblems;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The series of maps that a replay reads: what they say as records, and their digests. */
public final class MapRecords {
    private static final int REMARKS = 5;

    private final List<Record> records = new ArrayList<>();
    private final List<Receipt.Digest> digests = new ArrayList<>();
    private int maps;
    private long lastMoment = Long.MIN_VALUE;

    /** Whether records come from maps there: a folder of them, or the rules of a series. */
    public static boolean areMaps(Path path) {
        try {
            return !KeptRecord.isOne(path) && (MapSeries.isRules(path) || MapSeries.isFolderOfMaps(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal if a series cannot be used */
    public static MapRecords read(
            List<Path> series, Optional<Path> rules, Agreement agreement, PrintWriter err, ProgressLine progress) {
        MapRecords all = new MapRecords();
        rules.ifPresent(file -> {
            if (series.isEmpty()) {
                throw Refusal.usage(
                        "`--rules " + file + "` says how maps are read, and there are no maps",
                        "give their folder with `--records`");
            }
            RecordFiles.checked(file);
        });
        for (Path path : series) {
            all.add(path, rules, agreement, err, progress);
        }
        return all;
    }

    private void add(Path path, Optional<Path> rules, Agreement agreement, PrintWriter err, ProgressLine progress) {
        if (!Files.exists(path)) {
            throw Refusal.usage("there is no `" + path + "`", "");
        }
        try {
            GainRecords.Read read = GainRecords.read(agreement, MapSeries.open(path, rules), progress::map);
            records.addAll(read.records());
            maps += read.maps();
            lastMoment = Math.max(lastMoment, read.lastMoment());
            read.beyond().forEach(r -> err.println("holdfast: " + r));
            digests.add(new Receipt.Digest(path.toString(), digest(read)));
            read.remarks().stream().limit(REMARKS).forEach(r -> err.println("holdfast: " + r));
            if (read.remarks().size() > REMARKS) {
                err.println("holdfast: and " + (read.remarks().size() - REMARKS) + " more remarks about the maps");
            }
        } catch (GeographyProblem problem) {
            throw Refusal.maps(List.of(problem.problem()), 0);
        } catch (SeriesProblems problems) {
            throw Refusal.maps(problems.problems(), problems.more());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the lines {@code digest, two blanks, name} of all maps in order of name, as sha256sum prints them. */
    private static String digest(GainRecords.Read read) {
        StringBuilder lines = new StringBuilder();
        read.sha256()
                .forEach((file, sha) ->
                        lines.append(sha).append("  ").append(file).append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Record> records() {
        return records;
    }

    List<Receipt.Digest> digests() {
        return digests;
    }

    /** The end of the last map's day; empty where no map was read. */
    Optional<Long> lastMoment() {
        return maps == 0 ? Optional.empty() : Optional.of(lastMoment);
    }

    int maps() {
        return maps;
    }
}
