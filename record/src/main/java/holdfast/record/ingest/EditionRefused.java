package holdfast.record.ingest;

import java.util.Map;
import java.util.TreeMap;

/** An edition cannot be taken as what it was called: nothing of it was kept. */
public abstract sealed class EditionRefused extends RuntimeException {
    /** It was published before the one that it would replace. */
    public static final class OutOfOrder extends EditionRefused {
        private final String edition;
        private final long published;
        private final String last;
        private final long lastPublished;

        OutOfOrder(String edition, long published, String last, long lastPublished) {
            this.edition = edition;
            this.published = published;
            this.last = last;
            this.lastPublished = lastPublished;
        }

        public String edition() {
            return edition;
        }

        public long published() {
            return published;
        }

        public String last() {
            return last;
        }

        public long lastPublished() {
            return lastPublished;
        }
    }

    /** Rows of it are dated before what they correct or withdraw. */
    public static final class DatedBefore extends EditionRefused {
        private final long records;

        DatedBefore(long records) {
            this.records = records;
        }

        public long records() {
            return records;
        }
    }

    /** It is the first of its data set, and its ids are those of other records. */
    public static final class IdsTaken extends EditionRefused {
        private final transient Map<String, Long> owners;
        private final String example;

        /** @param owners how many belong to which data set; to none where that is empty */
        IdsTaken(Map<String, Long> owners, String example) {
            this.owners = new TreeMap<>(owners);
            this.example = example;
        }

        public Map<String, Long> owners() {
            return owners;
        }

        /** One of the ids. */
        public String example() {
            return example;
        }
    }
}
