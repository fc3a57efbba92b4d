package holdfast.report.examination;

import holdfast.examine.Examination;
import holdfast.examine.subject.Waiting;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a guarantee table in which nothing must follow, and why. */
final class WithoutAnswer {
    private final Examination examination;

    private WithoutAnswer(Examination examination) {
        this.examination = examination;
    }

    /** In one sentence; none where every row has an answer. */
    static Optional<String> words(Examination examination) {
        return new WithoutAnswer(examination).words();
    }

    private Optional<String> words() {
        Map<String, List<Guarantee>> byReason = new LinkedHashMap<>();
        examination.guarantees().stream()
                .filter(g -> g.measure().isEmpty() && g.defectors().isEmpty())
                .filter(g -> g.course().kind() != Course.Kind.UNATTRIBUTED)
                .forEach(g -> byReason.computeIfAbsent(because(g), r -> new ArrayList<>())
                        .add(g));
        if (byReason.isEmpty()) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        byReason.forEach((because, rows) -> said.add(who(rows) + " (" + because + ")"));
        return Optional.of("Still without an answer: a breach of " + String.join("; of ", said) + ".");
    }

    private String who(List<Guarantee> rows) {
        Set<String> violators = new LinkedHashSet<>();
        rows.forEach(g -> violators.add(g.violator()));
        return ExaminationText.clauses(
                        rows.stream().map(Guarantee::prohibition).distinct().toList())
                + " by " + GuaranteeWords.list(List.copyOf(violators));
    }

    private String because(Guarantee g) {
        if (!g.sure()) {
            return "whether it is a breach hangs on "
                    + Waiting.openTerms(
                                    examination.agreement(),
                                    g.prohibition(),
                                    new Readable(examination.agreement(), "en"))
                            .orElse("an undefined term");
        }
        Optional<String> escaped = GuaranteeWords.escaped(g);
        if (escaped.isPresent()) {
            return escaped.get();
        }
        List<Waiting> waiting = Waiting.of(examination.agreement(), g.prohibition(), g.violator());
        if (!waiting.isEmpty()) {
            return Waiting.words(waiting);
        }
        List<String> otherwise = ExaminationText.otherwise(examination, g);
        if (!otherwise.isEmpty()) {
            return String.join("; ", otherwise);
        }
        return g.could()
                .map(c -> c.replace('_', ' ') + " may follow, and need not")
                .orElse("no clause answers it");
    }
}
