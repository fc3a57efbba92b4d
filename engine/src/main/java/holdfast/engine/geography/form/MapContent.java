package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Trail;
import holdfast.language.document.FirstBytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in a file that may be a map, and what lies beside it. */
final class MapContent {
    final Trail file;
    final byte[] bytes;
    final Companions beside;
    final Optional<String> layer;
    private final FirstBytes head;
    private @Nullable String text;

    MapContent(Trail file, byte[] bytes, Companions beside, Optional<String> layer) {
        this.file = file;
        this.bytes = bytes;
        this.beside = beside;
        this.layer = layer;
        this.head = new FirstBytes(bytes);
    }

    /** @param signs each stands for one byte */
    boolean begins(String signs) {
        return head.begin(signs);
    }

    /** @param ending without a dot */
    boolean isNamed(String ending) {
        return file.file().toLowerCase(Locale.ROOT).endsWith("." + ending);
    }

    boolean beginsWithATag() {
        int at = begins("\u00ef\u00bb\u00bf") ? 3 : head.areMarkedUtf16() ? 2 : 0;
        while (at < bytes.length && (bytes[at] == 0 || bytes[at] == ' ' || bytes[at] >= '\t' && bytes[at] <= '\r')) {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    /** As a text, without the mark that some tools put before it. */
    String text() {
        String known = text;
        if (known == null) {
            known = decoded();
            text = known;
        }
        return known;
    }

    private String decoded() {
        if (head.areMarkedUtf16()) {
            throw file.problem("it is UTF-16", "save it as UTF-8");
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        } catch (CharacterCodingException e) {
            throw file.problem("it is not UTF-8", MapForms.EXPECTED + ": was it packed, or saved in another form?");
        }
    }
}
