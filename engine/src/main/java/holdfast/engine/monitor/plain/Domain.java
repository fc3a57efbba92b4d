package holdfast.engine.monitor.plain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses over one kind of key, their chains, and which keys are the second tier's. */
final class Domain {
    private static final int HANDED = 1;

    final Plan.Group group;
    final Slots slots = new Slots();
    private final Keys keys;
    private final int handed;
    final Map<Plan.Match, Chain> chains = new HashMap<>();
    final List<Judge> judges = new ArrayList<>();

    /** Whether all keys are, those to come among them. */
    boolean allHanded;

    /** Whether what is said of one key hangs on no other key. */
    final boolean byKey;

    final Bare bare = new Bare();

    /** On which hangs when its clauses are in force: whoever judges a key that was handed over knows all of it. */
    final Set<Table> awaited;

    /** By table, the rows that the second tier has. */
    final Map<Table, BitSet> told = new HashMap<>();

    Domain(Plan.Group group, Set<Table> awaited) {
        this.group = group;
        this.awaited = awaited;
        this.keys = new Keys(group.width());
        this.handed = slots.reserve(0);
        this.byKey = group.clauses().stream().allMatch(c -> !(c instanceof Plan.Ban ban) || ban.byKey());
    }

    void begin() {
        slots.clear();
        keys.clear();
        allHanded = false;
        told.clear();
        judges.forEach(Judge::begin);
        bare.begin();
    }

    int slot(Table table, int[] positions, int row) {
        return opened(keys.number(table, positions, row));
    }

    /** @param values of a row, the key's among them at these positions */
    int slot(int[] positions, int[] values) {
        return opened(keys.number(positions, values));
    }

    private int opened(int slot) {
        if (slot == slots.count()) {
            slots.open();
        }
        return slot;
    }

    int count() {
        return slots.count();
    }

    boolean isHanded(int slot) {
        return allHanded || slots.get(slot, handed) != 0;
    }

    void hand(int slot) {
        slots.set(slot, handed, HANDED);
    }

    boolean hasTold(Table table, int row) {
        BitSet those = told.get(table);
        return those != null && those.get(row);
    }

    /** Notes that the second tier has a row. Returns whether it had it not. */
    boolean tell(Table table, int row) {
        BitSet those = told.computeIfAbsent(table, t -> new BitSet());
        boolean fresh = !those.get(row);
        those.set(row);
        return fresh;
    }
}
