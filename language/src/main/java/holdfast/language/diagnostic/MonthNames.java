package holdfast.language.diagnostic;

import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The English names of the months, whole or short, as people write them in texts, in the names of files and on maps.
 */
public final class MonthNames {
    private static final List<String> WHOLE = Arrays.stream(Month.values())
            .map(m -> m.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final int SHORT = 3;

    private MonthNames() {}

    /**
     * The number of the month of that name: {@code September}, {@code Sept} or {@code Sep}; capitals make no
     * difference.
     */
    public static Optional<Integer> number(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < WHOLE.size(); i++) {
            String whole = WHOLE.get(i);
            boolean fourLetters = lower.equals("sept") && whole.startsWith(lower);
            if (whole.equals(lower) || whole.substring(0, SHORT).equals(lower) || fourLetters) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
