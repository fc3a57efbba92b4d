package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import holdfast.language.reading.Walk;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F22: a line or an area on which clauses hang, and that nobody drew, or that is drawn in two ways. */
record UndefinedLine(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        List<UndefinedTerm> places = agreement.undefinedTerms().stream()
                .filter(subject.understood()::isPlace)
                .toList();
        if (places.isEmpty() && agreement.zones().isEmpty() && !namesPlaces(agreement)) {
            return Check.notApplicable("the text names no place and no line");
        }
        Set<String> clauses = new LinkedHashSet<>();
        List<String> hung = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        for (UndefinedTerm term : places) {
            Set<String> on = clausesOn(subject, term.name());
            clauses.addAll(on);
            (on.isEmpty() ? idle : hung).add(term.name());
        }
        return Check.found(
                notDrawn(clauses, hung, subject.names()),
                drawnInTwoWays(agreement),
                notDrawnAndIdle(idle, subject.names()));
    }

    private Optional<Finding> notDrawn(Set<String> clauses, List<String> hung, Readable names) {
        return hung.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(clauses),
                        "what lies " + Wording.quoted(hung, names, "or")
                                + " decides, and no map says where that is: each side draws its own",
                        Optional.empty()));
    }

    private Optional<Finding> drawnInTwoWays(Agreement agreement) {
        List<String> twice = drawnTwice(agreement);
        return twice.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.of(),
                        Wording.and(twice) + (twice.size() == 1 ? " is" : " are")
                                + " drawn in two ways, and which one holds is an open question",
                        Optional.empty()));
    }

    private Optional<Finding> notDrawnAndIdle(List<String> idle, Readable names) {
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.of(),
                        "the text speaks of " + Wording.quoted(idle, names, "and")
                                + " and does not draw it, though no clause hangs on it",
                        Optional.empty()));
    }

    static Set<String> clausesOn(Subject subject, String term) {
        Set<String> on = new LinkedHashSet<>();
        Walk walk = subject.walk();
        subject.agreement().norms().stream()
                .filter(n -> walk.from(n).terms().contains(term))
                .forEach(n -> on.add(n.id()));
        return on;
    }

    private static List<String> drawnTwice(Agreement agreement) {
        return agreement.zones().stream()
                .map(Zone::name)
                .filter(z -> agreement.zones().stream()
                                .filter(o -> o.name().equals(z))
                                .count()
                        > 1)
                .distinct()
                .toList();
    }

    private static boolean namesPlaces(Agreement agreement) {
        return agreement.events().stream()
                .flatMap(e -> e.attributes().stream())
                .anyMatch(a -> a.type() == ValueType.PLACE || a.type() == ValueType.ZONE);
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        return drawnTwice(subject.agreement()).isEmpty() || !finding.clauses().isEmpty()
                ? List.of()
                : subject.agreement().zones().stream()
                        .flatMap(z -> z.reading().answers().entrySet().stream())
                        .distinct()
                        .flatMap(a -> new Pen(subject.agreement())
                                        .settleQuestion(a.getKey(), a.getValue())
                                        .settle("which of the answers to `" + a.getKey() + "` is meant")
                                        .proposal()
                                        .stream())
                        .toList();
    }

    @Override
    public Optional<String> beyondText() {
        return Optional.of(
                "it needs a map: attach one beside the document, declare `zone … from \"….geojson\"`, and put `in` that zone where the word stands");
    }
}
