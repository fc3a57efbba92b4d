package holdfast.cli;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people do first, done once and thrown away: from it the Java machine learns which classes the command needs, and
 * keeps them prepared (`-XX:AOTCacheOutput`). The launcher calls it after a build, once for the commands that are done in
 * seconds and once more, with the word {@code serve}, for the server: whatever is kept is linked at each start, needed or
 * not. Nothing hangs on it but how soon the command begins.
 */
final class FirstUse {
    private static final List<List<String>> DONE = List.of(
            List.of("check", "minsk-2015"),
            List.of("replay", "minsk-2015"),
            List.of("replay", "two-layer-framework"),
            List.of("due", "two-layer-framework", "--for", "Ukraine"),
            List.of("explain", "minsk-2015", "--clause", "2.1"),
            List.of("examine", "budapest-1994"),
            List.of("examine", "kyiv-compact-2022"),
            List.of("brief", "budapest-1994", "--for", "Ukraine"));

    private static final Pattern OPEN = Pattern.compile("The room is open at (http://\\S+)");
    private static final int PATIENCE = 300;

    private FirstUse() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (List.of(args).contains("serve")) {
            Locale.setDefault(Locale.ROOT);
            room(new Main(ShippedAgreements.here(), new Main.Looks(false, false)));
        } else {
            DONE.forEach(words -> Main.onStandardOutput(words.toArray(String[]::new)));
        }
        // The server would go on.
        System.exit(0);
    }

    /** Opens a room, and looks at it. */
    private static void room(Main main) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("holdfast-first-use-");
        try {
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said);
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> main.execute(out, out, "serve", "--public", "--port", "0", "--data", data.toString()));
            Matcher open = OPEN.matcher("");
            for (int i = 0; i < PATIENCE && !open.find(); i++) {
                Thread.sleep(100);
                open.reset(said.toString());
            }
            if (open.reset(said.toString()).find()) {
                look(open.group(1));
            }
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    private static void look(String address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (String path : List.of("", "api/me", "api/agreements", "api/agreements/two-layer-framework/now")) {
            http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
