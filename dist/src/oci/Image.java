import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes an OCI image of an unpacked archive for Linux as one tar, with no daemon and no image below it: Holdfast, its Java, and of the machine on which it is built the few libraries that these
 * need. There is no shell in it. The same archive, libraries and time give the same bytes.
 *
 * <p>{@code java Image.java ARCHIVE OUT.tar VERSION TIME}
 */
final class Image {
    private static final String HOME = "opt/holdfast";

    /** Whoever runs in it: nobody in particular, and not root. */
    static final int USER = 65532;

    /** What only a launcher needs that is a script, or that looks for another Java. */
    private static final List<String> LEFT_OUT = List.of("bin/holdfast", "lib/start.sh", "lib/find-jdk.sh");

    /** With these Java would draw on a screen and make sounds: there is neither, and they would ask for a dozen libraries more. */
    private static final List<String> OF_SCREENS = List.of(
            "runtime/lib/libawt_xawt.so",
            "runtime/lib/libjawt.so",
            "runtime/lib/libsplashscreen.so",
            "runtime/lib/libjsound.so");

    private Image() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 4) {
            System.err.println("usage: java Image.java ARCHIVE OUT.tar VERSION TIME");
            System.exit(2);
        }
        Path archive = Path.of(args[0]).toRealPath();
        Instant time = Instant.parse(args[3]);
        Map<String, Part> parts = new TreeMap<>();
        holdfast(archive, parts);
        letters(archive.resolve("lib/holdfast.jar"), parts);
        surroundings(parts);
        Libraries libraries = Libraries.of(archive, OF_SCREENS);
        libraries.files().forEach((at, file) -> parts.put(at.substring(1), Part.file(file, true)));
        parents(parts);
        Path out = Path.of(args[1]);
        Layout.write(out, parts, args[2], time);
        System.out.println("written: " + out.getFileName() + ", with of this machine "
                + String.join(", ", libraries.files().keySet()));
        System.out.println("in the jar for other machines, and passed over: "
                + libraries.passedOver().size() + " libraries");
    }

    private static void holdfast(Path archive, Map<String, Part> parts) throws IOException {
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = archive.relativize(file).toString();
                if (!LEFT_OUT.contains(name) && !OF_SCREENS.contains(name)) {
                    boolean runs = name.startsWith("runtime/bin/") || name.equals("runtime/lib/jspawnhelper");
                    parts.put(HOME + "/" + name, Part.file(file, runs));
                }
            }
        }
        // What start.sh does for a shell, as arguments: a server's and a long replay's.
        parts.put(
                HOME + "/lib/holdfast.args",
                text("-XX:+UseParallelGC\n-XX:MaxRAMPercentage=75\n-Djava.awt.headless=true\n-Djava.io.tmpdir=/tmp\n"
                        + "--enable-native-access=ALL-UNNAMED\n--sun-misc-unsafe-memory-access=allow\n"
                        + "-Dholdfast.home=/" + HOME + "\n-jar\n/" + HOME + "/lib/holdfast.jar\n"));
    }

    /**
     * The letters of pages, out of the jar, as the letters of the machine: Java does not draw a single one where it finds none there, not even with letters that it was handed.
     */
    private static void letters(Path jar, Map<String, Part> parts) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String name : List.of("LiberationSans-Regular.ttf", "LICENSE")) {
                ZipEntry entry = zip.getEntry("liberation/" + name);
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(HOME + "/fonts/" + name, Part.bytes(in.readAllBytes()));
                }
            }
        }
        String font = "-liberation-sans-medium-r-normal--*-%d-*-*-p-*-iso8859-1";
        parts.put(
                HOME + "/runtime/lib/fontconfig.Linux.properties",
                text("version=1\nallfonts.latin-1=" + font + "\nsequence.allfonts=latin-1\nfilename." + font + "=/" + HOME
                        + "/fonts/LiberationSans-Regular.ttf\n"));
    }

    private static void surroundings(Map<String, Part> parts) {
        parts.put("etc/passwd", text("root:x:0:0:root:/:/\nholdfast:x:" + USER + ":" + USER
                + ":holdfast:/var/lib/holdfast:/\n"));
        parts.put("etc/group", text("root:x:0:\nholdfast:x:" + USER + ":\n"));
        parts.put("etc/nsswitch.conf", text("passwd: files\ngroup: files\nhosts: files dns\n"));
        for (String mounted : List.of("dev", "proc", "sys")) {
            parts.put(mounted, Part.folder(0, 0755));
        }
        parts.put("tmp", Part.folder(0, 01777));
        parts.put("var/lib/holdfast", Part.folder(USER, 0750));
        parts.put("work", Part.folder(USER, 0755));
    }

    private static Part text(String text) {
        return Part.bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each folder stands before what is in it. */
    private static void parents(Map<String, Part> parts) {
        for (String name : List.copyOf(parts.keySet())) {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                parts.putIfAbsent(name.substring(0, slash), Part.folder(0, 0755));
            }
        }
    }
}
