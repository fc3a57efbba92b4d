package holdfast.report.examination;

import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Layer;
import holdfast.language.model.Norm;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
        List<Guarantee> rows = examined.examination().guarantees();
        Agreement agreement = examined.agreement();
        if (firstLayer(agreement).isEmpty()) {
            return List.of();
        }
        return new RowSentences(agreement, examined.texts().names()).alone(byOthers(agreement, rows));
    }

    /** The same in one sentence: how long before each measure; none of a text without a first layer. */
    public static Optional<String> sentence(Examined examined, List<Guarantee> rows) {
        Agreement agreement = examined.agreement();
        List<Guarantee> told = byOthers(agreement, rows);
        if (firstLayer(agreement).isEmpty() || told.isEmpty()) {
            return Optional.empty();
        }
        Set<String> times = new LinkedHashSet<>();
        told.stream()
                .filter(g -> g.measure().isPresent())
                .forEach(g -> times.add((g.within().isPresent()
                                ? "for up to " + GuaranteeWords.within(g)
                                : "for a time that nothing bounds")
                        + " before "
                        + examined.texts().names().name(g.measure().get())));
        if (told.stream().anyMatch(g -> g.measure().isEmpty())) {
            times.add("for good where nothing must follow");
        }
        return Optional.of("Until others must act, the first layer" + title(agreement) + " holds alone: "
                + String.join("; ", times) + ".");
    }

    private static List<Guarantee> byOthers(Agreement agreement, List<Guarantee> rows) {
        return rows.stream()
                .filter(g -> g.defectors().isEmpty() && isAnsweredByOthers(agreement, g))
                .toList();
    }

    /** {@code How long the first layer must hold alone (Ukrainian armed forces)}. */
    public static String heading(Agreement agreement) {
        return "How long the first layer must hold alone" + title(agreement);
    }

    private static String title(Agreement agreement) {
        return firstLayer(agreement)
                .map(Layer::title)
                .filter(t -> !t.isEmpty())
                .map(t -> " (" + t + ")")
                .orElse("");
    }

    private static Optional<Layer> firstLayer(Agreement agreement) {
        return agreement.layers().stream().filter(l -> l.number() == 1).findFirst();
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
