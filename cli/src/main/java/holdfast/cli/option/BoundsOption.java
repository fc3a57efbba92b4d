package holdfast.cli.option;

import holdfast.cli.output.Refusal;
import holdfast.examine.found.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code --bounds defectors=2,work=5000000}. */
public final class BoundsOption {
    private static final List<String> NAMES =
            List.of("defectors", "evasions", "requests", "help", "readings", "horizon", "work");

    private BoundsOption() {}

    /**
     * @param given by name, as typed
     * @param defectors of {@code --defectors}; it wins over a bound of that name
     */
    public static Bounds read(Map<String, String> given, @Nullable Integer defectors) {
        given.keySet().forEach(name -> {
            if (name.equals("seconds")) {
                throw notByTheClock();
            }
            if (!NAMES.contains(name)) {
                throw Refusal.usage(
                        "--bounds: there is no bound `" + name + "`",
                        holdfast.language.diagnostic.Suggestion.help(
                                name, NAMES, "bounds are " + holdfast.language.diagnostic.Suggestion.list(NAMES)));
            }
        });
        Bounds usual = Bounds.USUAL;
        int k = defectors != null ? defectors : number(given, "defectors", usual.defectors(), 0, 100);
        if (k < 0) {
            throw Refusal.usage("--defectors: `" + k + "` is less than none", "say 0 or more");
        }
        return new Bounds(
                k,
                number(given, "evasions", usual.evasions(), 0, 10),
                number(given, "requests", usual.requests(), 0, 10),
                number(given, "help", usual.help(), 0, 10),
                number(given, "readings", usual.readings(), 1, 100_000),
                Duration.ofDays(number(given, "horizon", (int) usual.horizon().toDays(), 1, 36_500)),
                number(given, "work", (int) usual.work(), 1, Integer.MAX_VALUE));
    }

    /** What older versions took: with it, a busy machine gave another answer than an idle one. */
    public static Refusal notByTheClock() {
        return Refusal.usage(
                "--bounds: `seconds` is no bound any more: what was found hung on how busy the machine was",
                "say how much work may be done, which gives the same answer everywhere: `work=5000000`; leave it out for"
                        + " the usual");
    }

    private static int number(Map<String, String> given, String name, int usual, int least, int most) {
        String text = given.get(name);
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.usage(
                "--bounds: `" + name + "=" + text + "` is not a whole number from " + least + " to " + most, "");
    }
}
