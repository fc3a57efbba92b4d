package holdfast.intake;

import holdfast.intake.draft.RecordDraft;
import holdfast.intake.draft.RecordKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A record that counts in an edition of a data set.
 *
 * @param root what the first of its versions was called
 * @param said as {@link #said(RecordDraft)} has it
 */
record EditionEntry(
        String id,
        String root,
        String said,
        RecordKind kind,
        String source,
        @Nullable String author) {

    String speaker() {
        return author == null ? source : author;
    }

    /** All that a record says, but for its name, its source and when it became known. */
    static String said(RecordDraft draft) {
        StringBuilder all = new StringBuilder(draft.kind.word());
        boolean happened = draft.kind == RecordKind.OBSERVATION || draft.kind == RecordKind.FINDING;
        String[] parts = {
            happened ? draft.lo + " " + draft.hi : "",
            draft.kind == RecordKind.OBSERVATION ? draft.event + " " + draft.basis : "",
            draft.incident,
            draft.about,
            draft.to,
            draft.standard,
            draft.dissent,
            draft.clause,
            draft.bearer,
            draft.term,
            draft.result,
            draft.said()
        };
        for (String part : parts) {
            all.append('\0').append(part);
        }
        if (all.length() <= 64) {
            return all.toString();
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
