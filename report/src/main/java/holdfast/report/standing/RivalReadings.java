package holdfast.report.standing;

import holdfast.engine.Verdict;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said however a question is answered. A verdict is given for each combination of answers on which its clause hangs, and often it is the same under all of them. Only
 * what is the same under <em>every</em> answer that the text allows is said without it: a clause that is not there under one answer says nothing there.
 */
public final class RivalReadings {

    /**
     * Under which answers something is said.
     *
     * @param reading those that matter
     * @param however questions whose answer makes no difference, in the order of the text
     */
    public record Answers(Reading reading, List<String> however) {
        public Answers {
            however = List.copyOf(however);
        }

        /** {@code if counting is read as “included”}, {@code however counting is read}, or both; empty where no question matters at all. */
        public String words(Readable names) {
            String how = names.however(however);
            String when = names.reading(reading);
            return how + (how.isEmpty() || when.isEmpty() ? "" : ", ") + when;
        }

        /** {@link #words} as they follow what they are about. */
        public String after(Readable names) {
            String said = words(names);
            return said.isEmpty() ? "" : ", " + said;
        }
    }

    /** A verdict, its reading being the answers that matter to it. */
    public record Said(Answers answers, Verdict verdict) {}

    private final List<Question> questions;

    private RivalReadings(List<Question> questions) {
        this.questions = questions;
    }

    /** All verdicts of a replay, each said once for all the answers that come to the same. */
    public static List<Said> of(Replay replay) {
        return of(replay, replay.verdicts());
    }

    public static List<Said> of(Replay replay, List<Verdict> verdicts) {
        return of(replay, verdicts, true);
    }

    /** As above, also of a clause that is worded in several ways: for what is said of it in none of its words. */
    public static List<Said> ofAnyWording(Replay replay, List<Verdict> verdicts) {
        return of(replay, verdicts, false);
    }

    private static List<Said> of(Replay replay, List<Verdict> verdicts, boolean inItsWords) {
        List<Said> said = new ArrayList<>();
        VerdictGroups.byClause(verdicts).forEach((clause, ofClause) -> {
            // The wording itself differs by these, and a ruling has settled those.
            Set<String> apart = new LinkedHashSet<>(replay.ruled().keySet());
            List<Norm> variants = replay.agreement().norms().stream()
                    .filter(n -> n.id().equals(clause))
                    .toList();
            if (inItsWords && variants.size() > 1) {
                variants.forEach(n -> apart.addAll(n.reading().answers().keySet()));
            }
            said.addAll(new RivalReadings(replay.agreement().questions().stream()
                            .filter(q -> !apart.contains(q.name()))
                            .toList())
                    .merged(ofClause));
        });
        return said;
    }

    private List<Said> merged(List<Verdict> ofClause) {
        if (ofClause.stream().allMatch(v -> v.reading().answers().isEmpty())) {
            Answers none = new Answers(Reading.NONE, List.of());
            return ofClause.stream().map(v -> new Said(none, v)).toList();
        }
        Map<Object, Map<Reading, Verdict>> alike = new LinkedHashMap<>();
        Map<Object, Integer> times = new HashMap<>();
        for (Verdict v : ofClause) {
            Object matter = VerdictGroups.withoutReading(v);
            int time = times.merge(List.of(v.reading(), matter), 1, Integer::sum);
            alike.computeIfAbsent(List.of(matter, time), k -> new LinkedHashMap<>())
                    .put(v.reading(), v);
        }
        List<Said> said = new ArrayList<>();
        for (Map<Reading, Verdict> same : alike.values()) {
            Map<Reading, Set<String>> dropped = new LinkedHashMap<>();
            same.keySet().forEach(r -> dropped.put(r, new LinkedHashSet<>()));
            questions.forEach(q -> drop(q, dropped));
            dropped.forEach((reading, however) -> said.add(new Said(
                    new Answers(reading, inOrder(however)),
                    extending(reading, same)
                            .under(reading)
                            .counted(same.entrySet().stream()
                                    .filter(e -> reading.isPartOf(e.getKey()))
                                    .allMatch(e -> e.getValue().own())))));
        }
        return said;
    }

    /** Takes the answer to a question away wherever every answer is there. */
    private static void drop(Question question, Map<Reading, Set<String>> dropped) {
        for (Reading reading : List.copyOf(dropped.keySet())) {
            if (!reading.answers().containsKey(question.name()) || !dropped.containsKey(reading)) {
                continue;
            }
            List<Reading> every = question.answers().stream()
                    .map(answer -> with(reading, question.name(), answer))
                    .toList();
            if (dropped.keySet().containsAll(every)) {
                Set<String> however = new LinkedHashSet<>();
                every.forEach(one -> however.addAll(dropped.getOrDefault(one, Set.of())));
                every.forEach(dropped::remove);
                however.add(question.name());
                dropped.put(without(reading, question.name()), however);
            }
        }
    }

    private List<String> inOrder(Collection<String> names) {
        return questions.stream().map(Question::name).filter(names::contains).toList();
    }

    private static Verdict extending(Reading reading, Map<Reading, Verdict> same) {
        return same.values().stream()
                .filter(v -> reading.isPartOf(v.reading()))
                .findFirst()
                .orElseThrow();
    }

    private static Reading with(Reading reading, String question, String answer) {
        Map<String, String> answers = new HashMap<>(reading.answers());
        answers.put(question, answer);
        return new Reading(answers);
    }

    private static Reading without(Reading reading, String question) {
        Map<String, String> answers = new HashMap<>(reading.answers());
        answers.remove(question);
        return new Reading(answers);
    }
}
