package holdfast.intake.text;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import java.io.IOException;

/** The file cannot be read on from here. */
public final class UnreadableText extends IOException {
    private static final long serialVersionUID = 1L;

    final transient RecordCode code;
    final long line;
    final String found;
    final String expected;
    final String mend;

    public UnreadableText(RecordCode code, long line, String found, String expected, String mend) {
        super(found);
        this.code = code;
        this.line = line;
        this.found = found;
        this.expected = expected;
        this.mend = mend;
    }

    public void tell(Problems problems) {
        problems.error(code, line, "", found, expected, mend);
    }
}
