package holdfast.report.examination;

import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import holdfast.language.reading.Roles;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of a guarantee table as sentences that one can read aloud; what differs in nothing but the clause, or in nothing but who breaks it, is said once. */
public final class RowSentences {
    private final Agreement agreement;
    private final Readable names;

    public RowSentences(Agreement agreement, Readable names) {
        this.agreement = agreement;
        this.names = names;
    }

    /**
     * What is the same in rows that one sentence says, apart from who breaks what.
     *
     * @param answering empty where nothing must follow
     * @param within empty where there is no deadline
     */
    private record Kind(Course course, Set<String> answering, String measure, String within, String rest) {
        Kind under(String readings) {
            return new Kind(course, answering, measure, within, rest + readings);
        }
    }

    /** @param kind under whatever reading */
    private record Row(Kind kind, String violator, String prohibition) {}

    /** @param broken clauses that each of these violators can break so */
    private record Case(Kind kind, Set<String> violators, Set<String> broken, String who) {}

    /**
     * {@code If Russia breaks 2.1 or 2.2 and it goes on, France must answer with assistance within 72 hours.}
     *
     * @param actor for whom they are said
     */
    public List<String> answers(List<Guarantee> rows, String actor) {
        return cases(rows).stream()
                .map(c -> "If " + broken(c) + ", " + answer(c, actor) + c.kind().rest() + ".")
                .toList();
    }

    private static String answer(Case one, String actor) {
        Kind kind = one.kind();
        if (kind.answering().isEmpty()) {
            return "nothing must follow";
        }
        String who = kind.answering().equals(Set.of(actor)) ? "only " + actor + " itself" : one.who();
        return who + " must answer with " + kind.measure()
                + (kind.within().isEmpty() ? ", with no deadline" : " within " + kind.within());
    }

    /** {@code If Russia breaks 2.1 and it goes on, the first layer must hold alone for up to 72 hours, until France must answer with assistance.} */
    public List<String> alone(List<Guarantee> rows) {
        return cases(rows).stream()
                .map(c -> "If " + broken(c) + ", the first layer" + alone(c)
                        + c.kind().rest() + ".")
                .toList();
    }

    private static String alone(Case one) {
        Kind kind = one.kind();
        if (kind.answering().isEmpty()) {
            return " stays alone: nothing must follow by others";
        }
        String until = ", until " + one.who() + " must answer with " + kind.measure();
        return kind.within().isEmpty()
                ? " must hold alone for a time that nothing bounds" + until
                : " must hold alone for up to " + kind.within() + until;
    }

    private List<Case> cases(List<Guarantee> rows) {
        Map<Row, List<Reading>> readings = new LinkedHashMap<>();
        for (Guarantee row : rows) {
            readings.computeIfAbsent(new Row(kind(row), row.violator(), row.prohibition()), k -> new ArrayList<>())
                    .add(row.reading());
        }
        Map<Kind, Map<String, Set<String>>> clauses = new LinkedHashMap<>();
        readings.forEach(
                (row, under) -> clauses.computeIfAbsent(row.kind().under(under(under)), k -> new LinkedHashMap<>())
                        .computeIfAbsent(row.violator(), v -> new LinkedHashSet<>())
                        .add(row.prohibition()));
        List<Case> cases = new ArrayList<>();
        clauses.forEach((kind, byViolator) -> {
            Map<Set<String>, Set<String>> violators = new LinkedHashMap<>();
            byViolator.forEach((violator, broken) -> violators
                    .computeIfAbsent(broken, b -> new LinkedHashSet<>())
                    .add(violator));
            violators.forEach((broken, who) -> cases.add(new Case(kind, who, broken, inOrder(kind.answering()))));
        });
        return together(cases);
    }

    /** Where each of several is answered by all of them except itself, that is one sentence. */
    private List<Case> together(List<Case> cases) {
        Map<List<Object>, List<Case>> circles = new LinkedHashMap<>();
        for (Case one : cases) {
            Kind kind = one.kind();
            circles.computeIfAbsent(
                            List.of(
                                    kind.course(),
                                    kind.measure(),
                                    kind.within(),
                                    kind.rest(),
                                    one.broken(),
                                    circle(one)),
                            k -> new ArrayList<>())
                    .add(one);
        }
        List<Case> said = new ArrayList<>();
        circles.values().forEach(alike -> {
            Case first = alike.getFirst();
            Set<String> violators = new LinkedHashSet<>();
            alike.forEach(c -> violators.addAll(c.violators()));
            said.add(
                    alike.size() == 1
                            ? first
                            : new Case(
                                    first.kind(),
                                    violators,
                                    first.broken(),
                                    inOrder(circle(first)) + ", except the one who broke it,"));
        });
        return said;
    }

    /** Those who answer and those who break it. */
    private static Set<String> circle(Case one) {
        if (one.kind().answering().isEmpty()) {
            return Set.of();
        }
        Set<String> circle = new LinkedHashSet<>(one.kind().answering());
        circle.addAll(one.violators());
        return circle;
    }

    private String inOrder(Set<String> actors) {
        return GuaranteeWords.list(Roles.inOrder(agreement, actors));
    }

    private static String broken(Case one) {
        Course course = one.kind().course();
        String how = switch (course.kind()) {
            case ONCE -> "";
            case GOES_ON, GROWS -> " and it " + course.words();
            case UNATTRIBUTED -> " and " + course.words();
            case AS -> " " + course.words();
        };
        return Readable.list(List.copyOf(one.violators()), "or") + " breaks "
                + Readable.list(List.copyOf(one.broken()), "or") + how;
    }

    /** Under all of them it is said once; empty where it is so however the text is read. */
    private String under(List<Reading> readings) {
        if (readings.contains(Reading.NONE)) {
            return "";
        }
        return ", "
                + apartInOne(readings)
                        .orElseGet(() ->
                                readings.stream().map(names::reading).distinct().collect(Collectors.joining(", or ")));
    }

    /** {@code if the start of the clocks is read as “the act” or “the first report”}, where the readings differ in that alone. */
    private Optional<String> apartInOne(List<Reading> readings) {
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        readings.forEach(r -> r.answers()
                .forEach((question, answer) -> answers.computeIfAbsent(question, q -> new LinkedHashSet<>())
                        .add(answer)));
        List<Map.Entry<String, Set<String>>> apart =
                answers.entrySet().stream().filter(e -> e.getValue().size() > 1).toList();
        boolean alike = readings.stream().allMatch(r -> r.answers().size() == answers.size());
        if (!alike || apart.size() != 1) {
            return Optional.empty();
        }
        String question = apart.getFirst().getKey();
        Map<String, String> same = new HashMap<>(readings.getFirst().answers());
        same.remove(question);
        String others = same.isEmpty() ? "if " : names.reading(new Reading(same)) + " and ";
        return Optional.of(others + names.name(question) + " is read as "
                + Readable.list(
                        apart.getFirst().getValue().stream()
                                .map(a -> "“" + names.answer(question, a) + "”")
                                .toList(),
                        "or"));
    }

    private Kind kind(Guarantee row) {
        String unsure = row.sure() ? "" : "; whether it is a breach hangs on an undefined term";
        if (row.measure().isEmpty()) {
            String exempt = row.evadedBefore()
                    ? GuaranteeWords.escaped(row).map(s -> "; " + s).orElse("")
                    : "";
            return new Kind(row.course(), Set.of(), "", "", unsure + exempt);
        }
        Set<String> answering = new LinkedHashSet<>(row.doneBy().isEmpty() ? row.decidedBy() : row.doneBy());
        String waits = answering.equals(new LinkedHashSet<>(row.decidedBy()))
                ? ""
                : ", once " + GuaranteeWords.list(row.decidedBy()) + " has decided on it";
        return new Kind(
                row.course(),
                answering,
                names.name(row.measure().get()),
                row.within().isPresent() ? GuaranteeWords.within(row) : "",
                waits + unsure + GuaranteeWords.setOff(row).map(s -> ", " + s).orElse(""));
    }
}
