package holdfast.examine.mend;

import java.util.List;

/** What came of looking for a text that ends one finding. */
public sealed interface Tried {
    /** @param mends the smallest change first; at least one */
    record Found(List<Mend> mends) implements Tried {
        public Found {
            mends = List.copyOf(mends);
        }

        public Mend first() {
            return mends.getFirst();
        }
    }

    /** @param tried how many texts were tried in vain; 0 where there was none to try */
    record NoneFound(int tried) implements Tried {}

    /** No text ends such a finding. */
    record BeyondText(String because) implements Tried {}

    /** It would have cost more than was allowed. */
    record NotTried() implements Tried {}
}
