package holdfast.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private long now;

    private ProgressLine line(boolean shown) {
        return new ProgressLine(new PrintWriter(new VisibleWriter(err, false)), shown, () -> now);
    }

    @Test
    void isQuietForTwoSecondsAndWipesItselfAway() {
        try (ProgressLine line = line(true)) {
            now = 1999;
            line.reached("r.csv", 5_000_000, 40_000);
            assertThat(err.toString()).isEmpty();
            now = 2000;
            line.reached("r.csv", 6_000_000, 50_000);
            assertThat(err.toString()).isEqualTo("\rreading r.csv: 50,000 lines, 6 MB");
            line.reached("r.csv", 7_000_000, 60_000);
            assertThat(err.toString()).doesNotContain("60,000");
        }
        assertThat(err.toString()).endsWith("\r").contains(" ".repeat(30));
    }

    @Test
    void isSilentWhereNobodyLooks() {
        try (ProgressLine line = line(false)) {
            now = 100_000;
            line.reached("r.csv", 1, 1);
            line.step("working out the verdicts");
        }
        assertThat(err.toString()).isEmpty();
    }
}
