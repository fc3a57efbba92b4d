package holdfast.intake.rows;

import holdfast.intake.value.NumberForm;

/** Takes rows for somebody else, who decides how they are read; what becomes of the columns and the rows on the way is for each to say. */
public abstract class RowsPassedOn implements RowSink {
    private final RowSink to;

    protected RowsPassedOn(RowSink to) {
        this.to = to;
    }

    @Override
    public boolean skips(long line) {
        return to.skips(line);
    }

    @Override
    public void skipped(long line) {
        to.skipped(line);
    }

    @Override
    public boolean tellsBlanks() {
        return to.tellsBlanks();
    }

    @Override
    public boolean numbersTwins() {
        return to.numbersTwins();
    }

    @Override
    public boolean readsOnlyWhatItNeeds() {
        return to.readsOnlyWhatItNeeds();
    }

    @Override
    public void numbers(NumberForm form) {
        to.numbers(form);
    }

    @Override
    public void broken(long line) {
        to.broken(line);
    }
}
