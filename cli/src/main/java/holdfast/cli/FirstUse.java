package holdfast.cli;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/**
 * What people do first, done once and thrown away: from it the Java machine learns which classes the command needs, and
 * keeps them prepared (`-XX:AOTCacheOutput`). The launcher calls it after a build; nothing hangs on it but how soon the
 * command begins.
 */
final class FirstUse {
    private static final List<List<String>> DONE = List.of(
            List.of("check", "minsk-2015"),
            List.of("replay", "minsk-2015"),
            List.of("replay", "two-layer-framework"),
            List.of("due", "two-layer-framework", "--for", "Ukraine"),
            List.of("explain", "minsk-2015", "2.1"),
            List.of("examine", "budapest-1994"),
            List.of("brief", "budapest-1994", "--for", "Ukraine"));

    private FirstUse() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Main main = new Main(ShippedAgreements.here(), new Main.Looks(false, false));
        for (List<String> words : DONE) {
            PrintWriter unread = new PrintWriter(new StringWriter());
            main.execute(unread, unread, words.toArray(String[]::new));
        }
    }
}
