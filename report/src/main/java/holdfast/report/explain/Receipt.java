package holdfast.report.explain;

import holdfast.engine.words.DateWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * With what an answer can be checked: the same text, records, moments and version give the same answer.
 *
 * @param text SHA-256 of the agreement's text, in hexadecimal
 * @param records for each file of records, its name and the SHA-256 of its bytes, in hexadecimal
 * @param kept for each of them that is a shared record, the checkpoint up to which it was read
 * @param asOf the moment of knowledge, milliseconds since 1970-01-01T00:00Z
 * @param now the moment asked about, likewise
 * @param version of Holdfast
 */
public record Receipt(String text, List<Digest> records, List<Kept> kept, long asOf, long now, String version) {

    public record Digest(String file, String sha256) {}

    /**
     * A signed checkpoint on which an answer rests: who has another history cannot have signed it.
     *
     * @param log the name of the record's log
     * @param size how many entries were read
     * @param root of their tree, in base64
     * @param textEntry the entry that holds the text of this answer; empty where the record does not have it
     */
    public record Kept(String file, String log, long size, String root, Optional<Long> textEntry) {
        /** {@code holdfast.example/minsk, 42 entries, root 1AMU…; the text is its entry 0}. */
        public String words() {
            return log + ", " + size + (size == 1 ? " entry" : " entries") + ", root " + root + "; "
                    + textEntry.map(e -> "the text is its entry " + e).orElse("it does not have this text");
        }
    }

    /** With no shared record. */
    public Receipt(String text, List<Digest> records, long asOf, long now, String version) {
        this(text, records, List.of(), asOf, now, version);
    }

    public Receipt {
        records = List.copyOf(records);
        kept = List.copyOf(kept);
    }

    Reason tree(DateWords dates) {
        return Reason.of(
                "receipt",
                Stream.of(
                                Stream.of("text sha256 " + text),
                                records.stream().map(r -> "records " + r.file() + " sha256 " + r.sha256()),
                                kept.stream().map(k -> "checkpoint " + k.words()),
                                Stream.of(
                                        "known as of " + dates.moment(asOf) + ", asked for " + dates.moment(now) + " ("
                                                + dates.zone() + ")",
                                        "holdfast " + version))
                        .flatMap(s -> s)
                        .map(Reason::of)
                        .toList());
    }
}
