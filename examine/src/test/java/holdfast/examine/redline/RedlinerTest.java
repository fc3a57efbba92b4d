package holdfast.examine.redline;

import static holdfast.examine.redline.Drafts.draft;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.language.model.Agreement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One pair of drafts for each kind of change, and what holds for every pair. */
class RedlinerTest {
    /** Histories and not time bound the search, so that every run finds the same. */
    private static final Limits LIMITS = new Limits(2, 12, 2000, 1_000_000_000L);

    private static final String BAN = "1.1  each party P must not attack(by P)\n";
    private static final String ANSWER =
            "## Article 2. Answers\n2.1  on a breach B of 1.1 by Russia, each guarantor G must assist(by G, about B) within ";
    private static final String DECIDED =
            BAN + "body Board of France, Poland, Germany, decides by %s\n## Article 2. Answers\n"
                    + "2.1  on decision(of Board, result \"adopted\"), France must report(by France) within 24 hours\n";

    /** The pairs by what was changed. */
    enum Change {
        LATER(BAN + ANSWER + "24 hours", BAN + ANSWER + "48 hours"),
        PERMITTED(
                BAN + "## Article 2. Reports\n2.1  Ukraine must report by 2030-06-01",
                BAN + "## Article 2. Reports\n2.1  Ukraine may report"),
        MAJORITY(DECIDED.formatted("consensus"), DECIDED.formatted("majority")),
        LEFT_OUT(
                BAN + "group Friends = France, Poland\n" + ANSWER.replace("each guarantor G", "each G of Friends")
                        + "24 hours",
                BAN + "group Friends = France\n" + ANSWER.replace("each guarantor G", "each G of Friends")
                        + "24 hours"),
        CONDITION(BAN, "1.1  each party P must not attack(by P, killed K) where K at least 3"),
        RENUMBERED(BAN + "1.2  Ukraine must report by 2030-06-01", BAN + "1.4  Ukraine must report by 2030-06-01"),
        INSERTED(
                "1.1  Ukraine must report by 2030-06-01\n1.2  on a breach B of 1.1, Russia must request within 3 days excluding the first day",
                "1.1  Russia must report by 2030-05-01\n1.2  Ukraine must report by 2030-06-01\n"
                        + "1.3  on a breach B of 1.2, Russia must request within 3 days excluding the first day"),
        INLINED(
                "define shelling(by P) as attack(by P, killed K) where K at least 1\n1.1  each party P must not shelling(by P)",
                "1.1  each party P must not attack(by P, killed K) where K at least 1"),
        QUIET_GAP(
                BAN + "a breach of 1.1 ends after 24 hours without a further act",
                BAN + "a breach of 1.1 ends after 48 hours without a further act"),
        SETTLED(
                "question deadline \"by when\" answers early, late\nread deadline as early, 1.1  Ukraine must report by 2030-05-01\n"
                        + "read deadline as late, 1.1  Ukraine must report by 2030-06-01",
                "1.1  Ukraine must report by 2030-06-01"),
        COUNTED(
                "define campaign(by P) as at least 3 attack(by P) within 24 hours\n1.1  each party P must not campaign(by P)",
                "define campaign(by P) as at least 2 attack(by P) within 24 hours\n1.1  each party P must not campaign(by P)"),
        WITHIN(
                "define campaign(by P) as at least 2 attack(by P) within 24 hours\n1.1  each party P must not campaign(by P)",
                "define campaign(by P) as at least 2 attack(by P) within 48 hours\n1.1  each party P must not campaign(by P)"),
        FINDER(
                BAN + "body Board of France, Poland, decides by consensus\nBoard confirms breaches of 1.1",
                BAN + "body Board of France, Poland, decides by majority\nBoard confirms breaches of 1.1");

        private final String earlier;
        private final String later;

        Change(String before, String after) {
            this.earlier = before;
            this.later = after;
        }

        Agreement before() {
            return draft(earlier);
        }

        Agreement after() {
            return draft(later);
        }

        Redline redline() {
            return compare(before(), after());
        }
    }

    private static Redline compare(Agreement before, Agreement after) {
        return new Redliner(LIMITS).compare(before, after);
    }

    private static ClauseChange clause(Redline redline, String id) {
        return redline.clauses().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Meaning.Differs differs(ClauseChange c) {
        assertThat(c.meaning()).isInstanceOf(Meaning.Differs.class);
        return (Meaning.Differs) c.meaning();
    }

    private static List<Status> statuses(List<Verdict> verdicts, String bearer) {
        return verdicts.stream()
                .filter(v -> v.bearer().equals(bearer))
                .map(Verdict::status)
                .toList();
    }

    @Test
    void aLaterDeadlineShowsJustAfterTheEarlierOne() {
        Redline redline = Change.LATER.redline();
        ClauseChange c = clause(redline, "2.1");
        assertThat(c.formal()).isEqualTo(ClauseChange.Formal.REWRITTEN);
        Meaning.Differs d = differs(c);
        Witness w = d.witnesses().getFirst();
        assertThat(w.inBreach()).isTrue();
        assertThat(w.earlier().moves()).hasSize(1);
        assertThat(statuses(w.before(), "France")).containsExactly(Status.BREACHED);
        assertThat(statuses(w.after(), "France")).containsExactly(Status.PENDING);
        assertThat(d.effects().values()).containsOnly(Effect.WEAKENED);
        assertThat(c.beneficiaries()).containsExactly("Ukraine");
        assertThat(clause(redline, "1.1").unchanged()).isTrue();
        assertThat(redline.guarantees().changes())
                .anyMatch(g -> g.violator().equals("Russia") && g.kinds().contains(GuaranteeChange.Kind.LATER));
    }

    @Test
    void whatMayBeDoneIsNotOwed() {
        Meaning.Differs d = differs(clause(Change.PERMITTED.redline(), "2.1"));
        Witness w = d.witnesses().getFirst();
        assertThat(w.earlier().moves()).isEmpty();
        assertThat(statuses(w.before(), "Ukraine")).containsExactly(Status.BREACHED);
        assertThat(w.after()).isEmpty();
        assertThat(d.effects()).containsExactly(java.util.Map.entry("Ukraine", Effect.WEAKENED));
    }

    @Test
    void aMajorityDecidesWhereConsensusDidNot() {
        ClauseChange c = clause(Change.MAJORITY.redline(), "2.1");
        assertThat(c.formal()).isEqualTo(ClauseChange.Formal.SAME);
        assertThat(c.touching()).extracting(DeclarationChange::what).containsExactly("body Board");
        Meaning.Differs d = differs(c);
        assertThat(d.effects()).containsExactly(java.util.Map.entry("France", Effect.STRENGTHENED));
        // A motion and two votes of three.
        assertThat(d.witnesses().getFirst().earlier().moves()).hasSize(3);
    }

    @Test
    void aGuarantorLeftOutOwesNothing() {
        ClauseChange c = clause(Change.LEFT_OUT.redline(), "2.1");
        assertThat(c.formal()).isEqualTo(ClauseChange.Formal.SAME);
        assertThat(c.touching()).extracting(DeclarationChange::what).containsExactly("group Friends");
        assertThat(differs(c).effects()).containsExactly(java.util.Map.entry("Poland", Effect.WEAKENED));
    }

    @Test
    void aConditionAddedForbidsLess() {
        Meaning.Differs d = differs(clause(Change.CONDITION.redline(), "1.1"));
        assertThat(d.effects().values()).containsOnly(Effect.WEAKENED);
        assertThat(d.witnesses().getFirst().earlier().moves()).hasSize(1);
    }

    @Test
    void renumberedIsTheSame() {
        ClauseChange c = clause(Change.RENUMBERED.redline(), "1.4");
        assertThat(c.renumbered()).isTrue();
        assertThat(c.formal()).isEqualTo(ClauseChange.Formal.SAME);
        assertThat(c.meaning()).isInstanceOf(Meaning.Same.class);
    }

    @Test
    void aClausePutBeforeOthersIsAddedAndTheirReferencesFollow() {
        Redline redline = Change.INSERTED.redline();
        assertThat(clause(redline, "1.1").formal()).isEqualTo(ClauseChange.Formal.ADDED);
        assertThat(clause(redline, "1.2").renumbered()).isTrue();
        assertThat(clause(redline, "1.2").meaning()).isInstanceOf(Meaning.Same.class);
        assertThat(redline.clauses()).noneMatch(c -> c.formal() == ClauseChange.Formal.REMOVED);
        assertThat(clause(redline, "1.3").meaning()).isInstanceOf(Meaning.Same.class);
    }

    @Test
    void rewordedOnlyIsTheSame() {
        Agreement before = draft(BAN);
        Agreement after = Drafts.read("draft.md", """
                # Accord

                ## Article 1. Hostilities
                Neither Party attacks the other.

                ```holdfast
                agreement "Accord"
                time zone Europe/Kyiv
                party Ukraine, Russia
                event attack(by: party, killed: number)
                1.1  each party P must not attack(by P)
                ```
                """);
        ClauseChange c = clause(compare(before, after), "1.1");
        assertThat(c.reworded()).isTrue();
        assertThat(c.meaning()).isInstanceOf(Meaning.Same.class);
    }

    @Test
    void aDefinitionInlinedIsNoChangeThatIsFound() {
        ClauseChange c = clause(Change.INLINED.redline(), "1.1");
        assertThat(c.formal()).isEqualTo(ClauseChange.Formal.REWRITTEN);
        assertThat(c.meaning()).isInstanceOf(Meaning.NotFound.class);
    }

    @Test
    void aLongerQuietGapKeepsABreachOpen() {
        ClauseChange c = clause(Change.QUIET_GAP.redline(), "1.1");
        assertThat(c.touching()).hasSize(1);
        assertThat(differs(c).effects().values()).containsOnly(Effect.STRENGTHENED);
    }

    @Test
    void aQuestionSettledShowsUnderTheOtherAnswer() {
        ClauseChange c = clause(Change.SETTLED.redline(), "1.1");
        Witness w = differs(c).witnesses().getFirst();
        assertThat(w.earlier().reading().answers()).containsEntry("deadline", "early");
        assertThat(w.later().reading().answers()).isEmpty();
    }

    @Test
    void aCountShowsAtTheSmallerNumber() {
        Meaning.Differs d = differs(clause(Change.COUNTED.redline(), "1.1"));
        assertThat(d.effects().values()).containsOnly(Effect.STRENGTHENED);
        assertThat(d.witnesses().getFirst().earlier().moves()).hasSize(2);
    }

    @Test
    void aCountOverALongerTimeShowsBetweenTheTwo() {
        Meaning.Differs d = differs(clause(Change.WITHIN.redline(), "1.1"));
        assertThat(d.effects().values()).containsOnly(Effect.STRENGTHENED);
        assertThat(d.witnesses().getFirst().earlier().moves()).hasSize(2);
    }

    @Test
    void howAFinderDecidesIsShownAndChangesNoVerdict() {
        ClauseChange c = clause(Change.FINDER.redline(), "1.1");
        assertThat(c.touching()).extracting(DeclarationChange::what).containsExactly("body Board");
        assertThat(c.meaning()).isInstanceOf(Meaning.Same.class);
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void aDraftDoesNotDifferFromItself(Agreement draft) {
        Redline redline = compare(draft, draft);
        assertThat(redline.isEmpty()).isTrue();
        assertThat(redline.clauses()).allMatch(c -> c.meaning() instanceof Meaning.Same);
    }

    static Stream<Agreement> drafts() {
        return Stream.of(Change.values()).flatMap(c -> Stream.of(c.before(), c.after()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyHistoryReplaysToTheVerdictsShown(Change change) {
        Redline redline = change.redline();
        for (ClauseChange c : redline.clauses()) {
            if (c.meaning() instanceof Meaning.Differs d) {
                for (Witness w : d.witnesses()) {
                    assertThat(StoryReplay.unmet(w.earlier(), change.before())).isEmpty();
                    assertThat(StoryReplay.unmet(w.later(), change.after())).isEmpty();
                    assertThat(replayed(
                                    change.before(),
                                    w.earlier().reading(),
                                    c.before().getFirst().id(),
                                    w))
                            .isEqualTo(w.before());
                    assertThat(replayed(
                                    change.after(),
                                    w.later().reading(),
                                    c.after().getFirst().id(),
                                    w))
                            .isEqualTo(w.after());
                    assertThat(Differences.between(w.before(), w.after(), w.at()))
                            .isPresent();
                }
            }
        }
    }

    private static List<Verdict> replayed(
            Agreement draft, holdfast.language.model.Reading reading, String clause, Witness w) {
        return Differences.replayed(draft, reading, clause, w.earlier().records(), w.at());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theOtherWayRoundItIsTheMirrorImage(Change change) {
        Redline there = change.redline();
        Redline back = compare(change.after(), change.before());
        assertThat(back.clauses()).hasSameSizeAs(there.clauses());
        for (ClauseChange c : there.clauses()) {
            ClauseChange other = back.clauses().stream()
                    .filter(o -> o.before().equals(c.after()) && o.after().equals(c.before()))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.reworded()).isEqualTo(c.reworded());
            assertThat(other.touching()).hasSameSizeAs(c.touching());
            assertThat(other.meaning().getClass()).isEqualTo(c.meaning().getClass());
            if (c.meaning() instanceof Meaning.Differs d && other.meaning() instanceof Meaning.Differs o) {
                assertThat(o.effects().keySet()).isEqualTo(d.effects().keySet());
                d.effects()
                        .forEach((bearer, e) ->
                                assertThat(o.effects().get(bearer)).isEqualTo(mirrored(e)));
                assertThat(o.witnesses().getFirst().earlier().records())
                        .isEqualTo(d.witnesses().getFirst().earlier().records());
                assertThat(o.witnesses().getFirst().before())
                        .isEqualTo(d.witnesses().getFirst().after());
            }
        }
        assertThat(back.guarantees().changes()).hasSameSizeAs(there.guarantees().changes());
    }

    static Stream<Change> changes() {
        return Stream.of(Change.values());
    }

    /** The same change read backwards. */
    private static Effect mirrored(Effect effect) {
        return switch (effect) {
            case STRENGTHENED -> Effect.WEAKENED;
            case WEAKENED -> Effect.STRENGTHENED;
            case BOTH_WAYS -> Effect.BOTH_WAYS;
        };
    }
}
