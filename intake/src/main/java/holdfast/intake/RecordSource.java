package holdfast.intake;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.rows.Input;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of records and how to read it.
 *
 * @param mapping empty: the file has Holdfast's own form
 */
public record RecordSource(Input input, Optional<Mapping> mapping) {
    public static RecordSource of(Path file) {
        return new RecordSource(Input.of(file), Optional.empty());
    }

    public static RecordSource of(Path file, Mapping mapping) {
        return new RecordSource(Input.of(file), Optional.of(mapping));
    }
}
