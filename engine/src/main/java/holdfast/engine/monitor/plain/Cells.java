package holdfast.engine.monitor.plain;

import holdfast.engine.Record;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.monitor.compile.World;
import holdfast.language.model.Norm;
import java.util.List;
import java.util.Set;

/** Cells that judge clauses beside the first tier: they hear of some events, and of all that is not plain. */
final class Cells {
    private final Program clauses;
    private final Set<Table> heard;
    private final Book book;
    private World world;

    Cells(Program program, List<Norm> clauses, Set<Table> heard, Book book) {
        this.clauses = program.with(clauses);
        this.heard = heard;
        this.book = book;
        this.world = World.of(this.clauses).getFirst();
    }

    World world() {
        return world;
    }

    void begin() {
        world.begin();
    }

    /** Time went back to {@code now}: others are told what those before were told. */
    void beginAgain(long now, List<Record> odd) {
        world = World.of(clauses).getFirst();
        world.advanceTo(now);
        book.forEachRow(heard, (table, row) -> book.forEach(table, row, world::accept));
        odd.forEach(world::accept);
    }

    boolean hears(Table table) {
        return heard.contains(table);
    }

    void accept(Record record) {
        world.accept(record);
    }

    /** A row is no longer plain. */
    void takeOver(Table table, int row) {
        if (!hears(table)) {
            book.forEach(table, row, world::accept);
        }
    }
}
