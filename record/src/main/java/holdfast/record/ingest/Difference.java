package holdfast.record.ingest;

import holdfast.record.canonical.Json;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** In what two records differ, for people: the first thing. */
final class Difference {
    private static final int LONGEST = 60;

    private Difference() {}

    /** {@code `killed` is 3 there and 4 here}. */
    static String of(Json.Members there, Json.Members here) {
        TreeSet<String> names = new TreeSet<>(there.members().keySet());
        names.addAll(here.members().keySet());
        for (String name : names) {
            Json a = there.members().get(name);
            Json b = here.members().get(name);
            if (a instanceof Json.Members inner && b instanceof Json.Members other && !inner.equals(other)) {
                return of(inner, other);
            }
            if (a == null || b == null || !a.equals(b)) {
                return "`" + name + "` is " + shown(a) + " there and " + shown(b) + " here";
            }
        }
        return "nothing that can be shown";
    }

    private static String shown(@org.jspecify.annotations.Nullable Json value) {
        if (value == null) {
            return "not given";
        }
        String text = new String(value.canonical(), StandardCharsets.UTF_8);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
