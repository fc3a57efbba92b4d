package holdfast.language.model;

/** A layer of guarantees, such as layer 1, the protected country's own strength. */
public record Layer(int number, String title, Origin origin) {}
