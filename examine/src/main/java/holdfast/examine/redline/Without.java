package holdfast.examine.redline;

import holdfast.examine.Examination;
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

    /** Beside what must follow if everybody but the violator keeps its word, which was examined; within the same bounds. */
    public static Without of(Examination examination, Absence absence) {
        GuaranteeTable table = GuaranteeTable.without(examination.agreement(), examination.bounds(), absence);
        return new Without(
                absence, table.rows(), table.cutOff(), GuaranteeChanges.between(examination, table, absence.actors()));
    }
}
