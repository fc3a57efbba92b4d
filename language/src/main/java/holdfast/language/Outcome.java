package holdfast.language;

import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a document.
 *
 * @param agreement present if nothing is wrong; there may still be warnings
 * @param diagnostics file by file, from top to bottom
 * @param files the document and the files beside it that were read, as they were named
 */
public record Outcome(Optional<Agreement> agreement, List<Problem> diagnostics, List<String> files) {
    public Outcome {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }
}
