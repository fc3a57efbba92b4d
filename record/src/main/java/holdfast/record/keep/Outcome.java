package holdfast.record.keep;

import holdfast.record.entry.Entry;

/** What became of something that was submitted. */
public sealed interface Outcome {
    /** It is a new entry. */
    record Added(Entry entry) implements Outcome {}

    /** An entry says the very same already. */
    record There(Entry entry) implements Outcome {}

    /** An entry of the same name says something else. */
    record Taken(Entry by) implements Outcome {}
}
