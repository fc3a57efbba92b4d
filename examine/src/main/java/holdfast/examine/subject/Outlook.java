package holdfast.examine.subject;

import holdfast.examine.found.Story;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable.Prospect;
import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the guarantee table says of one prohibition broken by one violator: over all courses of the violation, reading by reading.
 *
 * @param primary whether the prohibition is one between the parties, and no part of a guarantee
 * @param whole whether a way to break it was found under every reading; otherwise nothing is so always
 * @param rows where everybody keeps his word, and it is said who did it
 */
public record Outlook(
        Agreement agreement,
        Understood understood,
        String prohibition,
        String violator,
        boolean primary,
        List<Guarantee> rows,
        List<Prospect> prospects,
        boolean whole) {
    /** Those of all prohibitions that somebody can break, in the order of the table. */
    public static List<Outlook> all(Subject subject) {
        Map<List<String>, List<Prospect>> by = new LinkedHashMap<>();
        for (Prospect p : subject.table().prospects()) {
            by.computeIfAbsent(List.of(p.prohibition(), p.violator()), k -> new ArrayList<>())
                    .add(p);
        }
        Map<List<String>, List<Guarantee>> rows = subject.table().rows().stream()
                .filter(g -> g.defectors().isEmpty() && g.course().kind() != Course.Kind.UNATTRIBUTED)
                .collect(Collectors.groupingBy(g -> List.of(g.prohibition(), g.violator())));
        Set<List<String>> unbroken = subject.table().unbroken().stream()
                .map(u -> List.of(u.prohibition(), u.violator()))
                .collect(Collectors.toSet());
        Set<String> primary = subject.agreement().norms().stream()
                .filter(n -> Duties.isProhibition(n) && subject.kinds().isPrimary(n))
                .map(Norm::id)
                .collect(Collectors.toSet());
        List<Outlook> all = new ArrayList<>();
        by.forEach((key, prospects) -> all.add(new Outlook(
                subject.agreement(),
                subject.understood(),
                key.get(0),
                key.get(1),
                primary.contains(key.get(0)),
                rows.getOrDefault(key, List.of()),
                prospects,
                !unbroken.contains(key))));
        return all;
    }

    public static List<Outlook> primary(Subject subject) {
        return all(subject).stream().filter(Outlook::primary).toList();
    }

    /** Whether something follows, and it is more than talk. */
    public boolean isFirm(Optional<String> measure) {
        return understood.isFirm(measure);
    }

    public List<Reading> readings() {
        return prospects.stream().map(Prospect::reading).distinct().toList();
    }

    /** The strongest that must follow, in the course that is answered most strongly. */
    public Optional<String> must(Reading reading) {
        return rows.stream()
                .filter(r -> r.reading().isPartOf(reading))
                .max(Comparator.comparingInt(Guarantee::rank))
                .flatMap(Guarantee::measure);
    }

    /** The strongest that could, if everybody but the violator helped, and the violator voted no. */
    public Optional<String> could(Reading reading) {
        return strongest(
                under(reading).stream().flatMap(p -> p.could().stream()).toList());
    }

    /** The same, with the violator voting yes. */
    public Optional<String> couldWith(Reading reading) {
        return strongest(
                under(reading).stream().flatMap(p -> p.couldWith().stream()).toList());
    }

    /** The strongest that must follow although nobody asks for it. */
    public Optional<String> unasked(Reading reading) {
        return strongest(
                under(reading).stream().flatMap(p -> p.unasked().stream()).toList());
    }

    public boolean always(Predicate<Reading> holds) {
        return whole && readings().stream().allMatch(holds);
    }

    public boolean sometimes(Predicate<Reading> holds) {
        return readings().stream().anyMatch(holds);
    }

    /** How one such violation goes, if everybody helps. */
    public Optional<Story> helped(Predicate<Reading> where) {
        return prospects.stream()
                .filter(p -> where.test(p.reading()))
                .findFirst()
                .map(Prospect::story);
    }

    /** As {@link #helped}, but with the vote in which the violator says no, where a body has a say. */
    public Optional<Story> voted(Predicate<Reading> where) {
        return prospects.stream()
                .filter(p -> where.test(p.reading()))
                .findFirst()
                .map(Prospect::vote);
    }

    /** How one such violation goes, if everybody does what he must. */
    public Optional<Story> played(Predicate<Reading> where) {
        return readings().stream()
                .filter(where)
                .flatMap(reading -> rows.stream().filter(r -> r.reading().isPartOf(reading)))
                .findFirst()
                .map(Guarantee::story);
    }

    /** How one such violation goes without these guarantors; none where that was not played. */
    public static Optional<Story> without(
            Subject subject, String prohibition, String violator, Collection<String> leaving) {
        return subject.table().rows().stream()
                .filter(r -> r.prohibition().equals(prohibition)
                        && r.violator().equals(violator)
                        && new HashSet<>(r.defectors()).equals(new HashSet<>(leaving)))
                .findFirst()
                .map(Guarantee::story);
    }

    private List<Prospect> under(Reading reading) {
        return prospects.stream().filter(p -> p.reading().equals(reading)).toList();
    }

    private Optional<String> strongest(List<String> measures) {
        return measures.stream().max(Comparator.comparingInt(agreement.measures()::indexOf));
    }

    /** The clauses of these, each once. */
    public static List<String> clauses(List<Outlook> some) {
        return some.stream().map(Outlook::prohibition).distinct().toList();
    }

    /** Whether it is clause {@code norm} that this is about. */
    public boolean isOf(Norm norm) {
        return prohibition.equals(norm.id());
    }
}
