package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Readings;
import holdfast.examine.subject.Subject;
import holdfast.examine.text.Watch;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
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
        boolean hangsOnTheReading = !answered.isEmpty();
        boolean late = !hangsOnTheReading && (clock || (denials.isEmpty() && hasDatedAccess(subject)));
        return new Result.Found(List.of(finding(subject, about, hangsOnTheReading, late, denials.isEmpty())));
    }

    private Finding finding(
            Subject subject, List<Norm> about, boolean hangsOnTheReading, boolean late, boolean nothingIsRefusal) {
        String watchers = Names.list(subject.watch().inOrder());
        List<String> clauses = about.isEmpty()
                ? subject.watch().clauseNumbers()
                : about.stream().map(Norm::id).distinct().toList();
        Optional<Story> story = story(subject, about);
        if (hangsOnTheReading) {
            return Finding.lesser(
                    code,
                    clauses,
                    "whether anything follows when " + watchers + " are kept out depends on how the text is read",
                    story);
        }
        if (late) {
            return Finding.lesser(
                    code,
                    clauses,
                    "whoever keeps " + watchers + " out is late with a duty, and no measure follows from it",
                    story);
        }
        return Finding.fires(
                code,
                clauses,
                nothingIsRefusal
                        ? "nobody has to let " + watchers + " in, and the text does not say what a refusal counts as"
                        : "whoever keeps " + watchers
                                + " out loses nothing by it: no clock runs and no measure follows",
                story);
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
        boolean follows =
                norm.trigger().orElse(null) instanceof Trigger.OnEvent t && isOneOf(t.pattern(), denials, kinds);
        return follows
                || Duties.forbidden(norm)
                        .filter(act -> isOneOf(act, denials, kinds))
                        .isPresent();
    }

    private static boolean isOneOf(Pattern act, Set<String> denials, ClauseKinds kinds) {
        return kinds.declaredUnder(act.event()).stream().anyMatch(denials::contains);
    }

    private static Answer answer(Subject subject, Norm norm, ClauseKinds kinds) {
        if (Duties.forbidsAct(norm)) {
            List<Outlook> outlooks =
                    Outlook.all(subject).stream().filter(o -> o.isOf(norm)).toList();
            boolean measure =
                    !outlooks.isEmpty() && outlooks.stream().allMatch(o -> o.sometimes(r -> o.isFirm(o.could(r))));
            return measure ? Answer.MEASURE : Answer.NOTHING;
        }
        if (kinds.demandsMoreThanTalk(norm)) {
            return Answer.MEASURE;
        }
        return Duties.due(norm).isPresent() ? Answer.CLOCK : Answer.NOTHING;
    }

    /** Under which a clause about a refusal has its answer. */
    private static List<Reading> readingsOf(Subject subject, Norm norm) {
        if (!Duties.forbidsAct(norm)) {
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
                .anyMatch(n -> Duties.hasDay(n)
                        && Duties.act(n)
                                .filter(a -> subject.understood().is(Kind.ACCESS, a)
                                        && !subject.understood().is(Kind.WATCHING, a))
                                .isPresent());
    }

    private static Optional<Story> story(Subject subject, List<Norm> about) {
        for (Norm norm : about) {
            Optional<Story> story = Duties.forbidsAct(norm)
                    ? subject.stories().broken(norm, norm.id() + " is broken, and nothing follows", 30)
                    : subject.stories().leftUndone(norm, "a month after the refusal", 30);
            if (story.isPresent()) {
                return story;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        List<Norm> watching = subject.watch().clauses();
        List<Norm> forbidding = subject.agreement().norms().stream()
                .filter(n -> isAbout(n, denials(subject), subject.kinds()) && Duties.forbidsAct(n))
                .toList();
        if (!forbidding.isEmpty()) {
            return Answering.to(subject, forbidding, false);
        }
        Pen pen = new Pen(subject.agreement());
        String denial = denials(subject).stream().findFirst().orElseGet(() -> {
            String name = pen.name("deny_access");
            pen.declare("event " + name + "(by: party) is denial");
            return name;
        });
        String by = subject.agreement()
                .eventType(denial)
                .flatMap(EventType::actor)
                .map(EventType.Attribute::name)
                .orElse("by");
        String party = pen.variable("P", "Q", "R");
        String id = pen.clause(
                watching.getFirst(), "each party " + party + " must not " + denial + "(" + by + " " + party + ")");
        new Answering(subject).write(pen, watching.getFirst(), List.of(id), false);
        return pen.proposal();
    }
}
