package holdfast.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The package of a Word document, with all taken out that would differ from one writing to the next: the order and times of its parts, the moment of writing. */
final class WordPackage {
    private static final String TYPES = "[Content_Types].xml";
    private static final String ABOUT = "docProps/app.xml";
    private static final String CORE = "docProps/core.xml";

    /** The earliest that a package can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WordPackage() {}

    static byte[] settled(byte[] written) throws IOException {
        TreeMap<String, byte[]> parts = parts(written);
        parts.computeIfPresent(CORE, (name, part) -> withoutMoment(part));
        List<String> order = new ArrayList<>(List.of(TYPES, ABOUT));
        parts.keySet().stream().filter(p -> !order.contains(p)).forEach(order::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : order) {
                if (parts.containsKey(name)) {
                    part(zip, name, parts.get(name));
                }
            }
        }
        return out.toByteArray();
    }

    private static TreeMap<String, byte[]> parts(byte[] written) throws IOException {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** The first two lie in the open, so that it can be seen at the head of the file what made it. */
    private static void part(ZipOutputStream zip, String name, byte[] part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        if (name.equals(TYPES) || name.equals(ABOUT)) {
            CRC32 crc = new CRC32();
            crc.update(part);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(part.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(part);
        zip.closeEntry();
    }

    private static byte[] withoutMoment(byte[] core) {
        return new String(core, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
