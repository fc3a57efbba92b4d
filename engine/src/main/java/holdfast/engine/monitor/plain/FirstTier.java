package holdfast.engine.monitor.plain;

import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.clause.Difference;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.monitor.compile.World;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Tier tier;
    private final Book book;
    private final List<Domain> domains;
    private final Second second;
    private final Doubts doubts;

    /** Rows that lie in the future. */
    private final Dues future = new Dues();

    private FirstTier(Program program, Plan plan) {
        Agreement agreement = program.agreement();
        this.book = new Book(agreement);
        this.tier = new Tier(new CivilTime(agreement.zone()), book.telling);
        Conditions conditions = new Conditions(program, tier, book, plan);
        this.domains = new Assembly(book, tier, conditions).domains(plan);
        this.second = new Second(program, tier, book, plan, conditions);
        this.doubts = new Doubts(book, second, domains, plan.confirmed());
    }

    /** Empty where it can judge no clause of the text, or nothing is gained by that. */
    public static Optional<FirstTier> of(Program program) {
        return Planner.of(program.agreement()).map(plan -> new FirstTier(program, plan));
    }

    /** Forgets every record and every moment. */
    public void begin() {
        tier.begin();
        book.begin();
        domains.forEach(Domain::begin);
        second.begin();
        doubts.begin();
        future.clear();
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
            Table table = book.tableOf(ref);
            if (!table.is(book.rowOf(ref), Table.ODD | Table.WITHDRAWN)) {
                link(table, book.rowOf(ref));
            }
        }
        if (now > tier.wake()) {
            wake(now);
        }
        second.advanceTo(now);
    }

    private void retreat(long now) {
        tier.moveTo(now);
        for (Table table : book.tables) {
            table.latest = Long.MIN_VALUE;
            for (int row = table.rows - 1; row >= 0; row--) {
                if (!table.is(row, Table.LINKED)) {
                    continue;
                }
                if (table.time(row) <= now) {
                    table.latest = Math.max(table.latest, table.time(row));
                } else {
                    unlink(table, row);
                    future.add(table.time(row), book.ref(table, row));
                }
            }
        }
        domains.forEach(domain -> domain.judges.forEach(judge -> judge.retreat(now)));
        second.beginAgain();
        wake(now);
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
        return Math.min(next, second.nextWake());
    }

    /** As {@link #nextWake}, of what is said as of the moment alone, once changes were asked for. */
    public long nextNews() {
        long next = second.nextNews();
        for (Domain domain : domains) {
            for (Judge judge : domain.judges) {
                next = Math.min(next, judge.nextNews());
            }
        }
        return next;
    }

    // Records.

    /** Takes a record. A second record with an id already taken is refused with an {@link IllegalArgumentException}. */
    public void accept(Record record) {
        String id = record.id();
        Identities.Series series = book.identities.read(id);
        int number = book.identities.number;
        List<Record> spoken = doubts.waitedFor(id);
        Table table = spoken == null ? tableOf(record) : null;
        if (table != null) {
            note(series, number, id, book.ref(table, table.rows));
            Record.Observation o = (Record.Observation) record;
            int[] values = book.codesOf(o, table);
            int row = book.append(table, o, series.beginning, number, values);
            enter(table, row, o.occurred().lo(), values);
            if (second.hears(table)) {
                second.hear(table, record);
                doubts.hear(table, row);
            }
            return;
        }
        note(series, number, id, Book.ODD);
        int changed = spoken == null ? plainly(record) : -1;
        if (changed >= 0) {
            book.identities.move(series, number, id, changed);
            second.hear(book.tableOf(changed), record);
            return;
        }
        second.take(record);
        doubts.spread(record);
        if (spoken != null) {
            spoken.forEach(doubts::spread);
        }
    }

    /** Where a record that is plain belongs; null if it is not. */
    private @Nullable Table tableOf(Record record) {
        if (!(record instanceof Record.Observation o)
                || o.corrects().isPresent()
                || !o.occurred().precise()
                || o.incident().isPresent()) {
            return null;
        }
        Table table = book.table(o.event());
        return table != null && Book.fits(o, table) ? table : null;
    }

    private void note(Identities.Series series, int number, String id, int ref) {
        if (!book.identities.add(series, number, id, ref)) {
            throw takenBefore(id);
        }
    }

    /** Takes rows of one event and source in place of records. */
    public Rows rows(String event, String source, Optional<String> author, Basis basis, String beginning) {
        Table table = Objects.requireNonNull(book.table(event));
        return new OfSeries(
                table, book.origins.number(source, author, basis, beginning), book.identities.series(beginning));
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
            return book.codes.of(value);
        }

        @Override
        public void take(int number, long recorded, long occurred, int[] row) {
            if (doubts.areWaiting() || isSpokenOf(row)) {
                accept(record(number, recorded, occurred, row));
                return;
            }
            if (!book.identities.add(series, number, book.ref(table, table.rows))) {
                throw takenBefore(series.beginning + number);
            }
            int at = table.append(occurred, recorded, origin, number, row);
            enter(table, at, occurred, row);
            if (second.hears(table)) {
                second.hear(table, at);
                doubts.hear(table, at);
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
            Origins.Origin of = book.origins.get(origin);
            return new Record.Observation(
                    series.beginning + number,
                    recorded,
                    of.source(),
                    Optional.empty(),
                    table.event.name(),
                    Time.at(occurred),
                    book.given(table, row, true),
                    of.basis(),
                    Optional.empty(),
                    of.author());
        }
    }

    private static IllegalArgumentException takenBefore(String id) {
        return new IllegalArgumentException("a record with the id `" + id + "` was taken before");
    }

    private void enter(Table table, int row, long occurred, int[] values) {
        if (occurred > tier.now()) {
            future.add(occurred, book.ref(table, row));
        } else if (occurred > table.latest && !doubts.concern(table, row)) {
            table.linkLatest(row, occurred, values);
        } else {
            link(table, row);
        }
    }

    private void link(Table table, int row) {
        long time = table.time(row);
        table.enter(time);
        table.mark(row, Table.LINKED);
        if (doubts.concern(table, row)) {
            doubts.handRow(table, row);
        } else {
            table.link(row, time);
        }
    }

    private void unlink(Table table, int row) {
        table.unmark(row, Table.LINKED);
        table.unlink(row, table.time(row));
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
        int ref = book.find(o.corrects().orElseThrow());
        Table table = book.table(o.event());
        boolean plain =
                o.occurred().precise() && o.incident().isEmpty() && o.occurred().lo() <= tier.now();
        if (ref < 0 || !plain || table != book.tableOf(ref) || !Book.fits(o, table)) {
            return -1;
        }
        int row = book.rowOf(ref);
        if (!isFree(table, row)) {
            return -1;
        }
        if (book.follows(o, table, row)) {
            unlink(table, row);
            book.correct(table, row, o);
            link(table, row);
            return ref;
        }
        if (book.isOutdated(o, table, row)) {
            book.noteOutdated(ref, o);
            return ref;
        }
        return -1;
    }

    private int withdrawn(Record.Withdrawal w) {
        int ref = book.find(w.withdraws());
        if (ref < 0) {
            return -1;
        }
        int row = book.rowOf(ref);
        Table table = book.tableOf(ref);
        boolean root = book.telling.id(table, row).equals(w.withdraws());
        if (!root || !isFree(table, row) || !book.follows(w, table, row)) {
            return -1;
        }
        unlink(table, row);
        table.mark(row, Table.WITHDRAWN);
        book.note(ref, w);
        return ref;
    }

    /** Whether a row stands in its chains, and the second tier knows nothing of it. */
    private boolean isFree(Table table, int row) {
        return table.is(row, Table.LINKED) && !table.is(row, Table.ODD | Table.WITHDRAWN) && doubts.leave(table, row);
    }

    // What is on record.

    /** Gives what happened by the moment last moved to, as far as nothing about it is in doubt, in no particular order. */
    public void forEachPlainFact(Consumer<KnownFact> action) {
        book.forEachPlainFact(action);
    }

    /** All that is on record about what is in doubt, in no particular order: whoever dissents is among them. */
    public void forEachOddRecord(Consumer<Record> action) {
        book.forEachOddRecord(action);
        second.forEachOddRecord(action);
    }

    /** All records taken, in no particular order. */
    public void forEachRecord(Consumer<Record> action) {
        book.forEachRecord(action);
        second.forEachOddRecord(action);
    }

    /** As {@link #forEachRecord}: those with these ids, those of these events, and all that speak of others. */
    public void forEachRecordOf(Set<String> ids, Set<String> events, Consumer<Record> action) {
        book.forEachRecordOf(ids, events, action);
        second.forEachOddRecord(action);
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
            BiConsumer<Judge, Consumer<Verdict>> ofJudge,
            BiConsumer<World, Consumer<Verdict>> ofWorld,
            boolean withOthers,
            Consumer<Verdict> verdicts) {
        second.collectRest(ofWorld, verdicts);
        for (Domain domain : domains) {
            handUnsure(domain);
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
            domain.judges.forEach(judge -> ofJudge.accept(judge, noting));
            second.collect(domain, ofWorld, noting);
            if (withOthers) {
                for (Judge judge : domain.judges) {
                    judge.collectWithout(
                            bearers.getOrDefault(judge.clause().norm().id(), Set.of()), verdicts);
                }
            }
        }
    }

    /** Hands over the keys of which something is said that hangs on when a clause was in force, where that is not sure. */
    private void handUnsure(Domain domain) {
        domain.judges.forEach(judge -> judge.forEachUnsure(slot -> doubts.hand(domain, slot)));
    }

    /** Gives what of {@link #collect} came and went since this was asked last; the first time in a history, all of it came. It costs what changed. */
    public void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        List<Verdict> out = new ArrayList<>();
        List<Verdict> in = new ArrayList<>();
        domains.forEach(this::handUnsure);
        second.drainRest(out::add, in::add);
        domains.forEach(domain -> drain(domain, out::add, in::add));
        // What was said of a key that was handed over, is said again.
        Difference.between(out, in, gone, came);
    }

    private void drain(Domain domain, Consumer<Verdict> gone, Consumer<Verdict> came) {
        Consumer<Verdict> ofRecordsGone = resting(domain.bare::gone, gone);
        Consumer<Verdict> ofRecordsCame = resting(domain.bare::came, came);
        domain.judges.forEach(judge -> judge.drain(ofRecordsGone, ofRecordsCame));
        second.drain(domain, ofRecordsGone, ofRecordsCame);
        domain.judges.forEach(judge -> domain.bare.drain(judge, gone, came));
    }

    /** Of what rests on records. */
    private static Consumer<Verdict> resting(Consumer<Verdict> noting, Consumer<Verdict> verdicts) {
        return verdict -> {
            if (!verdict.records().isEmpty()) {
                noting.accept(verdict);
                verdicts.accept(verdict);
            }
        };
    }
}
