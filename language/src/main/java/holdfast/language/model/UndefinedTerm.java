package holdfast.language.model;

/** A term that the text leaves open until a named body rules on it. */
public record UndefinedTerm(String name, String text, Origin origin) {}
