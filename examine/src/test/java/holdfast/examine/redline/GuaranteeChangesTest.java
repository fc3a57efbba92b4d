package holdfast.examine.redline;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.redline.GuaranteeChange.Kind;
import holdfast.examine.redline.draft.Pairing;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a change of the text does to what must follow: compared reading by reading, and whatever the drafts call an event. */
class GuaranteeChangesTest {
    private static final String OPEN = """
            question end answers day, two_days
            1.1 each party P must not attack(by P)
            read end as day, a breach of 1.1 ends after 24 hours without a further act
            read end as two_days, a breach of 1.1 ends after 48 hours without a further act
            ## Article 2. Answers
            2.1 on a breach B of 1.1 by Russia, Ukraine must warn(about B) within 24 hours
            2.2 if B continues after 24 hours, France must assist(by France, about B) within 48 hours
            """;

    private static final String SETTLED = """
            1.1 each party P must not attack(by P)
            a breach of 1.1 ends after 48 hours without a further act
            ## Article 2. Answers
            2.1 on a breach B of 1.1 by Russia, Ukraine must warn(about B) within 24 hours
            2.2 if B continues after 24 hours, France must assist(by France, about B) within 48 hours
            """;

    private static final String GROWING = """
            define campaign(by P) as at least 3 attack(by P) within 24 hours
            1.1 each party P must not attack(by P)
            a breach of 1.1 ends after 24 hours without a further act
            ## Article 2. Answers
            2.1 on a breach B of 1.1 by Russia, Ukraine must warn(about B) within 24 hours
            2.2 if B grows into campaign(by Russia), France must assist(by France, about B) within 48 hours
            """;

    private static List<GuaranteeChange> changes(String before, String after) {
        Agreement earlier = Drafts.draft(before);
        Agreement later = Drafts.draft(after);
        GuaranteeChanges found = GuaranteeChanges.of(Pairing.of(earlier, later), 10_000_000);
        assertThat(found.whole()).isTrue();
        return found.changes();
    }

    @Test
    void aQuestionThatIsSettledChangesOnlyWhatTheOtherAnswerPromised() {
        List<GuaranteeChange> changes = changes(OPEN, SETTLED);
        assertThat(changes).isNotEmpty().allSatisfy(g -> {
            assertThat(g.earlierReading()).isEqualTo(new Reading(Map.of("end", "day")));
            assertThat(g.laterReading()).isEqualTo(Reading.NONE);
            assertThat(g.course()).isEqualTo("once");
            assertThat(g.kinds()).doesNotContain(Kind.GAINED, Kind.LOST);
        });
        assertThat(changes)
                .filteredOn(g -> g.defectors() == 0)
                .singleElement()
                .satisfies(g -> assertThat(g.kinds()).contains(Kind.STRONGER, Kind.LATER));
    }

    /** Whoever appeals is visited, and whoever deposits: the levy is stayed by who does both. */
    private static final String STAYED_BY_TWO_ACTS = """
            event appeal(by: party), deposit(by: party)
            state appealed begins with appeal
            state deposited begins with deposit
            state stayed is appealed and deposited
            1.1 each party P must not attack(by P)
            ## Article 2. Answers
            2.1 while not stayed, on a breach B of 1.1 by Russia, France must assist(by France, about B) within 48 hours
            2.2 on appeal(by P), Poland must warn(by Poland) within 24 hours
            2.3 on deposit(by P), Poland must warn(by Poland) within 24 hours
            """;

    @Test
    void anEscapeThatTakesTwoActsIsAWeakerGuarantee() {
        String firm = STAYED_BY_TWO_ACTS.replace("while not stayed, ", "");
        assertThat(changes(firm, STAYED_BY_TWO_ACTS))
                .filteredOn(g -> g.defectors() == 0)
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.kinds()).containsAnyOf(Kind.WEAKER, Kind.LOST));
    }

    @Test
    void anotherNameForTheSameEventChangesNothing() {
        assertThat(changes(GROWING, GROWING.replace("campaign", "offensive"))).isEmpty();
    }

    @Test
    void whereADutyBecomesAPermissionWhatNobodyClaimedIsNoLoss() {
        List<GuaranteeChange> changes = changes(
                OPEN,
                OPEN.replace(
                        "France must assist(by France, about B) within 48 hours",
                        "France may assist(by France, about B)"));
        assertThat(changes)
                .isNotEmpty()
                .noneMatch(g -> g.course().equals("nobody says who did it"))
                .allSatisfy(g -> assertThat(g.kinds()).contains(Kind.WEAKER).doesNotContain(Kind.LOST));
    }

    @Test
    void aRungThatIsStruckOutIsShownWhereItStood() {
        List<GuaranteeChange> changes = changes(
                GROWING, GROWING.lines().filter(l -> !l.startsWith("2.2")).collect(Collectors.joining("\n", "", "\n")));
        assertThat(changes).filteredOn(g -> g.defectors() == 0).singleElement().satisfies(g -> {
            assertThat(g.course()).isEqualTo("grows into campaign");
            assertThat(g.before().flatMap(Guarantee::measure)).contains("assistance");
            assertThat(g.after().flatMap(Guarantee::measure)).contains("warning");
        });
    }

    @Test
    void theOtherWayRoundTheSameRowsAreMirrored() {
        for (List<String> pair : List.of(List.of(OPEN, SETTLED), List.of(GROWING, SETTLED), List.of(OPEN, GROWING))) {
            assertThat(said(changes(pair.get(1), pair.get(0)), false))
                    .isEqualTo(said(changes(pair.get(0), pair.get(1)), true));
        }
    }

    private record Said(
            String violator, int defectors, Reading one, Reading other, Optional<String> from, Optional<String> to) {}

    private static Set<Said> said(List<GuaranteeChange> changes, boolean mirrored) {
        return changes.stream()
                .map(g -> mirrored
                        ? new Said(
                                g.violator(),
                                g.defectors(),
                                g.laterReading(),
                                g.earlierReading(),
                                g.after().flatMap(Guarantee::measure),
                                g.before().flatMap(Guarantee::measure))
                        : new Said(
                                g.violator(),
                                g.defectors(),
                                g.earlierReading(),
                                g.laterReading(),
                                g.before().flatMap(Guarantee::measure),
                                g.after().flatMap(Guarantee::measure)))
                .collect(Collectors.toSet());
    }
}
