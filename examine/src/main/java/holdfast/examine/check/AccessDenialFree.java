package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.text.Watch;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F03: whoever keeps the monitors out loses nothing by it. */
record AccessDenialFree(Code code) implements Check {
    @Override
    public boolean asksWhoWatches() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        Watch watchers = subject.watch();
        if (watchers.isEmpty()) {
            return Check.notApplicable("nobody has the duty or the right to watch");
        }
        ClauseKinds kinds = subject.kinds();
        Set<String> denials = denials(subject);
        List<Norm> about = agreement.norms().stream()
                .filter(n -> isAbout(n, denials, kinds))
                .toList();
        List<Reading> answered = new ArrayList<>();
        boolean clock = false;
        for (Norm norm : about) {
            switch (answer(subject, norm, kinds)) {
                case MEASURE -> answered.addAll(readingsOf(subject, norm));
                case CLOCK -> clock = true;
                case NOTHING -> {}
            }
        }
        if (Readings.coverAll(agreement, answered)) {
            return Check.none();
        }
        List<String> clauses = about.isEmpty()
                ? watchers.clauseNumbers()
                : about.stream().map(Norm::id).distinct().toList();
        Optional<Story> story = story(subject, about);
        if (!answered.isEmpty()) {
            return new Result.Found(List.of(Finding.lesser(
                    code,
                    clauses,
                    "whether anything follows when " + Names.list(watchers.inOrder())
                            + " are kept out depends on how the text is read",
                    story)));
        }
        if (clock || (denials.isEmpty() && hasDatedAccess(subject))) {
            return new Result.Found(List.of(Finding.lesser(
                    code,
                    clauses,
                    "whoever keeps " + Names.list(watchers.inOrder())
                            + " out is late with a duty, and no measure follows from it",
                    story)));
        }
        return new Result.Found(List.of(Finding.fires(
                code,
                clauses,
                denials.isEmpty()
                        ? "nobody has to let " + Names.list(watchers.inOrder())
                                + " in, and the text does not say what a refusal counts as"
                        : "whoever keeps " + Names.list(watchers.inOrder())
                                + " out loses nothing by it: no clock runs and no measure follows",
                story)));
    }

    private enum Answer {
        NOTHING,
        CLOCK,
        MEASURE
    }

    /** Declared events that are a refusal of access. */
    private static Set<String> denials(Subject subject) {
        Set<String> found = new LinkedHashSet<>();
        for (EventType event : subject.agreement().events()) {
            if (subject.understood().isDenialOfAccess(event)) {
                found.add(event.name());
            }
        }
        return found;
    }

    private static boolean isAbout(Norm norm, Set<String> denials, ClauseKinds kinds) {
        boolean forbids = norm.duty() instanceof Duty.Refrain d
                && kinds.declaredUnder(d.act().event()).stream().anyMatch(denials::contains);
        boolean follows = norm.trigger().orElse(null) instanceof Trigger.OnEvent t
                && kinds.declaredUnder(t.pattern().event()).stream().anyMatch(denials::contains);
        return forbids || follows;
    }

    private static Answer answer(Subject subject, Norm norm, ClauseKinds kinds) {
        if (norm.duty() instanceof Duty.Refrain) {
            List<Outlook> outlooks =
                    Outlook.all(subject).stream().filter(o -> o.isOf(norm)).toList();
            boolean measure =
                    !outlooks.isEmpty() && outlooks.stream().allMatch(o -> o.sometimes(r -> o.isFirm(o.could(r))));
            return measure ? Answer.MEASURE : Answer.NOTHING;
        }
        if (kinds.demandsMoreThanTalk(norm)) {
            return Answer.MEASURE;
        }
        return norm.duty() instanceof Duty.Achieve d && d.due().isPresent() ? Answer.CLOCK : Answer.NOTHING;
    }

    /** Under which a clause about a refusal has its answer. */
    private static List<Reading> readingsOf(Subject subject, Norm norm) {
        if (!(norm.duty() instanceof Duty.Refrain)) {
            return List.of(norm.reading());
        }
        // Only some combinations of answers are played: what the clause itself hangs on says more than they do.
        boolean always = Outlook.all(subject).stream()
                .filter(o -> o.isOf(norm))
                .allMatch(o -> o.always(r -> o.isFirm(o.could(r))));
        return always
                ? List.of(norm.reading())
                : Outlook.all(subject).stream()
                        .filter(o -> o.isOf(norm))
                        .flatMap(o -> o.readings().stream().filter(r -> o.isFirm(o.could(r))))
                        .toList();
    }

    /** Somebody other than those who watch must let them in, by a day or again and again: that they must come is not yet that they are let in. */
    private static boolean hasDatedAccess(Subject subject) {
        Set<String> watchers = subject.watch().names();
        return subject.agreement().norms().stream()
                .filter(n -> Roles.bearers(n).stream().anyMatch(b -> b.isEmpty() || !watchers.contains(b.get())))
                .anyMatch(n ->
                        ((n.duty() instanceof Duty.Achieve d && d.due().isPresent()) || n.duty() instanceof Duty.Recur)
                                && Parts.act(n)
                                        .filter(a -> subject.understood().is(Kind.ACCESS, a)
                                                && !subject.understood().is(Kind.WATCHING, a))
                                        .isPresent());
    }

    private static Optional<Story> story(Subject subject, List<Norm> about) {
        for (Norm norm : about) {
            Optional<Story> story = norm.duty() instanceof Duty.Refrain
                    ? subject.stories().broken(norm, norm.id() + " is broken, and nothing follows", 30)
                    : subject.stories().leftUndone(norm, "a month after the refusal", 30);
            if (story.isPresent()) {
                return story;
            }
        }
        return Optional.empty();
    }
}
