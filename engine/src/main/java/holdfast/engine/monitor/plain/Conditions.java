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
    private final Tier tier;

    /** What they have said since they heard of something last; it holds for one moment. */
    private final Map<Plan.Condition, Truth> said = new HashMap<>();

    private long saidAt = Long.MIN_VALUE;

    /** Null: no clause waits for anything. */
    private final @Nullable Cells cells;

    Conditions(Program program, Tier tier, Book book, Plan plan) {
        this.tier = tier;
        List<Norm> clauses =
                plan.conditions().stream().map(Plan.Condition::clause).toList();
        Set<Table> heard = new HashSet<>();
        plan.conditions().forEach(condition -> heard.addAll(book.tables(condition.heard())));
        this.cells = clauses.isEmpty() ? null : new Cells(program, clauses, heard, book);
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
        if (cells != null) {
            saidAt = tier.now();
            cells.beginAgain(saidAt, odd);
        }
    }

    boolean hears(Table table) {
        return cells != null && cells.hears(table);
    }

    void accept(Record record) {
        if (cells != null) {
            said.clear();
            cells.accept(record);
        }
    }

    /** A row is no longer plain. */
    void takeOver(Table table, int row) {
        if (cells != null) {
            said.clear();
            cells.takeOver(table, row);
        }
    }

    /** At the moment last moved to. */
    Truth truth(Plan.Condition condition) {
        World now = moved(Objects.requireNonNull(cells));
        return said.computeIfAbsent(condition, c -> now.inForce(c.clause().id()));
    }

    long nextWake() {
        return cells == null ? Long.MAX_VALUE : moved(cells).nextWake();
    }

    private World moved(Cells cells) {
        if (saidAt != tier.now()) {
            said.clear();
            saidAt = tier.now();
            cells.world().advanceTo(saidAt);
        }
        return cells.world();
    }
}
