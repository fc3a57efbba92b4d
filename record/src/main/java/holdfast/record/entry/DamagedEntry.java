package holdfast.record.entry;

/** The bytes of an entry are not what was written there: the disk or a hand has changed them. */
public final class DamagedEntry extends RuntimeException {
    public DamagedEntry(long number, String why) {
        super("entry " + number + " of the record is damaged: " + why);
    }
}
