package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two texts that were written from public sources and marked by hand, all 32 checks, before the examiner saw them: {@code X} fires, {@code l} lesser, {@code .} silent,
 * {@code -} not applicable. The marks stand in {@code further-marks.csv} with the reason of each. Where the examiner was wrong, it was mended; where it says
 * something else and is not wrong, the difference is listed here with its reason.
 */
class FurtherMarksTest {
    private static final Bounds SMALL = new Bounds(0, 0, 1, 1, 4, Duration.ofDays(400), 20_000_000);

    private static final List<Subject.Loss> LOSSES = List.of(
            new Subject.Loss("Karabakh 2023", Duration.ofHours(25).toMillis()),
            new Subject.Loss("Crimea 2014", Duration.ofDays(19).toMillis()));

    private static final Map<Code, String> SINAI_ACCEPTED = Map.of(
            // What is forbidden is looked at for exceptions, and there are none: silent, not out of place.
            Code.F09,
            ".",
            // Nothing in the text follows from a number of breaches, so there is no count that could lack its unit.
            Code.F24,
            "-",
            // As Budapest: signed, and no consent at home for what the memorandum promises. That it was kept from the
            // public cannot be written in the language.
            Code.F31,
            "l");

    private static final Map<Code, String> PRETORIA_ACCEPTED = Map.of(
            // There is no guarantor, but there is a body that decides, and it was looked at whether a suspect sits in
            // it.
            Code.F05,
            ".",
            Code.F09,
            ".",
            // The contested areas have no day, and what the party told has to put right has one, but no other clause
            // hangs on it.
            Code.F17,
            "l",
            Code.F24,
            "-",
            // As Minsk II: no guarantee that could be lost, and so none is.
            Code.F30,
            ".");

    @Test
    void sinai() {
        assertThat(marks("sinai-1975")).isEqualTo(given(1, SINAI_ACCEPTED));
    }

    @Test
    void pretoria() {
        assertThat(marks("pretoria-2022")).isEqualTo(given(2, PRETORIA_ACCEPTED));
    }

    /** The marks of one column; an accepted difference takes the place of the mark, and must be one. */
    private static Map<Code, String> given(int column, Map<Code, String> accepted) {
        Map<Code, String> marks = new TreeMap<>();
        read().lines().skip(1).map(line -> line.split(",", 4)).forEach(cells -> {
            Code code = Code.valueOf(cells[0]);
            String instead = accepted.getOrDefault(code, cells[column]);
            assertThat(accepted.containsKey(code) && instead.equals(cells[column]))
                    .as("%s is accepted as a difference and is none", code)
                    .isFalse();
            marks.put(code, instead);
        });
        assertThat(marks).hasSize(Code.values().length);
        return marks;
    }

    private static Map<Code, String> marks(String name) {
        Agreement agreement = AgreementReader.read(Path.of("../agreements", name, "agreement.md"))
                .agreement()
                .orElseThrow();
        Examination examination = new Examiner(SMALL, LOSSES).examine(agreement);
        Map<Code, String> marks = new TreeMap<>();
        examination.results().forEach((code, result) -> marks.put(code, mark(result)));
        return marks;
    }

    private static String mark(Check.Result result) {
        return switch (result) {
            case Check.Result.NotApplicable ignored -> "-";
            case Check.Result.NotLookedFor ignored -> "?";
            case Check.Result.Found(List<Finding> findings) ->
                findings.stream().anyMatch(f -> f.weight() == Finding.Weight.FIRES)
                        ? "X"
                        : findings.isEmpty() ? "." : "l";
        };
    }

    private static String read() {
        try (var in = FurtherMarksTest.class.getResourceAsStream("further-marks.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
