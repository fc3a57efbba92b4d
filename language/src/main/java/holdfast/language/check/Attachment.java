package holdfast.language.check;

/** A file beside the document. */
public record Attachment(String text, String sha256) {}
