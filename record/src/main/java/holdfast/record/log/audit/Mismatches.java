package holdfast.record.log.audit;

import holdfast.record.log.tree.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Places at which another entry stands than was logged, and what must have been done so that it came to this: changed, swapped, removed, put in. */
final class Mismatches {
    /** One entry removed at the beginning moves all others; nobody needs to hold them all to see that. */
    private static final int MOST = 20_000;

    private record Mismatch(long index, Hash logged, Optional<Hash> found) {
        boolean finds(Hash hash) {
            return found.filter(hash::equals).isPresent();
        }
    }

    private final List<Mismatch> all = new ArrayList<>();
    private final Map<Hash, Integer> byLogged = new HashMap<>();
    private final Map<Hash, Integer> byFound = new HashMap<>();
    private boolean cut;

    /** To be told in order of the index. */
    void add(long index, Hash logged, Optional<Hash> found) {
        if (all.size() == MOST) {
            cut = true;
            return;
        }
        byLogged.putIfAbsent(logged, all.size());
        found.ifPresent(hash -> byFound.putIfAbsent(hash, all.size()));
        all.add(new Mismatch(index, logged, found));
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        int i = 0;
        while (i < all.size()) {
            Mismatch here = all.get(i);
            Optional<Mismatch> other = swapped(here);
            if (told.contains(here.index())) {
                i++;
            } else if (other.isPresent()) {
                faults.add(new Fault.EntriesSwapped(here.index(), other.get().index()));
                told.add(other.get().index());
                i++;
            } else {
                i = run(i, faults);
            }
        }
        return faults;
    }

    private Optional<Mismatch> swapped(Mismatch here) {
        return here.found()
                .map(byLogged::get)
                .map(all::get)
                .filter(other -> other.index() > here.index() && other.finds(here.logged()));
    }

    /** Removed or put in, where what follows has moved; otherwise this one entry alone. Gives where to go on. */
    private int run(int i, List<Fault> faults) {
        Mismatch here = all.get(i);
        int removed = shift(i, here.found());
        if (removed > 0) {
            faults.add(new Fault.EntriesMissing(here.index(), removed));
            return past(i, removed);
        }
        int added = added(i);
        if (added > 0) {
            faults.add(new Fault.EntriesAdded(here.index(), added));
            return past(i, -added);
        }
        if (here.found().isEmpty()) {
            faults.add(new Fault.EntriesMissing(here.index(), 1));
        } else {
            faults.add(new Fault.EntryChanged(here.index()));
        }
        return i + 1;
    }

    /** How many places further on the entry that stands at {@code i} was logged; 0 where it was not logged further on. */
    private int shift(int i, Optional<Hash> found) {
        Integer logged = found.map(byLogged::get).orElse(null);
        return logged == null || logged <= i || !adjoin(i, logged) ? 0 : logged - i;
    }

    /** After how many places the entry that was logged at {@code i} stands; 0 where it stands nowhere further on. */
    private int added(int i) {
        Integer found = byFound.get(all.get(i).logged());
        return found == null || found <= i || !adjoin(i, found) ? 0 : found - i;
    }

    private boolean adjoin(int i, int k) {
        return all.get(k).index() - all.get(i).index() == k - i;
    }

    /** Behind all that is explained by entries having moved by {@code shift} places. */
    private int past(int i, int shift) {
        int k = i;
        if (shift < 0) {
            k = Math.min(all.size(), i - shift);
        }
        while (k < all.size() && adjoin(i, k) && isMoved(k, shift)) {
            k++;
        }
        // The last places of a bundle, or of the log, have nothing left to stand there.
        for (int tail = 0; shift > 0 && tail < shift && k < all.size() && adjoin(i, k); tail++) {
            if (all.get(k).found().isPresent() && !(cut && k + shift >= all.size())) {
                break;
            }
            k++;
        }
        return k;
    }

    private boolean isMoved(int k, int shift) {
        int logged = k + shift;
        return logged < all.size()
                && logged >= 0
                && adjoin(Math.min(k, logged), Math.max(k, logged))
                && all.get(k).finds(all.get(logged).logged());
    }
}
