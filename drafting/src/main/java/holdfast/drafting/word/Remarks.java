package holdfast.drafting.word;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** What of a text is kept in another way, or not at all. The same of several paragraphs is said once. */
public final class Remarks {
    private static final int MOST_PLACES = 12;

    private record Said(WordCode code, String what) {}

    private final Map<Said, List<Long>> places = new LinkedHashMap<>();

    /** @param paragraph its number; 0 where the text as a whole is meant */
    void kept(long paragraph, String what) {
        add(new Said(WordCode.KEPT_OTHERWISE, what), paragraph);
    }

    /** @param paragraph its number; 0 where the text as a whole is meant */
    void leftOut(long paragraph, String what) {
        add(new Said(WordCode.LEFT_OUT, what), paragraph);
    }

    private void add(Said said, long paragraph) {
        places.computeIfAbsent(said, s -> new ArrayList<>()).add(paragraph);
    }

    /**
     * As problems that stop nobody.
     *
     * @param under the article in which a paragraph stands
     */
    public List<Problem> problems(String file, LongFunction<String> under) {
        List<Problem> problems = new ArrayList<>();
        places.forEach((said, at) -> {
            long first = at.getFirst();
            Place place =
                    first == 0 ? new Place.WholeFile(file) : new Place.InParagraph(file, first, under.apply(first));
            problems.add(new Problem(said.code(), Severity.WARNING, place, said.what() + likewise(at), "", ""));
        });
        return problems;
    }

    private static String likewise(List<Long> at) {
        List<Long> others = at.subList(1, at.size()).stream().toList();
        if (others.isEmpty()) {
            return "";
        }
        List<String> shown = others.stream()
                .distinct()
                .limit(MOST_PLACES)
                .map(String::valueOf)
                .toList();
        long more = others.stream().distinct().count() - shown.size();
        return "; " + at.size() + " times in all, also in " + (shown.size() == 1 ? "paragraph " : "paragraphs ")
                + String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }
}
