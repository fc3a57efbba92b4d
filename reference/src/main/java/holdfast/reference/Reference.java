package holdfast.reference;

import holdfast.engine.Record;
import holdfast.engine.Record.Finding;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** V(agreement, records known at k, now): the meaning of an agreement, in one function (sections 3 and 14). */
public final class Reference {
    private final Agreement agreement;
    private final Collection<Record> records;
    private final long asOf;
    private final long now;

    /** What is known hangs on whose corrections count, and that may hang on the reading. */
    private final Map<List<Rule>, Knowledge> knowledge = new HashMap<>();

    private final Map<Reading, OneReading> readings = new HashMap<>();

    private final Completion completion;

    private Reference(Agreement agreement, Collection<Record> records, long asOf, long now, Completion completion) {
        this.completion = completion;
        this.agreement = agreement;
        this.records = records;
        this.asOf = asOf;
        this.now = now;
    }

    /**
     * The verdicts on what was known at {@code asOf}, asked at {@code now}; both in milliseconds since 1970-01-01T00:00Z.
     *
     * @param records in any order; those recorded later than {@code asOf} are left aside
     */
    public static Set<Verdict> verdicts(Agreement agreement, Collection<Record> records, long asOf, long now) {
        Set<Verdict> all = new LinkedHashSet<>();
        told(agreement, records, asOf, now, Completion.NOTHING)
                .forEach(t -> all.add(t.instance().verdict(t.reading())));
        return all;
    }

    /** An instance under one combination of answers: what a verdict is made of. */
    record Told(Reading reading, Instance instance) {}

    /** What stands behind the verdicts, on what may have happened. */
    static List<Told> told(
            Agreement agreement, Collection<Record> records, long asOf, long now, Completion completion) {
        Reference reference = new Reference(agreement, records, asOf, now, completion);
        return agreement.norms().stream()
                .map(Norm::id)
                .distinct()
                .flatMap(c -> reference.told(c).stream())
                .toList();
    }

    /**
     * V(c): for each bearer b and each combination of answers to hangs(c, b), the verdicts of c on b under any reading that extends it. Here under every such reading:
     * where two of them said different things, both would be among the verdicts.
     */
    private List<Told> told(String c) {
        List<Told> all = new ArrayList<>();
        Map<String, Set<String>> ofBearer = new HashMap<>();
        for (Reading combination : Readings.combinations(agreement, Readings.hangs(agreement, c))) {
            OneReading reading = under(Readings.extension(agreement, combination));
            reading.agreement.norms().stream()
                    .filter(norm -> norm.id().equals(c))
                    .flatMap(norm -> reading.instances(norm).stream())
                    .forEach(i -> {
                        Set<String> hangs = ofBearer.computeIfAbsent(i.bearer(), b -> Readings.hangs(agreement, c, b));
                        Reading own = answers(combination, hangs);
                        if (hangs.stream().noneMatch(q -> isRuledOut(q, own, reading))) {
                            all.add(new Told(own, i));
                        }
                    });
        }
        return all;
    }

    private static Reading answers(Reading combination, Set<String> questions) {
        Map<String, String> answers = new HashMap<>(combination.answers());
        answers.keySet().retainAll(questions);
        return new Reading(answers);
    }

    private OneReading under(Reading reading) {
        return readings.computeIfAbsent(reading, r -> {
            Agreement under = agreement.under(r);
            List<Rule> corrects = under.rules().stream()
                    .filter(Rule.Corrects.class::isInstance)
                    .toList();
            return new OneReading(
                    under,
                    knowledge.computeIfAbsent(corrects, c -> new Knowledge(under, records, asOf)),
                    now,
                    completion);
        });
    }

    /** Whether the body that rules on a question has answered it otherwise. */
    private boolean isRuledOut(String question, Reading combination, OneReading reading) {
        Question asked = agreement.questions().stream()
                .filter(q -> q.name().equals(question))
                .findFirst()
                .orElseThrow();
        Optional<String> ruled = reading.conditions.ruling(question).map(Finding::result);
        return ruled.filter(asked.answers()::contains)
                .filter(answer -> !answer.equals(combination.answers().get(question)))
                .isPresent();
    }
}
