package holdfast.reference;

import holdfast.engine.Record;
import holdfast.engine.Record.Attribution;
import holdfast.engine.Record.Finding;
import holdfast.engine.Record.Withdrawal;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Section 2, first half: which records are known at k, which are live, and which replace which. */
final class Knowledge {

    /** r ≺ s. */
    static final Comparator<Record> EARLIER =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    /** Known(k), in the order ≺. */
    private final List<Record> known;

    private final Map<String, Record> byId = new HashMap<>();
    private final Map<String, Boolean> live = new HashMap<>();
    private final Map<String, Optional<Record>> roots = new HashMap<>();
    private final Map<Record, Record> places = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Agreement agreement;

    Knowledge(Agreement agreement, Collection<Record> records, long k) {
        this.agreement = agreement;
        known = records.stream().filter(r -> r.recorded() <= k).sorted(EARLIER).toList();
        known.forEach(r -> byId.put(r.id(), r));
    }

    static boolean precedes(Record r, Record s) {
        return EARLIER.compare(r, s) < 0;
    }

    /** r in Known(k), and no w live at k withdraws r with r ≺ w. */
    boolean isLive(Record r) {
        Boolean found = live.get(r.id());
        if (found == null) {
            found = known.stream()
                    .noneMatch(w -> w instanceof Withdrawal withdrawal
                            && withdrawal.withdraws().equals(r.id())
                            && precedes(r, w)
                            && mayChange(w, r)
                            && isLive(w));
            live.put(r.id(), found);
        }
        return found;
    }

    /** root(r): itself, or that of what it corrects; none if that is unknown, later or of another kind. */
    Optional<Record> root(Record r) {
        Optional<Record> found = roots.get(r.id());
        if (found == null) {
            found = findRoot(r);
            roots.put(r.id(), found);
        }
        return found;
    }

    private Optional<Record> findRoot(Record r) {
        if (r.corrects().isEmpty()) {
            return Optional.of(r);
        }
        Record c = byId.get(r.corrects().get());
        return c != null && precedes(c, r) && c.getClass() == r.getClass()
                ? root(c).filter(o -> mayChange(r, o))
                : Optional.empty();
    }

    // whose word counts

    /** author(r): a declared actor or body, where it is written by that one's name or title. */
    String author(Record r) {
        String written = r.author().orElse(r.source());
        return named(written);
    }

    private String named(String written) {
        return names.computeIfAbsent(written, this::findName);
    }

    private String findName(String written) {
        if (agreement.hasActor(written) || agreement.hasBody(written)) {
            return written;
        }
        Stream<String> byTitle = Stream.concat(
                agreement.actors().stream()
                        .filter(a -> a.title().equals(written))
                        .map(Actor::name),
                agreement.bodies().stream()
                        .filter(b -> b.title().equals(written))
                        .map(Body::name));
        return byTitle.findFirst().orElse(written);
    }

    /** Whether the author of r may change s. */
    boolean mayChange(Record r, Record s) {
        String owner = author(root(s).orElse(s));
        if (author(r).equals(owner)) {
            return true;
        }
        return !concernsFinding(s)
                && agreement.rules().stream()
                        .anyMatch(rule -> rule instanceof Rule.Corrects corrects
                                && named(corrects.by()).equals(author(r))
                                && (corrects.of().isEmpty()
                                        || corrects.of().stream()
                                                .map(this::named)
                                                .anyMatch(owner::equals)));
    }

    private boolean concernsFinding(Record s) {
        if (s instanceof Withdrawal w) {
            Record withdrawn = byId.get(w.withdraws());
            return withdrawn != null && precedes(withdrawn, w) && concernsFinding(withdrawn);
        }
        return s instanceof Finding;
    }

    /** place(v): the earliest live version since which all live versions, up to this one, have said the same. */
    Record place(Record v) {
        Record found = places.get(v);
        if (found == null) {
            found = findPlace(v);
            places.put(v, found);
        }
        return found;
    }

    private Record findPlace(Record v) {
        Record place = v;
        Optional<Record> root = root(v);
        for (Record u : known.reversed()) {
            if (!precedes(v, u) && isLive(u) && root(u).equals(root)) {
                if (!saysTheSame(u, v)) {
                    return place;
                }
                place = u;
            }
        }
        return place;
    }

    private boolean saysTheSame(Record u, Record v) {
        return switch (u) {
            case Attribution a
            when v instanceof Attribution b ->
                a.to().equals(b.to()) && sameRecord(Optional.of(a.about()), Optional.of(b.about()));
            case Finding f
            when v instanceof Finding g ->
                f.result().equals(g.result())
                        && f.clause().equals(g.clause())
                        && f.bearer().equals(g.bearer())
                        && f.term().equals(g.term())
                        && sameRecord(f.about(), g.about());
            default -> false;
        };
    }

    private boolean sameRecord(Optional<String> a, Optional<String> b) {
        return a.equals(b)
                || (a.flatMap(this::root).isPresent() && a.flatMap(this::root).equals(b.flatMap(this::root)));
    }

    /** The root of the record with this id. */
    Optional<Record> root(String id) {
        return Optional.ofNullable(byId.get(id)).flatMap(this::root);
    }

    /** The live roots of one kind, each with its version: the ≺-greatest live record with that root. In the order ≺ of the roots. */
    <R extends Record> List<Versioned<R>> versions(Class<R> kind) {
        List<Versioned<R>> all = new ArrayList<>();
        for (Record o : known) {
            if (kind.isInstance(o) && o.corrects().isEmpty() && isLive(o)) {
                Record v = known.stream()
                        .filter(r -> isLive(r) && root(r).equals(Optional.of(o)))
                        .reduce((first, second) -> second)
                        .orElseThrow();
                all.add(new Versioned<>(kind.cast(o), kind.cast(v)));
            }
        }
        return all;
    }

    record Versioned<R extends Record>(R root, R version) {}
}
