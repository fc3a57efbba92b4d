package holdfast.report.examination;

import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Layer;
import holdfast.language.model.Norm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long the first layer, the protected country's own strength, must hold alone before each rung of the second must act. Only of a text that has a first layer; whom it protects
 * is in whose favour the broken clause is.
 */
public final class HoldsAlone {
    private HoldsAlone() {}

    public static List<String> words(Examined examined) {
        return words(examined, examined.examination().guarantees());
    }

    /** @param rows of the table */
    public static List<String> words(Examined examined, List<Guarantee> rows) {
        Agreement agreement = examined.agreement();
        Optional<String> layer = agreement.layers().stream()
                .filter(l -> l.number() == 1)
                .map(Layer::title)
                .findFirst();
        return layer.map(title -> new RowSentences(agreement, examined.texts().names())
                        .alone(
                                rows.stream()
                                        .filter(g -> g.defectors().isEmpty() && isAnsweredByOthers(agreement, g))
                                        .toList(),
                                "the first layer" + (title.isEmpty() ? "" : " (" + title + ")")))
                .orElse(List.of());
    }

    /** What the protected must do themselves is no second layer; and where they break it themselves, nobody protects them. */
    private static boolean isAnsweredByOthers(Agreement agreement, Guarantee row) {
        Set<String> ours = new HashSet<>();
        agreement.norms().stream()
                .filter(n -> n.id().equals(row.prohibition()))
                .map(Norm::inFavourOf)
                .forEach(ours::addAll);
        return !ours.isEmpty()
                && !ours.contains(row.violator())
                && !(row.measure().isPresent() && ours.containsAll(row.doneBy()));
    }
}
