package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.intake.rows.Progress;
import holdfast.language.AgreementReader;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To an agreement "mill bridge" is not "Mill-Bridge"; to whoever writes reports it is. */
class WrittenOtherwiseTest {
    private static final String TEXT = """
            # The two bridges
            ## 1. Bridges
            ```holdfast
            agreement "The two bridges"
            time zone Europe/Kyiv
            party Upland, Lowland
            event cross(by: party, bridge: text, cargo: text)
            define night_crossing(by P) as cross(by P, cargo "night wagon")
            1.1 each party P must not cross(by P, bridge B) where B is not "Mill-Bridge"
            1.2 each party P must not night_crossing(by P)
            ```
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private List<String> told(String bridge, String cargo) throws IOException {
        Path file = Files.writeString(
                folder.resolve("rows.csv"),
                "id,source,occurred,event,basis,by,bridge,cargo\n" + "a,post,2031-04-02 09:00,cross,seen,Upland,"
                        + bridge + "," + cargo + "\n" + "b,post,2031-04-03 09:00,cross,seen,Upland," + bridge + ","
                        + cargo
                        + "\n");
        Agreement agreement = AgreementReader.read(Files.writeString(folder.resolve("bridges.md"), TEXT))
                .agreement()
                .orElseThrow();
        ReadReport report = Records.read(file, Optional.empty(), agreement, new ArrayList<>()::add, Progress.NONE);
        assertThat(report.recordCount()).isEqualTo(2);
        return report.problems().stream().map(ProblemLine::of).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mill-bridge", "MILL-BRIDGE", "Mill Bridge", "Mill–Bridge", "Mïll-Bridge", "MillBridge"})
    void aWordThatDiffersInCapitalsMarksOrHyphensIsToldOnce(String written) throws IOException {
        assertThat(told(written, "hay")).singleElement().asString().contains("HR180", "Mill-Bridge", "line 2");
    }

    @Test
    void theWordsOfDefinitionsAreWatchedToo() throws IOException {
        assertThat(told("ford", "Night wagon")).singleElement().asString().contains("`night wagon`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mill-Bridge", "Old Bridge", "Mill-Bridges"})
    void whatIsTheSameOrAnotherWordIsNotTold(String written) throws IOException {
        assertThat(told(written, "hay")).isEmpty();
    }
}
