package holdfast.examine;

import holdfast.examine.redline.GuaranteeChanges;
import holdfast.examine.table.Absence;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import java.util.List;

/**
 * What must follow if some guarantors are away.
 *
 * @param guarantees the table then; what one of them breaks itself has no row
 * @param cutOff what was not played to its end; nothing is said of it
 * @param changes what differs from the table in which they keep their word
 */
public record Without(
        Absence absence, List<Guarantee> guarantees, List<GuaranteeTable.CutOff> cutOff, GuaranteeChanges changes) {
    public Without {
        guarantees = List.copyOf(guarantees);
        cutOff = List.copyOf(cutOff);
    }
}
