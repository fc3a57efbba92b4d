package holdfast.examine.pen;

import holdfast.examine.found.Proposal;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The combinations of answers to some questions. */
public final class Answers {
    private static final int MOST = 1024;

    private Answers() {}

    /** All of them; where there are too many, the first answers and each other answer by itself. Questions that are not asked have their first answer. */
    public static List<Reading> to(Agreement agreement, Set<String> questions) {
        Map<String, String> first = new LinkedHashMap<>();
        agreement.questions().forEach(q -> first.put(q.name(), q.answers().getFirst()));
        List<Question> asked = agreement.questions().stream()
                .filter(q -> questions.contains(q.name()))
                .toList();
        long all = asked.stream().mapToLong(q -> q.answers().size()).reduce(1, (a, b) -> Math.min(a * b, MOST + 1L));
        List<Map<String, String>> chosen = new ArrayList<>(List.of(first));
        for (Question question : asked) {
            List<Map<String, String>> from = all > MOST ? List.of(first) : List.copyOf(chosen);
            for (String other : question.answers().subList(1, question.answers().size())) {
                for (Map<String, String> one : from) {
                    Map<String, String> more = new TreeMap<>(one);
                    more.put(question.name(), other);
                    chosen.add(more);
                }
            }
        }
        return chosen.stream().map(Reading::new).toList();
    }

    /** In a sentence: under which answers to these questions something holds; empty where there are none. */
    public static String words(Reading reading, Set<String> questions, Readable names) {
        Map<String, String> asked = new LinkedHashMap<>(reading.answers());
        asked.keySet().retainAll(questions);
        return asked.isEmpty() ? "" : ", " + names.reading(new Reading(asked));
    }

    /** One question on which these clauses hang, answered: each of its answers once. */
    public static List<Proposal> settled(Agreement agreement, List<String> clauses) {
        Set<String> asked = new LinkedHashSet<>();
        clauses.forEach(c -> asked.addAll(Hanging.questionsOf(agreement).getOrDefault(c, Set.of())));
        List<Proposal> proposals = new ArrayList<>();
        for (Question question : agreement.questions()) {
            if (asked.contains(question.name())) {
                for (String answer : question.answers()) {
                    proposals.addAll(new Pen(agreement)
                            .settleQuestion(question.name(), answer)
                            .settle("which of the answers to `" + question.name() + "` is meant")
                            .proposal());
                }
            }
        }
        return proposals;
    }
}
