package holdfast.language.model;

/** What stands for a value in a pattern or a comparison. */
public sealed interface Term {
    record Variable(String name) implements Term {}

    /** A value; a {@link Value.Actor} may here also name a group, {@code party} or {@code guarantor}: it then matches any member. */
    record Constant(Value value) implements Term {}
}
