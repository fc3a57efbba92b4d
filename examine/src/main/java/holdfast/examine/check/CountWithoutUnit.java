package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.Term;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Walk;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F24: so many violations have a consequence, and what one violation is nobody said. */
record CountWithoutUnit(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        boolean counted = false;
        Set<String> neither = new LinkedHashSet<>();
        Set<String> half = new LinkedHashSet<>();
        for (Definition definition : agreement.definitions()) {
            switch (definition.derivation()) {
                case Definition.Count d
                when d.atLeast() > 1 -> {
                    counted = true;
                    sort(agreement, definition, d.pattern(), d.within(), neither, half);
                }
                case Definition.Sum d -> {
                    counted = true;
                    sort(agreement, definition, d.pattern(), d.within(), neither, half);
                }
                default -> {}
            }
        }
        if (!counted) {
            return Check.notApplicable("nothing in the text follows from a number of violations");
        }
        return found(subject, neither, half);
    }

    private Result found(Subject subject, Set<String> neither, Set<String> half) {
        Agreement agreement = subject.agreement();
        List<Finding> findings = new ArrayList<>();
        if (!neither.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    clauses(agreement, neither),
                    words(neither, subject.names())
                            + " counts without saying what one violation is or within what time: one side counts episodes, the other bursts",
                    Optional.empty()));
        }
        if (!half.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    clauses(agreement, half),
                    words(half, subject.names())
                            + " counts with only one of the two: what one violation is, and within what time",
                    Optional.empty()));
        }
        return new Result.Found(findings);
    }

    private static void sort(
            Agreement agreement,
            Definition definition,
            Pattern counted,
            Optional<Span> within,
            Set<String> neither,
            Set<String> half) {
        boolean unit = hasUnit(agreement, counted, new LinkedHashSet<>());
        if (!unit && within.isEmpty()) {
            neither.add(definition.name());
        } else if (!unit || within.isEmpty()) {
            half.add(definition.name());
        }
    }

    /** What is counted is merged into episodes, or is told in a unit that the clause names. */
    private static boolean hasUnit(Agreement agreement, Pattern counted, Set<String> seen) {
        if (counted.term("unit").isPresent()) {
            return true;
        }
        return seen.add(counted.event())
                && agreement.definitions().stream()
                        .filter(d -> d.name().equals(counted.event()))
                        .anyMatch(d -> switch (d.derivation()) {
                            case Definition.Merged ignored -> true;
                            case Definition.Select s ->
                                s.patterns().stream().allMatch(p -> hasUnit(agreement, p, seen));
                            default -> false;
                        });
    }

    private static List<String> clauses(Agreement agreement, Set<String> definitions) {
        Walk walk = new Walk(agreement);
        return agreement.norms().stream()
                .filter(n -> walk.from(n).definitions().stream().anyMatch(d -> definitions.contains(d.name())))
                .map(n -> n.id())
                .distinct()
                .toList();
    }

    private static String words(Set<String> definitions, Readable names) {
        return Wording.quoted(definitions, names, "and");
    }

    private static final Span MERGED = new Span(1, Span.Unit.HOUR);
    private static final Span COUNTED = new Span(7, Span.Unit.DAY);

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Pen pen = new Pen(agreement);
        for (Definition definition : agreement.definitions()) {
            if (definition.derivation() instanceof Definition.Count count && count.atLeast() > 1) {
                measured(pen, agreement, definition, count);
            }
        }
        return pen.proposal();
    }

    private static void measured(Pen pen, Agreement agreement, Definition definition, Definition.Count count) {
        boolean unit = hasUnit(agreement, count.pattern(), new LinkedHashSet<>());
        if (unit && count.within().isPresent()) {
            return;
        }
        Pattern counted = unit ? count.pattern() : episodes(pen, definition, count.pattern());
        if (count.within().isEmpty()) {
            pen.settle("`" + COUNTED + "`: within what time they are counted");
        }
        pen.rewrite(definition.as(new Definition.Count(
                count.atLeast(), counted, Optional.of(count.within().orElse(COUNTED)), count.where())));
    }

    /** What is counted, taken together where there is no long pause between: a definition of its own, which the count then names. */
    private static Pattern episodes(Pen pen, Definition definition, Pattern counted) {
        List<Pattern.Argument> told = counted.arguments().stream()
                .filter(a -> a.term() instanceof Term.Variable(String name) && !name.startsWith("_"))
                .toList();
        List<EventType.Attribute> attributes = told.stream()
                .map(a -> new EventType.Attribute(a.attribute(), ValueType.TEXT))
                .toList();
        List<String> variables =
                told.stream().map(a -> ((Term.Variable) a.term()).name()).toList();
        Origin near = definition.type().origin();
        String name = pen.name(counted.event() + "_episode");
        pen.add(new Definition(
                new EventType(name, attributes, Optional.empty(), false, near),
                variables,
                definition.reading(),
                new Definition.Merged(counted, MERGED, Condition.ALWAYS)));
        pen.settle("`" + MERGED + "`: after what pause it is another one");
        return new Pattern(name, told, Origin.NONE);
    }
}
