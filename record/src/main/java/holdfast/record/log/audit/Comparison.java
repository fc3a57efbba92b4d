package holdfast.record.log.audit;

import holdfast.record.log.tree.InclusionProof;

/** Whether two copies of a log tell one history. */
public sealed interface Comparison {
    /** The answer as a sentence. */
    String sentence();

    /** Both have the same entries. */
    record Same(long size) implements Comparison {
        @Override
        public String sentence() {
            return "same: both copies have the same " + size + " entries";
        }
    }

    /** One has all that the other has, and more. */
    record Prefix(long shorter, long longer, boolean firstIsShorter) implements Comparison {
        @Override
        public String sentence() {
            return "prefix: the " + (firstIsShorter ? "first" : "second") + " copy has the first " + shorter
                    + " of the other's " + longer + " entries, and nothing else";
        }
    }

    /**
     * Two histories were told. The proofs lead from the entry in each copy to the root that its checkpoint signed, so that nobody can take it
     * back.
     *
     * @param index of the first entry that differs
     */
    record Forked(long index, InclusionProof first, InclusionProof second) implements Comparison {
        @Override
        public String sentence() {
            return "forked: the first " + index + " entries are the same, and entry " + index + " differs";
        }
    }

    /** They are copies of two logs, which need not have anything in common. */
    record TwoLogs(String first, String second) implements Comparison {
        @Override
        public String sentence() {
            return "these are copies of two logs: `" + first + "` and `" + second + "`";
        }
    }

    /** A copy is damaged, so that nothing can be said until it is audited. */
    record Damaged(boolean isFirst, String why) implements Comparison {
        @Override
        public String sentence() {
            return "the " + (isFirst ? "first" : "second") + " copy is damaged: " + why + "; audit it";
        }
    }

    /** Asks neither whose copies they are nor who signed them: that is the audit's business. Reads a few tiles of each, however large they are. */
    static Comparison of(Archive first, Archive second) {
        return TwoCopies.compare(first, second);
    }
}
