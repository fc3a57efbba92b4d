package holdfast.cli.match;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.RecordFiles;
import holdfast.language.diagnostic.ProblemText;
import holdfast.readiness.items.ItemList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the list of items that a command is given. */
public final class ItemFiles {
    private ItemFiles() {}

    /**
     * @param path null: none was given, and each item stands for itself
     * @throws Refusal if it cannot be read or used
     */
    public static ItemList readOr(@Nullable Path path) throws IOException {
        if (path == null) {
            return ItemList.NONE;
        }
        RecordFiles.checked(path);
        ItemList.Parsed parsed = ItemList.parse(path.toString(), Files.readAllBytes(path));
        return parsed.items()
                .orElseThrow(() -> Refusal.findings(
                        "the list of items cannot be used\n"
                                + ProblemText.of(parsed.problems()).stripTrailing(),
                        "docs/readiness.md says how a list of items is written"));
    }
}
