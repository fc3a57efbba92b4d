package holdfast.record.ingest;

import holdfast.record.entry.Statement;
import java.util.List;
import java.util.OptionalLong;

/**
 * Of which data set files are, and which edition of it.
 *
 * @param replaces whether it replaces the edition that is there: what it has no more is withdrawn
 * @param published when it became known; empty: as each of its rows says
 * @param files the files and the mapping, by which it is known again
 */
public record DataSet(
        String source, String edition, boolean replaces, OptionalLong published, List<Statement.File> files) {
    public DataSet {
        files = List.copyOf(files);
    }

    /** The editions of it that were taken in from the very same files. */
    List<Statement.OfEdition> among(List<Statement.OfEdition> known) {
        return known.stream()
                .filter(e -> e.source().equals(source) && !files.isEmpty())
                .filter(e -> digests(e.files()).equals(digests(files)))
                .toList();
    }

    boolean isNamed(List<Statement.OfEdition> known) {
        return known.stream()
                .anyMatch(e -> e.source().equals(source) && e.edition().equals(edition));
    }

    private static List<String> digests(List<Statement.File> files) {
        return files.stream().map(Statement.File::sha256).toList();
    }
}
