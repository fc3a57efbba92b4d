package holdfast.examine.brute;

import static holdfast.examine.brute.History.Part.SCENE;
import static holdfast.examine.brute.History.Part.VIOLATION;
import static holdfast.examine.brute.History.Planned.act;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.examine.brute.History.Planned;
import holdfast.examine.brute.Text.Deed;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a prohibition is broken: the fewest acts after which it applies, and the fewest by which the violator breaks it, found by trying all.
 *
 * @param scene before the violation
 * @param once the violation
 * @param start when it begins; a violation of several acts takes a minute for each
 */
record Breaking(Text text, Norm norm, String violator, List<Planned> scene, List<Planned> once, boolean sure) {
    static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    static final long START =
            LocalDate.of(2030, 3, 4).atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    private static final long[] LEADS = {DAY, 45 * DAY, 400 * DAY};

    /** None: nothing breaks it. The texts here need one act at most before, and one for the violation. */
    static Optional<Breaking> of(Text text, Norm norm, String violator) {
        List<List<Deed>> scenes = new ArrayList<>(List.of(List.of()));
        text.deeds().forEach(d -> scenes.add(List.of(d)));
        List<Deed> his = text.deeds().stream()
                .filter(d -> d.doer().equals(Optional.of(violator)))
                .toList();
        List<List<Deed>> violations = new ArrayList<>();
        his.forEach(d -> violations.add(List.of(d)));
        Optional<Breaking> open = Optional.empty();
        for (long lead : LEADS) {
            for (List<Deed> scene : scenes) {
                for (List<Deed> violation : violations) {
                    Breaking one = new Breaking(
                            text,
                            norm,
                            violator,
                            spread(scene, START - lead, SCENE),
                            spread(violation, START, VIOLATION),
                            true);
                    Optional<Status> status = one.status();
                    if (status.equals(Optional.of(Status.BREACHED))) {
                        return Optional.of(one);
                    }
                    if (status.isPresent() && open.isEmpty()) {
                        open = Optional.of(new Breaking(text, norm, violator, one.scene, one.once, false));
                    }
                }
            }
        }
        return open;
    }

    static List<Planned> spread(List<Deed> deeds, long start, History.Part part) {
        List<Planned> all = new ArrayList<>();
        for (Deed deed : deeds) {
            all.add(act(deed, start + all.size() * MINUTE, part));
        }
        return all;
    }

    long end() {
        return once.getLast().at();
    }

    private Optional<Status> status() {
        List<Planned> all = new ArrayList<>(scene);
        all.addAll(once);
        Set<String> everybody = new HashSet<>();
        text.plain().actors().forEach(a -> everybody.add(a.name()));
        Optional<Status> found = Optional.empty();
        for (Verdict v :
                History.play(text, everybody, false, all, Long.MIN_VALUE).verdicts()) {
            if (v.clause().equals(norm.id())
                    && v.bearer().equals(violator)
                    && v.since().filter(t -> t.hi() >= START).isPresent()) {
                if (v.isBreach()) {
                    return Optional.of(Status.BREACHED);
                }
                if (v.status() == Status.UNDETERMINED) {
                    found = Optional.of(Status.UNDETERMINED);
                }
            }
        }
        return found;
    }

    /** By what the course is called; once first. */
    Map<String, List<Planned>> courses() {
        Map<String, List<Planned>> courses = new LinkedHashMap<>();
        courses.put("once", once);
        if (!sure) {
            return courses;
        }
        for (Norm n : text.plain().norms()) {
            switch (n.trigger().orElse(null)) {
                case Trigger.Continues c
                when c.breach().of().covers(norm.id()) && gap() > 0 -> courses.put("goes on", goingOn());
                case Trigger.GrowsInto g
                when g.breach().of().covers(norm.id()) -> {
                    List<Planned> more = spread(making(g.into()), end() + (gap() > 0 ? MINUTE : 0), VIOLATION);
                    if (!more.isEmpty()) {
                        List<Planned> all = new ArrayList<>(once);
                        all.addAll(more);
                        courses.putIfAbsent("grows into " + g.into().event(), all);
                    }
                }
                case Trigger.OnEvent e
                when isAnswered(e.pattern()) -> {
                    List<Planned> other = spread(making(e.pattern()), START, VIOLATION);
                    if (!other.isEmpty()) {
                        courses.putIfAbsent("as " + e.pattern().event(), other);
                    }
                }
                case null, default -> {}
            }
        }
        courses.put(
                "nobody says who did it",
                once.stream()
                        .map(p -> act(p.deed().by("unattributed"), p.at(), VIOLATION))
                        .toList());
        return courses;
    }

    /** Whether the clause forbids nothing any more once this was done, or for a time. */
    boolean isExempting(Deed deed) {
        return isExempting(((Duty.Refrain) norm.duty()).where(), deed);
    }

    private boolean isExempting(Condition where, Deed deed) {
        return switch (where) {
            case Condition.All c -> c.conditions().stream().anyMatch(one -> isExempting(one, deed));
            case Condition.Not(Condition.HasHappened c) -> isOf(c.pattern(), deed);
            case Condition.NoneFor c -> isOf(c.pattern(), deed);
            default -> false;
        };
    }

    private boolean isOf(Pattern pattern, Deed deed) {
        return pattern.event().equals(deed.event())
                && pattern.term("by")
                        .map(by -> by instanceof Term.Variable
                                ? deed.doer().equals(Optional.of(violator))
                                : by.equals(new Term.Constant(deed.values().get("by"))))
                        .orElse(true);
    }

    private long gap() {
        for (Rule rule : text.plain().rules()) {
            if (rule instanceof Rule.QuietGap quiet && quiet.of().covers(norm.id())) {
                return quiet.gap().count() * quiet.gap().unit().millis();
            }
        }
        return 0;
    }

    private List<Planned> goingOn() {
        long longest = 0;
        for (Norm n : text.plain().norms()) {
            if (n.trigger().orElse(null) instanceof Trigger.Continues c) {
                longest = Math.max(longest, c.after().count() * c.after().unit().millis());
            }
        }
        List<Planned> all = new ArrayList<>();
        // At least once more, however soon every clause has waited long enough.
        long pace = Math.max(1, gap() > 4 * HOUR ? gap() - 2 * HOUR : gap() / 2);
        for (long shift = 0; shift <= longest + pace; shift += pace) {
            for (Planned p : once) {
                all.add(act(p.deed(), p.at() + shift, VIOLATION));
            }
        }
        return all;
    }

    private boolean isAnswered(Pattern pattern) {
        String forbidden = ((Duty.Refrain) norm.duty()).act().event();
        Set<String> common = new HashSet<>(madeOf(forbidden));
        common.retainAll(madeOf(pattern.event()));
        return !pattern.event().equals(forbidden) && !common.isEmpty();
    }

    private Set<String> madeOf(String event) {
        return switch (derivation(event)) {
            case null -> Set.of(event);
            case Definition.Select d -> {
                Set<String> all = new HashSet<>();
                d.patterns().forEach(p -> all.addAll(madeOf(p.event())));
                yield all;
            }
            case Definition.Count d -> madeOf(d.pattern().event());
            default -> throw new IllegalStateException("not among the random texts");
        };
    }

    /** The plainest acts by the violator that make an occurrence of a pattern; none where the pattern is about somebody else. */
    private List<Deed> making(Pattern pattern) {
        boolean another = pattern.term("by").orElse(null) instanceof Term.Constant(Value.Actor(String name))
                && !name.equals(violator);
        if (another) {
            return List.of();
        }
        return switch (derivation(pattern.event())) {
            case null -> List.of(new Deed(pattern.event(), Map.of("by", new Value.Actor(violator))));
            case Definition.Select d -> making(d.patterns().getFirst());
            case Definition.Count d -> {
                List<Deed> all = new ArrayList<>();
                for (long i = 0; i < d.atLeast(); i++) {
                    all.addAll(making(d.pattern()));
                }
                yield all;
            }
            default -> throw new IllegalStateException("not among the random texts");
        };
    }

    private Definition.@Nullable Derivation derivation(String event) {
        return text.plain().definitions().stream()
                .filter(d -> d.name().equals(event))
                .findFirst()
                .map(Definition::derivation)
                .orElse(null);
    }
}
