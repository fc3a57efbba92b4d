package holdfast.examine.table;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts of the size that real ones have are examined whole within the usual bounds. */
class SizesTest {
    @Test
    void fiftyThreeClausesAreExaminedWhole() throws IOException {
        byte[] text;
        try (InputStream in =
                Objects.requireNonNull(SizesTest.class.getResourceAsStream("/holdfast/examine/sizes/many-points.md"))) {
            text = in.readAllBytes();
        }
        Outcome outcome = AgreementReader.read("many-points.md", text, name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        Examination examination = new Examiner(Bounds.USUAL, List.of())
                .examine(outcome.agreement().orElseThrow());
        assertThat(examination.agreement().norms()).hasSize(53);
        assertThat(examination.partial()).isEmpty();
        assertThat(examination.cutOff()).isEmpty();
        assertThat(examination.guarantees()).isNotEmpty();
    }

    /** An hourly duty owes some 9,600 turns in the time that is followed: they are followed like those of any other. */
    @Test
    void aDutyOfEveryHourIsExaminedWhole() {
        Examination examination = examined("""
                party Lake, Shore
                actor Wardens
                event cross(by: party), look(by: party), signature
                state watched begins with signature
                1.1  each party P must not cross(by P)
                1.2  while watched, Wardens must look every 1 hour
                """);
        assertThat(examination.partial()).isEmpty();
        assertThat(examination.cutOff()).isEmpty();
    }

    /** Parties of whom the text says the same are one another's likeness: what is found of one is said of all. */
    @Test
    void aThousandPartiesAreExaminedWhole() {
        String names = IntStream.range(0, 1000).mapToObj(i -> "Village" + i).collect(Collectors.joining(", "));
        Examination examination = examined("""
                party %s
                event raid(by: party)
                1.1  each party P must not raid(by P)
                """.formatted(names));
        assertThat(examination.partial()).isEmpty();
        assertThat(examination.guarantees()).isNotEmpty();
    }

    /** 14 questions have 16,384 combinations of answers: it is said which readings were not looked at. */
    @Test
    void fourteenQuestionsAreAnsweredAsFarAsTheyWereLookedAt() {
        String questions = IntStream.range(0, 14).mapToObj("""
                        question q%1$d "x" answers so%1$d, thus%1$d
                        read q%1$d as so%1$d, define step%1$d(by P) as cross(by P)
                        read q%1$d as thus%1$d, define step%1$d(by P) as ask(by P)
                        """::formatted).collect(Collectors.joining());
        String any = IntStream.range(0, 14).mapToObj("step%d(by P)"::formatted).collect(Collectors.joining(" or "));
        Examination examination = examined("party Lake, Shore\nevent cross(by: party), ask(by: party)\n" + questions
                + "define any(by P) as " + any + "\n1.1  each party P must not any(by P)\n");
        assertThat(examination.partial()).isNotEmpty();
    }

    private static Examination examined(String block) {
        String text = "# Sizes\n\n```holdfast\nagreement \"Sizes\"\ntime zone Africa/Nairobi\n" + block + "```\n";
        Outcome outcome =
                AgreementReader.read("sizes.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return new Examiner(Bounds.USUAL, List.of()).examine(outcome.agreement().orElseThrow());
    }
}
