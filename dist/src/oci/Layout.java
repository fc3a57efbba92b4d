import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** An image as the OCI lays it out: a layer, its configuration, a manifest and an index, each by its digest. Docker's own list stands beside them, for versions that do not know the layout. */
final class Layout {
    private static final String ENTRY =
            "[\"/opt/holdfast/runtime/bin/java\",\"@/opt/holdfast/lib/holdfast.args\"]";

    private Layout() {}

    static void write(Path out, Map<String, Part> parts, String version, Instant time) throws IOException {
        MessageDigest plain = sha256();
        byte[] layer = layer(parts, time, plain);
        byte[] config = utf8("{\"created\":\"" + time + "\",\"architecture\":\"" + architecture() + "\",\"os\":\"linux\","
                + "\"config\":{\"User\":\"" + Image.USER + ":" + Image.USER
                + "\",\"Env\":[\"PATH=/opt/holdfast/runtime/bin\",\"LANG=C.UTF-8\",\"HOME=/var/lib/holdfast\"],"
                + "\"Entrypoint\":" + ENTRY + ",\"WorkingDir\":\"/work\",\"Volumes\":{\"/var/lib/holdfast\":{}},"
                + "\"Labels\":{\"org.opencontainers.image.title\":\"holdfast\",\"org.opencontainers.image.version\":\""
                + version + "\",\"org.opencontainers.image.licenses\":\"Apache-2.0\"}},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:" + hex(plain) + "\"]},"
                + "\"history\":[{\"created\":\"" + time + "\",\"created_by\":\"holdfast\"}]}");
        byte[] manifest = utf8("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"config\":" + described("application/vnd.oci.image.config.v1+json", config) + ",\"layers\":["
                + described("application/vnd.oci.image.layer.v1.tar+gzip", layer) + "]}");
        String named = described("application/vnd.oci.image.manifest.v1+json", manifest);
        Map<String, Part> files = new TreeMap<>();
        files.put("oci-layout", Part.bytes(utf8("{\"imageLayoutVersion\":\"1.0.0\"}")));
        files.put(
                "index.json",
                Part.bytes(utf8("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":["
                        + named.substring(0, named.length() - 1)
                        + ",\"annotations\":{\"io.containerd.image.name\":\"docker.io/library/holdfast:" + version
                        + "\",\"org.opencontainers.image.ref.name\":\"" + version + "\"}}]}")));
        files.put(
                "manifest.json",
                Part.bytes(utf8("[{\"Config\":\"" + blob(config) + "\",\"RepoTags\":[\"holdfast:" + version
                        + "\"],\"Layers\":[\"" + blob(layer) + "\"]}]")));
        for (byte[] content : List.of(layer, config, manifest)) {
            files.put(blob(content), Part.bytes(content));
        }
        files.put("blobs", Part.folder(0, 0755));
        files.put("blobs/sha256", Part.folder(0, 0755));
        try (OutputStream file = Files.newOutputStream(out)) {
            Tar.write(file, files, time);
        }
    }

    private static byte[] layer(Map<String, Part> parts, Instant time, MessageDigest plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed, 1 << 16);
                OutputStream digested = new DigestOutputStream(zip, plain)) {
            Tar.write(digested, parts, time);
        }
        return packed.toByteArray();
    }

    private static String described(String type, byte[] content) {
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"sha256:" + digest(content) + "\",\"size\":"
                + content.length + "}";
    }

    private static String blob(byte[] content) {
        return "blobs/sha256/" + digest(content);
    }

    private static String digest(byte[] content) {
        MessageDigest of = sha256();
        of.update(content);
        return hex(of);
    }

    /** Of a digest that is done with. */
    private static String hex(MessageDigest of) {
        return HexFormat.of().formatHex(of.digest());
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
