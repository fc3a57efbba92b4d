package holdfast.record.log.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {
    @TempDir
    Path folder;

    private Note log(int size) {
        SmallLog log = new SmallLog(folder.resolve("log"), SmallLog.logKey(), List.of(), false);
        return log.append(SmallLog.entries(0, size));
    }

    private Map<String, String> files(String of) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder.resolve(of))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.resolve(of).relativize(file).toString(),
                        java.util.Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void aLogWrittenEntryByEntryHasTheFilesThatTheTreeGives() throws IOException {
        for (int size : new int[] {0, 1, 255, 256, 257, 700}) {
            Path log = folder.resolve("log");
            Note checkpoint = log(size);
            ArchiveWriter writer = new ArchiveWriter(folder.resolve("export" + size));
            SmallLog.entries(0, size).forEach(writer::add);
            writer.finish(checkpoint);
            assertThat(files("export" + size)).isEqualTo(files("log"));
            try (Stream<Path> old = Files.walk(log)) {
                old.sorted(java.util.Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
        }
    }

    @Test
    void entriesThatDoNotLeadToTheCheckpointAreNotHandedOut() {
        Note checkpoint = log(300);
        ArchiveWriter writer = new ArchiveWriter(folder.resolve("export"));
        SmallLog.entries(1, 301).forEach(writer::add);
        assertThatThrownBy(() -> writer.finish(checkpoint)).hasMessageContaining("do not lead to the checkpoint");
        assertThat(folder.resolve("export/checkpoint")).doesNotExist();
    }

    @Test
    void earlierCheckpointsAreCalledByTheirSize() throws IOException {
        Note checkpoint = log(300);
        new ArchiveWriter(folder.resolve("export")).earlier(checkpoint);
        FolderArchive archive = new FolderArchive(folder.resolve("export"));
        assertThat(archive.earlierSizes()).containsExactly(300L);
        assertThat(Checkpoint.parse(Note.parse(archive.earlier(300).orElseThrow()).text()).size())
                .isEqualTo(300);
    }
}
