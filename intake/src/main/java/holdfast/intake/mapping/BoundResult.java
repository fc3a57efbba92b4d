package holdfast.intake.mapping;

import holdfast.intake.mapping.CellText.FromCell;
import holdfast.intake.mapping.MappingModel.Point;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result of a mapping's rule, with its columns found in the file and its names in the agreement. */
sealed interface BoundResult {
    /** The cells with several values of which each makes a record of its own. */
    List<FromCell> each();

    /** Where a point's coordinates stand, and when they count. */
    record Point2(int latitude, int longitude, RowTest when) {}

    /**
     * @param type null: the agreement's event has no such attribute
     * @param constant a value that is the same for all rows
     */
    record Argument(
            String attribute,
            @Nullable ValueType type,
            CellText text,
            String column,
            @Nullable Value constant,
            @Nullable Point2 coordinates) {}

    /** Which record is meant. */
    sealed interface Reference {
        record It() implements Reference {}

        record Given(CellText id) implements Reference {}
    }

    record Observe(
            String event,
            boolean declared,
            List<Argument> arguments,
            @Nullable CellText incident,
            @Nullable CellText basis,
            @Nullable CellText source,
            @Nullable CellText author,
            List<FromCell> each)
            implements BoundResult {}

    record Attribute(
            Reference about,
            CellText to,
            @Nullable CellText by,
            @Nullable CellText standard,
            @Nullable CellText dissent,
            List<FromCell> each)
            implements BoundResult {}

    record Find(
            @Nullable Reference about,
            @Nullable CellText term,
            @Nullable CellText clause,
            @Nullable CellText against,
            @Nullable CellText by,
            CellText result,
            @Nullable Point at,
            int atCell,
            int clockCell,
            List<FromCell> each)
            implements BoundResult {}

    record Withdraw(Reference about, @Nullable CellText by, List<FromCell> each) implements BoundResult {}
}
