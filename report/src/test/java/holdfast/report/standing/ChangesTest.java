package holdfast.report.standing;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What changed between two moments is told once, whatever else stayed as it was. */
class ChangesTest {
    private final SplittableRandom random = new SplittableRandom(4);

    private static Verdict verdict(String clause, int lorry, Status status, long since, String record) {
        TreeMap<String, Value> key = new TreeMap<>();
        key.put("L", Value.Number.of(lorry));
        return new Verdict(
                clause,
                Reading.NONE,
                "Haulier",
                key,
                status,
                Standing.ALLEGED,
                Optional.of(Time.at(since)),
                Optional.empty(),
                Optional.empty(),
                List.of(record),
                false);
    }

    private List<Verdict> some(int most) {
        List<Verdict> some = new ArrayList<>();
        for (int i = random.nextInt(most); i > 0; i--) {
            some.add(verdict(
                    "1." + (1 + random.nextInt(2)),
                    random.nextInt(3),
                    random.nextBoolean() ? Status.BREACHED : Status.CURED,
                    random.nextInt(3),
                    "r" + random.nextInt(3)));
        }
        return some;
    }

    @Test
    void whatStaysAsItWasChangesNothingOfWhatIsTold() {
        int changed = 0;
        for (int i = 0; i < 3_000; i++) {
            List<Verdict> before = some(9);
            List<Verdict> after = some(9);
            Changes alone = Changes.between(before, after);
            List<Verdict> moreBefore = new ArrayList<>();
            List<Verdict> moreAfter = new ArrayList<>();
            int steps = Math.max(before.size(), after.size());
            for (int at = 0; at <= steps; at++) {
                for (int other = random.nextInt(random.nextInt(6) == 0 ? 40 : 3); other > 0; other--) {
                    Verdict same = verdict("2.1", random.nextInt(90), Status.BREACHED, other, "s" + other);
                    moreBefore.add(same);
                    moreAfter.add(same);
                }
                if (at < before.size()) {
                    moreBefore.add(before.get(at));
                }
                if (at < after.size()) {
                    moreAfter.add(after.get(at));
                }
            }
            assertThat(Changes.between(moreBefore, moreAfter)).isEqualTo(alone);
            changed += alone.changed().size();
        }
        assertThat(changed).isGreaterThan(1_000);
    }

    @Test
    void whatWasWithoutWhatWentIsWhatIsWithoutWhatCame() {
        for (int i = 0; i < 3_000; i++) {
            List<Verdict> before = some(12);
            List<Verdict> after = some(12);
            Changes changes = Changes.between(before, after);
            List<Verdict> stayed = new ArrayList<>(before);
            changes.gone().forEach(v -> assertThat(stayed.remove(v)).isTrue());
            changes.changed().forEach(c -> assertThat(stayed.remove(c.before())).isTrue());
            List<Verdict> there = new ArrayList<>(after);
            changes.added().forEach(v -> assertThat(there.remove(v)).isTrue());
            changes.changed().forEach(c -> assertThat(there.remove(c.after())).isTrue());
            assertThat(stayed).containsExactlyInAnyOrderElementsOf(there);
            changes.gone().forEach(v -> assertThat(changes.added()).doesNotContain(v));
            assertThat(changes.changed()).allSatisfy(c -> assertThat(c.before()).isNotEqualTo(c.after()));
        }
    }

    @Test
    void ofTheSameNothingChanged() {
        List<Verdict> all = some(30);
        assertThat(Changes.between(all, List.copyOf(all))).isEqualTo(new Changes(List.of(), List.of(), List.of()));
    }
}
