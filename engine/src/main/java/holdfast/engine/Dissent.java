package holdfast.engine;

/**
 * A correction, a withdrawal or an attribution that has no effect, because its author may not change what it is about (semantics, section 2). It is kept and shown.
 *
 * @param record what was said
 * @param about the record that it speaks of
 * @param author who said it
 * @param owner whose record it speaks of
 */
public record Dissent(Record record, Record about, String author, String owner) {}
