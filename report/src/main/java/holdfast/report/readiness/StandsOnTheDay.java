package holdfast.report.readiness;

import holdfast.readiness.ledger.ItemRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ledger in a few sentences, for a report of something else. */
public final class StandsOnTheDay {
    private static final int ITEMS = 5;

    private StandsOnTheDay() {}

    /** On which day, what stands of what is missing most, what is late, what nobody offers, what falls away. */
    public static List<String> words(ReadinessReport report) {
        ReadinessWords words = new ReadinessWords(report);
        List<String> said = new ArrayList<>();
        String when = words.when();
        said.add(when.substring(0, 1).toUpperCase(Locale.ROOT) + when.substring(1) + ":");
        List<ItemRow> rows = report.ledger().items().stream()
                .sorted(FirstScreen.MOST_MISSING)
                .toList();
        rows.stream().limit(ITEMS).forEach(row -> said.add(item(row, words)));
        if (rows.size() > ITEMS) {
            said.add("and " + ReadinessWords.count(rows.size() - ITEMS, "more item", "more items"));
        }
        said.addAll(words.answers());
        return said.stream().map(words::inText).toList();
    }

    /** {@code launcher: 4 of 30 in service, 6 under way, 12 promised, 8 missing}. */
    private static String item(ItemRow row, ReadinessWords words) {
        return FirstScreen.label(row.item()) + ": " + ReadinessWords.number(row.there())
                + row.target().map(t -> " of " + ReadinessWords.number(t)).orElse("") + " " + words.there() + ", "
                + ReadinessWords.number(row.underWay()) + " under way, " + ReadinessWords.number(row.promised())
                + " promised"
                + row.missing()
                        .map(m -> ", " + ReadinessWords.number(m) + " missing")
                        .orElse("")
                + row.expected()
                        .map(e -> ", " + ReadinessWords.number(e) + " expected by then")
                        .orElse("");
    }
}
