package holdfast.record.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it. To be trusted only as far as {@link #open} says.
 *
 * @param text ends with a newline
 */
public record Note(String text, List<SignatureLine> signatures) {
    /** So that nobody can make a reader work for hours. */
    public static final int LONGEST = 1_000_000;

    private static final int MOST_SIGNATURES = 100;

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** A signature that holds: by whose key, and when it was made, in seconds since 1970, where the signature says so. */
    public record Signed(NoteVerifier key, Optional<Long> time) {}

    /**
     * What the signatures are worth, for someone who knows these keys.
     *
     * @param forged by keys that are known, but the signature does not fit the text
     * @param unknown by keys that are not known: they say nothing
     */
    public record Opened(List<Signed> signed, List<SignatureLine> forged, List<SignatureLine> unknown) {}

    public static Note parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new NotANote("the note has " + bytes.length + " bytes, more than " + LONGEST);
        }
        String all = decoded(bytes);
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0 || !all.endsWith("\n")) {
            throw new NotANote("no blank line between text and signatures, or no newline at the end");
        }
        return new Note(all.substring(0, blank + 1), lines(all.substring(blank + 2)));
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
                throw new NotANote("a control character stands in the note");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new NotANote("the note is no text in UTF-8");
        }
    }

    /** Of lines that each end with a newline: those under a note, or those that a witness answers. */
    public static List<SignatureLine> lines(String text) {
        List<SignatureLine> lines = new ArrayList<>();
        String[] found = text.isEmpty() ? new String[0] : text.split("\n", -1);
        for (int i = 0; i < found.length - 1; i++) {
            String line = found[i];
            lines.add(SignatureLine.parse(line)
                    .orElseThrow(() -> new NotANote("found `" + line + "` where a line `— NAME BASE64` must stand")));
        }
        if (lines.isEmpty() || !found[found.length - 1].isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw new NotANote("expected 1 to " + MOST_SIGNATURES + " lines with signatures, each with its newline");
        }
        return lines;
    }

    /** With one more signature at the end; unchanged where it has it. */
    public Note with(SignatureLine line) {
        if (signatures.contains(line)) {
            return this;
        }
        List<SignatureLine> more = new ArrayList<>(signatures);
        more.add(line);
        return new Note(text, more);
    }

    /** Tries every signature whose name and number a known key has. */
    public Opened open(Collection<NoteVerifier> known) {
        List<Signed> signed = new ArrayList<>();
        List<SignatureLine> forged = new ArrayList<>();
        List<SignatureLine> unknown = new ArrayList<>();
        for (SignatureLine line : signatures) {
            Optional<NoteVerifier> key =
                    known.stream().filter(k -> k.isNamedBy(line)).findFirst();
            if (key.isEmpty()) {
                unknown.add(line);
            } else if (key.get().verifies(text, line)) {
                signed.add(new Signed(key.get(), key.get().time(line)));
            } else {
                forged.add(line);
            }
        }
        return new Opened(List.copyOf(signed), List.copyOf(forged), List.copyOf(unknown));
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(all::append);
        return all.toString();
    }
}
