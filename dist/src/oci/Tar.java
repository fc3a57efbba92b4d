import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Writes a tar as POSIX has it (ustar): names in their order, one time for all. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;

    private Tar() {}

    static void write(OutputStream out, Map<String, Part> parts, Instant time) throws IOException {
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            boolean folder = part.getValue() instanceof Part.Folder;
            byte[] content = part.getValue().content();
            out.write(header(part.getKey() + (folder ? "/" : ""), part.getValue(), folder, content.length, time));
            out.write(content);
            out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        }
        out.write(new byte[2 * BLOCK]);
    }

    private static byte[] header(String name, Part part, boolean folder, long size, Instant time) throws IOException {
        byte[] header = new byte[BLOCK];
        int cut = cut(name);
        put(header, 0, name.substring(cut == 0 ? 0 : cut + 1));
        put(header, 345, name.substring(0, cut));
        octal(header, 100, 8, part.mode());
        octal(header, 108, 8, part.owner());
        octal(header, 116, 8, part.owner());
        octal(header, 124, 12, size);
        octal(header, 136, 12, time.getEpochSecond());
        header[156] = (byte) (folder ? '5' : '0');
        put(header, 257, "ustar\u000000");
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\u0000 ", sum));
        return header;
    }

    /** Where a long name is cut in two; 0: it need not be. */
    private static int cut(String name) throws IOException {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length <= NAME) {
            return 0;
        }
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            int before = name.substring(0, slash).getBytes(StandardCharsets.UTF_8).length;
            if (before <= PREFIX && length - before - 1 <= NAME && slash < name.length() - 1) {
                return slash;
            }
        }
        throw new IOException("the name is too long for a tar: " + name);
    }

    private static void octal(byte[] header, int at, int length, long value) {
        put(header, at, String.format(Locale.ROOT, "%0" + (length - 1) + "o", value));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
