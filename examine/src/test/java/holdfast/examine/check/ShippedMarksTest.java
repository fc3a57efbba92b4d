package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the checks F01 to F12 say of the agreements that come with Holdfast, against the marks that a careful reader gave them: {@code X} fires, {@code l} lesser,
 * {@code .} silent, {@code -} not applicable. F04, F09 and F12 had no marks; theirs are from here.
 */
class ShippedMarksTest {
    private static final List<Code> CODES = List.of(
            Code.F01, Code.F02, Code.F03, Code.F04, Code.F05, Code.F06, Code.F07, Code.F08, Code.F09, Code.F10,
            Code.F11, Code.F12);

    @Test
    void budapest() {
        // F09: self-defence, on which nobody rules. F07: the Council decides on measures and finds nothing.
        assertThat(marks("budapest-1994")).isEqualTo("X X - - X X - - X X . .");
    }

    @Test
    void minsk() {
        assertThat(marks("minsk-2015")).isEqualTo("X X X - X X X X . - - -");
    }

    @Test
    void kyivCompact() {
        assertThat(marks("kyiv-compact-2022")).isEqualTo(". . - - . . - - . l . .");
    }

    @Test
    void paris() {
        // F04: whether the Commission finds anything, the ladder goes by the breach itself.
        assertThat(marks("paris-declaration-2026")).isEqualTo(". . l . . . l l . l l .");
    }

    private static String marks(String name) {
        Agreement agreement = AgreementReader.read(Path.of("../agreements", name, "agreement.md"))
                .agreement()
                .orElseThrow();
        Bounds bounds = new Bounds(0, 0, 1, 1, 32, Duration.ofDays(400), 20_000_000);
        Examination examination = new Examiner(bounds, List.of()).examine(agreement);
        Map<Code, String> marks = new LinkedHashMap<>();
        CODES.forEach(c -> marks.put(c, mark(examination, c)));
        for (Finding finding : examination.findings()) {
            if (CODES.contains(finding.code())) {
                assertThat(finding.story().map(s -> s.unmet(agreement)).orElse(List.of()))
                        .as("%s %s: what the story claims and a replay does not bear out", name, finding.code())
                        .isEmpty();
            }
        }
        return String.join(" ", marks.values());
    }

    private static String mark(Examination examination, Code code) {
        if (examination.results().get(code) instanceof Check.Result.NotApplicable) {
            return "-";
        }
        List<Finding.Weight> weights = examination.findings().stream()
                .filter(f -> f.code() == code)
                .map(Finding::weight)
                .toList();
        return weights.contains(Finding.Weight.FIRES) ? "X" : weights.isEmpty() ? "." : "l";
    }
}
