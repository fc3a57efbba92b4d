package holdfast.language.diagnostic;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What somebody meant who wrote a time zone as people say it: by its city, an abbreviation or a number of hours. */
public final class ZoneNames {
    private ZoneNames() {}

    /** {@code did you mean `America/Bogota`?}, or how a zone is written. */
    public static String mend(String written) {
        List<String> cities = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .toList();
        String plain = plain(written);
        Optional<String> city = new TreeSet<>(cities)
                .stream()
                        .filter(id -> plain(id).equals(plain)
                                || plain(id.substring(id.lastIndexOf('/') + 1)).equals(plain))
                        .findFirst();
        if (city.isPresent()) {
            return "did you mean `" + city.get() + "`?";
        }
        if (written.matches("(UTC|GMT|utc|gmt)?\\s*[+\u2212-].*|[A-Z]{2,5}")) {
            return "write a region and a city, such as `Europe/Kyiv`: hours alone, or an abbreviation, do not say when the clocks"
                    + " change";
        }
        return Suggestion.nearest(written, cities)
                .map(id -> "did you mean `" + id + "`?")
                .orElse("write a region and a city, such as `Europe/Kyiv`");
    }

    /** Without accents, blanks and capitals. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('_', ' ')
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
