package holdfast.engine.monitor.plain;

import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.monitor.compile.World;
import holdfast.engine.monitor.fact.Authors;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges all clauses of a text over records that are sure and precise, each in constant time. Records come in any order; those that are corrected or withdrawn by their own authors
 * are judged again with what hangs on them. A key about which anything else is on record is handed over to the second tier, with all that is known of it. Which tier serves a key
 * shows in nothing that is said.
 */
public final class FirstTier {
    /** Stands for a record that has no row. */
    private static final int ODD = Integer.MAX_VALUE - 1;

    private final Program program;
    private final Agreement agreement;
    private final Authors authors;
    private final Codes codes = new Codes();
    private final Origins origins = new Origins();
    private final Identities identities = new Identities();
    private final Table[] tables;
    private final Map<String, Table> byEvent = new HashMap<>();
    private final List<Domain> domains = new ArrayList<>();
    private final Map<Domain, World> seconds = new LinkedHashMap<>();
    private final Tier tier;

    /** Judges the clauses that are beyond this tier; null: there is none. */
    private @Nullable World rest;

    private final List<Norm> beyond;
    private final Set<Table> heard = new HashSet<>();

    /** Rows that lie in the future. */
    private final Dues future = new Dues();

    /** What came after a row about it and changed it, its withdrawal among that. */
    private final Map<Integer, List<Record>> versions = new HashMap<>();

    /** What rows said before they were corrected. */
    private final Map<Integer, First> firsts = new HashMap<>();

    private record First(long time, int[] values, boolean said) {}

    private final List<Record> odd = new ArrayList<>();
    private final Map<String, Subject> subjects = new HashMap<>();

    /** Of odd corrections, what they correct. */
    private final Map<String, String> corrections = new HashMap<>();

    /** By the id of a record that has not come, those that speak of it. */
    private final Map<String, List<Record>> waiting = new HashMap<>();

    private boolean anyHanded;

    /** What is on record about one observation that is not plain. */
    private static final class Subject {
        final List<Version> versions = new ArrayList<>();
        final Set<Integer> actors = new HashSet<>();
        boolean incident;

        /** The row of the record with which it began; null if that has none. */
        @Nullable
        Table table;

        int row;

        record Version(Table table, int[] values) {}
    }

    private FirstTier(Program program, Plan plan) {
        this.program = program;
        this.agreement = program.agreement();
        this.authors = new Authors(agreement);
        this.tier = new Tier(new CivilTime(agreement.zone()), new Telling(codes, origins));
        List<EventType> events = agreement.events();
        this.tables = new Table[events.size()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new Table(i, events.get(i));
            byEvent.putIfAbsent(events.get(i).name(), tables[i]);
        }
        plan.groups().forEach(group -> domains.add(domain(group)));
        plan.heard().forEach(event -> Optional.ofNullable(byEvent.get(event)).ifPresent(heard::add));
        this.beyond = plan.rest();
        this.rest = world(beyond);
        for (Table table : tables) {
            table.close();
            table.chains.forEach(Chain::close);
        }
    }

    /** Empty where some clause of the text is beyond this tier. */
    public static Optional<FirstTier> of(Program program) {
        return Planner.of(program.agreement()).map(plan -> new FirstTier(program, plan));
    }

    private @Nullable World world(List<Norm> clauses) {
        return clauses.isEmpty() ? null : World.of(program.with(clauses)).getFirst();
    }

    /** Lets those judge it who judge what is beyond this tier. */
    private void passOn(Record record) {
        if (rest != null) {
            rest.accept(record);
        }
    }

    // Putting together.

    private Domain domain(Plan.Group group) {
        Domain domain = new Domain(group);
        Map<String, DeadlineJudge> deadlines = new HashMap<>();
        for (Plan.Clause clause : group.clauses()) {
            Chain act = chain(domain, clause.act());
            switch (clause) {
                case Plan.Deadline d -> {
                    DeadlineJudge judge = new DeadlineJudge(d, tier, chain(domain, d.trigger()), act);
                    deadlines.put(d.norm().id(), judge);
                    domain.judges.add(judge);
                }
                case Plan.Sequel s ->
                    domain.judges.add(new SequelJudge(s, tier, Objects.requireNonNull(deadlines.get(s.of())), act));
                case Plan.Ban b -> domain.judges.add(ban(domain, b, act));
            }
        }
        return domain;
    }

    private BanJudge ban(Domain domain, Plan.Ban ban, Chain act) {
        List<Chain> begins = new ArrayList<>();
        List<Chain> ends = new ArrayList<>();
        if (ban.when() instanceof Plan.When.Holding(List<Plan.Match> from, List<Plan.Match> to)) {
            from.forEach(match -> begins.add(chain(domain, match)));
            to.forEach(match -> ends.add(chain(domain, match)));
        }
        int[] bearers = ban.holder() instanceof Plan.Holder.Among(int _, List<String> actors)
                ? actors.stream().mapToInt(a -> codes.of(new Value.Actor(a))).toArray()
                : new int[0];
        return new BanJudge(ban, tier, act, begins, ends, bearers);
    }

    private Chain chain(Domain domain, Plan.Match match) {
        return domain.chains.computeIfAbsent(match, m -> {
            int[] at = m.fixed().keySet().stream().mapToInt(Integer::intValue).toArray();
            int[][] to = m.fixed().values().stream()
                    .map(values -> values.stream().mapToInt(codes::of).toArray())
                    .toArray(int[][]::new);
            Table table = tables[m.event()];
            Chain chain = new Chain(table, domain, m, at, to, this::compareIds);
            table.chains.add(chain);
            return chain;
        });
    }

    private int compareIds(Table table, int a, int b) {
        return tier.telling().id(table, a).compareTo(tier.telling().id(table, b));
    }

    /** Forgets every record and every moment. */
    public void begin() {
        tier.begin();
        for (Table table : tables) {
            table.begin();
        }
        domains.forEach(Domain::begin);
        seconds.clear();
        if (rest != null) {
            rest.begin();
        }
        identities.clear();
        future.clear();
        versions.clear();
        odd.clear();
        subjects.clear();
        corrections.clear();
        firsts.clear();
        waiting.clear();
        anyHanded = false;
    }

    // Time.

    /** Moves to {@code now}. Back costs a look at each row, and what lies between. */
    public void advanceTo(long now) {
        if (now < tier.now()) {
            retreat(now);
            return;
        }
        tier.moveTo(now);
        while (future.first() <= now) {
            int ref = future.take();
            Table table = tables[ref % tables.length];
            int row = ref / tables.length;
            if (!table.is(row, Table.ODD | Table.WITHDRAWN)) {
                link(table, row);
            }
        }
        if (now > tier.wake()) {
            wake(now);
        }
        if (rest != null) {
            rest.advanceTo(now);
        }
        if (!seconds.isEmpty()) {
            seconds.values().forEach(world -> world.advanceTo(now));
        }
    }

    private void retreat(long now) {
        tier.moveTo(now);
        for (Table table : tables) {
            table.latest = Long.MIN_VALUE;
            for (int row = table.rows - 1; row >= 0; row--) {
                if (!table.is(row, Table.LINKED)) {
                    continue;
                }
                if (table.time(row) <= now) {
                    table.latest = Math.max(table.latest, table.time(row));
                } else {
                    unlink(table, row);
                    future.add(table.time(row), row * tables.length + table.index);
                }
            }
        }
        for (Domain domain : domains) {
            domain.judges.forEach(judge -> judge.retreat(now));
            if (seconds.remove(domain) != null) {
                again(domain);
            }
        }
        if (rest != null) {
            rest = world(beyond);
            advanceRest(now);
        }
        wake(now);
    }

    /** Another one for what is beyond this tier, that knows what the one before knew. */
    private void advanceRest(long now) {
        Objects.requireNonNull(rest).advanceTo(now);
        for (Table table : tables) {
            for (int row = 0; row < table.rows; row++) {
                if (heard.contains(table) || table.is(row, Table.ODD)) {
                    passOn(table, row);
                }
            }
        }
        odd.forEach(this::passOn);
    }

    private void passOn(Table table, int row) {
        if (rest != null) {
            passOn(record(table, row));
            versions.getOrDefault(row * tables.length + table.index, List.of()).forEach(this::passOn);
        }
    }

    /** Another world that knows what the one before knew. */
    private void again(Domain domain) {
        World world = world(domain);
        domain.told.forEach((table, rows) -> rows.stream().forEach(row -> {
            world.accept(record(table, row));
            versions.getOrDefault(row * tables.length + table.index, List.of()).forEach(world::accept);
        }));
    }

    private void wake(long now) {
        tier.sleepUntil(Long.MAX_VALUE);
        for (Domain domain : domains) {
            domain.judges.forEach(judge -> judge.advance(now));
        }
        for (Domain domain : domains) {
            domain.judges.forEach(judge -> tier.wakeAfter(judge.nextDue()));
        }
    }

    /** The earliest instant at which something may change by time alone; it may be too early, never too late. */
    public long nextWake() {
        wake(tier.now());
        long due = tier.wake();
        long next = Math.min(due == Long.MAX_VALUE ? due : due + 1, future.first());
        for (World world : seconds.values()) {
            next = Math.min(next, world.nextWake());
        }
        next = rest == null ? next : Math.min(next, rest.nextWake());
        return next;
    }

    // Records.

    /** Takes a record. A second record with an id already taken is refused with an {@link IllegalArgumentException}. */
    public void accept(Record record) {
        String id = record.id();
        Identities.Series series = identities.read(id);
        int number = identities.number;
        List<Record> spoken = waiting.isEmpty() ? null : waiting.remove(id);
        if (spoken == null && record instanceof Record.Observation o && isPlain(o)) {
            Table table = byEvent.get(o.event());
            if (table != null && fits(o, table)) {
                note(series, number, id, table.rows * tables.length + table.index);
                append(table, o, series.beginning, number);
                if (rest != null && heard.contains(table)) {
                    passOn(record);
                }
                return;
            }
        }
        note(series, number, id, ODD);
        int changed = spoken == null ? plainly(record) : -1;
        if (changed >= 0) {
            identities.move(series, number, id, changed);
            if (rest != null && heard.contains(tables[changed % tables.length])) {
                passOn(record);
            }
            return;
        }
        oddly(record);
        if (spoken != null) {
            spoken.forEach(this::spread);
        }
    }

    private void note(Identities.Series series, int number, String id, int ref) {
        if (!identities.add(series, number, id, ref)) {
            throw takenBefore(id);
        }
    }

    /** Takes rows of one event and source in place of records. */
    public Rows rows(String event, String source, Optional<String> author, Basis basis, String beginning) {
        Table table = Objects.requireNonNull(byEvent.get(event));
        return new OfSeries(table, origins.number(source, author, basis, beginning), identities.series(beginning));
    }

    private final class OfSeries implements Rows {
        private final Table table;
        private final int origin;
        private final Identities.Series series;

        OfSeries(Table table, int origin, Identities.Series series) {
            this.table = table;
            this.origin = origin;
            this.series = series;
        }

        @Override
        public int code(int attribute, Value value) {
            return codes.of(value);
        }

        @Override
        public void take(int number, long recorded, long occurred, int[] row) {
            if (!waiting.isEmpty() || isSpokenOf(row)) {
                accept(record(number, recorded, occurred, row));
                return;
            }
            if (!identities.add(series, number, table.rows * tables.length + table.index)) {
                throw takenBefore(series.beginning + number);
            }
            int at = table.append(occurred, recorded, origin, number, row);
            enter(table, at, occurred);
            if (rest != null && heard.contains(table)) {
                passOn(table, at);
            }
        }

        /** Whether a party is not given, or is said to be nobody. */
        private boolean isSpokenOf(int[] row) {
            for (int position : table.parties) {
                if (row[position] == NOT_GIVEN || row[position] == Codes.UNATTRIBUTED) {
                    return true;
                }
            }
            return false;
        }

        private Record record(int number, long recorded, long occurred, int[] row) {
            Origins.Origin of = origins.get(origin);
            return new Record.Observation(
                    series.beginning + number,
                    recorded,
                    of.source(),
                    Optional.empty(),
                    table.event.name(),
                    Time.at(occurred),
                    given(table, row, true),
                    of.basis(),
                    Optional.empty(),
                    of.author());
        }
    }

    private static IllegalArgumentException takenBefore(String id) {
        return new IllegalArgumentException("a record with the id `" + id + "` was taken before");
    }

    private static boolean isPlain(Record.Observation o) {
        return o.corrects().isEmpty() && o.occurred().precise() && o.incident().isEmpty();
    }

    private static boolean fits(Record.Observation o, Table table) {
        List<EventType.Attribute> attributes = table.event.attributes();
        Map<String, Value> values = o.values();
        boolean silent = false;
        boolean said = false;
        for (int i = 0; i < attributes.size(); i++) {
            Value value = values.get(attributes.get(i).name());
            ValueType type = attributes.get(i).type();
            if (value == null) {
                silent |= type == ValueType.PARTY;
            } else if (!Codes.isOf(value, type)) {
                return false;
            } else {
                said |= type == ValueType.PARTY && value.equals(Value.UNATTRIBUTED);
            }
        }
        return !(silent && said);
    }

    private void append(Table table, Record.Observation o, String beginning, int number) {
        int origin = origins.number(o.source(), o.author(), o.basis(), beginning);
        int row = table.append(o.occurred().lo(), o.recorded(), origin, number);
        put(table, row, o.values());
        enter(table, row, o.occurred().lo());
    }

    private void enter(Table table, int row, long occurred) {
        if (occurred > tier.now()) {
            future.add(occurred, row * tables.length + table.index);
        } else {
            link(table, row);
        }
    }

    private void put(Table table, int row, Map<String, Value> values) {
        table.unmark(row, Table.SAID);
        if (values.containsValue(Value.UNATTRIBUTED)) {
            table.mark(row, Table.SAID);
        }
        List<EventType.Attribute> attributes = table.event.attributes();
        for (int i = 0; i < table.width; i++) {
            table.put(
                    row,
                    i,
                    code(values.get(attributes.get(i).name()), attributes.get(i).type()));
        }
    }

    private int code(@Nullable Value value, ValueType type) {
        if (value == null) {
            return type == ValueType.PARTY ? Codes.UNATTRIBUTED : Codes.MISSING;
        }
        return codes.of(value);
    }

    private void link(Table table, int row) {
        long time = table.time(row);
        table.enter(time);
        table.mark(row, Table.LINKED);
        if (anyHanded && meetsHanded(table, row)) {
            handRow(table, row);
            return;
        }
        table.link(row, time);
    }

    // What changes a row, and leaves it plain.

    /** The row that a correction or withdrawal changes without anything being in doubt, or -1. */
    private int plainly(Record record) {
        return switch (record) {
            case Record.Observation o when o.corrects().isPresent() -> corrected(o);
            case Record.Withdrawal w -> withdrawn(w);
            case Record.Observation _, Record.Attribution _, Record.Finding _ -> -1;
        };
    }

    private int corrected(Record.Observation o) {
        int ref = rowOf(o.corrects().orElseThrow());
        Table table = byEvent.get(o.event());
        if (ref < 0 || table == null || !o.occurred().precise() || o.incident().isPresent() || !fits(o, table)) {
            return -1;
        }
        int row = ref / tables.length;
        boolean same = table == tables[ref % tables.length] && o.occurred().lo() <= tier.now();
        if (!same || !isFree(table, row) || !follows(o, table, row, ref)) {
            return -1;
        }
        unlink(table, row);
        firsts.putIfAbsent(ref, new First(table.time(row), table.valuesOf(row), table.is(row, Table.SAID)));
        table.moveTo(row, o.occurred().lo());
        put(table, row, o.values());
        versions.computeIfAbsent(ref, r -> new ArrayList<>(1)).add(o);
        link(table, row);
        return ref;
    }

    private int withdrawn(Record.Withdrawal w) {
        int ref = rowOf(w.withdraws());
        if (ref < 0) {
            return -1;
        }
        int row = ref / tables.length;
        Table table = tables[ref % tables.length];
        boolean root = tier.telling().id(table, row).equals(w.withdraws());
        if (!root || !isFree(table, row) || !follows(w, table, row, ref)) {
            return -1;
        }
        unlink(table, row);
        table.mark(row, Table.WITHDRAWN);
        versions.computeIfAbsent(ref, r -> new ArrayList<>()).add(w);
        return ref;
    }

    private int rowOf(String id) {
        int ref = identities.find(id) - 1;
        return ref == ODD ? -1 : ref;
    }

    /** Whether a row stands in its chains, and the second tier knows nothing of it. */
    private boolean isFree(Table table, int row) {
        return table.is(row, Table.LINKED)
                && !table.is(row, Table.ODD | Table.WITHDRAWN)
                && !(anyHanded && domains.stream().anyMatch(d -> d.hasTold(table, row)));
    }

    /** Whether it comes from the row's own author, after all that is said of it. */
    private boolean follows(Record record, Table table, int row, int ref) {
        List<Record> before = versions.get(ref);
        long recorded = before == null ? table.recorded(row) : before.getLast().recorded();
        boolean after = recorded != record.recorded()
                ? recorded < record.recorded()
                : (before == null
                                        ? tier.telling().id(table, row)
                                        : before.getLast().id())
                                .compareTo(record.id())
                        < 0;
        return after && isBySame(record, origins.get(table.origin(row)));
    }

    private boolean isBySame(Record record, Origins.Origin origin) {
        String author = origin.author().orElse(origin.source());
        return author.equals(record.speaker()) || authors.named(author).equals(authors.of(record));
    }

    private void unlink(Table table, int row) {
        table.unmark(row, Table.LINKED);
        long time = table.time(row);
        table.unlink(row, time);
    }

    // What is the second tier's.

    private void oddly(Record record) {
        odd.add(record);
        seconds.values().forEach(world -> world.accept(record));
        passOn(record);
        spread(record);
    }

    /** Hands over whatever a record may bear upon. */
    private void spread(Record record) {
        switch (record) {
            case Record.Observation o -> {
                o.corrects().ifPresent(of -> corrections.put(o.id(), of));
                Subject subject = o.corrects().isPresent()
                        ? subject(o.corrects().get(), o)
                        : subjects.computeIfAbsent(o.id(), i -> new Subject());
                Table table = byEvent.get(o.event());
                if (subject != null && table != null) {
                    subject.incident |= o.incident().isPresent();
                    subject.versions.add(new Subject.Version(table, codesOf(o, table)));
                    hand(subject);
                }
            }
            case Record.Attribution a -> {
                Subject subject = subject(a.about(), a);
                if (subject != null) {
                    subject.actors.add(codes.of(new Value.Actor(a.to())));
                    hand(subject);
                }
            }
            case Record.Finding f -> {
                if (f.about().isPresent()) {
                    subject(f.about().get(), f);
                }
            }
            case Record.Withdrawal w -> subject(w.withdraws(), w);
        }
    }

    private int[] codesOf(Record.Observation o, Table table) {
        List<EventType.Attribute> attributes = table.event.attributes();
        int[] of = new int[attributes.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = code(
                    o.values().get(attributes.get(i).name()), attributes.get(i).type());
        }
        return of;
    }

    /** What is on record about the observation that an id belongs to; null if there is none, or none yet. */
    private @Nullable Subject subject(String id, Record speaks) {
        String at = id;
        Set<String> seen = new HashSet<>();
        while (seen.add(at)) {
            Subject known = subjects.get(at);
            if (known != null) {
                return known;
            }
            int ref = identities.find(at) - 1;
            if (ref == -1) {
                waiting.computeIfAbsent(at, i -> new ArrayList<>()).add(speaks);
                return null;
            }
            if (ref != ODD) {
                return subjectOfRow(tables[ref % tables.length], ref / tables.length);
            }
            at = corrections.getOrDefault(at, at);
        }
        return null;
    }

    private Subject subjectOfRow(Table table, int row) {
        String root = tier.telling().id(table, row);
        Subject known = subjects.get(root);
        if (known != null) {
            return known;
        }
        Subject subject = new Subject();
        subjects.put(root, subject);
        subject.table = table;
        subject.row = row;
        table.mark(row, Table.ODD);
        if (!heard.contains(table)) {
            passOn(table, row);
        }
        // Whatever it said, it may come to say again.
        int ref = row * tables.length + table.index;
        First first = firsts.get(ref);
        subject.versions.add(new Subject.Version(table, first == null ? table.valuesOf(row) : first.values));
        for (Record later : versions.getOrDefault(ref, List.of())) {
            if (later instanceof Record.Observation o) {
                subject.versions.add(new Subject.Version(table, codesOf(o, table)));
            }
        }
        hand(subject);
        return subject;
    }

    /** Hands over every key that the observation has, or may come to have. */
    private void hand(Subject subject) {
        anyHanded = true;
        boolean open = subject.incident || (subject.versions.size() > 1 && !subject.actors.isEmpty());
        for (Subject.Version version : subject.versions) {
            for (Chain chain : version.table.chains) {
                if (subject.table != null) {
                    tell(chain.domain, subject.table, subject.row);
                }
                if (open) {
                    handAll(chain.domain);
                } else {
                    handKeys(chain, version, subject.actors);
                }
            }
        }
    }

    private void handKeys(Chain chain, Subject.Version version, Set<Integer> actors) {
        handKey(chain, version.values);
        int actor = version.table.actor;
        for (int other : actors) {
            if (actor >= 0) {
                int[] values = version.values.clone();
                values[actor] = other;
                handKey(chain, values);
            }
        }
    }

    private void handKey(Chain chain, int[] values) {
        if (chain.admits(values)) {
            hand(chain.domain, chain.slot(values));
        }
    }

    private boolean meetsHanded(Table table, int row) {
        boolean[] meets = {false};
        table.forEachConcerned(
                row, (chain, r) -> meets[0] |= chain.domain.allHanded || chain.domain.isHanded(chain.slot(r)));
        return meets[0];
    }

    /** A row one of whose keys is the second tier's. */
    private void handRow(Table table, int row) {
        long time = table.time(row);
        Set<Domain> handed = new HashSet<>();
        table.forEachConcerned(row, (chain, r) -> {
            if (chain.domain.allHanded || chain.domain.isHanded(chain.slot(r))) {
                handed.add(chain.domain);
            }
        });
        // In the chains it is found by whatever else is handed over; nothing is said of it there.
        table.forEachConcerned(row, (chain, r) -> chain.link(r, time, chain.slot(r)));
        for (Domain domain : domains) {
            if (handed.contains(domain)) {
                tell(domain, table, row);
                for (Chain chain : table.chains) {
                    if (chain.domain == domain && chain.admits(row)) {
                        domain.judges.forEach(judge -> judge.forget(chain.slot(row)));
                    }
                }
            }
        }
    }

    private void hand(Domain domain, int slot) {
        if (domain.allHanded || domain.isHanded(slot)) {
            return;
        }
        anyHanded = true;
        if (!domain.byKey) {
            handAll(domain);
            return;
        }
        domain.hand(slot);
        domain.judges.forEach(judge -> judge.forget(slot));
        world(domain);
        for (Chain chain : List.copyOf(domain.chains.values())) {
            for (int row = chain.latest(slot); row != Chain.NONE; row = chain.before(row)) {
                tell(domain, chain.table, row);
            }
        }
    }

    private void handAll(Domain domain) {
        if (domain.allHanded) {
            return;
        }
        anyHanded = true;
        domain.allHanded = true;
        domain.judges.forEach(Judge::begin);
        world(domain);
        Set<Table> concerned = new HashSet<>();
        domain.chains.values().forEach(c -> concerned.add(c.table));
        for (Table table : tables) {
            for (int row = 0; concerned.contains(table) && row < table.rows; row++) {
                tell(domain, table, row);
            }
        }
    }

    private World world(Domain domain) {
        return seconds.computeIfAbsent(domain, d -> {
            List<Norm> norms = d.group.clauses().stream().map(Plan.Clause::norm).toList();
            World world = World.of(program.with(norms)).getFirst();
            world.advanceTo(tier.now());
            odd.forEach(world::accept);
            return world;
        });
    }

    /** Lets the second tier know of a row, and hands over all keys that it has. */
    private void tell(Domain domain, Table table, int row) {
        if (!domain.tell(table, row)) {
            return;
        }
        World world = world(domain);
        world.accept(record(table, row));
        versions.getOrDefault(row * tables.length + table.index, List.of()).forEach(world::accept);
        for (Chain chain : table.chains) {
            if (chain.domain == domain && chain.admits(row)) {
                hand(domain, chain.slot(row));
            }
        }
    }

    /** The record as it was first given. */
    private Record record(Table table, int row) {
        Origins.Origin origin = origins.get(table.origin(row));
        int ref = row * tables.length + table.index;
        First first = firsts.get(ref);
        int[] values = first == null ? table.valuesOf(row) : first.values;
        long time = first == null ? table.time(row) : first.time;
        return new Record.Observation(
                tier.telling().id(table, row),
                table.recorded(row),
                origin.source(),
                Optional.empty(),
                table.event.name(),
                Time.at(time),
                given(table, values, first == null ? table.is(row, Table.SAID) : first.said),
                origin.basis(),
                Optional.empty(),
                origin.author());
    }

    /** @param said whether a party that is nobody is given as such */
    private Map<String, Value> given(Table table, int[] values, boolean said) {
        Map<String, Value> given = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            EventType.Attribute attribute = table.event.attributes().get(i);
            boolean nobody = attribute.type() == ValueType.PARTY && values[i] == Codes.UNATTRIBUTED && !said;
            if (values[i] != Codes.MISSING && !nobody) {
                given.put(attribute.name(), codes.value(values[i], attribute.type()));
            }
        }
        return given;
    }

    /** Gives what happened by the moment last moved to, as far as nothing about it is in doubt, in no particular order. */
    public void forEachPlainFact(Consumer<KnownFact> action) {
        for (Table table : tables) {
            for (int row = 0; row < table.rows; row++) {
                if (table.is(row, Table.LINKED) && !table.is(row, Table.ODD)) {
                    action.accept(fact(table, row));
                }
            }
        }
    }

    private KnownFact fact(Table table, int row) {
        Map<String, Value> values = given(table, table.valuesOf(row), false);
        Origins.Origin origin = origins.get(table.origin(row));
        return new KnownFact(
                table.event.name(),
                List.of(tier.telling().id(table, row)),
                Time.at(table.time(row)),
                values,
                true,
                false,
                Optional.empty(),
                authors.named(origin.author().orElse(origin.source())),
                table.recorded(row));
    }

    /** All that is on record about what is in doubt, in no particular order: whoever dissents is among them. */
    public void forEachOddRecord(Consumer<Record> action) {
        for (Table table : tables) {
            for (int row = 0; row < table.rows; row++) {
                if (table.is(row, Table.ODD)) {
                    action.accept(record(table, row));
                    versions.getOrDefault(row * tables.length + table.index, List.of())
                            .forEach(action);
                }
            }
        }
        odd.forEach(action);
    }

    /** All records taken, in no particular order. */
    public void forEachRecord(Consumer<Record> action) {
        for (Table table : tables) {
            for (int row = 0; row < table.rows; row++) {
                action.accept(record(table, row));
            }
        }
        versions.values().forEach(those -> those.forEach(action));
        odd.forEach(action);
    }

    // What is said.

    public void collect(Consumer<Verdict> verdicts) {
        collect(Judge::collect, World::collect, true, verdicts);
    }

    public void collectBreaches(Consumer<Verdict> verdicts) {
        collect(Judge::collectBreaches, World::collectBreaches, false, verdicts);
    }

    public void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {
        collect(
                (judge, to) -> judge.collectOwed(wanted, to),
                (world, to) -> world.collectOwed(wanted, to),
                false,
                verdicts);
    }

    private void collect(
            BiConsumer<Judge, Consumer<Verdict>> first,
            BiConsumer<World, Consumer<Verdict>> second,
            boolean withOthers,
            Consumer<Verdict> verdicts) {
        if (rest != null) {
            rest.settle();
            second.accept(rest, verdicts);
        }
        for (Domain domain : domains) {
            Map<String, Set<String>> bearers = new HashMap<>();
            Consumer<Verdict> noting = verdict -> {
                // What rests on no record is said of those of whom there is nothing else.
                if (!verdict.records().isEmpty()) {
                    if (withOthers) {
                        bearers.computeIfAbsent(verdict.clause(), c -> new HashSet<>())
                                .add(verdict.bearer());
                    }
                    verdicts.accept(verdict);
                }
            };
            domain.judges.forEach(judge -> first.accept(judge, noting));
            World world = seconds.get(domain);
            if (world != null) {
                world.settle();
                second.accept(world, noting);
            }
            if (withOthers) {
                for (Judge judge : domain.judges) {
                    judge.collectWithout(
                            bearers.getOrDefault(judge.clause().norm().id(), Set.of()), verdicts);
                }
            }
        }
    }
}
