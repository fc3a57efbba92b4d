package holdfast.engine.monitor.fact;

import holdfast.engine.Dissent;
import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.graph.Fact;
import holdfast.engine.monitor.graph.Holding;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records taken so far, and the facts that they make (semantics, section 2). Whatever record comes, only the observations that it concerns are settled
 * again; facts that change leave and enter the streams of their events.
 */
public final class Docket implements Holding {
    private final Symbols symbols;
    private final List<EventType> types;
    private final Map<String, Integer> typeNumbers = new HashMap<>();
    private final Stream[] streams;
    private final Authors authors;
    private final Set<String> bodies = new HashSet<>();
    private final Findings findings;

    private final Register entries = new Register();
    private final Map<String, List<Entry>> waiting = new HashMap<>();
    private final Map<Incident, Group> groups = new HashMap<>();
    private final PriorityQueue<Fact> future = new PriorityQueue<>(Comparator.comparingLong((Fact f) -> f.lo));
    private final PriorityQueue<Entry> futureFindings = new PriorityQueue<>(
            Comparator.comparingLong(e -> ((Record.Finding) e.record).occurred().lo()));
    private long now = Long.MIN_VALUE;

    /** Whoever names an incident names one of its own: nobody's record changes another's fact by bearing its label. */
    private record Incident(int type, String name, String author) {}

    private static final class Group {
        final TreeMap<Entry, Fact> members = new TreeMap<>(Entry.IN_ORDER);

        @Nullable
        Fact fact;
    }

    public Docket(Agreement agreement, Symbols symbols, Map<String, Stream> streamsByEvent, Findings findings) {
        this.symbols = symbols;
        this.types = agreement.events();
        this.findings = findings;
        this.streams = new Stream[types.size()];
        for (int i = 0; i < streams.length; i++) {
            typeNumbers.put(types.get(i).name(), i);
            streams[i] = streamsByEvent.computeIfAbsent(types.get(i).name(), name -> new Stream());
        }
        this.authors = new Authors(agreement);
        agreement.bodies().forEach(b -> bodies.add(b.name()));
    }

    @Override
    public void begin() {
        entries.clear();
        waiting.clear();
        groups.clear();
        future.clear();
        futureFindings.clear();
        now = Long.MIN_VALUE;
    }

    public void accept(Record record) {
        Entry entry = new Entry(record, authors);
        if (!entries.add(entry)) {
            throw new IllegalArgumentException("a record with the id `" + record.id() + "` was taken before");
        }
        List<Entry> waited = waiting.isEmpty() ? null : waiting.remove(record.id());
        if (waited == null && record instanceof Record.Observation && entry.plain()) {
            settle(entry);
            return;
        }
        attach(entry);
        Set<Entry> concerned = new LinkedHashSet<>();
        collectConcerned(entry, concerned);
        if (waited != null) {
            waited.forEach(w -> attachTo(w, entry));
            waited.forEach(w -> collectConcerned(w, concerned));
            concerned.forEach(this::settleFindings);
        }
        concerned.forEach(this::settle);
    }

    /** A record that came late may be the one on which a finding rests that came before: only now is it known what the finding is about. */
    private void settleFindings(Entry observation) {
        for (Entry remark : remarks(observation)) {
            Entry root = remark.root();
            if (root != null && root.record instanceof Record.Finding) {
                findings.settle(root, now);
            }
        }
    }

    /**
     * How far {@code advanceTo} may go at once, at most to {@code now}: to the time of the fact that is {@code most} facts ahead.
     */
    public long reach(long now, int most) {
        if (future.size() <= most) {
            return now;
        }
        List<Fact> ahead = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            ahead.add(future.poll());
        }
        future.addAll(ahead);
        return Math.min(now, ahead.getLast().lo);
    }

    /** The earliest instant at which something that was taken lies in the future; {@link Long#MAX_VALUE} if nothing does. */
    public long nextFuture() {
        long fact = future.isEmpty() ? Long.MAX_VALUE : future.peek().lo;
        long finding = futureFindings.isEmpty()
                ? Long.MAX_VALUE
                : ((Record.Finding) futureFindings.peek().record).occurred().lo();
        return Math.min(fact, finding);
    }

    /** All records taken, in no particular order. */
    public void forEachRecord(Consumer<Record> action) {
        entries.forEach(entry -> action.accept(entry.record));
    }

    /** Lets in what happens up to {@code now}; time only moves forward here. */
    public void advanceTo(long now) {
        this.now = now;
        while (!future.isEmpty() && future.peek().lo <= now) {
            Fact fact = future.remove();
            streams[fact.type].add(fact);
        }
        while (!futureFindings.isEmpty()
                && ((Record.Finding) futureFindings.peek().record).occurred().lo() <= now) {
            Set<Entry> concerned = new LinkedHashSet<>();
            collectConcerned(futureFindings.poll(), concerned);
            concerned.forEach(this::settle);
        }
    }

    /** Finds what the record speaks about, or notes that it has not come yet. */
    private void attach(Entry entry) {
        for (String target : targets(entry.record)) {
            Entry found = entries.get(target);
            if (found != null) {
                attachTo(entry, found);
            } else {
                waiting.computeIfAbsent(target, t -> new ArrayList<>()).add(entry);
            }
        }
        if (entry.record instanceof Record.Finding finding && finding.occurred().lo() > now) {
            futureFindings.add(entry);
        }
    }

    private static Set<String> targets(Record record) {
        Set<String> targets = new LinkedHashSet<>();
        record.corrects().ifPresent(targets::add);
        switch (record) {
            case Record.Observation o -> {}
            case Record.Attribution a -> targets.add(a.about());
            case Record.Finding f -> f.about().ifPresent(targets::add);
            case Record.Withdrawal w -> targets.add(w.withdraws());
        }
        return targets;
    }

    private static void attachTo(Entry entry, Entry target) {
        String id = target.record.id();
        if (entry.record.corrects().filter(id::equals).isPresent()) {
            target.addCorrection(entry);
        }
        switch (entry.record) {
            case Record.Observation o -> {}
            case Record.Attribution a when a.about().equals(id) -> target.addRemark(entry);
            case Record.Finding f when f.about().filter(id::equals).isPresent() -> target.addRemark(entry);
            case Record.Withdrawal w when w.withdraws().equals(id) -> target.addWithdrawal(entry);
            default -> {}
        }
    }

    /** The root observations whose fact the record may change. */
    private void collectConcerned(Entry entry, Set<Entry> concerned) {
        if (entry.record instanceof Record.Withdrawal w) {
            Entry target = entries.get(w.withdraws());
            if (target != null && target.precedes(entry)) {
                collectConcerned(target, concerned);
            }
            return;
        }
        Entry root = entry.root();
        if (root == null) {
            return;
        }
        if (root.record instanceof Record.Observation) {
            concerned.add(root);
            return;
        }
        if (root.record instanceof Record.Finding) {
            findings.settle(root, now);
        }
        for (Entry version : root.chain()) {
            Entry about = entries.get(about(version.record));
            Entry observation = about == null ? null : about.root();
            if (observation != null && observation.record instanceof Record.Observation) {
                concerned.add(observation);
            }
        }
    }

    private static String about(Record record) {
        return switch (record) {
            case Record.Attribution a -> a.about();
            case Record.Finding f -> f.about().orElse("");
            case Record.Observation o -> "";
            case Record.Withdrawal w -> w.withdraws();
        };
    }

    /** Gives every fact that has happened by now, in no particular order. */
    public void forEachFact(Consumer<KnownFact> action) {
        entries.forEach(root -> {
            Fact own = root.fact;
            if (own == null) {
                return;
            }
            String incident = root.incident;
            Group group = incident == null ? null : group(own.type, incident, root);
            boolean told = group != null && group.members.firstKey() != root;
            Fact fact = group == null || group.fact == null ? own : group.fact;
            if (!told && fact.lo <= now) {
                List<Entry> members = group == null ? List.of(root) : List.copyOf(group.members.keySet());
                action.accept(known(fact, members, incident));
            }
        });
    }

    private KnownFact known(Fact fact, List<Entry> members, @Nullable String incident) {
        EventType event = types.get(fact.type);
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < fact.values.length; i++) {
            ValueType type = event.attributes().get(i).type();
            boolean absent = type == ValueType.PARTY
                    ? fact.values[i] == Symbols.UNATTRIBUTED
                    : fact.values[i] == Symbols.MISSING;
            if (!absent) {
                values.put(event.attributes().get(i).name(), symbols.decode(fact.values[i], type));
            }
        }
        return new KnownFact(
                event.name(),
                List.of(fact.roots()),
                new Time(fact.lo, fact.hi),
                values,
                fact.sure,
                members.stream().anyMatch(m -> finding(remarks(m)).equals(Record.Finding.CONFIRMED)),
                Optional.ofNullable(incident),
                authors.of(members.getFirst().record),
                fact.reported);
    }

    /** Gives every record that was set aside because its author may not change what it is about, in no particular order. */
    public void forEachDissent(Consumer<Dissent> action) {
        entries.forEach(entry -> {
            Entry target =
                    entry.record instanceof Record.Observation o && o.corrects().isEmpty() ? null : contradicted(entry);
            if (target != null) {
                Entry root = target.root();
                Record owned = (root == null ? target : root).record;
                action.accept(new Dissent(entry.record, target.record, authors.of(entry.record), authors.of(owned)));
            }
        });
    }

    /** What a live record contradicts without effect; null if it contradicts nothing. */
    private @Nullable Entry contradicted(Entry entry) {
        if (!entry.live()) {
            return null;
        }
        Entry target = entry.corrects;
        if (target != null) {
            boolean later = target.precedes(entry);
            boolean sameKind = entry.record instanceof Record.Withdrawal
                    || target.record.getClass().equals(entry.record.getClass());
            return later && sameKind && !entry.mayChange(target) ? target : null;
        }
        if (!(entry.record instanceof Record.Attribution attribution) || !entry.counts()) {
            return null;
        }
        Entry about = entries.get(attribution.about());
        Entry observation = about == null ? null : about.root();
        Fact fact = observation == null ? null : observation.fact;
        boolean heard = fact == null
                || authors.attributes(attribution)
                || attribution.to().equals(doer(fact));
        return heard ? null : about;
    }

    private String doer(Fact fact) {
        List<EventType.Attribute> attributes = types.get(fact.type).attributes();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).type() == ValueType.PARTY) {
                return symbols.name(fact.values[i]);
            }
        }
        return "";
    }

    /** The root observation under a record id, if it is known. */
    @Nullable
    public String rootId(String id) {
        Entry entry = entries.get(id);
        Entry root = entry == null ? null : entry.root();
        return root == null ? null : root.record.id();
    }

    private void settle(Entry root) {
        Fact before = root.fact;
        if (before != null) {
            leave(root, before);
        }
        Entry version = root.version();
        Fact after = version == null ? null : fact(root, (Record.Observation) version.record);
        root.fact = after;
        if (version != null && after != null) {
            root.incident = ((Record.Observation) version.record).incident().orElse(null);
            enter(root, after);
        }
    }

    private void leave(Entry root, Fact fact) {
        if (root.incident == null) {
            retract(fact);
            return;
        }
        Group group = group(fact.type, root.incident, root);
        group.members.remove(root);
        regroup(fact.type, group);
    }

    private void enter(Entry root, Fact fact) {
        if (root.incident == null) {
            assertFact(fact);
            return;
        }
        Group group = group(fact.type, root.incident, root);
        group.members.put(root, fact);
        regroup(fact.type, group);
    }

    private Group group(int type, String incident, Entry root) {
        return groups.computeIfAbsent(new Incident(type, incident, authors.of(root.record)), i -> new Group());
    }

    private void regroup(int type, Group group) {
        if (group.fact != null) {
            retract(group.fact);
            group.fact = null;
        }
        if (!group.members.isEmpty()) {
            group.fact = merge(type, types.get(type), group.members);
            assertFact(group.fact);
        }
    }

    private void assertFact(Fact fact) {
        if (fact.lo <= now) {
            streams[fact.type].add(fact);
        } else {
            future.add(fact);
        }
    }

    private void retract(Fact fact) {
        if (fact.lo > now) {
            future.remove(fact);
        } else {
            streams[fact.type].remove(fact);
        }
    }

    private @Nullable Fact fact(Entry root, Record.Observation observation) {
        Integer type = typeNumbers.get(observation.event());
        if (type == null) {
            return null;
        }
        List<Entry> remarks = root.plain() ? List.of() : remarks(root);
        String result = finding(remarks);
        if (result.equals(Record.Finding.REFUTED)) {
            return null;
        }
        EventType event = types.get(type);
        return new Fact(
                type,
                observation.occurred(),
                !result.equals(Record.Finding.DISPUTED),
                values(event, root, observation, remarks),
                root.record.recorded(),
                root.record.id(),
                observation.basis());
    }

    private static List<Entry> remarks(Entry root) {
        List<Entry> remarks = new ArrayList<>();
        root.chain().forEach(e -> remarks.addAll(e.remarks()));
        return remarks;
    }

    private String finding(List<Entry> remarks) {
        Entry last = null;
        for (Entry remark : remarks) {
            boolean relevant = remark.record instanceof Record.Finding f
                    && f.clause().isEmpty()
                    && f.term().isEmpty()
                    && f.occurred().lo() <= now
                    && bodies.contains(authors.of(f))
                    && remark.counts();
            if (relevant && (last == null || findings.precedes(last, remark))) {
                last = remark;
            }
        }
        return last == null ? "" : ((Record.Finding) last.record).result();
    }

    private long[] values(EventType event, Entry root, Record.Observation observation, List<Entry> remarks) {
        List<EventType.Attribute> attributes = event.attributes();
        long[] values = new long[attributes.size()];
        Map<String, Value> all = observation.values();
        boolean actorSettled = false;
        for (int i = 0; i < values.length; i++) {
            EventType.Attribute attribute = attributes.get(i);
            Value given = all.get(attribute.name());
            if (given != null) {
                values[i] = symbols.encode(given);
            } else {
                values[i] = attribute.type() == ValueType.PARTY ? Symbols.UNATTRIBUTED : Symbols.MISSING;
            }
            if (attribute.type() == ValueType.PARTY && !actorSettled) {
                actorSettled = true;
                values[i] = remarks.isEmpty() ? values[i] : actor(values[i], root, remarks);
            }
        }
        return values;
    }

    /** Semantics, section 2, "actor": the attributor settles, others only fill a gap; strangers only where the text names no attributor. */
    private long actor(long observed, Entry root, List<Entry> remarks) {
        Entry settled = null;
        Entry own = null;
        Entry first = null;
        for (Entry remark : remarks) {
            if (!(remark.record instanceof Record.Attribution a) || !remark.counts()) {
                continue;
            }
            if (authors.attributes(a) && (settled == null || findings.precedes(settled, remark))) {
                settled = remark;
            }
            if (a.to().equals(Value.UNATTRIBUTED.name())) {
                continue;
            }
            if (remark.mayChange(root) && (own == null || findings.precedes(remark, own))) {
                own = remark;
            }
            if (!authors.anyAttributes() && (first == null || findings.precedes(remark, first))) {
                first = remark;
            }
        }
        first = own == null ? first : own;
        if (settled != null) {
            return symbols.number(((Record.Attribution) settled.record).to());
        }
        if (observed != Symbols.UNATTRIBUTED || first == null) {
            return observed;
        }
        return symbols.number(((Record.Attribution) first.record).to());
    }

    private static Fact merge(int type, EventType event, TreeMap<Entry, Fact> members) {
        List<Fact> facts = List.copyOf(members.values());
        long[] values = new long[event.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            boolean party = event.attributes().get(i).type() == ValueType.PARTY;
            values[i] = firstGiven(facts, i, party ? Symbols.UNATTRIBUTED : Symbols.MISSING);
        }
        return new Fact(
                type,
                time(facts),
                facts.stream().anyMatch(f -> f.sure),
                values,
                facts.stream().mapToLong(f -> f.reported).min().orElseThrow(),
                facts.stream().map(Occurrence::id).toArray(String[]::new),
                facts.getFirst().basis);
    }

    private static long firstGiven(List<Fact> facts, int attribute, long absent) {
        for (Fact fact : facts) {
            if (fact.values[attribute] != absent) {
                return fact.values[attribute];
            }
        }
        return absent;
    }

    private static Time time(List<Fact> facts) {
        long latestStart = facts.stream().mapToLong(f -> f.lo).max().orElseThrow();
        long earliestEnd = facts.stream().mapToLong(f -> f.hi).min().orElseThrow();
        if (latestStart <= earliestEnd) {
            return new Time(latestStart, earliestEnd);
        }
        return new Time(
                facts.stream().mapToLong(f -> f.lo).min().orElseThrow(),
                facts.stream().mapToLong(f -> f.hi).max().orElseThrow());
    }
}
