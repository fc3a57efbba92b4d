package holdfast.readiness.ledger;

import holdfast.language.model.Step;
import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Rate;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.entry.SetAside;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was needed, promised, sent and is in service.
 *
 * @param steps which events are which step; empty: the text does not say it
 * @param today up to when it is known what happened
 * @param on the day that is asked about; it may be later
 * @param items in the order of the list of items, then by name
 * @param needs the most urgent first
 * @param pledges in the order of their days
 * @param heaviest what falls away if the one giver stops on whom most hangs
 * @param without what falls away without the giver that was asked about
 * @param rates what is said as so much a month, and is in no sum
 * @param unconfirmed what is told by nobody but the one who claims it
 * @param differing where two tell different figures of the same
 * @param beyond deliveries without a promise, or beyond it
 * @param impossible what cannot be as it is told
 * @param asWritten what a clause counts otherwise than this ledger
 * @param setAside records that are in no sum
 */
public record Ledger(
        List<Step> steps,
        LocalDate today,
        LocalDate on,
        List<Entry> entries,
        List<ItemRow> items,
        List<NeedRow> needs,
        List<GiverRow> givers,
        List<Pledge> pledges,
        List<Goal> goals,
        Optional<FallsAway> heaviest,
        Optional<FallsAway> without,
        List<DoubleCount> doubles,
        List<SharedCase> shared,
        List<StandingIn> standingIn,
        List<MoneyRow> money,
        List<Rate> rates,
        List<Entry> unconfirmed,
        List<Remark> differing,
        List<Remark> beyond,
        List<Remark> impossible,
        List<Remark> asWritten,
        List<SetAside> setAside) {

    public static Ledger of(Question question) {
        return new LedgerMaker(question).made();
    }

    /** Only what this actor gives or receives; of the items that it has to do with, the figures are those of all. */
    Ledger concerning(String actor, FallsAway own) {
        boolean receiver = entries.stream()
                .anyMatch(e -> e.receiver().filter(actor::equals).isPresent());
        Predicate<Entry> isOwn =
                e -> isOf(e, actor) || (receiver && e.receiver().isEmpty());
        List<Entry> theirOwn = entries.stream().filter(isOwn).toList();
        Set<Item> theirs = theirOwn.stream().map(Entry::item).collect(Collectors.toSet());
        return new Ledger(
                steps,
                today,
                on,
                theirOwn,
                items.stream().filter(i -> theirs.contains(i.item())).toList(),
                needs.stream().filter(n -> theirs.contains(n.need().item())).toList(),
                givers.stream()
                        .filter(g -> g.giver().equals(actor) || receives(theirOwn, g))
                        .toList(),
                pledges.stream().filter(p -> isOwn.test(p.entry())).toList(),
                goals.stream()
                        .filter(g -> theirs.contains(g.item()) || g.bearers().contains(actor))
                        .toList(),
                own.lines().isEmpty() ? heaviest : Optional.of(own),
                without,
                doubles.stream()
                        .filter(d -> d.givers().containsKey(actor) || theirs.contains(d.item()))
                        .toList(),
                shared.stream()
                        .filter(s -> s.percents().containsKey(actor) || theirs.contains(s.item()))
                        .toList(),
                standingIn,
                money.stream().filter(m -> m.giver().equals(actor)).toList(),
                rates.stream()
                        .filter(r -> Stream.concat(r.giver().stream(), r.receiver().stream())
                                .anyMatch(actor::equals))
                        .toList(),
                unconfirmed.stream().filter(isOwn).toList(),
                differing,
                beyond,
                impossible,
                asWritten,
                setAside);
    }

    /** Of an entry that names nobody who receives it, whoever receives anything may be meant. */
    private static boolean isOf(Entry entry, String actor) {
        return entry.giver().filter(actor::equals).isPresent()
                || entry.receiver().filter(actor::equals).isPresent();
    }

    private static boolean receives(List<Entry> own, GiverRow row) {
        return own.stream()
                .anyMatch(e -> e.item().equals(row.item())
                        && e.giver().filter(row.giver()::equals).isPresent());
    }

    /** Whether the text has such a step of things. */
    public boolean has(Stage stage) {
        return stage != Stage.MET && steps.stream().anyMatch(s -> s.stage() == stage);
    }

    /** Whether a later day is asked about than the last of which anything is known. */
    public boolean looksAhead() {
        return on.isAfter(today);
    }

    public List<Pledge> late() {
        return pledges.stream()
                .filter(p -> p.standing() == Pledge.Standing.LATE)
                .sorted((a, b) -> Long.compare(b.daysLate(), a.daysLate()))
                .toList();
    }

    /**
     * What is lacking of an item on the day asked about.
     *
     * @param wanted what is needed by then, or by no day that is named
     */
    public record Lack(Item item, BigDecimal wanted, BigDecimal lacking) {}

    /** Of all that is wanted by the day asked about, also that of which nothing is lacking. */
    public List<Lack> onTheDay() {
        List<Lack> lacks = new ArrayList<>();
        for (ItemRow row : items) {
            List<NeedRow> asked = needs.stream()
                    .filter(n -> n.need().item().equals(row.item()))
                    .toList();
            BigDecimal wanted = asked.isEmpty()
                    ? row.target().filter(t -> isBy(row.neededBy())).orElse(BigDecimal.ZERO)
                    : asked.stream()
                            .map(NeedRow::need)
                            .filter(n -> isBy(n.due()))
                            .map(Entry::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (wanted.signum() > 0) {
                BigDecimal there = row.expected().orElse(row.there());
                lacks.add(new Lack(row.item(), wanted, wanted.subtract(there).max(BigDecimal.ZERO)));
            }
        }
        return lacks;
    }

    private boolean isBy(Optional<LocalDate> day) {
        return day.filter(d -> d.isAfter(on)).isEmpty();
    }

    /** Promises on conditions that are not met. */
    public List<Pledge> waiting() {
        return pledges.stream()
                .filter(p -> p.standing() == Pledge.Standing.WAITS)
                .toList();
    }

    /** What is missing and nobody has offered, the most urgent first. */
    public List<ItemRow> notOffered() {
        return items.stream()
                .filter(i -> i.notOffered().signum() > 0)
                .sorted(LedgerMaker.BY_URGENCY)
                .toList();
    }

    static Set<Stage> stages(List<Step> steps) {
        return steps.stream().map(Step::stage).filter(s -> s != Stage.MET).collect(Collectors.toUnmodifiableSet());
    }
}
