package holdfast.language.given;

import holdfast.language.model.FileContent;

/** A file beside the document. */
public record Attachment(FileContent content, String sha256) {}
