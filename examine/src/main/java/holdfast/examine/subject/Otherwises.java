package holdfast.examine.subject;

import holdfast.engine.Status;
import holdfast.examine.found.Otherwise;
import holdfast.examine.found.Story;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Ways;
import holdfast.examine.text.ClauseGraph;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Ending;
import holdfast.language.reading.Endings;
import holdfast.language.reading.Walk;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for what would answer a breach that nothing need answer: clauses that stand only once something has come about, and clauses that name nobody. */
public final class Otherwises {
    private static final long DAY = 86_400_000;
    private static final int DAYS = 400;

    private final Subject subject;
    private final Agreement agreement;
    private final ClauseKinds kinds;
    private final Set<List<String>> answers = new LinkedHashSet<>();

    private Otherwises(Subject subject) {
        this.subject = subject;
        this.agreement = subject.agreement();
        this.kinds = subject.kinds();
        for (ClauseGraph.Edge edge : subject.graph().edges()) {
            if (edge.bond() == ClauseGraph.Bond.ANSWERS) {
                answers.add(List.of(edge.from(), edge.to()));
            }
        }
    }

    /** Of every violation that nothing firm need answer under some reading. */
    public static List<Otherwise> of(Subject subject) {
        Otherwises search = new Otherwises(subject);
        List<Otherwise> found = new ArrayList<>();
        for (Outlook outlook : Outlook.all(subject)) {
            for (Reading reading : outlook.readings()) {
                if (!outlook.isFirm(outlook.must(reading))) {
                    search.under(outlook, reading, found);
                }
            }
        }
        return found;
    }

    private void under(Outlook outlook, Reading reading, List<Otherwise> found) {
        for (Norm norm : agreement.norms()) {
            boolean candidate = answers.contains(List.of(outlook.prohibition(), norm.id()))
                    && norm.reading().isPartOf(subject.stories().whole(reading))
                    && kinds.demandsMoreThanTalk(norm)
                    && (norm.bearer() instanceof Bearer.NobodyNamed
                            || !norm.whileTrue().isAlways()
                            || !norm.guard().isAlways()
                            || !terms(agreement, norm).isEmpty());
            boolean known = found.stream()
                    .anyMatch(o -> o.prohibition().equals(outlook.prohibition())
                            && o.violator().equals(outlook.violator())
                            && o.clause().equals(norm.id()));
            if (candidate && !known) {
                played(outlook, reading, norm).ifPresent(found::add);
            }
        }
    }

    private Optional<Otherwise> played(Outlook outlook, Reading under, Norm norm) {
        Reading reading = subject.stories().whole(under);
        Ways ways = subject.stories().ways(reading);
        Agreement resolved = ways.agreement();
        Optional<Norm> broken = resolved.norms().stream()
                .filter(n -> n.id().equals(outlook.prohibition()))
                .findFirst();
        Optional<String> violator = Optional.of(outlook.violator()).filter(agreement::hasActor);
        Optional<Opening> opening = broken.flatMap(b -> new Openings(ways).of(b, violator));
        Condition needed = new Condition.All(List.of(norm.whileTrue(), norm.guard()));
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        List<String> terms = terms(resolved, norm);
        Optional<Story> open = terms.isEmpty() ? Optional.empty() : isOpen(ways, reading, norm, opening.get());
        if (open.isPresent()) {
            return open.map(s -> said(outlook, under, norm, List.of(), terms, s));
        }
        if (isStoppedBy(violator, resolved, needed)) {
            return Optional.empty();
        }
        Optional<Story> plainly = isOwed(ways, reading, norm, opening.get().plans(), opening.get());
        if (plainly.isPresent()) {
            // It must be answered as it is: only where nobody is named is something the matter.
            return plainly.filter(s -> norm.bearer() instanceof Bearer.NobodyNamed)
                    .map(s -> said(outlook, under, norm, List.of(), List.of(), s));
        }
        return owedOnce(needed, ways, reading, norm, opening.get())
                .map(s -> said(outlook, under, norm, words(resolved, needed), List.of(), s));
    }

    /** The first history in which what is needed comes about before the violation, and the clause is owed. */
    private Optional<Story> owedOnce(Condition needed, Ways ways, Reading reading, Norm norm, Opening opening) {
        for (List<Ways.Step> first : ways.conditions(needed, Map.of())) {
            List<Plan> plans = new ArrayList<>();
            long at = opening.start() - DAY / 2;
            for (Ways.Step step : first) {
                plans.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
                at += 60_000;
            }
            plans.addAll(opening.plans());
            Optional<Story> story = isOwed(ways, reading, norm, plans, opening);
            if (story.isPresent()) {
                return story;
            }
        }
        return Optional.empty();
    }

    /** The terms on which a clause hangs, directly or not, that the text does not define. */
    private static List<String> terms(Agreement agreement, Norm norm) {
        Set<String> terms = new LinkedHashSet<>();
        for (Condition c : new Walk(agreement).from(norm).conditions()) {
            if (c instanceof Condition.Undefined u) {
                terms.add(u.term());
            }
        }
        return List.copyOf(terms);
    }

    private Otherwise said(
            Outlook outlook, Reading under, Norm norm, List<String> once, List<String> terms, Story story) {
        return new Otherwise(
                outlook.prohibition(),
                outlook.violator(),
                under,
                norm.id(),
                kinds.measure(norm).orElseThrow(),
                within(norm),
                once,
                terms,
                norm.bearer() instanceof Bearer.NobodyNamed,
                story);
    }

    private static Optional<Span> within(Norm norm) {
        return Duties.within(norm).map(Bound.Within::span);
    }

    /** The history with these acts and nothing else, if at its end the clause is owed, or was and is overdue. */
    private Optional<Story> isOwed(Ways ways, Reading reading, Norm norm, List<Plan> plans, Opening opening) {
        return subject.stories()
                .played(
                        ways,
                        reading,
                        plans,
                        opening.end() + DAYS * DAY,
                        opening.norm().id() + " is broken, and " + norm.id() + " would answer it",
                        Set.of(opening.norm().id(), norm.id()))
                .filter(s -> s.claims().stream()
                        .anyMatch(c -> c.clause().equals(norm.id())
                                && (c.status() == Status.PENDING || c.status() == Status.BREACHED)));
    }

    /** The history of the violation alone, if at its end nobody can say whether the clause is owed. */
    private Optional<Story> isOpen(Ways ways, Reading reading, Norm norm, Opening opening) {
        return subject.stories()
                .played(
                        ways,
                        reading,
                        opening.plans(),
                        opening.end() + DAYS * DAY,
                        opening.norm().id() + " is broken, and nobody can say whether " + norm.id() + " answers it",
                        Set.of(opening.norm().id(), norm.id()))
                .filter(s -> s.claims().stream()
                        .anyMatch(c -> c.clause().equals(norm.id()) && c.status() == Status.UNDETERMINED));
    }

    /** Whether the violator can keep what is needed from coming: then it is no answer to it. */
    private static boolean isStoppedBy(Optional<String> violator, Agreement resolved, Condition needed) {
        Ends ends = new Ends(resolved);
        List<Ending> ways = new Endings(new Walk(resolved)).beginnings(needed);
        return violator.isPresent()
                && ways.stream()
                        .allMatch(
                                w -> w.steps().stream().anyMatch(s -> isWithheldBy(violator.get(), s, ends, resolved)));
    }

    private static boolean isWithheldBy(String violator, Ending.Step step, Ends ends, Agreement resolved) {
        if (!(step instanceof Ending.Done(Pattern act))) {
            return step instanceof Ending.Taken;
        }
        Set<String> bodies = Deciding.deciders(List.of(act));
        boolean blocked = resolved.bodies().stream()
                .filter(b -> bodies.contains(b.name()))
                .anyMatch((Body b) -> Cast.canBlock(b, Set.of(violator)));
        return blocked || ends.doers(act).equals(List.of(violator));
    }

    /** What has to come about first: states by name, acts otherwise. */
    private static List<String> words(Agreement resolved, Condition needed) {
        Readable names = new Readable(resolved, "en");
        Set<String> words = new LinkedHashSet<>();
        for (Condition c : new Walk(resolved).from(needed).conditions()) {
            if (c instanceof Condition.InState s) {
                words.add("“" + names.name(s.state()) + "” has begun");
            }
        }
        if (words.isEmpty()) {
            new Walk(resolved)
                    .from(needed)
                    .patterns()
                    .forEach(p -> words.add("“" + names.name(p.event()) + "” has happened"));
        }
        return List.copyOf(words).subList(0, Math.min(2, words.size()));
    }
}
