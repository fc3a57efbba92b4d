package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.entry.Share;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.ItemList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What does not agree, or cannot be: it is said by record, and never mended silently. */
final class Findings {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final List<Entry> entries;
    private final Map<Item, Flow> flows;
    private final Set<Stage> stages;
    private final ItemList list;

    Findings(List<Entry> entries, Map<Item, Flow> flows, Set<Stage> stages, ItemList list) {
        this.entries = entries;
        this.flows = flows;
        this.stages = stages;
        this.list = list;
    }

    /** One case that several givers call their own, by step and item. */
    private List<List<Entry>> ofOneCase() {
        Map<List<Object>, List<Entry>> byCase = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.parcel().isPresent() && entry.giver().isPresent() && entry.stage() != Stage.NEEDED) {
                byCase.computeIfAbsent(
                                List.of(entry.parcel().get(), entry.stage(), entry.item()), k -> new ArrayList<>())
                        .add(entry);
            }
        }
        return byCase.values().stream()
                .filter(same -> same.stream().map(Entry::giver).distinct().count() > 1)
                .toList();
    }

    /** @param missing what would be missing of an item if only these were counted */
    List<DoubleCount> doubles(BiFunction<Item, List<Entry>, Optional<BigDecimal>> missing) {
        return ofOneCase().stream()
                .filter(same -> same.stream().anyMatch(e -> e.share().isEmpty()))
                .map(same -> {
                    Map<String, BigDecimal> givers = byGiver(same, Entry::quantity);
                    return new DoubleCount(
                            same.getFirst().parcel().orElse(""),
                            same.getFirst().stage(),
                            same.getFirst().item(),
                            givers,
                            missing.apply(same.getFirst().item(), asOne(same, givers)),
                            ids(same));
                })
                .toList();
    }

    /** Without all but the giver who says most. */
    private List<Entry> asOne(List<Entry> same, Map<String, BigDecimal> givers) {
        String kept =
                Collections.max(givers.entrySet(), Map.Entry.comparingByValue()).getKey();
        return entries.stream()
                .filter(e -> !same.contains(e) || e.giver().filter(kept::equals).isPresent())
                .toList();
    }

    List<SharedCase> shared() {
        return ofOneCase().stream()
                .filter(same -> same.stream().allMatch(e -> e.share().isPresent()))
                .map(same -> {
                    Map<String, BigDecimal> percents = byGiver(same, Findings::percent);
                    BigDecimal all = percents.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    BigDecimal open = ALL.subtract(all).max(BigDecimal.ZERO);
                    return new SharedCase(
                            same.getFirst().parcel().orElse(""),
                            same.getFirst().stage(),
                            same.getFirst().item(),
                            wholes(same).reduce(BigDecimal.ZERO, BigDecimal::max),
                            percents,
                            // Thirds do not add up to a hundred.
                            open.compareTo(BigDecimal.ONE) < 0 ? BigDecimal.ZERO : open,
                            ids(same));
                })
                .toList();
    }

    private static BigDecimal percent(Entry entry) {
        return entry.share().map(Share::percent).orElse(BigDecimal.ZERO);
    }

    private static Stream<BigDecimal> wholes(List<Entry> same) {
        return same.stream().flatMap(e -> e.share().stream()).map(Share::whole);
    }

    private static Map<String, BigDecimal> byGiver(List<Entry> same, Function<Entry, BigDecimal> figure) {
        Map<String, BigDecimal> givers = new TreeMap<>();
        same.forEach(e -> givers.merge(e.giver().orElse(""), figure.apply(e), BigDecimal::add));
        return givers;
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().flatMap(e -> e.records().stream()).toList();
    }

    /** Shares of one case that are more than the whole of it, or of different wholes. */
    private List<Remark> shares() {
        List<Remark> remarks = new ArrayList<>();
        for (List<Entry> same : ofOneCase()) {
            if (same.stream().anyMatch(e -> e.share().isEmpty())) {
                continue;
            }
            String what = "“" + same.getFirst().parcel().orElse("") + "”, "
                    + same.getFirst().item().name() + " "
                    + same.getFirst().stage().words() + ": ";
            BigDecimal all = same.stream().map(Findings::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (all.compareTo(ALL) > 0) {
                remarks.add(new Remark(ids(same), what + "the shares are " + all.toPlainString() + " % together"));
            }
            if (wholes(same).map(BigDecimal::stripTrailingZeros).distinct().count() > 1) {
                remarks.add(new Remark(ids(same), what + "the givers say different quantities of the whole"));
            }
        }
        return remarks;
    }

    List<Remark> impossible() {
        List<Remark> impossible = new ArrayList<>();
        flows.forEach((item, flow) -> {
            BigDecimal come = flow.total(PledgeBook.arrival(stages)).max(flow.total(Stage.IN_SERVICE));
            for (Stage gone : List.of(Stage.LOST, Stage.RETURNED)) {
                BigDecimal left = flow.total(gone);
                if (left.compareTo(come) > 0) {
                    impossible.add(new Remark(
                            entries.stream()
                                    .filter(e -> e.stage() == gone && e.item().equals(item))
                                    .flatMap(e -> e.records().stream())
                                    .toList(),
                            left.toPlainString() + " " + item.name() + " " + gone.words() + ", and only "
                                    + come.toPlainString() + " had come"));
                }
            }
        });
        shares().forEach(impossible::add);
        toldTwice().forEach(impossible::add);
        alike().forEach(impossible::add);
        return impossible;
    }

    /** What happens on one day to so much of one thing, from one giver and of one case, is rarely two things. Both stay counted: which of them is one, people say. */
    private List<Remark> toldTwice() {
        Map<List<Object>, List<Entry>> alike = new LinkedHashMap<>();
        entries.stream()
                .filter(Entry::canBeSeen)
                .forEach(e -> alike.computeIfAbsent(
                                List.of(
                                        e.stage(),
                                        e.item(),
                                        e.quantity().stripTrailingZeros(),
                                        e.giver(),
                                        e.receiver(),
                                        e.day(),
                                        e.parcel(),
                                        e.due()),
                                k -> new ArrayList<>())
                        .add(e));
        return alike.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> new Remark(
                        same.stream().flatMap(e -> e.records().stream()).toList(),
                        "told " + same.size() + " times, of the same day: "
                                + same.getFirst().quantity().toPlainString() + " "
                                + same.getFirst().item().name() + " "
                                + same.getFirst().stage().words()
                                + "; each is counted. If they are one, withdraw the others"))
                .toList();
    }

    /** Without a list two spellings are two items; that is said, and nothing is guessed. */
    private List<Remark> alike() {
        if (list.isGiven()) {
            return List.of();
        }
        Map<String, Item> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<Remark> alike = new ArrayList<>();
        for (Item item : flows.keySet()) {
            Item other = seen.putIfAbsent(item.name(), item);
            if (other != null) {
                alike.add(new Remark(
                        entries.stream()
                                .filter(e -> e.item().equals(item))
                                .flatMap(e -> e.records().stream())
                                .toList(),
                        "“" + other.name() + "” and “" + item.name()
                                + "” are counted as two items; a list of items (`--items`) can say that they are one"));
            }
        }
        return alike;
    }
}
