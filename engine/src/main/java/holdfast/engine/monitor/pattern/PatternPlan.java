package holdfast.engine.monitor.pattern;

import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;

/**
 * A pattern made ready for one statement's scope (semantics, section 4).
 *
 * @param stream where its occurrences come from
 * @param required positions of all attributes it names
 * @param constants positions with a constant
 * @param admitted for each of these, the values that match it, sorted
 * @param positions positions with a variable
 * @param slots for each of these, the variable's slot
 * @param places for each of these, whether it is a place: never equal to anything
 * @param about position of the attribute that names the breach which triggered the clause; -1 if there is none
 */
public record PatternPlan(
        Stream stream,
        int[] required,
        int[] constants,
        long[][] admitted,
        int[] positions,
        int[] slots,
        boolean[] places,
        int about) {

    /** What can match it at most. */
    public Stream.Concern concern() {
        Stream.Concern concern = Stream.Concern.ALL;
        for (int i = 0; i < constants.length; i++) {
            concern = concern.and(new Stream.Concern(constants[i], admitted[i]));
        }
        return concern;
    }

    /** Whether it matches for some binding. */
    public boolean admits(Occurrence occurrence) {
        long[] values = occurrence.values;
        for (int position : required) {
            if (values[position] == Symbols.MISSING) {
                return false;
            }
        }
        for (int i = 0; i < constants.length; i++) {
            if (!contains(admitted[i], values[constants[i]])) {
                return false;
            }
        }
        return repeatsAgree(values);
    }

    private boolean repeatsAgree(long[] values) {
        for (int i = 1; i < positions.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean repeated = slots[i] == slots[j];
                if (repeated && (places[i] || values[positions[i]] != values[positions[j]])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean contains(long[] values, long value) {
        for (long admitted : values) {
            if (admitted == value) {
                return true;
            }
        }
        return false;
    }

    /** Writes the values of the variables into {@code binding}. The occurrence must be admitted and agree with what is bound. */
    public void bind(Occurrence occurrence, long[] binding) {
        for (int i = 0; i < positions.length; i++) {
            binding[slots[i]] = occurrence.values[positions[i]];
        }
    }

    /** The position that gives the slot's value; -1 if none does. */
    public int positionOf(int slot) {
        int i = indexOf(slot);
        return i < 0 ? -1 : positions[i];
    }

    private int indexOf(int slot) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == slot) {
                return i;
            }
        }
        return -1;
    }
}
