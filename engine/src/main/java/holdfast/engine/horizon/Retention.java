package holdfast.engine.horizon;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What stays, and what goes: a verdict is final where it lies behind the horizon and cannot change; it goes with all its records, or not at all. A record stays for as long as the text
 * looks back, and for as long as anything rests on it that is not final.
 */
final class Retention {
    private static final Comparator<Record> AS_THEY_BECAME_KNOWN =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    /** Of what a state begins or ends with. */
    enum Of {
        /** The last of each kind. */
        LAST_TURNS,
        /** All: what is open for long may ask how things were when it began. */
        ALL_TURNS
    }

    private final LookBack back;
    private final long edge;
    private final Of of;
    private final Collection<Matter> all;
    private final Map<String, Matter> byId;
    private final List<Verdict> said;
    private final List<Verdict> finals = new ArrayList<>();

    Retention(LookBack back, long edge, Of of, Collection<Matter> all, Map<String, Matter> byId, List<Verdict> said) {
        this.back = back;
        this.edge = edge;
        this.of = of;
        this.all = all;
        this.byId = byId;
        this.said = said;
        decide();
    }

    private void decide() {
        for (Matter matter : all) {
            matter.stays = matter.isForGood() || isInSight(matter);
        }
        lastTurns().forEach(m -> m.stays = true);
        Map<Matter, List<Verdict>> resting = new HashMap<>();
        Deque<Verdict> living = new ArrayDeque<>();
        Set<Verdict> alive = new HashSet<>();
        for (Verdict verdict : said) {
            List<Matter> matters = matters(verdict);
            matters.forEach(
                    m -> resting.computeIfAbsent(m, x -> new ArrayList<>()).add(verdict));
            if (!isFinal(verdict) || matters.stream().anyMatch(m -> m.stays)) {
                if (alive.add(verdict)) {
                    living.add(verdict);
                }
            }
        }
        while (!living.isEmpty()) {
            for (Matter matter : matters(living.remove())) {
                if (!matter.stays) {
                    matter.stays = true;
                    for (Verdict other : resting.getOrDefault(matter, List.of())) {
                        if (alive.add(other)) {
                            living.add(other);
                        }
                    }
                }
            }
        }
        said.stream().filter(v -> !Final.isBare(v) && !alive.contains(v)).forEach(finals::add);
    }

    private List<Matter> matters(Verdict verdict) {
        List<Matter> matters = new ArrayList<>();
        for (String id : verdict.records()) {
            Matter matter = byId.get(id);
            if (matter != null) {
                matters.add(matter);
            }
        }
        return matters;
    }

    private boolean isInSight(Matter matter) {
        long sight = sight(matter);
        return sight == LookBack.FOREVER || matter.last >= edge || edge - matter.last <= sight;
    }

    private long sight(Matter matter) {
        long sight = 0;
        for (Record record : matter.records) {
            if (record instanceof Record.Observation o) {
                boolean turns = of == Of.ALL_TURNS && back.makesStates(o.event());
                sight = turns ? LookBack.FOREVER : Math.max(sight, back.of(o.event()));
            }
        }
        return sight;
    }

    private Collection<Matter> lastTurns() {
        Map<List<Object>, Matter> last = new HashMap<>();
        for (Matter matter : all) {
            if (!matter.stays && matter.said instanceof Record.Observation o && back.makesStates(o.event())) {
                last.merge(List.of(o.event(), o.values()), matter, (a, b) -> isLater(b, a) ? b : a);
            }
        }
        return last.values();
    }

    private static boolean isLater(Matter a, Matter b) {
        return a.last != b.last ? a.last > b.last : a.said.id().compareTo(b.said.id()) > 0;
    }

    /** Whether it lies behind the horizon, and nothing that is taken from now on can change it, except what rests on it. */
    private boolean isFinal(Verdict v) {
        boolean over = v.until().filter(t -> t.hi() < edge).isPresent();
        boolean due = v.due().map(t -> t.hi() < edge).orElse(true);
        return !v.records().isEmpty()
                && !back.isOpen(v)
                && switch (v.status()) {
                    case FULFILLED, CURED ->
                        due && v.since().filter(t -> t.hi() < edge).isPresent();
                    case BREACHED, REFUTED, DISPUTED, UNDETERMINED -> over && due;
                    case EXCUSED, LAPSED, BLOCKED -> due && v.due().isPresent();
                    case PENDING, NOT_YET_DUE -> false;
                };
    }

    boolean anythingGoes() {
        return all.stream().anyMatch(m -> !m.stays);
    }

    /** The records that stay, as they became known. */
    List<Record> stays() {
        return records(m -> m.stays);
    }

    /**
     * The records that belong into the archive: those that go, and those behind the horizon that stay. With these it has all on which what is final rests, also that there was nothing
     * else.
     */
    List<Record> forArchive() {
        return records(this::isFor);
    }

    private boolean isFor(Matter matter) {
        return !matter.stays || matter.isBefore(edge);
    }

    private List<Record> records(Predicate<Matter> which) {
        return all.stream()
                .filter(which)
                .flatMap(m -> m.records.stream())
                .sorted(AS_THEY_BECAME_KNOWN)
                .toList();
    }

    /** The verdicts that go with their records, in the order in which they were said. */
    List<Verdict> finals() {
        return finals;
    }

    /**
     * Whether all that does not go is said without what goes.
     *
     * @param gone what is final, with these
     */
    boolean saysTheSame(List<Verdict> without, Final gone) {
        Map<Verdict, Long> left = counted(said, gone);
        finals.forEach(v -> left.merge(v, -1L, (a, b) -> a + b == 0 ? null : a + b));
        return left.equals(counted(without, gone));
    }

    private static Map<Verdict, Long> counted(List<Verdict> verdicts, Final gone) {
        return verdicts.stream()
                .filter(v -> !gone.denies(v))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
