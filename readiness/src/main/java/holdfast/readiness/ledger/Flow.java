package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How much of one item has come how far, by giver and in all. */
final class Flow {
    private final List<Entry> entries;
    private final List<Pledge> pledges;
    private final Set<Stage> stages;
    private final Stage arrival;

    /** @param entries of one item; {@code pledges} those among them */
    Flow(List<Entry> entries, List<Pledge> pledges, Set<Stage> stages) {
        this.entries = entries;
        this.pledges = pledges;
        this.stages = stages;
        this.arrival = PledgeBook.arrival(stages);
    }

    List<Pledge> pledges() {
        return pledges;
    }

    Flow where(Predicate<Entry> wanted) {
        return new Flow(
                entries.stream().filter(wanted).toList(),
                pledges.stream().filter(p -> wanted.test(p.entry())).toList(),
                stages);
    }

    BigDecimal total(Stage stage) {
        return total(stage, e -> true);
    }

    private BigDecimal total(Stage stage, Predicate<Entry> counted) {
        return entries.stream()
                .filter(e -> e.stage() == stage)
                .filter(counted)
                .map(Entry::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is at hand: in service or, in a text that does not tell, arrived; without what was lost or given back. */
    BigDecimal there() {
        BigDecimal come = stages.contains(Stage.IN_SERVICE) ? total(Stage.IN_SERVICE) : total(arrival);
        return come.subtract(gone()).max(BigDecimal.ZERO);
    }

    BigDecimal gone() {
        return total(Stage.LOST).add(total(Stage.RETURNED));
    }

    /** Paid for, ordered or sent, or arrived and not yet in service. */
    BigDecimal underWay() {
        return arrivedAndNotInService()
                .add(givers().stream().map(g -> of(g).beyondPromise()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    BigDecimal arrivedAndNotInService() {
        boolean known = stages.contains(Stage.IN_SERVICE) && arrival != Stage.IN_SERVICE;
        if (!known) {
            return BigDecimal.ZERO;
        }
        // What is gone was in service first, as far as there was so much.
        BigDecimal goneBefore = gone().subtract(total(Stage.IN_SERVICE)).max(BigDecimal.ZERO);
        return total(arrival)
                .subtract(total(Stage.IN_SERVICE))
                .subtract(goneBefore)
                .max(BigDecimal.ZERO);
    }

    /** Only a word so far. */
    BigDecimal promised() {
        return givers().stream().map(g -> of(g).promiseAlone()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is open of promises whose day is no later; all that is open, where no day is asked. Whoever is late is not counted on. */
    BigDecimal promisedBy(Optional<LocalDate> day) {
        return pledges.stream()
                .filter(p -> p.standing() != Pledge.Standing.LATE && p.standing() != Pledge.Standing.WAITS)
                .filter(p -> day.isEmpty()
                        || p.entry()
                                .dayOwed()
                                .filter(d -> !d.isAfter(day.get()))
                                .isPresent())
                .map(Pledge::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of that, what is not late already. */
    BigDecimal expectedBy(LocalDate day) {
        return pledges.stream()
                .filter(p -> p.standing() == Pledge.Standing.NOT_DUE_YET)
                .filter(p -> p.entry().due().filter(d -> !d.isAfter(day)).isPresent())
                .map(Pledge::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is promised on a condition that is not met: nobody can count on it. */
    BigDecimal waiting() {
        return open(Pledge.Standing.WAITS);
    }

    private BigDecimal open(Pledge.Standing standing) {
        return pledges.stream()
                .filter(p -> p.standing() == standing)
                .map(Pledge::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is open of promises whose day has passed. */
    BigDecimal late() {
        return open(Pledge.Standing.LATE);
    }

    /** What would still come of this giver: promised, paid for, ordered or sent, and not arrived. */
    BigDecimal toComeFrom(String giver) {
        Flow own = of(Optional.of(giver));
        return own.beyondPromise().add(own.promiseAlone());
    }

    BigDecimal toCome() {
        return givers().stream()
                .map(g -> of(g).beyondPromise().add(of(g).promiseAlone()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Flow of(Optional<String> giver) {
        return where(e -> e.giver().equals(giver));
    }

    private Set<Optional<String>> givers() {
        Set<Optional<String>> givers = new TreeSet<>((a, b) -> a.orElse("").compareTo(b.orElse("")));
        entries.forEach(e -> givers.add(e.giver()));
        return givers;
    }

    /** Of one giver; without what hangs on a condition that is not met. */
    private BigDecimal beyondPromise() {
        BigDecimal furthest = total(Stage.FUNDED, e -> !e.waits()).max(total(Stage.CONTRACTED, e -> !e.waits()));
        furthest = arrival == Stage.SHIPPED ? furthest : furthest.max(total(Stage.SHIPPED));
        return furthest.subtract(total(arrival)).max(BigDecimal.ZERO);
    }

    /** Of one giver. */
    private BigDecimal promiseAlone() {
        BigDecimal open = pledges.stream()
                .filter(p -> p.standing() != Pledge.Standing.WAITS)
                .map(Pledge::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return open.subtract(beyondPromise()).max(BigDecimal.ZERO);
    }
}
