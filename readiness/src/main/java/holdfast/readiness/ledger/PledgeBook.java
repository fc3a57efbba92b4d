package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Remark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which delivery keeps which promise: those of the same giver and item, of the same case where both name one; what is due first is kept first. A delivery keeps only what was
 * promised by then, and nothing is counted for two promises.
 */
final class PledgeBook {
    private static final Comparator<Open> BY_DUE = Comparator.comparing(
                    (Open o) -> o.pledge.due().orElse(LocalDate.MAX))
            .thenComparing(o -> o.pledge.day())
            .thenComparing(o -> o.pledge.records().getFirst());

    private final LocalDate today;
    private final Set<Stage> stages;
    private final Stage arrival;
    private final List<Open> all = new ArrayList<>();
    private final List<Pledge> pledges = new ArrayList<>();
    private final List<Remark> beyond = new ArrayList<>();

    /** A promise while deliveries are counted against it. */
    private static final class Open {
        final Entry pledge;
        BigDecimal delivered = BigDecimal.ZERO;
        Optional<LocalDate> keptOn = Optional.empty();

        Open(Entry pledge) {
            this.pledge = pledge;
        }

        BigDecimal left() {
            return pledge.quantity().subtract(delivered);
        }
    }

    private PledgeBook(LocalDate today, Set<Stage> stages) {
        this.today = today;
        this.stages = stages;
        this.arrival = arrival(stages);
    }

    static PledgeBook of(List<Entry> entries, Set<Stage> stages, LocalDate today) {
        PledgeBook book = new PledgeBook(today, stages);
        book.fill(entries);
        return book;
    }

    /** The stage that keeps a promise: what has been received or, in a text that does not say so, what was sent or is in service. */
    static Stage arrival(Set<Stage> stages) {
        return stages.contains(Stage.RECEIVED)
                ? Stage.RECEIVED
                : stages.contains(Stage.SHIPPED) ? Stage.SHIPPED : Stage.IN_SERVICE;
    }

    List<Pledge> pledges() {
        return pledges;
    }

    /** Deliveries without a promise, or beyond it. */
    List<Remark> beyond() {
        return beyond;
    }

    private void fill(List<Entry> entries) {
        List<Open> open = all;
        entries.stream().filter(e -> e.stage() == Stage.PLEDGED).map(Open::new).forEach(open::add);
        open.sort(BY_DUE);
        Map<List<Object>, List<Open>> byGiver = new HashMap<>();
        open.forEach(o ->
                byGiver.computeIfAbsent(key(o.pledge), k -> new ArrayList<>()).add(o));
        entries.stream()
                .filter(e -> e.stage() == arrival)
                .sorted(Comparator.comparing(Entry::day)
                        .thenComparing(e -> e.records().getFirst()))
                .forEach(e -> deliver(e, byGiver.getOrDefault(key(e), List.of())));
        open.forEach(o -> pledges.add(closed(o)));
    }

    private static List<Object> key(Entry entry) {
        return List.of(entry.item(), entry.giver());
    }

    private void deliver(Entry delivery, List<Open> open) {
        List<Open> fitting = open.stream().filter(o -> fits(o.pledge, delivery)).toList();
        List<Open> ofCase = fitting.stream()
                .filter(o -> delivery.parcel().isPresent() && delivery.parcel().equals(o.pledge.parcel()))
                .toList();
        List<Open> others = fitting.stream()
                .filter(o -> delivery.parcel().isEmpty() || o.pledge.parcel().isEmpty())
                .toList();
        BigDecimal left = keep(delivery, ofCase, delivery.quantity());
        left = keep(delivery, others, left);
        left = keep(delivery, partners(delivery), left);
        if (left.signum() > 0 && stages.contains(Stage.PLEDGED) && arrival != Stage.IN_SERVICE) {
            beyond.add(new Remark(delivery.records(), beyondWords(delivery, left, !fitting.isEmpty())));
        }
    }

    /** Where several give one case together, what comes of it keeps the promises of all. */
    private List<Open> partners(Entry delivery) {
        return delivery.parcel().isEmpty()
                ? List.of()
                : all.stream()
                        .filter(o -> o.pledge.share().isPresent()
                                && o.pledge.parcel().equals(delivery.parcel())
                                && o.pledge.item().equals(delivery.item())
                                && fits(o.pledge, delivery))
                        .toList();
    }

    private static String beyondWords(Entry delivery, BigDecimal left, boolean promised) {
        String what = left.toPlainString() + " " + delivery.item().name();
        if (delivery.giver().isEmpty()) {
            return what + " from nobody named: that keeps no promise";
        }
        return promised
                ? what + " from " + delivery.giver().orElse("") + " beyond what was promised"
                : what + " from " + delivery.giver().orElse("") + " without a promise on record";
    }

    private static boolean fits(Entry pledge, Entry delivery) {
        return pledge.giver().isPresent()
                && (pledge.receiver().isEmpty()
                        || delivery.receiver().isEmpty()
                        || pledge.receiver().equals(delivery.receiver()))
                && !pledge.day().isAfter(delivery.day());
    }

    private static BigDecimal keep(Entry delivery, List<Open> open, BigDecimal quantity) {
        BigDecimal left = quantity;
        for (Open one : open) {
            BigDecimal part = one.left().min(left);
            if (part.signum() > 0) {
                one.delivered = one.delivered.add(part);
                left = left.subtract(part);
                if (one.left().signum() == 0) {
                    one.keptOn = Optional.of(delivery.day());
                }
            }
        }
        return left;
    }

    private Pledge closed(Open open) {
        Optional<LocalDate> due = open.pledge.dayOwed();
        LocalDate until = open.keptOn.orElse(today);
        long late = open.pledge.waits()
                ? 0
                : due.map(d -> Math.max(0, ChronoUnit.DAYS.between(d, until))).orElse(0L);
        return new Pledge(open.pledge, open.delivered, open.keptOn, standing(open, due, late), late);
    }

    private static Pledge.Standing standing(Open open, Optional<LocalDate> due, long late) {
        if (open.keptOn.isPresent()) {
            return Pledge.Standing.KEPT;
        }
        if (open.pledge.waits()) {
            return Pledge.Standing.WAITS;
        }
        return due.isEmpty()
                ? Pledge.Standing.WITHOUT_DATE
                : late > 0 ? Pledge.Standing.LATE : Pledge.Standing.NOT_DUE_YET;
    }
}
