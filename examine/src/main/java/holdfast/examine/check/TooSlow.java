package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Reading;
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
        Set<String> never = new LinkedHashSet<>();
        Set<String> late = new LinkedHashSet<>();
        Optional<Story> neverShown = Optional.empty();
        Optional<Story> lateShown = Optional.empty();
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
                    Guarantee shown = answered.best(rows).orElse(rows.getFirst());
                    (bound ? late : never).add(shown.prohibition());
                    if (bound) {
                        lateShown = lateShown.or(() -> Optional.of(shown.story()));
                    } else {
                        neverShown = neverShown.or(() -> Optional.of(shown.story()));
                    }
                }
            }
        }
        late.removeAll(never);
        List<Finding> findings = new ArrayList<>();
        if (!never.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(never),
                    "nothing effective must follow a breach of " + Wording.and(never)
                            + " by any time, and in the case of " + fastest.caseName() + " all was lost after "
                            + span(fastest.millis()),
                    neverShown));
        }
        if (!late.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(late),
                    "what must follow a breach of " + Wording.and(late) + " need not come before "
                            + span(fastest.millis()) + ", after which all was lost in the case of "
                            + fastest.caseName(),
                    lateShown));
        }
        return new Result.Found(findings);
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
}
