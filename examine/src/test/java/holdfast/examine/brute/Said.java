package holdfast.examine.brute;

import holdfast.examine.Examination;
import holdfast.examine.brute.History.Given;
import holdfast.examine.check.Catalogue;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What brute force says of each prohibition and violator, reading by reading, over all courses; and the findings that follow from it by their definition. */
final class Said {
    private static final Set<String> TALK = Set.of("talks", "warning");

    /** By prohibition and violator, then by reading; of each the measures of all courses. */
    private final Map<List<String>, Map<String, Measures>> all = new HashMap<>();

    private static final class Measures {
        private final List<Given> must = new ArrayList<>();
        private final List<Given> could = new ArrayList<>();
        private final List<Given> unasked = new ArrayList<>();
    }

    void say(
            String prohibition,
            String violator,
            String reading,
            Optional<Given> must,
            Optional<Given> could,
            Optional<Given> unasked) {
        Measures here = all.computeIfAbsent(List.of(prohibition, violator), k -> new HashMap<>())
                .computeIfAbsent(reading, r -> new Measures());
        must.ifPresent(here.must::add);
        could.ifPresent(here.could::add);
        unasked.ifPresent(here.unasked::add);
    }

    private static boolean isFirm(List<Given> some) {
        return some.stream().anyMatch(g -> !TALK.contains(g.measure()));
    }

    /** Where the examiner finds something else than follows from the table. */
    List<String> against(Examination examined) {
        List<String> wrong = new ArrayList<>();
        // A clause that would answer once something has come makes them lesser (docs/examine.md); that it would, its
        // own story shows.
        Set<List<String>> otherwise = examined.otherwise().stream()
                .map(o -> List.of(o.prohibition(), o.violator()))
                .collect(Collectors.toSet());
        Set<String> nothing = always(otherwise, m -> !isFirm(m.could) && m.unasked.isEmpty());
        Set<String> talk = always(otherwise, m -> !isFirm(m.could));
        nothing.removeAll(told(examined, Catalogue.F01));
        // Whether there is a breach at all hangs on a term: F23 says it, and F02 nothing.
        Set<String> elsewhere = fired(examined, Catalogue.F23);
        elsewhere.addAll(told(examined, Catalogue.F01));
        elsewhere.addAll(told(examined, Catalogue.F02));
        elsewhere.removeAll(fired(examined, Catalogue.F02));
        talk.removeAll(elsewhere);
        same(wrong, Catalogue.F01, nothing, fired(examined, Catalogue.F01));
        same(wrong, Catalogue.F02, talk, fired(examined, Catalogue.F02));
        boolean firmSomewhere = all.values().stream()
                .anyMatch(readings -> readings.values().stream().anyMatch(m -> isFirm(m.must)));
        for (Finding f : examined.findings()) {
            if (f.code() == Catalogue.F10 && (f.weight() == Finding.Weight.FIRES) == firmSomewhere) {
                wrong.add("F10 " + f.weight() + ", and something firm must follow: " + firmSomewhere);
            }
        }
        return wrong;
    }

    /** The prohibitions of which this holds, for some violator, under every reading. */
    private Set<String> always(Set<List<String>> without, Predicate<Measures> holds) {
        Set<String> found = new HashSet<>();
        all.forEach((who, readings) -> {
            if (!without.contains(who) && readings.values().stream().allMatch(holds)) {
                found.add(who.getFirst());
            }
        });
        return found;
    }

    /** What only the violator's own vote keeps away (F06), or a term that nobody defines (F23), makes them lesser: the page of F01 has it so. */
    private Set<String> told(Examination examined, Code code) {
        Set<String> clauses = new HashSet<>();
        if (examined.findings().stream()
                .anyMatch(f -> (f.code() == Catalogue.F06 || f.code() == Catalogue.F23)
                        && f.weight() == Finding.Weight.FIRES)) {
            examined.findings().stream()
                    .filter(f -> f.code() == code && f.weight() == Finding.Weight.LESSER)
                    .forEach(f -> clauses.addAll(f.clauses()));
            clauses.removeAll(fired(examined, code));
        }
        return clauses;
    }

    private Set<String> fired(Examination examined, Code code) {
        Set<String> clauses = new HashSet<>();
        for (Finding f : examined.findings()) {
            if (f.code() == code && f.weight() == Finding.Weight.FIRES) {
                clauses.addAll(f.clauses());
            }
        }
        clauses.removeIf(c -> all.keySet().stream().noneMatch(k -> k.getFirst().equals(c)));
        return clauses;
    }

    private static void same(List<String> wrong, Code code, Set<String> brute, Set<String> examiner) {
        if (!brute.equals(examiner)) {
            wrong.add(code + ": brute force " + brute + ", examiner " + examiner);
        }
    }
}
