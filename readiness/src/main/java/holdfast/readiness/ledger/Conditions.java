package holdfast.readiness.ledger;

import holdfast.readiness.entry.Condition;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Met;
import holdfast.readiness.entry.Remark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which conditions are met: those that a record says are, and {@code case K-7} where all that is promised of that case has come. Cases that wait for one another in a circle
 * never come; that is said.
 */
final class Conditions {
    private static final String OF_A_CASE = "case ";

    private final Map<String, LocalDate> met = new LinkedHashMap<>();
    private final Map<String, List<Pledge>> ofCase = new LinkedHashMap<>();
    private final List<Entry> entries;
    private final Function<Entry, String> attribute;

    /**
     * @param pledges as they stand if nothing hangs on anything: what has come has come
     * @param attribute in which an entry says its condition
     */
    Conditions(List<Entry> entries, List<Met> said, List<Pledge> pledges, Function<Entry, String> attribute) {
        this.entries = entries;
        this.attribute = attribute;
        said.forEach(m -> met.merge(plain(m.condition()), m.day(), (a, b) -> a.isBefore(b) ? a : b));
        pledges.forEach(p -> p.entry()
                .parcel()
                .ifPresent(c ->
                        ofCase.computeIfAbsent(plain(c), k -> new ArrayList<>()).add(p)));
    }

    List<Entry> settled() {
        return entries.stream()
                .map(e -> e.condition()
                        .map(c -> e.on(new Condition(c.words(), metOn(c.words()))))
                        .orElse(e))
                .toList();
    }

    private Optional<LocalDate> metOn(String condition) {
        Optional<LocalDate> said = Optional.ofNullable(met.get(plain(condition)));
        return said.or(() -> parcel(condition).flatMap(c -> come(ofCase.getOrDefault(c, List.of()))));
    }

    /** When the last of it had come. */
    private static Optional<LocalDate> come(List<Pledge> pledges) {
        boolean all =
                !pledges.isEmpty() && pledges.stream().allMatch(p -> p.keptOn().isPresent());
        return all
                ? pledges.stream().flatMap(p -> p.keptOn().stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static Optional<String> parcel(String condition) {
        String plain = plain(condition);
        return plain.startsWith(OF_A_CASE) ? Optional.of(plain.substring(OF_A_CASE.length())) : Optional.empty();
    }

    /** What can never be met, and what names a case of which nothing is promised. */
    List<Remark> faults() {
        List<Remark> faults = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Entry entry : settled()) {
            Optional<String> waitedFor =
                    entry.waits() ? entry.condition().flatMap(c -> parcel(c.words())) : Optional.empty();
            if (waitedFor.isPresent() && !ofCase.containsKey(waitedFor.get())) {
                faults.add(about(
                        List.of(entry),
                        "it waits for “" + entry.condition().orElseThrow().words()
                                + "”, and nothing is promised of such a case"));
            } else if (waitedFor.isPresent()) {
                List<Entry> circle = circle(entry, waitedFor.get());
                if (!circle.isEmpty()
                        && circle.stream().allMatch(e -> told.add(e.records().getFirst()))) {
                    faults.add(about(circle, words(circle)));
                }
            }
        }
        return faults;
    }

    /** The way from an entry, by what it waits for, back to its own case; empty where none leads there. */
    private List<Entry> circle(Entry start, String first) {
        String home = start.parcel().map(Conditions::plain).orElse("");
        Map<String, Entry> cameBy = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(List.of(first));
        cameBy.put(first, start);
        while (!open.isEmpty()) {
            String at = open.removeFirst();
            if (at.equals(home)) {
                return way(start, at, cameBy);
            }
            for (Pledge pledge : ofCase.getOrDefault(at, List.of())) {
                pledge.entry()
                        .condition()
                        .filter(c -> metOn(c.words()).isEmpty())
                        .flatMap(c -> parcel(c.words()))
                        .filter(next -> cameBy.putIfAbsent(next, pledge.entry()) == null)
                        .ifPresent(open::add);
            }
        }
        return List.of();
    }

    private static List<Entry> way(Entry start, String end, Map<String, Entry> cameBy) {
        List<Entry> way = new ArrayList<>();
        String at = end;
        for (Entry by = cameBy.get(at); by != null && !by.equals(start); by = cameBy.get(at)) {
            way.addFirst(by);
            at = by.parcel().map(Conditions::plain).orElse("");
        }
        way.addFirst(start);
        return way;
    }

    private static String words(List<Entry> circle) {
        StringBuilder words = new StringBuilder("no one can come first: ");
        for (Entry entry : circle) {
            words.append("case ")
                    .append(entry.parcel().orElse(""))
                    .append(" of ")
                    .append(entry.giver().orElse("nobody named"))
                    .append(" waits for ")
                    .append(entry.condition().map(Condition::words).orElse(""))
                    .append(entry.equals(circle.getLast()) ? "" : ", ");
        }
        return words + "; one of them must stand by itself";
    }

    private Remark about(List<Entry> about, String what) {
        return new Remark(
                about.stream().flatMap(e -> e.records().stream()).toList(), attribute.apply(about.getFirst()), what);
    }

    /** Capitals and blanks make no difference. */
    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
