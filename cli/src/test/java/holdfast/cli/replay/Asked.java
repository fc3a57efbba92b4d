package holdfast.cli.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a replay is asked where only a file of records is given. */
public final class Asked {
    private Asked() {}

    public static ReplayQuestion of(Path records) {
        return new ReplayQuestion(
                List.of(records),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
