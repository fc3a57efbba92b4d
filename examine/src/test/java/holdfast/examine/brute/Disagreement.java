package holdfast.examine.brute;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.brute.History.Given;
import holdfast.examine.brute.History.Planned;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Story;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.redline.Without;
import holdfast.examine.table.Absence;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable.Prospect;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.reading.Roles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the examiner and brute force say different things about one document. */
final class Disagreement {
    private static final Bounds BOUNDS = new Bounds(2, 2, 2, 2, 32, Duration.ofDays(100), 1_000_000_000L);

    private final Examination examined;
    private final List<String> found = new ArrayList<>();
    private final Said table = new Said();

    /** The table without the first guarantor, where there is one. */
    private final Optional<Without> without;

    private Disagreement(Examiner examiner, Agreement agreement) {
        this.examined = examiner.examine(agreement);
        this.without = Roles.withRole(agreement, Actor.Role.GUARANTOR).stream()
                .findFirst()
                .map(g -> Without.of(examined, new Absence(List.of(g), Absence.Manner.DOES_NOTHING)));
    }

    /** In words; empty: they agree. */
    static List<String> on(String document) {
        Disagreement one = new Disagreement(new Examiner(BOUNDS, List.of()), Text.read(document));
        one.stories();
        for (Text text : Text.underEachReading(document)) {
            for (Norm norm : text.plain().norms()) {
                if (norm.duty() instanceof Duty.Refrain) {
                    BruteForce.violators(text, norm).forEach(v -> one.compare(text, norm, v));
                }
            }
        }
        one.found.addAll(one.table.against(one.examined));
        return one.found;
    }

    private void stories() {
        examined.partial().forEach(p -> found.add("partial: " + p));
        examined.guarantees().forEach(g -> replays(g.story()));
        examined.prospects().forEach(p -> replays(p.story()));
        without.ifPresent(w -> w.guarantees().forEach(g -> replays(g.story())));
        examined.findings().forEach(f -> f.story().ifPresent(this::replays));
    }

    private void replays(Story story) {
        List<Story.Claim> unmet = StoryReplay.unmet(story, examined.agreement());
        if (!unmet.isEmpty()) {
            found.add("does not replay: " + story.title() + ": " + unmet);
        }
        if (story.claims().isEmpty()) {
            found.add("claims nothing: " + story.title());
        }
    }

    private void compare(Text text, Norm norm, String violator) {
        String who =
                norm.id() + " by " + violator + (text.reading().answers().isEmpty() ? "" : " under " + text.reading());
        List<Guarantee> rows = examined.guarantees().stream()
                .filter(g -> g.prohibition().equals(norm.id())
                        && g.violator().equals(violator)
                        && g.reading().isPartOf(text.reading()))
                .toList();
        Optional<Breaking> breaking = Breaking.of(text, norm, violator);
        if (breaking.isEmpty()) {
            same(who + ", whether it can be broken", false, !rows.isEmpty());
            return;
        }
        BruteForce brute = new BruteForce(text, breaking.get(), BOUNDS.horizon().toMillis());
        Map<String, List<Planned>> courses = breaking.get().courses();
        Optional<Given> once = brute.value(courses.get("once"), Set.of());
        for (Map.Entry<String, List<Planned>> course : courses.entrySet()) {
            String what = who + ", " + course.getKey();
            Optional<Given> value = course.getKey().equals("once") ? once : brute.value(course.getValue(), Set.of());
            List<Guarantee> ofThis = rows.stream()
                    .filter(g -> g.course().words().equals(course.getKey()))
                    .sorted(Comparator.comparing(g -> g.defectors().size()))
                    .toList();
            if (ofThis.isEmpty()) {
                leftOut(what, course.getKey(), once, value);
            } else {
                same(what + ", sure", breaking.get().sure(), ofThis.getFirst().sure());
                row(what, ofThis.getFirst(), value);
                if (!course.getKey().startsWith("nobody")) {
                    defectors(what, brute, course.getValue(), ofThis, value);
                }
            }
            without.ifPresent(w -> without(what, w, text, norm, violator, brute, course));
            if (!course.getKey().startsWith("nobody")) {
                prospects(what, text, brute, course, norm, violator, value);
            }
        }
        rows.stream()
                .map(g -> g.course().words())
                .filter(c -> !courses.containsKey(c))
                .forEach(c -> found.add(who + ": there is no course " + c));
    }

    /** Whoever is away is one who defects, and no other. */
    private void without(
            String what,
            Without away,
            Text text,
            Norm norm,
            String violator,
            BruteForce brute,
            Map.Entry<String, List<Planned>> course) {
        Set<String> absent = Set.copyOf(away.absence().actors());
        if (!brute.guarantors().containsAll(absent)) {
            return;
        }
        List<Guarantee> rows = away.guarantees().stream()
                .filter(g -> g.prohibition().equals(norm.id())
                        && g.violator().equals(violator)
                        && g.reading().isPartOf(text.reading()))
                .toList();
        Optional<Guarantee> own = Stream.of(course.getKey(), "once")
                .flatMap(c -> rows.stream().filter(g -> g.course().words().equals(c)))
                .findFirst();
        if (own.isEmpty()) {
            found.add(what + ", without " + absent + ": no row");
        } else if (!course.getKey().startsWith("nobody")
                || own.get().course().words().equals(course.getKey())) {
            row(what + ", without " + absent, own.get(), brute.value(course.getValue(), absent));
        }
    }

    /** A course of which the table says nothing is worth no more and no less than the plain violation. */
    private void leftOut(String what, String course, Optional<Given> once, Optional<Given> value) {
        if (course.startsWith("nobody")) {
            same(what + ", left out, so that once", "nothing", words(once));
        } else {
            same(what + ", left out", words(once), words(value));
        }
    }

    private void row(String what, Guarantee row, Optional<Given> value) {
        String said = row.measure().isEmpty()
                ? "nothing"
                : row.measure().get() + row.within().map(w -> " within " + w).orElse(" with no deadline");
        same(what, words(value), said);
    }

    private static String words(Optional<Given> value) {
        return value.map(g -> g.measure() + (g.dated() ? " within " + (g.at() - Breaking.START) : " with no deadline"))
                .orElse("nothing");
    }

    private void defectors(
            String what, BruteForce brute, List<Planned> course, List<Guarantee> rows, Optional<Given> value) {
        if (value.isEmpty()) {
            return;
        }
        for (int k = 1; k <= Math.min(BOUNDS.defectors(), brute.guarantors().size()); k++) {
            int number = k;
            Optional<Given> least = brute.defectors(k).stream()
                    .map(set -> brute.value(course, set))
                    .min(BruteForce.VALUE)
                    .orElseThrow();
            rows.stream()
                    .filter(g -> g.defectors().size() == number)
                    .findFirst()
                    .ifPresentOrElse(
                            g -> row(what + ", " + number + " defecting", g, least),
                            () -> found.add(what + ", no row for " + number + " defectors"));
        }
        Set<Set<String>> emptying = brute.emptying(course, value.get());
        Set<Set<String>> said = new HashSet<>();
        rows.getFirst().emptiedBy().forEach(set -> said.add(Set.copyOf(set)));
        if (!emptying.containsAll(said) || emptying.isEmpty() != said.isEmpty()) {
            found.add(what + ", emptied by: brute force " + emptying + ", examiner " + said);
        }
    }

    private void prospects(
            String what,
            Text text,
            BruteForce brute,
            Map.Entry<String, List<Planned>> course,
            Norm norm,
            String violator,
            Optional<Given> value) {
        // Where nothing is said of a course, it is as for the plain violation.
        Optional<Prospect> said = Stream.of(course.getKey(), "once")
                .flatMap(c -> examined.prospects().stream()
                        .filter(p -> p.course().words().equals(c)))
                .filter(p -> p.prohibition().equals(norm.id())
                        && p.violator().equals(violator)
                        && p.reading().isPartOf(text.reading()))
                .findFirst();
        if (said.isEmpty()) {
            found.add(what + ": no prospect");
            return;
        }
        Optional<Given> unasked = brute.unasked(course.getValue());
        Optional<Given> could = brute.could(course.getValue(), Set.of(violator), Optional.empty());
        table.say(norm.id(), violator, text.reading().toString(), value, could, unasked);
        same(what + ", unasked", unasked.map(Given::measure), said.get().unasked());
        same(what + ", could", could.map(Given::measure), said.get().could());
        same(
                what + ", could with the violator's yes",
                brute.could(course.getValue(), Set.of(), Optional.empty()).map(Given::measure),
                said.get().couldWith());
        List<String> vetoes = new ArrayList<>();
        if (could.isPresent()) {
            for (String member : brute.members()) {
                if (!member.equals(violator)
                        && rank(brute.could(course.getValue(), Set.of(violator, member), could)) < rank(could)) {
                    vetoes.add(member);
                }
            }
        }
        same(what + ", vetoes", new HashSet<>(vetoes), new HashSet<>(said.get().vetoes()));
    }

    private static int rank(Optional<Given> answer) {
        return answer.map(Given::rank).orElse(-1);
    }

    private void same(String what, Object brute, Object examiner) {
        if (!brute.equals(examiner)) {
            found.add(what + ": brute force " + brute + ", examiner " + examiner);
        }
    }
}
