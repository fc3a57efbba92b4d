package holdfast.intake.draft;

/** Takes what was read of each record. */
@FunctionalInterface
public interface DraftSink {
    /** The draft is only lent: the next record is written over it. */
    void accept(RecordDraft draft, long line);
}
