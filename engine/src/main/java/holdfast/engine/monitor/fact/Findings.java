package holdfast.engine.monitor.fact;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.graph.Holding;
import holdfast.engine.monitor.graph.Source;
import holdfast.engine.monitor.graph.Support;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What bodies have decided on breaches, observations and terms: the versions that count now, by what they are about. */
public final class Findings implements Holding, Source {
    /**
     * A decision on a breach.
     *
     * @param finding the one that surely reaches it; null if none does
     * @param doubtful a finding with another result perhaps reaches the breach as well: nothing is decided
     * @param open when it was confirmed by those that name the clause, if only perhaps; null if by none
     */
    public record Decision(
            Record.@Nullable Finding finding,
            boolean namesClause,
            boolean doubtful,
            @Nullable Time open) {

        /** With a time at which it was confirmed otherwise. */
        public Time openWith(Time at) {
            return hull(open, at);
        }
    }

    /**
     * A breach to be decided on.
     *
     * @param omission an act that was not done: what set the duty off may be confirmed, and that says nothing of what followed
     * @param startLo {@link Long#MIN_VALUE} twice where it has no beginning
     */
    public record Case(String bearer, boolean omission, Support support, long startLo, long startHi) {
        boolean surelyReachedBy(Record.Finding finding) {
            return startLo == Long.MIN_VALUE
                    || finding.about().isPresent()
                    || startHi <= finding.occurred().lo();
        }

        /** Given that it does reach it. */
        Time reachedAt(Record.Finding finding) {
            Time at = finding.occurred();
            boolean named = finding.about().isPresent() || startLo == Long.MIN_VALUE;
            return named ? at : new Time(Math.max(at.lo(), startLo), at.hi());
        }

        /** A finding says nothing of what begins after it, unless it names the record. */
        boolean possiblyReachedBy(Record.Finding finding) {
            return startLo == Long.MIN_VALUE
                    || finding.about().isPresent()
                    || startLo <= finding.occurred().hi();
        }
    }

    private final Authors authors;
    private final Map<Entry, Entry> current = new HashMap<>();
    private final Map<String, List<Entry>> byClause = new HashMap<>();
    private final Map<String, List<Entry>> byObservation = new HashMap<>();
    private final Map<String, List<Entry>> byTerm = new HashMap<>();
    private final Map<String, List<Runnable>> clauseListeners = new HashMap<>();
    private final Map<String, List<Runnable>> termListeners = new HashMap<>();
    private Function<String, @Nullable String> rootOf = id -> null;

    public Findings(Authors authors) {
        this.authors = authors;
    }

    /** Clauses listen for as long as they are awake, terms for one history. */
    @Override
    public void begin() {
        current.clear();
        byClause.clear();
        byObservation.clear();
        byTerm.clear();
        termListeners.clear();
    }

    /** Tells how the root of a record is found: the docket knows. */
    public void resolveWith(Function<String, @Nullable String> rootOf) {
        this.rootOf = rootOf;
    }

    /** Whether what one attribution or finding says was said before what the other says. */
    boolean precedes(Entry a, Entry b) {
        return a.place(this::saysTheSame).precedes(b.place(this::saysTheSame));
    }

    private boolean saysTheSame(Record a, Record b) {
        if (a instanceof Record.Attribution x && b instanceof Record.Attribution y) {
            return x.to().equals(y.to()) && sameRoot(x.about(), y.about());
        }
        return a instanceof Record.Finding x
                && b instanceof Record.Finding y
                && x.result().equals(y.result())
                && x.clause().equals(y.clause())
                && x.bearer().equals(y.bearer())
                && x.term().equals(y.term())
                && sameRoot(x.about().orElse(""), y.about().orElse(""));
    }

    private boolean sameRoot(String a, String b) {
        String root = rootOf.apply(a);
        return a.equals(b) || (root != null && root.equals(rootOf.apply(b)));
    }

    @Override
    public void deafen() {
        clauseListeners.clear();
    }

    public void onClause(String clause, Runnable listener) {
        clauseListeners.computeIfAbsent(clause, c -> new ArrayList<>()).add(listener);
    }

    public void onTerm(String term, Runnable listener) {
        termListeners.computeIfAbsent(term, t -> new ArrayList<>()).add(listener);
    }

    /** Looks again at which version of a root finding counts. */
    void settle(Entry root, long now) {
        Entry before = current.remove(root);
        if (before != null) {
            index(before, false);
        }
        Entry version = root.version();
        if (version != null && ((Record.Finding) version.record).occurred().lo() <= now) {
            current.put(root, version);
            index(version, true);
        }
    }

    private void index(Entry entry, boolean add) {
        Record.Finding finding = (Record.Finding) entry.record;
        finding.clause().ifPresent(c -> update(byClause, c, entry, add));
        finding.term().ifPresent(t -> update(byTerm, t, entry, add));
        if (finding.clause().isEmpty()
                && finding.term().isEmpty()
                && finding.about().isPresent()) {
            String root = rootOf.apply(finding.about().get());
            if (root != null) {
                update(byObservation, root, entry, add);
            }
        }
        finding.clause()
                .ifPresent(c -> clauseListeners.getOrDefault(c, List.of()).forEach(Runnable::run));
        finding.term().ifPresent(t -> termListeners.getOrDefault(t, List.of()).forEach(Runnable::run));
    }

    private static void update(Map<String, List<Entry>> index, String key, Entry entry, boolean add) {
        List<Entry> list = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (add) {
            list.add(entry);
        } else {
            list.remove(entry);
        }
    }

    /** The decision of one of the finders on a breach (semantics, section 13); null if there is none. */
    @Nullable
    public Decision on(String clause, Case breach, Set<String> finders) {
        if (finders.isEmpty() || (byClause.isEmpty() && byObservation.isEmpty())) {
            return null;
        }
        Decision naming = naming(clause, breach, finders);
        if (naming.finding() != null || naming.doubtful()) {
            return naming;
        }
        boolean onRecord = !breach.omission() && !byObservation.isEmpty();
        Entry last = null;
        for (String root : onRecord ? breach.support().ids() : List.<String>of()) {
            for (Entry entry : byObservation.getOrDefault(root, List.of())) {
                Record.Finding finding = (Record.Finding) entry.record;
                if (finders.contains(authors.of(finding)) && finding.result().equals(Record.Finding.CONFIRMED)) {
                    last = later(last, entry);
                }
            }
        }
        if (last != null) {
            return new Decision((Record.Finding) last.record, false, false, naming.open());
        }
        return naming.open() == null ? null : naming;
    }

    private Decision naming(String clause, Case breach, Set<String> finders) {
        List<Record.Finding> perhaps = new ArrayList<>();
        List<Entry> speaking = new ArrayList<>();
        Entry last = null;
        for (Entry entry : byClause.getOrDefault(clause, List.of())) {
            Record.Finding finding = (Record.Finding) entry.record;
            if (speaksOf(finding, breach, finders)) {
                speaking.add(entry);
                last = breach.surelyReachedBy(finding) ? later(last, entry) : last;
            }
        }
        for (Entry entry : speaking) {
            if (entry != last && (last == null || precedes(last, entry))) {
                perhaps.add((Record.Finding) entry.record);
            }
        }
        Record.Finding surely = last == null ? null : (Record.Finding) last.record;
        String otherwise = surely == null ? Record.Finding.CONFIRMED : surely.result();
        boolean doubtful = perhaps.stream().anyMatch(f -> !f.result().equals(otherwise));
        if (surely != null) {
            perhaps.add(surely);
        }
        Time open = null;
        for (Record.Finding finding : perhaps) {
            open = finding.result().equals(Record.Finding.CONFIRMED) ? hull(open, breach.reachedAt(finding)) : open;
        }
        return new Decision(surely, surely != null, doubtful, open);
    }

    /** The time that holds both. */
    public static Time hull(@Nullable Time a, Time b) {
        return a == null ? b : new Time(Math.min(a.lo(), b.lo()), Math.max(a.hi(), b.hi()));
    }

    private boolean speaksOf(Record.Finding finding, Case breach, Set<String> finders) {
        return finders.contains(authors.of(finding))
                && finding.bearer().map(breach.bearer()::equals).orElse(true)
                && finding.about()
                        .map(about -> restsOn(breach.support(), about))
                        .orElse(true)
                && breach.possiblyReachedBy(finding);
    }

    private boolean restsOn(Support support, String about) {
        String root = rootOf.apply(about);
        return root != null && support.restsOn(root);
    }

    /** The last ruling on a term or question by one of these bodies; null if there is none. */
    public Record.@Nullable Finding onTerm(String term, Set<String> bodies) {
        Entry last = null;
        for (Entry entry : byTerm.getOrDefault(term, List.of())) {
            if (bodies.contains(authors.of(entry.record))) {
                last = later(last, entry);
            }
        }
        return last == null ? null : (Record.Finding) last.record;
    }

    private Entry later(@Nullable Entry a, Entry b) {
        return a == null || precedes(a, b) ? b : a;
    }
}
