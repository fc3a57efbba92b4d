package holdfast.examine.redline;

import holdfast.examine.play.Resolved;
import holdfast.examine.redline.draft.ClauseNames;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The guarantee table of one draft, to be asked reading by reading. */
record GuaranteeRows(ClauseNames names, List<Guarantee> rows) {

    /** A prohibition by its name in both drafts, and who breaks it. */
    record Case(String prohibition, String violator) {}

    /**
     * A course by what it comes to: one that grows, or is answered by itself, by the clauses that it sets off. Two drafts may call the event differently.
     *
     * @param clauses by their names in both drafts
     */
    record Way(Course course, Set<String> clauses) {
        boolean isSame(Way other) {
            boolean together = clauses.stream().anyMatch(other.clauses::contains);
            return course.equals(other.course) || (course.kind() == other.course.kind() && together);
        }
    }

    /** The questions on whose answers some row hangs. */
    Set<Question> questions() {
        Set<String> asked = new TreeSet<>();
        rows.forEach(r -> asked.addAll(r.reading().answers().keySet()));
        Set<Question> questions = new LinkedHashSet<>();
        names.agreement().questions().stream()
                .filter(q -> asked.contains(q.name()))
                .forEach(questions::add);
        return questions;
    }

    Set<Case> cases() {
        Set<Case> cases = new LinkedHashSet<>();
        rows.forEach(r -> cases.add(new Case(names.of(r.prohibition()), r.violator())));
        return cases;
    }

    Set<Integer> defectors() {
        Set<Integer> numbers = new TreeSet<>();
        rows.forEach(r -> numbers.add(r.defectors().size()));
        return numbers;
    }

    /** The rows of one case under one reading that answers every question. */
    Under under(Case what, Reading reading) {
        Agreement resolved = Resolved.under(names.agreement(), reading);
        List<Guarantee> found = rows.stream()
                .filter(r -> names.of(r.prohibition()).equals(what.prohibition())
                        && r.violator().equals(what.violator())
                        && r.reading().isPartOf(reading))
                .toList();
        boolean forbids = resolved.norms().stream()
                .anyMatch(n -> names.of(n.id()).equals(what.prohibition()) && Duties.isProhibition(n));
        return new Under(this, resolved, found, forbids);
    }

    /**
     * What the table says of one case under one reading.
     *
     * @param forbids whether the draft has the prohibition under this reading
     */
    record Under(GuaranteeRows table, Agreement resolved, List<Guarantee> rows, boolean forbids) {

        /** The draft forbids it, and the table does not tell what follows: it was not played, or cannot come about. */
        boolean isUnknown() {
            return forbids && rows.isEmpty();
        }

        Set<Way> ways() {
            Set<Way> ways = new LinkedHashSet<>();
            rows.forEach(r -> ways.add(way(r.course())));
            return ways;
        }

        private Way way(Course course) {
            Set<String> clauses = new TreeSet<>();
            for (Norm norm : resolved.norms()) {
                boolean setOff = switch (norm.trigger().orElse(null)) {
                    case Trigger.GrowsInto g ->
                        course.kind() == Course.Kind.GROWS && g.into().event().equals(course.what());
                    case Trigger.OnEvent e ->
                        course.kind() == Course.Kind.AS && e.pattern().event().equals(course.what());
                    case null, default -> false;
                };
                if (setOff) {
                    clauses.add(table.names().of(norm.id()));
                }
            }
            return new Way(course, clauses);
        }

        /**
         * What follows when it is broken in this way. A way has a row of its own only where it is answered otherwise than the plain violation; and rows with defectors there are
         * only where something follows and somebody can defect.
         */
        Optional<Guarantee> follows(Way way, int defectors) {
            Optional<Guarantee> own = row(way, defectors).or(() -> row(way, 0));
            boolean unsaid = way.course().kind() == Course.Kind.UNATTRIBUTED;
            Way once = new Way(Course.ONCE, Set.of());
            return own.isPresent() || unsaid ? own : row(once, defectors).or(() -> row(once, 0));
        }

        private Optional<Guarantee> row(Way way, int defectors) {
            return rows.stream()
                    .filter(r ->
                            r.defectors().size() == defectors && way(r.course()).isSame(way))
                    .findFirst();
        }
    }
}
