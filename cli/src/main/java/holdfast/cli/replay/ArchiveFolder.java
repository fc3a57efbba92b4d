package holdfast.cli.replay;

import holdfast.cli.output.Refusal;
import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.horizon.Archive;
import holdfast.intake.own.JsonRecordWriter;
import holdfast.language.model.Agreement;
import holdfast.report.replay.VerdictLines;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A folder with what is final: {@code records.jsonl} in Holdfast's own form, so that any command reads it, and {@code verdicts.jsonl}. */
final class ArchiveFolder implements Archive, AutoCloseable {
    private static final String RECORDS = "records.jsonl";
    private static final String VERDICTS = "verdicts.jsonl";

    private final Path folder;

    /** Whether the folder was not there before. */
    private final boolean made;

    private boolean kept;
    private final BufferedWriter records;
    private final BufferedWriter verdicts;
    private final JsonRecordWriter recordLines;
    private final VerdictLines verdictLines;

    private ArchiveFolder(Path folder, boolean made, Agreement agreement) throws IOException {
        this.folder = folder;
        this.made = made;
        this.records = created(folder.resolve(RECORDS));
        this.verdicts = created(folder.resolve(VERDICTS));
        this.recordLines = new JsonRecordWriter(records);
        this.verdictLines = new VerdictLines(agreement, verdicts);
    }

    /** @throws Refusal if something is in it, or it cannot be made */
    static ArchiveFolder in(Path folder, Agreement agreement) {
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw Refusal.usage(
                        "--archive: `" + folder + "` is there already, and not empty",
                        "name a folder that is not there yet; nothing is written over");
            }
            boolean made = !Files.exists(folder);
            Files.createDirectories(folder);
            return new ArchiveFolder(folder, made, agreement);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.usage("--archive: `" + folder + "` is a file", "name a folder that is not there yet");
        } catch (IOException e) {
            throw Refusal.usage("--archive: `" + folder + "` cannot be made", "choose another place");
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> within = Files.list(folder)) {
            return within.findAny().isEmpty();
        }
    }

    private static BufferedWriter created(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void take(Record record) {
        recordLines.write(record);
    }

    @Override
    public void take(Verdict verdict) {
        verdictLines.write(verdict);
    }

    /** All that is final is in it. */
    void keep() {
        kept = true;
    }

    /** What is not kept is taken away: half an archive would be taken for a whole one. */
    @Override
    public void close() {
        try (records;
                verdicts) {
            records.flush();
            verdicts.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!kept) {
            remove(folder.resolve(RECORDS));
            remove(folder.resolve(VERDICTS));
            if (made) {
                remove(folder);
            }
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays where somebody else put something beside it; the refusal that is under way says what went wrong.
        }
    }
}
