package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.Story;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F11: one guarantor leaves, and it falls. */
final class SingleGuarantor implements Check {
    @Override
    public Code code() {
        return Code.F11;
    }

    @Override
    public Result look(Subject subject) {
        Measures measures = new Measures(subject);
        Optional<String> none = measures.whyNone();
        if (none.isPresent()) {
            return Check.notApplicable(none.get());
        }
        Set<String> whole = new LinkedHashSet<>();
        Set<String> wholeClauses = new LinkedHashSet<>();
        Optional<Story> wholeStory = Optional.empty();
        Set<String> part = new LinkedHashSet<>();
        Set<String> partClauses = new LinkedHashSet<>();
        Optional<Story> partStory = Optional.empty();
        for (Outlook outlook : Outlook.primary(subject)) {
            List<Reading> firm = outlook.readings().stream()
                    .filter(r -> outlook.isFirm(outlook.must(r)))
                    .toList();
            Map<String, Set<Reading>> nothingLeft = new LinkedHashMap<>();
            Map<String, Guarantee> lost = new LinkedHashMap<>();
            for (Reading reading : firm) {
                for (Guarantee row : outlook.rows()) {
                    if (!row.reading().isPartOf(reading) || !outlook.isFirm(row.measure())) {
                        continue;
                    }
                    for (List<String> set : row.emptiedBy()) {
                        if (set.size() != 1) {
                            continue;
                        }
                        lost.putIfAbsent(set.getFirst(), row);
                        if (!Remaining.without(subject, outlook, reading, row, set, measures)) {
                            nothingLeft
                                    .computeIfAbsent(set.getFirst(), g -> new HashSet<>())
                                    .add(reading);
                        }
                    }
                }
            }
            for (Map.Entry<String, Guarantee> one : lost.entrySet()) {
                Optional<Story> story = Optional.of(one.getValue().story());
                if (nothingLeft.getOrDefault(one.getKey(), Set.of()).size() == firm.size()) {
                    whole.add(one.getKey());
                    wholeClauses.addAll(one.getValue().clauses());
                    wholeStory = wholeStory.or(() -> story);
                } else {
                    part.add(one.getKey());
                    partClauses.addAll(one.getValue().clauses());
                    partStory = partStory.or(() -> story);
                }
            }
        }
        for (Norm norm : measures.effective()) {
            Set<String> givers = measures.givers(norm);
            if (givers.size() == 1 && measures.guarantors().containsAll(givers) && !wholeClauses.contains(norm.id())) {
                part.addAll(givers);
                partClauses.add(norm.id());
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!whole.isEmpty()) {
            findings.add(Finding.fires(
                    code(),
                    List.copyOf(wholeClauses),
                    "if " + Names.list(whole) + " alone " + (whole.size() == 1 ? "does" : "do")
                            + " not do what " + Names.list(wholeClauses)
                            + " asks, nothing firmer than talk must follow",
                    wholeStory));
        }
        if (!part.isEmpty()) {
            findings.add(Finding.lesser(
                    code(),
                    List.copyOf(partClauses),
                    "what " + Names.list(partClauses) + " asks hangs on " + Names.list(part)
                            + " alone; without it, less must follow",
                    partStory));
        }
        return new Result.Found(findings);
    }
}
