package holdfast.examine.check;

import holdfast.examine.found.Story;
import holdfast.examine.pen.Answers;
import holdfast.examine.play.Move;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Resolved;
import holdfast.examine.play.Ways;
import holdfast.examine.subject.Subject;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rings of duties that wait for each other, under every reading that matters. */
final class Rings {
    private static final long DAY = 86_400_000;

    /** @param questions on whose answers it hangs */
    record Ring(List<Sequence.Step> steps, Reading reading, Set<String> questions) {
        List<String> clauses() {
            return steps.stream().map(s -> s.norm().id()).distinct().toList();
        }

        List<String> bearers() {
            return steps.stream().flatMap(s -> s.bearer().stream()).distinct().toList();
        }
    }

    private final Subject subject;

    Rings(Subject subject) {
        this.subject = subject;
    }

    /** One for each set of clauses, under the first reading that has it. */
    List<Ring> found(Predicate<Ring> wanted) {
        Agreement agreement = subject.agreement();
        Map<String, Set<String>> hangs = Hanging.questionsOf(agreement);
        Set<String> matter = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (Duties.demandsAct(norm)) {
                matter.addAll(hangs.getOrDefault(norm.id(), Set.of()));
            }
        }
        Map<Set<String>, Ring> found = new LinkedHashMap<>();
        Map<Set<String>, Set<Reading>> under = new LinkedHashMap<>();
        List<Reading> readings = Answers.to(agreement, matter);
        for (Reading reading : readings) {
            for (List<Sequence.Step> ring : new Sequence(Resolved.under(agreement, reading)).rings()) {
                Ring one = new Ring(ring, reading, Set.of());
                if (wanted.test(one)) {
                    Set<String> key = new LinkedHashSet<>(one.clauses());
                    found.putIfAbsent(key, one);
                    under.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(reading);
                }
            }
        }
        List<Ring> rings = new ArrayList<>();
        found.forEach((key, ring) -> rings.add(new Ring(
                ring.steps(),
                ring.reading(),
                decisive(agreement, ring.reading(), under.getOrDefault(key, Set.of()), readings))));
        return rings;
    }

    /** The questions whose other answers break the ring. */
    private static Set<String> decisive(Agreement agreement, Reading has, Set<Reading> under, List<Reading> readings) {
        Set<String> decisive = new LinkedHashSet<>();
        agreement.questions().forEach(q -> {
            for (Reading other : readings) {
                boolean differsThereOnly = agreement.questions().stream().allMatch(o -> {
                    boolean same = String.valueOf(other.answers().get(o.name()))
                            .equals(String.valueOf(has.answers().get(o.name())));
                    return same != o.name().equals(q.name());
                });
                if (differsThereOnly && !under.contains(other)) {
                    decisive.add(q.name());
                }
            }
        });
        return decisive;
    }

    /** Everything that is free has happened, and nobody of the ring has to move. */
    Optional<Story> story(Ring ring, String title) {
        Ways ways = subject.stories().ways(ring.reading());
        Agreement resolved = ways.agreement();
        long start = Openings.noon(resolved);
        List<Plan> plans = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        long at = start - DAY;
        for (Ways.Step step : allThatIsFree(ways, ring)) {
            if (done.add(step.act().toString())) {
                plans.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
                at += 60_000;
            }
        }
        return subject.stories()
                .played(ways, ring.reading(), plans, start + 30 * DAY, title, Set.copyOf(ring.clauses()))
                .map(s -> new Story(
                        s.title(),
                        s.reading(),
                        s.moves(),
                        s.at(),
                        s.claims().stream()
                                .filter(c -> c.status() == holdfast.engine.Status.BLOCKED)
                                .toList()))
                .filter(s -> !s.claims().isEmpty());
    }

    /** What must hold for the text and for the clauses of the ring, and what they need that anybody can do. */
    private static List<Ways.Step> allThatIsFree(Ways ways, Ring ring) {
        Agreement resolved = ways.agreement();
        List<Condition> scene = new ArrayList<>();
        resolved.rules().forEach(r -> {
            if (r instanceof Rule.InForceWhile guard) {
                scene.add(guard.condition());
            }
        });
        ring.steps().forEach(s -> scene.add(s.norm().whileTrue()));
        List<Ways.Step> all = new ArrayList<>();
        ways.conditions(new Condition.All(scene), Map.of()).stream().findFirst().ifPresent(all::addAll);
        for (Pattern free : new Sequence(resolved).freeFor(ring.steps())) {
            ways.of(free, Map.of(), Optional.empty()).stream().findFirst().ifPresent(all::addAll);
        }
        return all;
    }
}
