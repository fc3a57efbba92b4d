package holdfast.engine.explain;

import holdfast.engine.words.DateWords;
import java.util.List;
import java.util.stream.Stream;

/**
 * With what an answer can be checked: the same text, records, moments and version give the same answer.
 *
 * @param text SHA-256 of the agreement's text, in hexadecimal
 * @param records for each file of records, its name and the SHA-256 of its bytes, in hexadecimal
 * @param asOf the moment of knowledge, milliseconds since 1970-01-01T00:00Z
 * @param now the moment asked about, likewise
 * @param version of Holdfast
 */
public record Receipt(String text, List<Digest> records, long asOf, long now, String version) {

    public record Digest(String file, String sha256) {}

    public Receipt {
        records = List.copyOf(records);
    }

    Reason tree(DateWords dates) {
        return Reason.of(
                "receipt",
                Stream.of(
                                Stream.of("text sha256 " + text),
                                records.stream().map(r -> "records " + r.file() + " sha256 " + r.sha256()),
                                Stream.of(
                                        "known as of " + dates.moment(asOf) + ", asked for " + dates.moment(now) + " ("
                                                + dates.zone() + ")",
                                        "holdfast " + version))
                        .flatMap(s -> s)
                        .map(Reason::of)
                        .toList());
    }
}
