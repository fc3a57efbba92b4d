package holdfast.intake;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.rows.Input;
import java.util.Optional;

/**
 * A file of records and how to read it.
 *
 * @param mapping empty: the file has Holdfast's own form
 * @param earlier the edition that it replaces, where that is no file that is read with it
 */
public record RecordSource(Input input, Optional<Mapping> mapping, Optional<EarlierEdition> earlier) {
    public RecordSource(Input input, Optional<Mapping> mapping) {
        this(input, mapping, Optional.empty());
    }
}
