package holdfast.language.given;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand behind {@code accept}: the findings of an examiner. The language knows how they are written, and is told
 * which there are.
 *
 * @param known in order; empty: nobody has said, and whatever is written as a finding is taken for one
 */
public record Findings(List<String> known) {
    public static final Findings ANY = new Findings(List.of());

    private static final Pattern WRITTEN = Pattern.compile("F(0[1-9]|[1-9][0-9])");
    private static final Pattern MEANT = Pattern.compile("\\p{L}?0{0,8}([0-9]{1,2})");

    public Findings {
        known = List.copyOf(known);
    }

    public boolean has(String code) {
        return known.isEmpty() ? WRITTEN.matcher(code).matches() : known.contains(code);
    }

    /** The finding that is meant, even if it is written as {@code f6}, {@code F6} or {@code 6}. */
    public Optional<String> meantBy(String written) {
        Matcher matcher = MEANT.matcher(written);
        return matcher.matches()
                ? Optional.of(String.format(Locale.ROOT, "F%02d", Integer.parseInt(matcher.group(1))))
                        .filter(this::has)
                : Optional.empty();
    }

    /** What can be written, in words. */
    public String words() {
        return known.isEmpty()
                ? "a finding is written as `F01`"
                : "findings are `" + known.getFirst() + "` to `" + known.getLast() + "`";
    }
}
