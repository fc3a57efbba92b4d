package holdfast.examine.redline;

import holdfast.language.model.Agreement;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A reading of the earlier draft beside one of the later. */
record ReadingPair(Reading before, Reading after) {

    /**
     * Every way to answer these questions; all others are given their first answer. A question that both drafts leave open in the same way is answered alike in both; any
     * other by each on its own.
     */
    static List<ReadingPair> of(Agreement before, Set<Question> then, Agreement after, Set<Question> later) {
        List<ReadingPair> all = List.of(new ReadingPair(first(before), first(after)));
        Set<String> names = new TreeSet<>();
        then.forEach(q -> names.add(q.name()));
        later.forEach(q -> names.add(q.name()));
        for (String name : names) {
            // What makes a difference in one draft only is answered alike in the other one too, where it is asked
            // there.
            List<String> asked = answers(before.questions(), name);
            boolean alike = Set.copyOf(asked).equals(Set.copyOf(answers(after.questions(), name)));
            List<String> old = alike ? asked : answers(then, name);
            List<String> young = alike ? asked : answers(later, name);
            List<ReadingPair> longer = new ArrayList<>();
            for (ReadingPair one : all) {
                if (alike) {
                    old.forEach(a -> longer.add(new ReadingPair(with(one.before, name, a), with(one.after, name, a))));
                } else {
                    for (String a : old.isEmpty() ? List.of("") : old) {
                        for (String b : young.isEmpty() ? List.of("") : young) {
                            longer.add(new ReadingPair(with(one.before, name, a), with(one.after, name, b)));
                        }
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    /** With those answers only. */
    ReadingPair about(Set<String> questions) {
        return new ReadingPair(some(before, questions), some(after, questions));
    }

    boolean isPartOf(ReadingPair other) {
        return before.isPartOf(other.before) && after.isPartOf(other.after);
    }

    Set<String> questions() {
        Set<String> names = new TreeSet<>(before.answers().keySet());
        names.addAll(after.answers().keySet());
        return names;
    }

    private static Reading some(Reading reading, Set<String> questions) {
        Map<String, String> answers = new HashMap<>(reading.answers());
        answers.keySet().retainAll(questions);
        return new Reading(answers);
    }

    private static Reading first(Agreement agreement) {
        Map<String, String> answers = new HashMap<>();
        agreement.questions().forEach(q -> answers.put(q.name(), q.answers().getFirst()));
        return new Reading(answers);
    }

    private static Reading with(Reading reading, String question, String answer) {
        if (answer.isEmpty()) {
            return reading;
        }
        Map<String, String> answers = new HashMap<>(reading.answers());
        answers.put(question, answer);
        return new Reading(answers);
    }

    private static List<String> answers(Collection<Question> questions, String name) {
        return questions.stream()
                .filter(q -> q.name().equals(name))
                .findFirst()
                .map(Question::answers)
                .orElse(List.of());
    }
}
