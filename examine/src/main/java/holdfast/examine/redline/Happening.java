package holdfast.examine.redline;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.examine.play.Act;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Something that may happen in a history: an act, or what somebody says about acts. */
sealed interface Happening {
    String SOURCE = "redline";

    /** An act, seen when it happens. A value that stands for a breach is the act before. */
    record Done(Act act) implements Happening {}

    /**
     * A body finds.
     *
     * @param clause on the breach of that clause; empty: on the act before, or on the term
     * @param term on that term; empty: not on a term
     */
    record Found(String body, Optional<String> clause, Optional<String> term, String result) implements Happening {}

    /** Somebody says who did the act before. */
    record Attributed(String by, String to) implements Happening {}

    /**
     * As a record.
     *
     * @param at when it happens and is known, in milliseconds since 1970-01-01T00:00Z
     * @param previous the id of the act before; empty at the beginning
     */
    default Record record(String id, long at, Optional<String> previous) {
        String about = previous.orElse("none");
        return switch (this) {
            case Done(Act act) ->
                new Record.Observation(
                        id,
                        at,
                        SOURCE,
                        Optional.empty(),
                        act.event(),
                        Time.at(at),
                        values(act, about),
                        Basis.SEEN,
                        Optional.empty());
            case Found(String body, var clause, var term, String result) ->
                new Record.Finding(
                        id,
                        at,
                        body,
                        Optional.empty(),
                        Time.at(at),
                        clause.isEmpty() && term.isEmpty() ? Optional.of(about) : Optional.empty(),
                        clause,
                        Optional.empty(),
                        term,
                        result);
            case Attributed(String by, String to) ->
                new Record.Attribution(id, at, by, Optional.empty(), about, to, "", "");
        };
    }

    private static Map<String, Value> values(Act act, String about) {
        Map<String, Value> values = new HashMap<>(act.values());
        values.replaceAll((attribute, v) -> v instanceof Value.Reference ? new Value.Reference(about) : v);
        return values;
    }
}
