package holdfast.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The forms in which a page is written into a file. Of each, a file that Holdfast wrote can be told from any other: only that may be written over. */
public enum Form {
    HTML("--html") {
        @Override
        public byte[] of(String page) {
            return page.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        boolean isOurs(byte[] head) {
            return has(head, "<meta name=\"generator\" content=\"holdfast\"/>");
        }
    },
    PDF("--pdf") {
        @Override
        public byte[] of(String page) throws IOException {
            return Paper.of(PageTree.of(page));
        }

        @Override
        boolean isOurs(byte[] head) {
            return has(head, "%PDF-") && has(head, Paper.MADE_BY_HOLDFAST);
        }
    },
    WORD("--docx") {
        @Override
        public byte[] of(String page) throws IOException {
            return WordForm.of(PageTree.of(page));
        }

        @Override
        boolean isOurs(byte[] head) {
            return has(head, WordForm.MADE_BY_HOLDFAST);
        }
    },
    MARKDOWN("--markdown") {
        @Override
        public byte[] of(String page) throws IOException {
            return MarkdownForm.of(PageTree.of(page)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        boolean isOurs(byte[] head) {
            return has(head, MarkdownForm.MADE_BY_HOLDFAST);
        }
    };

    /** Where a file says what made it, if it does. */
    private static final int HEAD = 8_000;

    private final String option;

    Form(String option) {
        this.option = option;
    }

    /** By which it is asked for. */
    public String option() {
        return option;
    }

    /**
     * The page in this form. The same page gives the same bytes.
     *
     * @param page well-formed, as Holdfast writes it
     */
    public abstract byte[] of(String page) throws IOException;

    abstract boolean isOurs(byte[] head);

    /** Whether nothing is lost when this file is written over: it is empty, or Holdfast wrote it in this form. */
    public boolean wrote(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            return head.length == 0 || isOurs(head);
        }
    }

    private static boolean has(byte[] head, String mark) {
        return new String(head, StandardCharsets.ISO_8859_1).contains(mark);
    }
}
