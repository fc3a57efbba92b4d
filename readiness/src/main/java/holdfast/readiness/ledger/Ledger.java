package holdfast.readiness.ledger;

import holdfast.language.model.Step;
import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was needed, promised, sent and is in service.
 *
 * @param steps which events are which step; empty: the text does not say it
 * @param today up to when it is known what happened
 * @param on the day that is asked about; it may be later
 * @param items in the order of the list of items, then by name
 * @param pledges in the order of their days
 * @param heaviest what falls away if the one giver stops on whom most hangs
 * @param without what falls away without the giver that was asked about
 * @param unconfirmed what is told by nobody but the one who claims it
 * @param differing where two tell different figures of the same
 * @param beyond deliveries without a promise, or beyond it
 * @param impossible what cannot be as it is told
 * @param setAside records that are in no sum
 */
public record Ledger(
        List<Step> steps,
        LocalDate today,
        LocalDate on,
        List<Entry> entries,
        List<ItemRow> items,
        List<GiverRow> givers,
        List<Pledge> pledges,
        List<Goal> goals,
        Optional<FallsAway> heaviest,
        Optional<FallsAway> without,
        List<DoubleCount> doubles,
        List<StandingIn> standingIn,
        List<MoneyRow> money,
        List<Entry> unconfirmed,
        List<Remark> differing,
        List<Remark> beyond,
        List<Remark> impossible,
        List<SetAside> setAside) {

    public static Ledger of(Question question) {
        return new LedgerMaker(question).made();
    }

    /** Only what this actor gives or receives; of the items that it has to do with, the figures are those of all. */
    Ledger concerning(String actor) {
        List<Entry> own = entries.stream().filter(e -> isOf(e, actor)).toList();
        Set<Item> theirs = own.stream().map(Entry::item).collect(Collectors.toSet());
        return new Ledger(
                steps,
                today,
                on,
                own,
                items.stream().filter(i -> theirs.contains(i.item())).toList(),
                givers.stream()
                        .filter(g -> g.giver().equals(actor) || receives(own, g, actor))
                        .toList(),
                pledges.stream().filter(p -> isOf(p.entry(), actor)).toList(),
                goals.stream()
                        .filter(g -> theirs.contains(g.item()) || g.bearers().contains(actor))
                        .toList(),
                heaviest,
                without,
                doubles.stream()
                        .filter(d -> d.givers().containsKey(actor) || theirs.contains(d.item()))
                        .toList(),
                standingIn,
                money.stream().filter(m -> m.giver().equals(actor)).toList(),
                unconfirmed.stream().filter(e -> isOf(e, actor)).toList(),
                differing,
                beyond,
                impossible,
                setAside);
    }

    private static boolean isOf(Entry entry, String actor) {
        return entry.giver().filter(actor::equals).isPresent()
                || entry.receiver().filter(actor::equals).isPresent();
    }

    private static boolean receives(List<Entry> own, GiverRow row, String actor) {
        return own.stream()
                .anyMatch(e -> e.item().equals(row.item())
                        && e.receiver().filter(actor::equals).isPresent()
                        && e.giver().filter(row.giver()::equals).isPresent());
    }

    public boolean has(Stage stage) {
        return steps.stream().anyMatch(s -> s.stage() == stage);
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

    /** What is missing and nobody has offered, the most urgent first. */
    public List<ItemRow> notOffered() {
        return items.stream()
                .filter(i -> i.notOffered().signum() > 0)
                .sorted(LedgerMaker.BY_URGENCY)
                .toList();
    }

    static Set<Stage> stages(List<Step> steps) {
        return Set.copyOf(steps.stream().map(Step::stage).toList());
    }
}
