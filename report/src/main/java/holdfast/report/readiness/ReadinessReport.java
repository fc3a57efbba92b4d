package holdfast.report.readiness;

import holdfast.language.model.Agreement;
import holdfast.readiness.entry.SetAside;
import holdfast.readiness.items.ItemList;
import holdfast.readiness.ledger.Ledger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger, and of what it was made.
 *
 * @param asOf what became known later does not count
 * @param files of records, as they were named
 * @param records how many were read
 * @param notUsed rows of which no record came
 * @param reasons why not, as far as the mappings say it, with how many
 * @param places where the records that are set aside or remarked on stand, by id
 * @param sumsOnly whether only sums and ages are shown: no giver, no case, no record
 * @param concerning whom alone it concerns; none: everybody
 * @param taken what the words of a person for a moment were taken for
 */
public record ReadinessReport(
        Agreement agreement,
        Ledger ledger,
        ItemList items,
        long asOf,
        List<String> files,
        long records,
        long notUsed,
        Map<String, Long> reasons,
        Map<String, String> places,
        boolean sumsOnly,
        Optional<String> concerning,
        List<String> taken,
        String version) {
    public ReadinessReport {
        files = List.copyOf(files);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        places = Map.copyOf(places);
        taken = List.copyOf(taken);
    }

    /** Whether no record is left out for something that is wrong in it. */
    public boolean allGood() {
        return ledger.setAside().stream().allMatch(s -> s.mend().isEmpty());
    }

    /** How many records are in no sum. */
    public long setAside() {
        return ledger.setAside().stream()
                .map(SetAside::records)
                .mapToLong(List::size)
                .sum();
    }
}
