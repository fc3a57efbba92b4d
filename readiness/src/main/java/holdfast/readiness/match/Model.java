package holdfast.readiness.match;

import holdfast.readiness.match.Program.Row;
import holdfast.readiness.match.Program.Unknown;
import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A part as the solver sees it. No variable stands for an offer and a need together: needs take from a kind of offers, and of a kind never more is taken by a day than has come by then. Which
 * offer goes where is settled afterwards, first come first served ({@link Handing}), and that always works out.
 */
final class Model {
    /** What the model knows of beside who gets what in time; each makes it larger. */
    enum Extra {
        LATE,
        EARLIER_PLAN,
        OFFERS
    }

    /** So much of a kind for a need, from what has come by a day. */
    record Take(Link link, long by, long daysLate, Unknown amount) {}

    /** What is kept of a line of the earlier plan. */
    record Kept(Delivery line, Link link, Pairs.Place place, long daysLate, Unknown amount, Unknown whole) {}

    private final Part part;
    private final Pairs pairs;
    private final Measure measure;
    private final Set<Extra> extras;
    private final Program program = new Program();
    private final List<Take> takes = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Unknown[] missing;
    private final Unknown[] unmet;
    private final Unknown[] never;
    private final Map<String, Unknown> used = new LinkedHashMap<>();

    Model(Part part, Pairs pairs, Measure measure, Set<Extra> extras) {
        this.part = part;
        this.measure = measure;
        this.pairs = pairs;
        this.extras = extras;
        int needs = part.needs().size();
        missing = new Unknown[needs];
        unmet = new Unknown[needs];
        never = new Unknown[needs];
        part.kinds().forEach(k -> k.offers().forEach(this::uses));
        part.links().forEach(this::takes);
        if (extras.contains(Extra.EARLIER_PLAN)) {
            part.before().forEach(this::keeps);
        }
        for (int n = 0; n < needs; n++) {
            need(n);
        }
        Row asked = program.row().atMost(part.asked().most());
        used.forEach((id, unknown) -> asked.add(unknown, part.asked().has(id) ? 1 : 0));
        for (int k = 0; k < part.kinds().size(); k++) {
            if (part.kinds().get(k).lot()) {
                lot(k, part.kinds().get(k).offers().getFirst());
            } else {
                stock(k, part.kinds().get(k));
            }
        }
    }

    Program program() {
        return program;
    }

    private Unknown yesOrNo(String name) {
        return program.unknown(name, 1);
    }

    /** Offers are told apart where they are counted, or are only asked for. */
    private void uses(Offer offer) {
        if (extras.contains(Extra.OFFERS) || part.asked().has(offer.id())) {
            used.put(offer.id(), yesOrNo("offer " + offer.id()));
        }
    }

    // What needs take

    private void takes(Link link) {
        Kind kind = part.kinds().get(link.kind());
        long wanted = link.ratio().toSend(grains(link.need()));
        TreeSet<Long> late = new TreeSet<>();
        long inTime = 0;
        for (Offer offer : kind.offers()) {
            long day = offer.arrives().toEpochDay();
            if (link.daysLate(day) == 0) {
                inTime += part.grains(offer.quantity());
            } else {
                late.add(day);
            }
        }
        if (inTime > 0) {
            take(link, link.deadline(), Math.min(wanted, inTime));
        }
        if (extras.contains(Extra.LATE)) {
            late.forEach(day -> take(link, day, wanted));
        }
    }

    private void take(Link link, long by, long most) {
        Unknown amount = program.unknown("take " + link.kind() + " " + link.need() + " " + by, most);
        takes.add(new Take(link, by, link.daysLate(by), amount));
    }

    private void keeps(Delivery line) {
        Link link = pairs.link(line).orElseThrow();
        Pairs.Place place = pairs.offer(line.offer()).orElseThrow();
        long most = part.grains(line.quantity());
        long daysLate = link.daysLate(place.offer().arrives().toEpochDay());
        if (daysLate > 0 && !extras.contains(Extra.LATE)) {
            return;
        }
        String name = line.offer() + " to " + line.need();
        Unknown amount = program.unknown("keep " + name, most);
        Unknown whole = yesOrNo("whole " + name);
        program.row().atMost(0).add(whole, most).add(amount, -1);
        kept.add(new Kept(line, link, place, daysLate, amount, whole));
    }

    // What needs have

    private void need(int n) {
        long size = measure.size(n);
        missing[n] = program.unknown("missing " + n, size);
        unmet[n] = yesOrNo("unmet " + n);
        program.row().atMost(0).add(missing[n], 1).add(unmet[n], -size);
        has(n, missing[n], false);
        if (extras.contains(Extra.LATE)) {
            never[n] = program.unknown("never " + n, size);
            has(n, never[n], true);
        } else {
            never[n] = missing[n];
        }
        notMore(n);
    }

    private void has(int n, Unknown lacks, boolean evenLate) {
        Row has = program.row().atLeast(measure.size(n)).add(lacks, 1);
        for (Take take : takes) {
            if (take.link().need() == n && (evenLate || take.daysLate() == 0)) {
                has.add(take.amount(), measure.counted(take.link()));
            }
        }
        for (Kept keep : kept) {
            if (keep.link().need() == n && (evenLate || keep.daysLate() == 0) && !isLot(keep.place())) {
                has.add(keep.amount(), measure.counted(keep.link()));
            }
        }
    }

    /** No need gets more than it asks for, but for what a unit or a least lot cannot be cut into. */
    private void notMore(int n) {
        Row most = program.row();
        long step = 1;
        for (Take take : takes) {
            if (take.link().need() == n && !part.kinds().get(take.link().kind()).lot()) {
                most.add(take.amount(), measure.counted(take.link()));
                step = Math.max(step, measure.counted(take.link()));
            }
        }
        for (Kept keep : kept) {
            if (keep.link().need() == n && !isLot(keep.place())) {
                most.add(keep.amount(), measure.counted(keep.link()));
                step = Math.max(step, measure.counted(keep.link()));
            }
        }
        most.atMost(measure.size(n) + step - 1);
    }

    private boolean isLot(Pairs.Place place) {
        return part.kinds().get(place.kind()).lot();
    }

    // What offers give

    /** What came is still there, or was taken. */
    private void stock(int k, Kind kind) {
        TreeSet<Long> events = new TreeSet<>();
        kind.offers().forEach(o -> events.add(o.arrives().toEpochDay()));
        takes.stream().filter(t -> t.link().kind() == k).forEach(t -> events.add(t.by()));
        long all =
                kind.offers().stream().mapToLong(o -> part.grains(o.quantity())).sum();
        TreeMap<Long, Row> days = new TreeMap<>();
        Unknown before = null;
        for (Long day : events) {
            Row balance = program.row();
            Unknown stock = program.unknown("left " + k + " " + day, all);
            balance.add(stock, -1);
            if (before != null) {
                balance.add(before, 1);
            }
            days.put(day, balance);
            before = stock;
        }
        Map<Long, Long> arrived = new HashMap<>();
        for (Offer offer : kind.offers()) {
            arrives(offer, days, arrived);
        }
        takes.stream()
                .filter(t -> t.link().kind() == k)
                .forEach(t -> on(days, t.by()).add(t.amount(), -1));
        days.forEach((day, balance) -> balance.exactly(-arrived.getOrDefault(day, 0L)));
    }

    private static Row on(Map<Long, Row> days, long day) {
        Row row = days.get(day);
        if (row == null) {
            throw new IllegalStateException("nothing was foreseen on day " + day);
        }
        return row;
    }

    private void arrives(Offer offer, Map<Long, Row> days, Map<Long, Long> arrived) {
        long day = offer.arrives().toEpochDay();
        long quantity = part.grains(offer.quantity());
        Unknown taken = used.get(offer.id());
        Row balance = on(days, day);
        if (taken == null) {
            arrived.merge(day, quantity, Long::sum);
        } else {
            balance.add(taken, quantity);
        }
        List<Kept> lines =
                kept.stream().filter(l -> l.line().offer().equals(offer.id())).toList();
        if (!lines.isEmpty()) {
            Row most = program.row().atMost(taken == null ? quantity : 0);
            if (taken != null) {
                most.add(taken, -quantity);
            }
            for (Kept line : lines) {
                most.add(line.amount(), 1);
                balance.add(line.amount(), -1);
            }
        }
    }

    /** An offer with a least lot goes to each need with that much, or not at all. */
    private void lot(int k, Offer offer) {
        long quantity = part.grains(offer.quantity());
        Unknown taken = used.get(offer.id());
        Row all = program.row().atMost(taken == null ? quantity : 0);
        if (taken != null) {
            all.add(taken, -quantity);
        }
        for (Take take : takes) {
            if (take.link().kind() == k) {
                all.add(take.amount(), 1);
                lot(take, offer, quantity);
            }
        }
    }

    private void lot(Take take, Offer offer, long quantity) {
        long least = part.grains(offer.minimumLot());
        long wanted = take.link().ratio().toSend(grains(take.link().need()));
        long most = Math.max(least, Math.min(quantity, wanted));
        Unknown goes = yesOrNo("lot " + offer.id() + " " + take.link().need());
        take.amount().atMost(most);
        program.row().atMost(0).add(goes, least).add(take.amount(), -1);
        program.row().atMost(0).add(goes, -most).add(take.amount(), 1);
        for (Kept keep : kept) {
            if (keep.link().equals(take.link())) {
                program.row().atMost(0).add(keep.amount(), 1).add(take.amount(), -1);
            }
        }
    }

    private long grains(int need) {
        return part.grains(part.needs().get(need).quantity());
    }

    // Aims

    /** An aim as a sum over variables, plus a constant; in the measure of the part. */
    record Sum(Map<Unknown, Long> weights, long constant) {}

    Sum sum(Aim aim) {
        Map<Unknown, Long> weights = new LinkedHashMap<>();
        long constant = 0;
        switch (aim.what()) {
            case UNMET -> needs(aim.priority()).forEach(n -> weights.put(unmet[n], 1L));
            case MISSING -> needs(aim.priority()).forEach(n -> weights.put(missing[n], measure.perMissing(n)));
            case NEVER -> needs(aim.priority()).forEach(n -> weights.put(never[n], measure.perMissing(n)));
            case LATE -> late(weights);
            case CHANGED -> {
                kept.forEach(k -> weights.put(k.whole(), -1L));
                constant = part.before().size();
            }
            case GIVEN_UP -> {
                kept.forEach(k -> weights.put(k.amount(), -measure.perGivenUp(k.line())));
                constant = part.before().stream()
                        .mapToLong(l -> part.grains(l.quantity()) * measure.perGivenUp(l))
                        .sum();
            }
            case OFFERS -> used.values().forEach(v -> weights.put(v, 1L));
            case ASKED -> asked(weights);
            case SENT -> {
                takes.forEach(t -> weights.put(t.amount(), 1L));
                kept.stream().filter(k -> !isLot(k.place())).forEach(k -> weights.put(k.amount(), 1L));
            }
        }
        return new Sum(weights, constant);
    }

    private void asked(Map<Unknown, Long> weights) {
        for (Take take : takes) {
            Offer offer = part.kinds().get(take.link().kind()).offers().getFirst();
            if (part.asked().has(offer.id())) {
                weights.put(take.amount(), part.asked().perGrain());
            }
        }
        used.forEach((id, unknown) -> {
            if (part.asked().has(id)) {
                weights.put(unknown, part.asked().place(id));
            }
        });
    }

    private IntStream needs(int priority) {
        return IntStream.range(0, missing.length)
                .filter(n -> part.needs().get(n).priority() == priority);
    }

    private void late(Map<Unknown, Long> weights) {
        for (Take take : takes) {
            if (take.daysLate() > 0) {
                weights.put(take.amount(), take.daysLate() * measure.perDayLate(take.link()));
            }
        }
        for (Kept keep : kept) {
            if (keep.daysLate() > 0 && !isLot(keep.place())) {
                weights.put(keep.amount(), keep.daysLate() * measure.perDayLate(keep.link()));
            }
        }
    }

    /** The same for whoever counts: of plans that are equal in every aim, the one that these weights, which come of the ids alone, put first. */
    Sum lot() {
        Map<Unknown, Long> weights = new LinkedHashMap<>();
        for (Take take : takes) {
            weights.put(
                    take.amount(),
                    drawn(
                            part.kinds()
                                    .get(take.link().kind())
                                    .offers()
                                    .getFirst()
                                    .id(),
                            need(take)));
        }
        used.forEach((id, v) -> weights.put(v, drawn(id, "")));
        return new Sum(weights, 0);
    }

    private String need(Take take) {
        return part.needs().get(take.link().need()).id() + " " + take.by();
    }

    private static long drawn(String one, String other) {
        int hash = (one + '\n' + other).hashCode() * 0x9E3779B9;
        return 1L + (hash >>> 16);
    }

    void aimAt(Sum sum) {
        program.aimAt(sum.weights());
    }

    /** From now on no more of this. */
    void limit(Sum sum, long most) {
        Row row = program.row().atMost(most - sum.constant());
        sum.weights().forEach(row::add);
    }

    // To and from plans

    List<Delivery> plan(long[] values) {
        long[] taken = takes.stream().mapToLong(t -> values[t.amount().index()]).toArray();
        long[] keeping =
                kept.stream().mapToLong(k -> values[k.amount().index()]).toArray();
        Set<String> unused = new TreeSet<>();
        used.forEach((id, unknown) -> {
            if (values[unknown.index()] == 0) {
                unused.add(id);
            }
        });
        return new Handing(part, unused).plan(takes, taken, kept, keeping);
    }
}
