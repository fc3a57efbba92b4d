package holdfast.report.explain;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import holdfast.language.model.Value;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Explanations of what is the same verdict, however the text is read, or nearly: what they share is told once, and of each reading what it has of its own.
 *
 * @param head what was found, without what the readings differ in
 * @param shared the sentences of all of them, in the order of reading
 * @param apart by how the text is read, what is so under these readings only; empty for a single explanation
 */
public record ToldTogether(String head, List<String> shared, List<Apart> apart) {
    public ToldTogether {
        shared = List.copyOf(shared);
        apart = List.copyOf(apart);
    }

    /**
     * @param under {@code If the start of the clock is read as “the act”}
     * @param sentences perhaps none
     */
    public record Apart(String under, List<String> sentences) {
        public Apart {
            sentences = List.copyOf(sentences);
        }

        /** On one line; empty sentences leave what is shared, and that it is so is said. */
        public String paragraph() {
            return sentences.isEmpty() ? under + ", this is so." : under + ": " + String.join(" ", sentences);
        }
    }

    /** What one verdict shares with those that are told together with it. */
    private record Alike(
            String clause, String bearer, Map<String, Value> key, Status status, Standing standing, String kind) {}

    /** Which verdicts are one but for how the text is read; in the order of the first of each. Several under one reading are several things, and stay apart. */
    public static List<List<Verdict>> rivals(List<Verdict> verdicts, Explainer explainer) {
        Map<Alike, List<Verdict>> together = new LinkedHashMap<>();
        for (Verdict v : verdicts) {
            Alike alike = new Alike(v.clause(), v.bearer(), v.key(), v.status(), v.standing(), explainer.kind(v));
            together.computeIfAbsent(alike, a -> new ArrayList<>()).add(v);
        }
        return together.values().stream()
                .flatMap(same -> same.stream().map(Verdict::reading).distinct().count() == same.size()
                        ? Stream.of(same)
                        : same.stream().map(List::of))
                .toList();
    }

    /** @param rivals at least one */
    public static ToldTogether of(List<Explanation> rivals, Readable names) {
        Explanation first = rivals.getFirst();
        if (rivals.size() == 1) {
            return new ToldTogether(first.tree().text(), first.sentences(), List.of());
        }
        List<String> shared = new ArrayList<>(first.sentences());
        rivals.forEach(r -> shared.retainAll(r.sentences()));
        Map<List<String>, List<Reading>> own = new LinkedHashMap<>();
        for (Explanation rival : rivals) {
            List<String> rest = rival.sentences().stream()
                    .filter(s -> !shared.contains(s) && !s.startsWith(Explanation.READ_SO))
                    .toList();
            own.computeIfAbsent(rest, r -> new ArrayList<>())
                    .add(rival.verdict().reading());
        }
        List<Apart> apart = new ArrayList<>();
        own.forEach((sentences, readings) -> apart.add(new Apart(under(readings, names), sentences)));
        return new ToldTogether(first.head(), shared, apart);
    }

    private static String under(List<Reading> readings, Readable names) {
        String said = String.join(", or ", readings.stream().map(names::reading).toList());
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }
}
