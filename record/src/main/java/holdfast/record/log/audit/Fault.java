package holdfast.record.log.audit;

import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tree.Hash;

/** One thing in an archive that is not as it was logged. Entries are counted from 0, as their proofs count them. */
public sealed interface Fault {
    /** Which file, or which entry. */
    String place();

    /** What is wrong there, as a sentence without its full stop. */
    String what();

    record CheckpointMissing() implements Fault {
        @Override
        public String place() {
            return "checkpoint";
        }

        @Override
        public String what() {
            return "the file is missing; without it nothing can be checked";
        }
    }

    record CheckpointUnreadable(String place, String why) implements Fault {
        @Override
        public String what() {
            return why;
        }
    }

    /** Forged or missing signatures, too few cosignatures. */
    record CheckpointNotAccepted(String place, String objection) implements Fault {
        @Override
        public String what() {
            return objection;
        }
    }

    /** Nothing is wrong with it, but those whom the policy wants have not cosigned it. */
    record CheckpointNotCosigned(String place, String objection) implements Fault {
        @Override
        public String what() {
            return objection;
        }
    }

    /** A checkpoint that was signed, and that the entries contradict: shown to somebody, it proves that two histories were told. */
    record EarlierCheckpointContradicted(long size) implements Fault {
        @Override
        public String place() {
            return "checkpoints/" + size;
        }

        @Override
        public String what() {
            return "this checkpoint is of another history: the first " + size
                    + " entries of this copy are not those that it signed";
        }
    }

    record WentBack(long size, long earlier) implements Fault {
        @Override
        public String place() {
            return "checkpoint";
        }

        @Override
        public String what() {
            return "it is of " + size + " entries, and there was one of " + earlier
                    + " before it: entries were cut off at the end";
        }
    }

    record EntryChanged(long index) implements Fault {
        @Override
        public String place() {
            return "entry " + index;
        }

        @Override
        public String what() {
            return "its bytes are not those that were logged";
        }
    }

    record EntryUnlikeTile(long index) implements Fault {
        @Override
        public String place() {
            return "entry " + index;
        }

        @Override
        public String what() {
            return "it does not fit its tile, and the checkpoint vouches for neither";
        }
    }

    record EntriesMissing(long index, long count) implements Fault {
        @Override
        public String place() {
            return entries(index, index + count);
        }

        @Override
        public String what() {
            return count == 1 ? "it was removed" : "they were removed";
        }
    }

    record EntriesAdded(long index, long count) implements Fault {
        @Override
        public String place() {
            return entries(index, index + count);
        }

        @Override
        public String what() {
            return count == 1
                    ? "it was never logged, and was put in here"
                    : "they were never logged, and were put in here";
        }
    }

    record EntriesSwapped(long first, long second) implements Fault {
        @Override
        public String place() {
            return "entries " + first + " and " + second;
        }

        @Override
        public String what() {
            return "each stands in the place of the other";
        }
    }

    record EntriesRewritten(long from, long to) implements Fault {
        @Override
        public String place() {
            return entries(from, to);
        }

        @Override
        public String what() {
            return "some of them are not those that were logged, and their tile was changed to fit them";
        }
    }

    record BundleMissing(TilePath path, long from, long to) implements Fault {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public String what() {
            return "the file with " + entries(from, to) + " is missing";
        }
    }

    record BundleBroken(TilePath path, long from, long to) implements Fault {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public String what() {
            return "the file with " + entries(from, to) + " does not fall into whole entries";
        }
    }

    record TileMissing(TilePath path) implements Fault {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public String what() {
            return "the tile is missing, or has not its length";
        }
    }

    /** @param hash which one of the tile, from 0; -1 where that cannot be told */
    record TileChanged(TilePath path, int hash) implements Fault {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public String what() {
            return hash < 0
                    ? "the tile was changed"
                    : "the tile was changed: its hash " + hash + " is not the one that was logged";
        }
    }

    /**
     * Nothing in the archive leads to the checkpoint's root.
     *
     * @param from up to before this entry an earlier checkpoint still fits
     * @param to among the entries before this one, something was changed
     */
    record AnotherTree(long from, long to, Hash computed, Hash claimed) implements Fault {
        @Override
        public String place() {
            return entries(from, to);
        }

        @Override
        public String what() {
            return "they lead to the root " + computed + ", and the checkpoint says " + claimed
                    + ": the checkpoint was rewritten, or the entries and all tiles above them were";
        }
    }

    /** {@code entry 5}; {@code entries 5 to 9}. */
    private static String entries(long from, long to) {
        return to - from <= 1 ? "entry " + from : "entries " + from + " to " + (to - 1);
    }
}
