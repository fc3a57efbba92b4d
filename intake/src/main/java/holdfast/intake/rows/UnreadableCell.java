package holdfast.intake.rows;

/** A cell of a workbook that is needed and has nothing that can be read, such as a formula that failed. */
public final class UnreadableCell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int cell;
    private final String mend;

    UnreadableCell(int cell, String found, String mend) {
        super(found, null, false, false);
        this.cell = cell;
        this.mend = mend;
    }

    /** From the left, 0 being the first. */
    public int cell() {
        return cell;
    }

    public String found() {
        return String.valueOf(getMessage());
    }

    public String mend() {
        return mend;
    }
}
