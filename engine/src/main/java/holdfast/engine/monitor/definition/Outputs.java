package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cell has put into its stream, in order of the occurrences from which it derived them. When a stretch of these is looked at again, what is said anew
 * stays, and only the differences leave and enter the stream.
 */
final class Outputs {
    private final Stream stream;
    private final List<Occurrence> causes = new ArrayList<>();
    private final List<Derived> given = new ArrayList<>();

    Outputs(Stream stream) {
        this.stream = stream;
    }

    /** Replaces everything derived from causes that begin from {@code lowest} to {@code highest}. The new causes begin there too, in order. */
    void replace(long lowest, long highest, List<Occurrence> newCauses, List<Derived> derived) {
        int first = firstFrom(lowest);
        int end = first;
        while (end < causes.size() && causes.get(end).lo <= highest) {
            end++;
        }
        if (first == end && derived.isEmpty()) {
            return;
        }
        List<Derived> before = new ArrayList<>(given.subList(first, end));
        List<Derived> after = mergeSame(newCauses, derived);
        causes.subList(first, end).clear();
        given.subList(first, end).clear();
        causes.addAll(first, newCauses);
        given.addAll(first, after);
        keepSame(before, after, first);
    }

    /** Whether nothing was derived from a cause that begins at {@code instant} or later. */
    boolean endBefore(long instant) {
        return causes.isEmpty() || causes.getLast().lo < instant;
    }

    private int firstFrom(long instant) {
        int i = causes.size();
        while (i > 0 && causes.get(i - 1).lo >= instant) {
            i--;
        }
        return i;
    }

    /** Of occurrences with the same time, values and support one remains, a sure one if there is any. */
    private static List<Derived> mergeSame(List<Occurrence> causes, List<Derived> derived) {
        List<Derived> kept = new ArrayList<>(derived.size());
        for (int i = 0; i < derived.size(); ) {
            Derived candidate = derived.get(i);
            int twin = twin(kept, candidate);
            if (twin < 0) {
                kept.add(candidate);
                i++;
            } else {
                if (candidate.sure && !kept.get(twin).sure) {
                    kept.set(twin, candidate);
                }
                causes.remove(i);
                derived.remove(i);
            }
        }
        return kept;
    }

    private static int twin(List<Derived> kept, Derived candidate) {
        for (int i = kept.size() - 1; i >= 0 && kept.get(i).lo == candidate.lo; i--) {
            Derived other = kept.get(i);
            boolean same = other.hi == candidate.hi
                    && java.util.Arrays.equals(other.values, candidate.values)
                    && java.util.Arrays.equals(other.support(), candidate.support());
            if (same) {
                return i;
            }
        }
        return -1;
    }

    private void keepSame(List<Derived> before, List<Derived> after, int first) {
        for (int i = 0; i < after.size(); i++) {
            Derived derived = after.get(i);
            int old = indexOfSame(before, derived);
            if (old >= 0) {
                given.set(first + i, before.remove(old));
                after.set(i, given.get(first + i));
            }
        }
        before.forEach(stream::remove);
        for (Derived derived : after) {
            if (!given(derived)) {
                stream.add(derived);
            }
        }
        after.forEach(derived -> derived.given = true);
    }

    private static boolean given(Derived derived) {
        return derived.given;
    }

    private static int indexOfSame(List<Derived> before, Derived derived) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).same(derived)) {
                return i;
            }
        }
        return -1;
    }
}
