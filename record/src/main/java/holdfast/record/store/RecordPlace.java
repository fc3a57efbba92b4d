package holdfast.record.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record is kept: in a folder, or in a database that is reached by a URL. */
public sealed interface RecordPlace {
    /** As it is told to people: without a password. */
    String shown();

    /** One file, {@link #FILE}, in a folder of its own. */
    record Folder(Path folder) implements RecordPlace {
        public static final String FILE = "record.db";

        public Path file() {
            return folder.resolve(FILE);
        }

        @Override
        public String shown() {
            return folder.toString();
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param jdbc without user and password
     */
    record Database(String jdbc, Optional<String> user, Optional<String> password) implements RecordPlace {
        @Override
        public String shown() {
            int query = jdbc.indexOf('?');
            String plain = jdbc.substring("jdbc:postgresql://".length(), query < 0 ? jdbc.length() : query);
            return "postgresql://" + user.map(u -> u + "@").orElse("") + plain;
        }
    }

    /** A path swallows the second slash of a URL. */
    Pattern URL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?:/{1,2}(.+)");

    /** As somebody wrote it, without a password. */
    static String shown(String written) {
        return isUrl(written) ? of(written).shown() : written;
    }

    static boolean isUrl(String written) {
        return URL.matcher(written).matches();
    }

    /** @throws StoreTrouble if it looks like a URL and is none */
    static RecordPlace of(String written) {
        Matcher url = URL.matcher(written);
        return url.matches() ? database(url.group(1)) : new Folder(Path.of(written));
    }

    private static Database database(String rest) {
        try {
            URI uri = new URI("postgresql://" + rest);
            String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
            String host = authority.substring(authority.lastIndexOf('@') + 1);
            String[] user = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            return new Database(
                    "jdbc:postgresql://" + host + uri.getRawPath()
                            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
                    user.length > 0 ? Optional.of(user[0]) : Optional.empty(),
                    user.length > 1 ? Optional.of(user[1]) : Optional.empty());
        } catch (URISyntaxException e) {
            throw new StoreTrouble(
                    StoreTrouble.Kind.NOT_THERE,
                    "this is no URL of a database",
                    "write `postgresql://USER@HOST:PORT/DATABASE`",
                    e);
        }
    }
}
