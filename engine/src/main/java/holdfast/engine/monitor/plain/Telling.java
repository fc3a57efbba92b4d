package holdfast.engine.monitor.plain;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.EventType;
import holdfast.language.model.Reading;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes verdicts of rows. */
final class Telling {
    private final Codes codes;
    private final Origins origins;

    Telling(Codes codes, Origins origins) {
        this.codes = codes;
        this.origins = origins;
    }

    String id(Table table, int row) {
        return Identities.id(origins.get(table.origin(row)).beginning(), table.idNumber(row));
    }

    String bearer(Plan.Holder holder, Table table, int row) {
        return switch (holder) {
            case Plan.Holder.Nobody() -> Verdict.NOBODY_NAMED;
            case Plan.Holder.One(String actor) -> actor;
            case Plan.Holder.At _, Plan.Holder.Among _ -> actor(table, holder.position(), row);
        };
    }

    private String actor(Table table, int position, int row) {
        int code = table.value(row, position);
        return code == Codes.UNATTRIBUTED ? Verdict.NOBODY_NAMED : ((Value.Actor) value(table, position, row)).name();
    }

    private Value value(Table table, int position, int row) {
        EventType.Attribute attribute = table.event.attributes().get(position);
        return codes.value(table.value(row, position), attribute.type());
    }

    SortedMap<String, Value> key(Map<String, Integer> shown, Table table, int row) {
        SortedMap<String, Value> key = new TreeMap<>();
        shown.forEach((variable, position) -> key.put(variable, value(table, position, row)));
        return key;
    }

    List<String> ids(Table table, Collection<Integer> rows) {
        List<String> ids = new ArrayList<>(rows.size());
        for (int row : rows) {
            ids.add(id(table, row));
        }
        return sorted(ids);
    }

    static List<String> sorted(List<String> ids) {
        if (ids.size() < 2) {
            return ids;
        }
        String[] sorted = ids.toArray(String[]::new);
        Arrays.sort(sorted);
        int kept = 1;
        for (String id : sorted) {
            if (!id.equals(sorted[kept - 1])) {
                sorted[kept++] = id;
            }
        }
        return List.of(kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept));
    }

    static Verdict verdict(
            Plan.Clause clause,
            String bearer,
            SortedMap<String, Value> key,
            Status status,
            @Nullable Long since,
            @Nullable Long due,
            @Nullable Long until,
            List<String> records) {
        boolean broken = status == Status.BREACHED || status == Status.CURED;
        return new Verdict(
                clause.norm().id(),
                Reading.NONE,
                bearer,
                key,
                status,
                broken ? Standing.ALLEGED : Standing.NONE,
                at(since),
                at(due),
                at(until),
                records);
    }

    private static Optional<Time> at(@Nullable Long instant) {
        return instant == null ? Optional.empty() : Optional.of(Time.at(instant));
    }

    static Verdict without(Plan.Clause clause, String bearer, Status status) {
        return verdict(clause, bearer, new TreeMap<>(), status, null, null, null, List.of());
    }
}
