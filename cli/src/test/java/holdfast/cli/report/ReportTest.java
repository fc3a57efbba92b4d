package holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.explain.Explainer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Replay replay = Example.replay();

    @Test
    void text() throws IOException {
        Golden.same("replay.txt", TextReport.of(replay, Colours.OFF, false));
    }

    @Test
    void textOfEverything() throws IOException {
        Golden.same("replay-all.txt", TextReport.of(replay, Colours.OFF, true));
    }

    @Test
    void textIsTheSameWithoutItsColours() {
        String coloured = TextReport.of(replay, Colours.ON, false);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(TextReport.of(replay, Colours.OFF, false));
        assertThat(coloured).contains("\u001b[");
    }

    @Test
    void noLineIsLongerThanAHundredColumns() {
        assertThat(TextReport.of(replay, Colours.OFF, true).lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void json() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.write(replay, out);
        Golden.same("replay.json", out.toString());
    }

    @Test
    void explanations() throws IOException {
        Explainer explainer = new Explainer(replay.agreement(), replay.texts(), replay.cited(), replay.receipt(), 12);
        StringBuilder out = new StringBuilder();
        replay.verdicts().stream()
                .distinct()
                .map(explainer::explain)
                .forEach(e -> out.append(String.join("\n", Page.wrap(e.paragraph(), 100)))
                        .append("\n\n")
                        .append(e.tree(100))
                        .append('\n'));
        Golden.same("explanations.txt", out.toString());
    }
}
