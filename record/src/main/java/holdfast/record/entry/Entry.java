package holdfast.record.entry;

import holdfast.record.canonical.Json;
import holdfast.record.canonical.JsonText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * One entry of the record, for good.
 *
 * @param number from 0, in the order in which entries were taken
 * @param bytes RFC 8785 JSON: what was submitted, from whom, and when it was received. These bytes are the leaf of the tree
 */
public record Entry(long number, byte[] bytes) {
    private static final String FROM = "from";
    private static final String RECEIVED = "received";
    private static final String PART = "of";
    private static final byte[] RECORD = "\"record\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** What an entry says. */
    public record Content(Statement statement, String from, Instant received) {}

    public static Entry of(long number, Statement statement, String from, Instant received) {
        Json.Members json = Json.NONE
                .with(FROM, from)
                .with(RECEIVED, received.toString())
                .with(statement.member(), statement.json());
        if (statement instanceof Statement.OfRecord(Json.Members record, Optional<Statement.Part> part)
                && part.isPresent()) {
            json = json.with(PART, part.get().json());
        }
        return new Entry(number, json.canonical());
    }

    /** @throws DamagedEntry if the bytes are not those of an entry */
    public Content content() {
        try {
            if (JsonText.read(bytes) instanceof Json.Members json) {
                return new Content(
                        statement(json),
                        json.text(FROM).orElse(""),
                        Instant.parse(json.text(RECEIVED).orElse("")));
            }
            throw new DamagedEntry(number, "it is no JSON object");
        } catch (JsonText.NoJson | DateTimeParseException e) {
            throw new DamagedEntry(number, String.valueOf(e.getMessage()));
        }
    }

    private Statement statement(Json.Members json) {
        Optional<Json.Members> record = json.object(Statement.OfRecord.MEMBER);
        if (record.isPresent()) {
            return new Statement.OfRecord(record.get(), json.object(PART).map(Statement.Part::of));
        }
        return json.object(Statement.OfAgreement.MEMBER)
                .<Statement>map(Statement.OfAgreement::of)
                .or(() -> json.object(Statement.OfAttachment.MEMBER).map(Statement.OfAttachment::of))
                .or(() -> json.object(Statement.OfEdition.MEMBER).map(Statement.OfEdition::of))
                .orElseThrow(() -> new DamagedEntry(number, "it says nothing that an entry can say"));
    }

    /**
     * The record's own bytes, without reading the rest; empty for an entry that is no record. A quote within a text is escaped, so only the member itself can
     * look like it; it is the last of the entry.
     */
    public Optional<byte[]> recordBytes() {
        int at = find(RECORD);
        return at < 0 ? Optional.empty() : Optional.of(Arrays.copyOfRange(bytes, at + RECORD.length, bytes.length - 1));
    }

    /** Whether it came with an edition of a data set, which is cheaper to ask than {@link #content}. */
    public boolean isOfAnEdition() {
        return find("\"of\":{".getBytes(java.nio.charset.StandardCharsets.US_ASCII)) >= 0;
    }

    private int find(byte[] member) {
        for (int i = 1; i + member.length <= bytes.length; i++) {
            if ((bytes[i - 1] == ',' || bytes[i - 1] == '{')
                    && Arrays.equals(bytes, i, i + member.length, member, 0, member.length)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry e && e.number == number && Arrays.equals(e.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + Arrays.hashCode(bytes);
    }
}
