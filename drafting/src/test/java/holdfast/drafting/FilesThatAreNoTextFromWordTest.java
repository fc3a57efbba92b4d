package holdfast.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import holdfast.drafting.draft.WordDraft;
import holdfast.drafting.word.Changes;
import holdfast.drafting.word.UnreadableWord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What cannot be read is refused with what it is and with the mend; nothing is thrown that is no problem. */
class FilesThatAreNoTextFromWordTest {
    private static final byte[] GOOD =
            TypedInWord.body("<w:p><w:r><w:t>Article 1. Nobody shall fire.</w:t></w:r></w:p>");

    private static String refused(byte[] bytes) {
        UnreadableWord refusal =
                catchThrowableOfType(UnreadableWord.class, () -> WordDraft.of("t.docx", bytes, Changes.ACCEPTED));
        assertThat(refusal).isNotNull();
        return refusal.problem().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] ole(String entry) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), entry);
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void anOldWordDocument() throws Exception {
        assertThat(refused(ole("WordDocument")))
                .isEqualTo("t.docx: this is an old Word document (.doc); expected a .docx;"
                        + " open it in Word or LibreOffice and save it as .docx [HW102]");
    }

    @Test
    void aFileWithAPassword() throws Exception {
        assertThat(refused(ole("EncryptedPackage"))).contains("locked with a password", "[HW104]");
    }

    @Test
    void anOpenDocumentText() throws Exception {
        assertThat(refused(zip(Map.of("mimetype", bytes("application/vnd.oasis.opendocument.text")))))
                .contains("(.odt)", "save it as .docx", "[HW102]");
    }

    @Test
    void otherKindsOfFiles() throws Exception {
        assertThat(refused(bytes("%PDF-1.7"))).contains("this is a PDF", "[HW102]");
        assertThat(refused(bytes("{\\rtf1"))).contains("rich text", "[HW102]");
        assertThat(refused(bytes("# Article 1"))).contains("no document of Word", "[HW102]");
        assertThat(refused(new byte[0])).contains("the file is empty", "[HW102]");
        assertThat(refused(zip(Map.of("a.txt", bytes("a"))))).contains("this is a zip archive", "[HW102]");
    }

    @Test
    void aWorkbook() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("a");
            book.write(bytes);
        }
        assertThat(refused(bytes.toByteArray())).contains("this is a workbook", "[HW102]");
    }

    @Test
    void aFileThatUnpacksToFarMore() throws Exception {
        byte[] blanks = new byte[50_000_000];
        Arrays.fill(blanks, (byte) ' ');
        assertThat(refused(zip(Map.of("[Content_Types].xml", blanks))))
                .contains("far larger than the file itself", "[HW105]");
    }

    @Test
    void aFileThatIsCutOff() {
        for (int share = 1; share < 10; share++) {
            assertThat(refused(Arrays.copyOf(GOOD, GOOD.length * share / 10))).contains("[HW10");
        }
    }

    @Test
    void aFileWithAFewWrongBytesIsReadOrRefused() {
        for (int seed = 0; seed < 300; seed++) {
            byte[] damaged = GOOD.clone();
            Random random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                WordDraft.of("t.docx", damaged, Changes.ACCEPTED);
            } catch (UnreadableWord refusal) {
                assertThat(refusal.problem().toString()).as("seed %d", seed).contains("[HW1");
            }
        }
    }

    @Test
    void aFileWithoutText() {
        assertThat(refused(TypedInWord.body("<w:p/>"))).contains("there is no text in the file", "[HW106]");
    }

    @Test
    void anEntityIsNotFollowed() throws Exception {
        byte[] document = bytes("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>");
        byte[] relations = bytes(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"d.xml\"/></Relationships>");
        byte[] types = bytes(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        assertThat(refused(zip(Map.of("[Content_Types].xml", types, "_rels/.rels", relations, "d.xml", document))))
                .contains("[HW103]");
    }
}
