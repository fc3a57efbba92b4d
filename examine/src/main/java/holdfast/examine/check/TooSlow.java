package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.Story;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Reading;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F19: by the time that something effective must be done, what was to be protected is lost. */
final class TooSlow implements Check {
    private static final long HOUR = 3_600_000;

    @Override
    public Code code() {
        return Code.F19;
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
        for (List<Guarantee> rows : new Answered(subject).byPrimaryProhibition().values()) {
            Map<Reading, List<Guarantee>> byReading = new LinkedHashMap<>();
            rows.forEach(r -> byReading
                    .computeIfAbsent(r.reading(), k -> new java.util.ArrayList<>())
                    .add(r));
            boolean boundSomewhere = false;
            boolean lateSomewhere = false;
            for (List<Guarantee> course : byReading.values()) {
                Optional<Long> within = Answered.best(course).flatMap(Guarantee::within);
                boundSomewhere |= within.isPresent();
                boolean quick = within.filter(w -> w < fastest.millis()).isPresent();
                lateSomewhere |= !quick;
            }
            Guarantee row = rows.getFirst();
            // Where every violation hangs on a word that nobody measures, it is that word which is at fault, not the
            // clock.
            boolean sure = rows.stream().anyMatch(Guarantee::sure);
            if (!boundSomewhere && sure) {
                never.add(row.prohibition());
                neverShown = neverShown.or(() -> Optional.of(row.story()));
            } else if (lateSomewhere && sure) {
                late.add(row.prohibition());
                lateShown = lateShown.or(() -> Answered.best(rows).map(Guarantee::story));
            }
        }
        List<Finding> findings = new java.util.ArrayList<>();
        if (!never.isEmpty()) {
            findings.add(Finding.fires(
                    code(),
                    List.copyOf(never),
                    "nothing effective must follow a breach of " + Wording.and(never)
                            + " by any time, and in the case of " + fastest.caseName() + " all was lost after "
                            + span(fastest.millis()),
                    neverShown));
        }
        if (!late.isEmpty()) {
            findings.add(Finding.lesser(
                    code(),
                    List.copyOf(late),
                    "what must follow a breach of " + Wording.and(late) + " need not come before "
                            + span(fastest.millis()) + ", after which all was lost in the case of "
                            + fastest.caseName(),
                    lateShown));
        }
        return new Result.Found(findings);
    }

    private static String span(long millis) {
        long hours = millis / HOUR;
        return hours < 96 ? hours + " hours" : hours / 24 + " days";
    }
}
