package holdfast.drafting.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * Puts the parts of a Word file into their package. The same parts give the same bytes on every machine: entries stand in one order, carry one time, and are not
 * compressed, since compressors differ.
 */
final class WordFile {
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** The earliest that a zip file can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final List<String> FIRST = List.of("[Content_Types].xml", "_rels/.rels");

    private WordFile() {}

    /**
     * @param document the main part
     * @param others parts beside it, by what they are: {@code styles}, {@code footnotes}, …
     * @param title of the whole, for those who look for it
     */
    static byte[] of(String document, Map<String, String> others, String title) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OPCPackage made = OPCPackage.create(bytes)) {
            PackagePart main = part(made, "document", "document.main", document);
            made.addRelationship(main.getPartName(), TargetMode.INTERNAL, RELATIONS + "officeDocument", "rId1");
            int id = 1;
            for (Map.Entry<String, String> other : new TreeMap<>(others).entrySet()) {
                PackagePart part = part(made, other.getKey(), other.getKey(), other.getValue());
                main.addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATIONS + other.getKey(), "rId" + id++);
            }
            made.getPackageProperties().setTitleProperty(title);
            made.getPackageProperties().setCreatorProperty("Holdfast");
            made.getPackageProperties().setCreatedProperty("1980-01-01T00:00:00Z");
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("in memory nothing can fail", e);
        }
        return inOneOrder(bytes.toByteArray());
    }

    private static PackagePart part(OPCPackage made, String name, String type, String xml)
            throws InvalidFormatException, IOException {
        PackagePartName at = PackagingURIHelper.createPartName("/word/" + name + ".xml");
        PackagePart part = made.createPart(at, TYPES + type + "+xml");
        try (OutputStream out = part.getOutputStream()) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return part;
    }

    private record Entry(String name, byte[] bytes) {}

    private static byte[] inOneOrder(byte[] zip) {
        List<Entry> entries = new ArrayList<>();
        ByteArrayOutputStream ordered = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(ordered)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                entries.add(new Entry(e.getName(), in.readAllBytes()));
            }
            entries.sort(Comparator.comparing((Entry e) -> FIRST.contains(e.name()) ? FIRST.indexOf(e.name()) : 9)
                    .thenComparing(Entry::name));
            for (Entry entry : entries) {
                out.putNextEntry(stored(entry));
                out.write(entry.bytes());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("in memory nothing can fail", e);
        }
        return ordered.toByteArray();
    }

    private static ZipEntry stored(Entry entry) {
        CRC32 sum = new CRC32();
        sum.update(entry.bytes());
        ZipEntry stored = new ZipEntry(entry.name());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(entry.bytes().length);
        stored.setCrc(sum.getValue());
        stored.setTimeLocal(TIME);
        return stored;
    }

    /** A part that is the same in every file. */
    static String resource(String name) {
        try (InputStream in = WordFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a resource cannot be read", e);
        }
    }
}
