package holdfast.examine.deeper;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.language.AgreementReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An examination looks as deep as it takes, though nobody asks for more. */
class ByItselfTest {
    private static final String TWO_ACTS_STAY_THE_LEVY = """
            # The pasture accord
            ```holdfast
            agreement "Pasture accord"
            time zone Asia/Bishkek
            days count excluding the first day
            party Aksai, Besh
            guarantor Talas, Naryn
            measures from weakest: visit, levy
            event drive_herd(by: party), appeal(by: party), deposit(by: party)
            event call_on(by: party, about: breach) is visit, collect(by: party, about: breach) is levy
            state appealed begins with appeal
            state deposited begins with deposit
            state stayed is appealed and deposited
            1.1  each party P must not drive_herd(by P)
            2.1  while not stayed, on a breach B of 1.1 by P, Talas must collect(by Talas, about B) within 9 days
            2.2  on appeal(by P), Naryn must call_on(by Naryn) within 2 days
            2.3  on deposit(by P), Naryn must call_on(by Naryn) within 4 days
            ```
            """;

    private final Examiner examiner = new Examiner(Bounds.USUAL, List.of());

    private Examination examined(String text) {
        return examiner.examine(
                AgreementReader.read("pasture.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
                        .agreement()
                        .orElseThrow());
    }

    private Growth grown(String text, String... fixed) {
        return Deeper.byItself(examiner, Set.of(fixed)).from(examined(text));
    }

    private static List<String> measures(Examination examination) {
        return examination.guarantees().stream()
                .filter(g -> g.defectors().isEmpty() && g.violator().equals("Aksai"))
                .map(g -> g.measure().orElse("nothing"))
                .distinct()
                .toList();
    }

    @Test
    void anEscapeThatTakesTwoActsIsFound() {
        assertThat(measures(examined(TWO_ACTS_STAY_THE_LEVY))).containsExactly("levy");
        Growth growth = grown(TWO_ACTS_STAY_THE_LEVY);
        assertThat(measures(growth.examination())).containsExactly("visit");
        assertThat(growth.end()).isEqualTo(Growth.End.SETTLED);
        assertThat(growth.lastChange()).singleElement().satisfies(step -> {
            assertThat(step.bound().title()).isEqualTo("evasions");
            assertThat(step.to()).isEqualTo(2);
        });
    }

    @Test
    void actsThatCanOnlyHarmAreTriedAllAtOnceAndLeaveNothingOut() {
        Growth growth = grown(TWO_ACTS_STAY_THE_LEVY.replaceAll("2\\.[23] .*\n", ""));
        assertThat(growth.steps()).isEmpty();
        assertThat(growth.end()).isEqualTo(Growth.End.NOTHING_LEFT_OUT);
        assertThat(growth.work()).isZero();
        assertThat(measures(growth.examination())).containsExactly("nothing");
    }

    @Test
    void whatTheUserSetsDoesNotGrow() {
        Growth growth = grown(TWO_ACTS_STAY_THE_LEVY, "evasions", "requests", "help");
        assertThat(growth.end()).isEqualTo(Growth.End.NOTHING_GREW);
        assertThat(measures(growth.examination())).containsExactly("levy");
    }
}
