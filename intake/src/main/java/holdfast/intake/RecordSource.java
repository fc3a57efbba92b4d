package holdfast.intake;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.rows.Input;
import java.util.Optional;

/**
 * A file of records and how to read it.
 *
 * @param mapping empty: the file has Holdfast's own form
 */
public record RecordSource(Input input, Optional<Mapping> mapping) {}
