package holdfast.examine.pen;

import holdfast.examine.found.Proposal;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Titles;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Exceptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes a term that the text leaves open a state: what a body has decided beforehand, with an answer for as long as it is silent. That is a choice of the
 * parties, so it is said to be theirs.
 */
public final class Decided {
    private final Subject subject;
    private final Agreement agreement;

    public Decided(Subject subject) {
        this.subject = subject;
        this.agreement = subject.agreement();
    }

    /**
     * What could be written against a finding that these terms are open: a body rules on them each time, which leaves it open until then; a body decides
     * beforehand; or the clauses do without them.
     *
     * @param hanging the clauses that hang on them
     * @param suspects who shall not decide it by their vote
     * @param found the numbers of the clauses of the finding
     */
    public List<Proposal> proposals(
            List<UndefinedTerm> terms, List<Norm> hanging, Set<String> suspects, List<String> found) {
        List<Proposal> proposals = new ArrayList<>(ruledOn(terms, suspects));
        Set<String> freeing = freeing(hanging);
        // Silence frees nobody from what a clause asks; if that makes something worse, the other way.
        proposals.addAll(states(terms, suspects, t -> !freeing.contains(t.name())));
        proposals.addAll(states(terms, suspects, t -> freeing.contains(t.name())));
        proposals.addAll(struck(terms, hanging, found));
        return proposals;
    }

    /** That a body has once decided it would be so for ever: it rules on it, each time. */
    private List<Proposal> ruledOn(List<UndefinedTerm> terms, Set<String> suspects) {
        Pen pen = new Pen(agreement);
        String judge = new Judges(subject).body(pen, suspects);
        List<UndefinedTerm> unruled = terms.stream()
                .filter(t -> !Openly.isRuledOn(agreement, t.name()))
                .toList();
        unruled.forEach(t -> pen.add(t.origin(), judge + " rules on " + t.name()));
        return unruled.isEmpty() ? List.of() : pen.proposal();
    }

    private List<Proposal> states(List<UndefinedTerm> terms, Set<String> suspects, Predicate<UndefinedTerm> fromStart) {
        Pen pen = new Pen(agreement);
        String body = new Judges(subject).body(pen, suspects);
        terms.forEach(t -> write(pen, t, body, fromStart.test(t)));
        return terms.isEmpty() ? List.of() : pen.proposal();
    }

    private List<Proposal> struck(List<UndefinedTerm> terms, List<Norm> hanging, List<String> found) {
        Pen pen = new Pen(agreement);
        Set<String> names = terms.stream().map(UndefinedTerm::name).collect(Collectors.toSet());
        new Openly(agreement).replace(pen, hanging, u -> names.contains(u.term()) ? Optional.empty() : Optional.of(u));
        terms.forEach(t -> pen.settle("`" + t.name() + "`: that nothing hangs on it any more"));
        List<Proposal> proposals = new ArrayList<>(pen.proposal());
        // What is a breach for sure must be answered, too: that nothing follows was hidden by the open word.
        if (!proposals.isEmpty()) {
            hanging.stream().filter(Duties::isProhibition).reduce((x, y) -> y).ifPresent(last -> {
                new Answering(subject).write(pen, last, found, false);
                proposals.addAll(pen.proposal());
            });
        }
        return proposals;
    }

    /** The terms that free somebody where they are met, in any of these clauses. */
    private Set<String> freeing(List<Norm> clauses) {
        Set<String> freeing = new LinkedHashSet<>();
        for (Norm norm : clauses) {
            freeing.addAll(Exceptions.terms(subject.walk(), norm));
            denied(norm.guard(), false, freeing);
        }
        return freeing;
    }

    private static void denied(Condition condition, boolean isDenied, Set<String> found) {
        switch (condition) {
            case Condition.Not c -> denied(c.condition(), !isDenied, found);
            case Condition.All c -> c.conditions().forEach(one -> denied(one, isDenied, found));
            case Condition.Any c -> c.conditions().forEach(one -> denied(one, isDenied, found));
            case Condition.Undefined c -> {
                if (isDenied) {
                    found.add(c.term());
                }
            }
            default -> {}
        }
    }

    private void write(Pen pen, UndefinedTerm term, String body, boolean fromTheStart) {
        String name = term.name();
        String asked = term.text().isEmpty() ? name.replace('_', ' ') : term.text();
        Pattern adopted = Openly.decision(body, asked);
        Pattern refused = Openly.decision(body, asked, "refused");
        // Whoever is said to rule on an open term finds nothing open any more.
        agreement.rules().stream()
                .filter(r -> r instanceof Rule.RulesOn on && on.name().equals(name))
                .forEach(r -> pen.strike(r.origin()));
        if (fromTheStart) {
            State denied = begun(pen.name("no_" + name), refused, adopted, term.origin());
            Condition notDenied = new Condition.Not(new Condition.InState(denied.name(), List.of(), Origin.NONE));
            pen.rewrite(new State.Named(name, List.of(), Reading.NONE, notDenied, term.origin()));
            pen.add(denied);
            pen.settle("`" + name + "`: that it is so from the start, until `" + body + "` refuses it");
        } else {
            pen.rewrite(begun(name, adopted, refused, term.origin()));
            pen.settle(
                    "`" + name + "`: that it is so only once `" + body + "` has adopted it, and until it refuses it");
        }
        if (agreement.titles().of(Titles.USUAL, name).isEmpty() && !term.text().isEmpty()) {
            pen.add(term.origin(), name + " is called \"" + term.text() + "\"");
        }
    }

    private static State begun(String name, Pattern begins, Pattern ends, Origin at) {
        return new State.Fluent(name, List.of(), Reading.NONE, List.of(begins), List.of(ends), at);
    }
}
