package holdfast.engine.monitor.plain;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.monitor.compile.World;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the second tier has: the clauses that are beyond the first, and the keys that were handed over. */
final class Second {
    private final Program program;
    private final Tier tier;
    private final Book book;

    /** Of keys that were handed over. */
    private final Map<Domain, World> worlds = new LinkedHashMap<>();

    /** Says when clauses are in force. */
    private final Conditions conditions;

    /** Judges the clauses that are beyond the first tier; null: there is none. */
    private final @Nullable Cells rest;

    /** By domain, what was said of it by those who are gone since time went back, when changes were asked for last. */
    private final Map<Domain, List<Verdict>> toldBefore = new HashMap<>();

    private final List<Verdict> restToldBefore = new ArrayList<>();

    /** The records that are not plain. */
    private final List<Record> odd = new ArrayList<>();

    Second(Program program, Tier tier, Book book, Plan plan, Conditions conditions) {
        this.program = program;
        this.tier = tier;
        this.book = book;
        this.conditions = conditions;
        this.rest = plan.rest().isEmpty() ? null : new Cells(program, plan.rest(), book.tables(plan.heard()), book);
    }

    void begin() {
        worlds.clear();
        odd.clear();
        toldBefore.clear();
        restToldBefore.clear();
        conditions.begin();
        if (rest != null) {
            rest.begin();
        }
    }

    // Time.

    void advanceTo(long now) {
        if (rest != null) {
            rest.world().advanceTo(now);
        }
        if (!worlds.isEmpty()) {
            worlds.values().forEach(world -> world.advanceTo(now));
        }
    }

    /** Time went back: others are told what those before were told. */
    void beginAgain() {
        List<Domain> handed = List.copyOf(worlds.keySet());
        worlds.forEach(
                (domain, world) -> world.forEachTold(toldBefore.computeIfAbsent(domain, d -> new ArrayList<>())::add));
        worlds.clear();
        for (Domain domain : handed) {
            World world = of(domain);
            domain.told.forEach((table, rows) -> rows.stream().forEach(row -> book.forEach(table, row, world::accept)));
        }
        conditions.beginAgain(odd);
        if (rest != null) {
            rest.world().forEachTold(restToldBefore::add);
            rest.beginAgain(tier.now(), odd);
        }
    }

    long nextWake() {
        long next = Math.min(
                conditions.nextWake(),
                rest == null ? Long.MAX_VALUE : rest.world().nextWake());
        for (World world : worlds.values()) {
            next = Math.min(next, world.nextWake());
        }
        return next;
    }

    long nextNews() {
        long next = rest == null ? Long.MAX_VALUE : rest.world().nextNews();
        for (World world : worlds.values()) {
            next = Math.min(next, world.nextNews());
        }
        return next;
    }

    // Records.

    /** Whether the rows of a table are of concern for the clauses beyond the first tier, or for when others are in force. */
    boolean hears(Table table) {
        return (rest != null && rest.hears(table)) || conditions.hears(table);
    }

    /** A row of such a table came, or what changes it. */
    void hear(Table table, Record record) {
        if (rest != null && rest.hears(table)) {
            rest.accept(record);
        }
        if (conditions.hears(table)) {
            conditions.accept(record);
        }
    }

    void hear(Table table, int row) {
        book.forEach(table, row, record -> hear(table, record));
    }

    /** Whether keys of a domain have been handed over. */
    boolean has(Domain domain) {
        return worlds.containsKey(domain);
    }

    /** Takes a record that is not plain. */
    void take(Record record) {
        odd.add(record);
        worlds.values().forEach(world -> world.accept(record));
        if (rest != null) {
            rest.accept(record);
        }
        conditions.accept(record);
    }

    /** A row is no longer plain. */
    void takeOver(Table table, int row) {
        if (rest != null) {
            rest.takeOver(table, row);
        }
        conditions.takeOver(table, row);
    }

    /** Those who judge the keys of a domain that were handed over; they know all that is not plain. */
    World of(Domain domain) {
        return worlds.computeIfAbsent(domain, d -> {
            List<Norm> norms = d.group.clauses().stream().map(Plan.Clause::norm).toList();
            World world = World.of(program.with(norms)).getFirst();
            world.advanceTo(tier.now());
            odd.forEach(world::accept);
            return world;
        });
    }

    void forEachOddRecord(Consumer<Record> action) {
        odd.forEach(action);
    }

    // What is said.

    void collectRest(BiConsumer<World, Consumer<Verdict>> collect, Consumer<Verdict> verdicts) {
        if (rest != null) {
            rest.world().settle();
            collect.accept(rest.world(), verdicts);
        }
    }

    /** What came and went since this was asked last. */
    void drainRest(Consumer<Verdict> gone, Consumer<Verdict> came) {
        restToldBefore.forEach(gone);
        restToldBefore.clear();
        if (rest != null) {
            rest.world().settle();
            rest.world().drain(gone, came);
        }
    }

    void drain(Domain domain, Consumer<Verdict> gone, Consumer<Verdict> came) {
        toldBefore.getOrDefault(domain, List.of()).forEach(gone);
        toldBefore.remove(domain);
        World world = worlds.get(domain);
        if (world != null) {
            world.settle();
            world.drain(gone, came);
        }
    }

    void collect(Domain domain, BiConsumer<World, Consumer<Verdict>> collect, Consumer<Verdict> verdicts) {
        World world = worlds.get(domain);
        if (world != null) {
            world.settle();
            collect.accept(world, verdicts);
        }
    }
}
