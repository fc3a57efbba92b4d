package holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.report.explain.Explainer;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.replay.HtmlReport;
import holdfast.report.replay.JsonReport;
import holdfast.report.replay.TextReport;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

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
        assertThat(coloured.replaceAll(Colours.ESCAPE + "\\[[0-9;]*m", ""))
                .isEqualTo(TextReport.of(replay, Colours.OFF, false));
        assertThat(coloured).contains(Colours.ESCAPE + "[");
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
        assertThat(ReplaySchema.errors(out.toString())).isEmpty();
    }

    @Test
    void schemaIsStrict() throws IOException {
        assertThat(ReplaySchema.errors("{}")).isNotEmpty();
    }

    @Test
    void htmlIsWellFormedAndEscaped() throws Exception {
        String html = HtmlReport.of(replay);
        Files.writeString(Path.of("target/replay.html"), html);
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
        assertThat(page.getElementsByTagName("svg").getLength())
                .as("times, a band for each article, the legend")
                .isGreaterThan(2);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Framework of <security> guarantees");
        assertThat(html).doesNotContain("http://example", "https://fonts", "<script", " src=");
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
