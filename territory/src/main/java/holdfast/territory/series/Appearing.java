package holdfast.territory.series;

import holdfast.engine.geography.drawing.Drawing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What a file has, for messages about what it does not have. */
final class Appearing {
    private static final int SHOWN = 12;
    /** Bytes of a name in the table of a shapefile. */
    private static final int KEPT = 10;

    private Appearing() {}

    /** The properties of its features. */
    static String of(Drawing drawing) {
        Set<String> names = new TreeSet<>();
        drawing.features().forEach(f -> names.addAll(f.properties().keySet()));
        return of(names);
    }

    /** That a shapefile keeps ten bytes of a name, where one of its names is the beginning of the one that was sought. */
    static String cutOff(String sought, Drawing drawing) {
        return drawing.features().stream()
                .flatMap(f -> f.properties().keySet().stream())
                .filter(n -> n.length() < sought.length() && sought.startsWith(n) && isAsLongAsCanBe(n))
                .findFirst()
                .map(n -> " (a shapefile keeps ten bytes of a name: here it is `" + n + "`)")
                .orElse("");
    }

    private static boolean isAsLongAsCanBe(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes > KEPT - 4 && bytes <= KEPT;
    }

    static String of(Collection<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        names.stream().limit(SHOWN).map(n -> "`" + n + "`").toList());
    }
}
