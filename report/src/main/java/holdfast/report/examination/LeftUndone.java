package holdfast.report.examination;

import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Triggers;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The duties to act, of which the table has no row: it plays what must not be done. So that nobody takes their absence for a promise, they are named, with what answers them. */
final class LeftUndone {
    private LeftUndone() {}

    static List<String> words(Agreement agreement) {
        Map<Set<String>, Set<String>> byAnswers = new LinkedHashMap<>();
        agreement.norms().stream()
                .filter(Duties::demandsAct)
                .map(Norm::id)
                .forEach(demanded -> byAnswers
                        .computeIfAbsent(answers(agreement, demanded), a -> new LinkedHashSet<>())
                        .add(demanded));
        if (byAnswers.isEmpty()) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        said.add("Duties to act have no row here: the table is about what must not be done, or must be kept.");
        byAnswers.forEach((answers, duties) ->
                said.add("If " + Readable.list(List.copyOf(duties), "or") + " is left undone, that is a breach, and "
                        + (answers.isEmpty()
                                ? "no clause answers it."
                                : Wording.list(List.copyOf(answers))
                                        + (answers.size() == 1 ? " answers it." : " answer it."))));
        return List.of(String.join(" ", said));
    }

    private static Set<String> answers(Agreement agreement, String clause) {
        Set<String> answers = new LinkedHashSet<>();
        agreement.norms().stream()
                .filter(n -> Triggers.followsABreachOf(clause, n))
                .map(Norm::id)
                .forEach(answers::add);
        return answers;
    }
}
