package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Answered;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F19: by the time that something effective must be done, what was to be protected is lost. */
record TooSlow(Code code) implements Check {
    private static final long HOUR = 3_600_000;

    @Override
    public Concern concern() {
        return Concern.WHOM_IT_PROTECTS;
    }

    @Override
    public Result look(Subject subject) {
        if (subject.losses().isEmpty()) {
            return Check.notApplicable("no times of replayed cases were given");
        }
        Subject.Loss fastest = subject.losses().stream()
                .min(Comparator.comparingLong(Subject.Loss::millis))
                .orElseThrow();
        Shown never = new Shown();
        Shown late = new Shown();
        Answered answered = new Answered(subject);
        for (List<List<Guarantee>> prohibitions : byViolator(subject, answered).values()) {
            // Whoever is answered in time for one thing is not free: that another thing has a slower answer, or none,
            // is lesser.
            boolean bound = prohibitions.stream()
                    .anyMatch(rows ->
                            answered.best(rows).flatMap(Guarantee::within).isPresent());
            for (List<Guarantee> rows : prohibitions) {
                // Where every violation hangs on a word that nobody measures, that word is at fault, not the clock.
                if (rows.stream().anyMatch(Guarantee::sure) && !alwaysInTime(answered, rows, fastest)) {
                    (bound ? late : never).add(answered.best(rows).orElse(rows.getFirst()));
                }
            }
        }
        late.clauses.removeAll(never.clauses);
        return Check.found(notAtAll(never, fastest), tooLate(late, fastest));
    }

    /** Clauses, and the history of the first. */
    private static final class Shown {
        private final Set<String> clauses = new LinkedHashSet<>();
        private Optional<Story> story = Optional.empty();

        void add(Guarantee row) {
            clauses.add(row.prohibition());
            story = story.or(() -> Optional.of(row.story()));
        }
    }

    private Optional<Finding> notAtAll(Shown never, Subject.Loss fastest) {
        return never.clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(never.clauses),
                        "nothing effective must follow a breach of " + Wording.and(never.clauses)
                                + " at any time, and in the case of " + fastest.caseName() + " all was lost after "
                                + span(fastest.millis()),
                        never.story));
    }

    private Optional<Finding> tooLate(Shown late, Subject.Loss fastest) {
        return late.clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(late.clauses),
                        "what must follow a breach of " + Wording.and(late.clauses) + " need not come before "
                                + span(fastest.millis()) + ", after which all was lost in the case of "
                                + fastest.caseName(),
                        late.story));
    }

    /** Those who only watch are no violators here. */
    private static Map<String, List<List<Guarantee>>> byViolator(Subject subject, Answered answered) {
        List<Optional<String>> watchers = subject.watch().clauses().stream()
                .flatMap(n -> Roles.bearers(n).stream())
                .toList();
        Map<String, List<List<Guarantee>>> all = new LinkedHashMap<>();
        for (List<Guarantee> rows : answered.byPrimaryProhibition().values()) {
            String violator = rows.getFirst().violator();
            boolean party =
                    subject.agreement().members("party").orElse(List.of()).contains(violator);
            if (party || !watchers.contains(Optional.of(violator))) {
                all.computeIfAbsent(violator, v -> new ArrayList<>()).add(rows);
            }
        }
        return all;
    }

    /** Whether under every reading some course is answered before the fastest loss. */
    private static boolean alwaysInTime(Answered answered, List<Guarantee> rows, Subject.Loss fastest) {
        Map<Reading, List<Guarantee>> byReading = new LinkedHashMap<>();
        rows.forEach(r ->
                byReading.computeIfAbsent(r.reading(), k -> new ArrayList<>()).add(r));
        // A row without a reading holds under all of them, and tells of other courses: where there are rows with one,
        // those decide.
        return byReading.entrySet().stream()
                .filter(e -> byReading.size() == 1 || !e.getKey().answers().isEmpty())
                .allMatch(e -> answered.best(e.getValue())
                        .flatMap(Guarantee::within)
                        .filter(w -> w < fastest.millis())
                        .isPresent());
    }

    private static String span(long millis) {
        long hours = millis / HOUR;
        return hours < 96 ? hours + " hours" : hours / 24 + " days";
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Answering answering = new Answering(subject);
        List<Norm> broken = new Pen(agreement).norms(finding.clauses());
        Pen pen = new Pen(agreement);
        for (Norm norm : agreement.norms()) {
            boolean answers = subject.kinds().isFirm(subject.kinds().measure(norm))
                    && norm.trigger().orElse(null) instanceof Trigger.OnBreach t
                    && broken.stream().anyMatch(n -> t.of().covers(n.id()));
            if (answers && (Duties.isPermission(norm) || Duties.demandsOnce(norm)) && !answering.isInTime(norm)) {
                pen.rewrite(norm, Reworded.due(norm, answering.bound()));
            }
        }
        pen.settle("`" + answering.clock() + "`: how soon");
        List<Proposal> proposals = new ArrayList<>(pen.proposal());
        proposals.addAll(Answering.to(subject, broken, false));
        return proposals;
    }
}
