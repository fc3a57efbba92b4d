package holdfast.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the rows of somebody else's file become records ({@code docs/mapping.md}). Not yet built: to parse one is refused. */
public final class Mapping {
    private Mapping() {}

    /**
     * @param mapping empty if a problem is an error
     */
    public record Parsed(Optional<Mapping> mapping, List<RecordProblem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    public static Parsed parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    public static Parsed parse(String file, String text) {
        throw new UnsupportedOperationException(file);
    }

    void read(
            Input input,
            Utf8Reader text,
            AgreementNames names,
            Problems problems,
            ReadCounts counts,
            DraftSink drafts) {
        throw new UnsupportedOperationException(input.name());
    }
}
