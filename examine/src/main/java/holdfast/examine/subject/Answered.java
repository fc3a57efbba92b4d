package holdfast.examine.subject;

import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the guarantee table says of effective answers: those that are more than talk. */
public final class Answered {
    private final Agreement agreement;
    private final GuaranteeTable table;
    private final ClauseKinds kinds;

    public Answered(Subject subject) {
        this.agreement = subject.agreement();
        this.table = subject.table();
        this.kinds = subject.kinds();
    }

    /** The prohibitions of the deal itself: no guarantee, and no answer to something else. */
    public static boolean isPrimary(Norm norm, ClauseKinds kinds) {
        return norm.layer() == 0 && !kinds.isAnswer(norm);
    }

    public boolean effective(Guarantee row) {
        return kinds.isFirm(row.measure());
    }

    /** Who breaks what, under which answers: the rows in which no guarantor breaks its word, the violations of those favoured by the clause left out. */
    public Map<String, List<Guarantee>> byPrimaryProhibition() {
        Map<String, List<Guarantee>> rows = new LinkedHashMap<>();
        for (Guarantee row : table.rows()) {
            boolean counts = row.defectors().isEmpty()
                    && agreement.norms().stream()
                            .anyMatch(n -> n.id().equals(row.prohibition())
                                    && isPrimary(n, kinds)
                                    && !n.inFavourOf().contains(row.violator()));
            if (counts) {
                rows.computeIfAbsent(row.prohibition() + "\n" + row.violator(), k -> new java.util.ArrayList<>())
                        .add(row);
            }
        }
        return rows;
    }

    /** The row with the strongest effective answer, the quickest of those; none where no row has one. */
    public Optional<Guarantee> best(List<Guarantee> rows) {
        return rows.stream()
                .filter(this::effective)
                .min(Comparator.<Guarantee>comparingLong(r -> r.within().orElse(Long.MAX_VALUE)));
    }

    /** Whether something effective must or could follow what this actor does. */
    public boolean against(String violator) {
        return table.rows().stream()
                        .anyMatch(r -> r.violator().equals(violator) && (effective(r) || kinds.isFirm(r.could())))
                || table.prospects().stream()
                        .anyMatch(p -> p.violator().equals(violator) && kinds.isFirm(p.couldWith()));
    }
}
