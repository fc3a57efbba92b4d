package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is found in four texts, by the checks from F13 on: X where it fires, l where it is lesser, . where there is none, - where the text has nothing of the kind. */
class ShippedMarksLaterTest {
    /** Small ones: the marks are about the texts, not about how far a violator may go. */
    private static final Bounds SMALL = new Bounds(0, 0, 1, 1, 32, Duration.ofDays(400), 20_000_000);

    private static final List<Subject.Loss> LOSSES = List.of(
            new Subject.Loss("Karabakh 2023", Duration.ofHours(25).toMillis()),
            new Subject.Loss("Crimea 2014", Duration.ofDays(19).toMillis()));

    @Test
    void budapest() {
        assertThat(marks("budapest-1994"))
                .isEqualTo(expected("F13 . F14 . F15 . F16 X F17 . F19 X F21 X F22 l F23 X F25 . F28 X F30 . F31 l"));
    }

    @Test
    void minsk() {
        assertThat(marks("minsk-2015"))
                .isEqualTo(expected("F13 X F14 X F15 X F16 X F17 X F19 X F21 . F22 X F23 X F25 X F28 l F30 . F31 -"));
    }

    @Test
    void kyivCompact() {
        assertThat(marks("kyiv-compact-2022"))
                .isEqualTo(expected("F13 . F14 . F15 . F16 . F17 . F19 l F21 . F22 . F23 l F25 l F28 X F30 . F31 X"));
    }

    @Test
    void paris() {
        assertThat(marks("paris-declaration-2026"))
                .isEqualTo(expected("F13 . F14 . F15 X F16 l F17 l F19 l F21 . F22 X F23 l F25 l F28 . F30 . F31 l"));
    }

    private static Map<String, String> expected(String marks) {
        Map<String, String> expected = new TreeMap<>();
        String[] words = marks.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            expected.put(words[i], words[i + 1]);
        }
        return expected;
    }

    private static Map<String, String> marks(String name) {
        Agreement agreement = AgreementReader.read(Path.of("../agreements", name, "agreement.md"))
                .agreement()
                .orElseThrow();
        Examination examination = new Examiner(SMALL, LOSSES).examine(agreement);
        Map<String, String> marks = new TreeMap<>();
        examination.results().forEach((code, result) -> marks.put(code.name(), mark(agreement, result)));
        List.of("F18", "F20", "F24", "F26", "F27", "F29", "F32").forEach(marks::remove);
        marks.keySet().removeIf(code -> code.compareTo("F13") < 0);
        return marks;
    }

    private static String mark(Agreement agreement, Check.Result result) {
        return switch (result) {
            case Check.Result.NotApplicable ignored -> "-";
            case Check.Result.NotLookedFor ignored -> "?";
            case Check.Result.Found(List<Finding> findings) -> {
                findings.forEach(f -> f.story().ifPresent(s -> {
                    assertThat(s.unmet(agreement)).as(f.code().name()).isEmpty();
                    assertThat(s.claims()).as(f.code().name()).isNotEmpty();
                }));
                if (Boolean.getBoolean("holdfast.show")) {
                    findings.forEach(f -> System.out.println(f.code() + " " + f.weight() + " " + f.clauses() + " "
                            + f.sentence() + " " + f.story().map(s -> s.claims())));
                }
                yield findings.stream().anyMatch(f -> f.weight() == Finding.Weight.FIRES)
                        ? "X"
                        : findings.isEmpty() ? "." : "l";
            }
        };
    }
}
