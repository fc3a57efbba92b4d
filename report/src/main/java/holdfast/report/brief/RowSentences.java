package holdfast.report.brief;

import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import holdfast.language.reading.Roles;
import holdfast.language.sentence.Readable;
import holdfast.report.examination.GuaranteeWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of a guarantee table as sentences that one can read aloud; what differs in nothing but the clause, or in nothing but who breaks it, is said once. */
final class RowSentences {
    private final Agreement agreement;
    private final String actor;
    private final Readable names;

    /** @param actor for whom they are said */
    RowSentences(Agreement agreement, String actor, Readable names) {
        this.agreement = agreement;
        this.actor = actor;
        this.names = names;
    }

    /** What is the same in rows that one sentence says, apart from who breaks what; {@code answering} is empty where nothing must follow. */
    private record Kind(String course, Set<String> answering, String how) {}

    /** @param broken clauses each of these violators can break so */
    private record Case(Kind kind, Set<String> violators, Set<String> broken) {}

    /** {@code If Russia breaks 2.1 or 2.2 and it goes on, France must answer with assistance within 72 hours.} */
    List<String> of(List<Guarantee> rows) {
        Map<Kind, Map<String, Set<String>>> clauses = new LinkedHashMap<>();
        for (Guarantee row : rows) {
            clauses.computeIfAbsent(new Kind(course(row), answering(row), how(row)), k -> new LinkedHashMap<>())
                    .computeIfAbsent(row.violator(), v -> new LinkedHashSet<>())
                    .add(row.prohibition());
        }
        List<Case> cases = new ArrayList<>();
        clauses.forEach((kind, byViolator) -> {
            Map<Set<String>, Set<String>> violators = new LinkedHashMap<>();
            byViolator.forEach((violator, broken) -> violators
                    .computeIfAbsent(broken, b -> new LinkedHashSet<>())
                    .add(violator));
            violators.forEach((broken, who) -> cases.add(new Case(kind, who, broken)));
        });
        return said(cases);
    }

    /** Where each of several is answered by all of them except itself, that is one sentence. */
    private List<String> said(List<Case> cases) {
        Map<List<Object>, List<Case>> circles = new LinkedHashMap<>();
        for (Case one : cases) {
            circles.computeIfAbsent(
                            List.of(one.kind().course(), one.kind().how(), one.broken(), circle(one)),
                            k -> new ArrayList<>())
                    .add(one);
        }
        List<String> said = new ArrayList<>();
        circles.forEach((key, alike) -> {
            if (alike.size() == 1) {
                said.add(sentence(alike.getFirst(), who(alike.getFirst().kind().answering())));
            } else {
                Set<String> violators = new LinkedHashSet<>();
                alike.forEach(c -> violators.addAll(c.violators()));
                Case all = new Case(
                        alike.getFirst().kind(), violators, alike.getFirst().broken());
                said.add(sentence(all, who(circle(all)) + ", except the one who broke it,"));
            }
        });
        return said;
    }

    /** Those who answer and those who break it. */
    private Set<String> circle(Case one) {
        if (one.kind().answering().isEmpty()) {
            return Set.of();
        }
        Set<String> circle = new LinkedHashSet<>(one.kind().answering());
        circle.addAll(one.violators());
        return circle;
    }

    private String who(Set<String> actors) {
        return GuaranteeWords.list(Roles.inOrder(agreement, actors));
    }

    private String sentence(Case one, String answering) {
        Kind kind = one.kind();
        String follows = kind.answering().isEmpty()
                ? "nothing must follow"
                : kind.answering().equals(Set.of(actor))
                        ? "only " + actor + " itself must answer"
                        : answering + " must answer";
        return "If " + Readable.list(List.copyOf(one.violators()), "or") + " breaks "
                + Readable.list(List.copyOf(one.broken()), "or") + kind.course() + ", " + follows + kind.how() + ".";
    }

    private static String course(Guarantee row) {
        return switch (row.course().kind()) {
            case ONCE -> "";
            case GOES_ON, GROWS -> " and it " + row.course().words();
            case UNATTRIBUTED -> " and " + row.course().words();
            case AS -> " " + row.course().words();
        };
    }

    private static Set<String> answering(Guarantee row) {
        if (row.measure().isEmpty()) {
            return Set.of();
        }
        return new LinkedHashSet<>(row.doneBy().isEmpty() ? row.decidedBy() : row.doneBy());
    }

    private String how(Guarantee row) {
        String unsure = row.sure() ? "" : "; whether it is a breach hangs on an undefined term";
        String under = row.reading().equals(Reading.NONE) ? "" : ", " + names.reading(row.reading());
        if (row.measure().isEmpty()) {
            return unsure + under;
        }
        boolean waits = !answering(row).equals(new LinkedHashSet<>(row.decidedBy()));
        return " with " + names.name(row.measure().get())
                + (row.within().isPresent() ? " within " + GuaranteeWords.within(row) : ", with no deadline")
                + (waits ? ", once " + GuaranteeWords.list(row.decidedBy()) + " has decided on it" : "")
                + unsure + under;
    }
}
