package holdfast.examine.table;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.redline.Without;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left of the guarantees where one cannot count on somebody. */
class WithoutSomebodyTest {
    private static final Examiner EXAMINER = new Examiner(Bounds.USUAL.withDefectors(0), List.of());

    private static final Agreement RIVER = AgreementReader.read(
                    "river.md", """
                    ## Article 1. Water

                    ```holdfast
                    agreement "The river"
                    time zone UTC
                    days count excluding the first day
                    party Obertal, Niedertal
                    guarantor Seeland, Bergland
                    measures from weakest: levy, embargo
                    body Court of Seeland, Bergland, decides by consensus
                    event dam(by: party), divert(by: party), charge(by: party, about: breach) is levy
                    event close(by: party, about: breach) is embargo
                    Court confirms breaches of 1.2
                    1.1  each party P must not dam(by P)
                    1.2  each party P must not divert(by P)
                    1.3  on a breach B of 1.1, Seeland must close(about B) within 24 hours
                    1.4  on a breach B of 1.1, Bergland must charge(about B) within 48 hours
                    1.5  on a confirmed breach B of 1.2, Bergland must charge(about B) within 24 hours
                    ```
                    """.getBytes(StandardCharsets.UTF_8), n -> Optional.empty())
            .agreement()
            .orElseThrow();

    private static final Examination ALL = EXAMINER.examine(RIVER);

    private static Without without(String actor, Absence.Manner manner) {
        return Without.of(ALL, new Absence(List.of(actor), manner));
    }

    private static Optional<String> follows(List<Guarantee> rows, String prohibition) {
        return rows.stream()
                .filter(g -> g.prohibition().equals(prohibition)
                        && g.violator().equals("Obertal")
                        && g.course().kind() == Course.Kind.ONCE
                        && g.defectors().isEmpty())
                .findFirst()
                .orElseThrow()
                .measure();
    }

    @Test
    void whoDoesNothingGivesNothingAndWhatOthersGiveStays() {
        assertThat(follows(ALL.guarantees(), "1.1")).hasValue("embargo");
        assertThat(follows(without("Seeland", Absence.Manner.DOES_NOTHING).guarantees(), "1.1"))
                .hasValue("levy");
        assertThat(follows(without("Bergland", Absence.Manner.DOES_NOTHING).guarantees(), "1.1"))
                .hasValue("embargo");
    }

    /** Whoever only votes no goes on giving what it must, and stops what waits for its vote. */
    @Test
    void whoOnlyVotesNoStopsWhatWaitsForItsVote() {
        Without away = without("Seeland", Absence.Manner.VOTES_NO);
        assertThat(follows(away.guarantees(), "1.1")).hasValue("embargo");
        assertThat(follows(away.guarantees(), "1.2")).isEmpty();
    }

    /** Nobody's staying away makes an answer stronger. */
    @Test
    void noChangeIsForTheBetter() {
        for (String one : List.of("Seeland", "Bergland")) {
            for (Absence.Manner manner : Absence.Manner.values()) {
                assertThat(without(one, manner).guarantees())
                        .allMatch(g -> g.rank()
                                <= ALL.guarantees().stream()
                                        .filter(a -> a.prohibition().equals(g.prohibition())
                                                && a.violator().equals(g.violator()))
                                        .mapToInt(Guarantee::rank)
                                        .max()
                                        .orElse(-1));
            }
        }
    }

    @Test
    void eachRowHasAStoryThatReplaysToIt() {
        assertThat(without("Seeland", Absence.Manner.DOES_NOTHING).guarantees())
                .isNotEmpty()
                .allMatch(g -> StoryReplay.unmet(g.story(), RIVER).isEmpty())
                .allMatch(g -> g.story().title().contains("without Seeland"));
    }
}
