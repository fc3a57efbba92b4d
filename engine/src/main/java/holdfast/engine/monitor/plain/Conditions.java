package holdfast.engine.monitor.plain;

import holdfast.engine.Record;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.monitor.compile.World;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Norm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When clauses are in force that wait for something. The cells know: they hear of what that hangs on, and of no act, so that it costs little even where it is intricate. They are asked
 * when something is to be said.
 */
final class Conditions {
    private final Program program;
    private final Tier tier;
    private final Book book;
    private final List<Norm> clauses;

    /** The events on which it hangs. */
    private final Set<Table> heard = new HashSet<>();

    /** What they have said since they heard of something last; it holds for one moment. */
    private final Map<Plan.Condition, Truth> said = new HashMap<>();

    private long saidAt = Long.MIN_VALUE;

    /** Null: no clause waits for anything. */
    private @Nullable World cells;

    Conditions(Program program, Tier tier, Book book, Plan plan) {
        this.program = program;
        this.tier = tier;
        this.book = book;
        this.clauses = plan.conditions().stream().map(Plan.Condition::clause).toList();
        plan.conditions().forEach(condition -> heard.addAll(book.tables(condition.heard())));
        this.cells = put();
    }

    private @Nullable World put() {
        return clauses.isEmpty() ? null : World.of(program.with(clauses)).getFirst();
    }

    void begin() {
        said.clear();
        saidAt = Long.MIN_VALUE;
        if (cells != null) {
            cells.begin();
        }
    }

    /** Time went back: others are told what those before were told. */
    void beginAgain(List<Record> odd) {
        said.clear();
        World again = put();
        cells = again;
        if (again == null) {
            return;
        }
        saidAt = tier.now();
        again.advanceTo(saidAt);
        for (Table table : book.tables) {
            for (int row = 0; row < table.rows; row++) {
                if (heard.contains(table) || table.is(row, Table.ODD)) {
                    book.forEach(table, row, again::accept);
                }
            }
        }
        odd.forEach(again::accept);
    }

    boolean hears(Table table) {
        return heard.contains(table);
    }

    void accept(Record record) {
        if (cells != null) {
            said.clear();
            cells.accept(record);
        }
    }

    /** At the moment last moved to. */
    Truth truth(Plan.Condition condition) {
        World now = Objects.requireNonNull(moved());
        return said.computeIfAbsent(condition, c -> now.inForce(c.clause().id()));
    }

    long nextWake() {
        World now = moved();
        return now == null ? Long.MAX_VALUE : now.nextWake();
    }

    private @Nullable World moved() {
        World now = cells;
        if (now != null && saidAt != tier.now()) {
            said.clear();
            saidAt = tier.now();
            now.advanceTo(saidAt);
        }
        return now;
    }
}
