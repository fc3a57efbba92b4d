package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Otherwise;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.Breaches;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Subject;
import holdfast.examine.subject.Waiting;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Actor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** F01: a promise, and nothing that follows from breaking it. */
record NoConsequence(Code code) implements Check {
    @Override
    public Concern concern() {
        return Concern.WHOM_NOTHING_FIRM_PROTECTS;
    }

    @Override
    public Result look(Subject subject) {
        List<Outlook> outlooks = Outlook.primary(subject);
        ClauseKinds kinds = subject.kinds();
        List<Norm> unanswered = unansweredDuties(subject, kinds);
        if (outlooks.isEmpty() && unanswered.isEmpty()) {
            return Check.notApplicable("the text has no clause between the parties that somebody could break");
        }
        Unanswered sorted = Unanswered.of(subject, outlooks);
        List<Outlook> always = sorted.always();
        List<String> duties = unanswered.stream().map(Norm::id).distinct().toList();
        boolean nothingIsAnswered = outlooks.stream().allMatch(always::contains) && !subject.someAreNotFound();
        List<Finding> findings = new ArrayList<>();
        if (!always.isEmpty()) {
            findings.add(ofAll(subject, always, nothingIsAnswered ? duties : List.of()));
        }
        if (!sorted.sometimes().isEmpty()) {
            findings.add(asTheTextCanBeRead(sorted.sometimes()));
        }
        if (!sorted.stopped().isEmpty()) {
            findings.add(waitsInVain(subject, sorted.stopped()));
        }
        if (!sorted.open().isEmpty()) {
            findings.add(isABreachOrNot(subject, sorted.open()));
        }
        findings.addAll(onlyOnce(subject, sorted.only()));
        findings.addAll(ifATermIsReadSo(subject, sorted.only()));
        if (!duties.isEmpty() && (always.isEmpty() || !nothingIsAnswered)) {
            findings.add(ofDuties(subject, unanswered, duties, nothingIsAnswered));
        }
        return new Result.Found(findings);
    }

    /**
     * The breaches that nothing answers, by how it comes.
     *
     * @param always as the text stands
     * @param sometimes under some readings
     * @param only something answers a part of them, otherwise than by this breach
     * @param stopped the answer waits for a body that the violator can stop
     * @param open whether it is a breach at all is open
     */
    private record Unanswered(
            List<Outlook> always,
            List<Outlook> sometimes,
            List<Outlook> only,
            List<Outlook> stopped,
            List<Outlook> open) {
        static Unanswered of(Subject subject, List<Outlook> outlooks) {
            Unanswered sorted = new Unanswered(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            outlooks.forEach(outlook -> sorted.take(subject, outlook));
            return sorted;
        }

        private void take(Subject subject, Outlook outlook) {
            Predicate<Reading> nothing = nothingFollows(outlook);
            Predicate<Reading> answered = r -> !subject.otherwise(outlook, r).isEmpty();
            if (outlook.sometimes(nothing.and(answered))) {
                only.add(outlook);
            }
            if (outlook.always(nothing.and(answered.negate()))) {
                (isOpen(subject, outlook) ? open : isStopped(subject, outlook) ? stopped : always).add(outlook);
            } else if (outlook.sometimes(nothing.and(answered.negate()))) {
                sometimes.add(outlook);
            }
        }
    }

    /** Whether a clause would answer it and waits for a body that the violator can stop: that is what is the matter (F06). */
    static boolean isStopped(Subject subject, Outlook outlook) {
        return waiting(subject, outlook).stream().anyMatch(w -> w.stoppedBy().isPresent());
    }

    /** Whether a clause would answer it, and nobody can say whether there is a breach: that is what is the matter (F23). */
    static boolean isOpen(Subject subject, Outlook outlook) {
        return !outlook.rows().isEmpty()
                && outlook.rows().stream().noneMatch(Guarantee::sure)
                && !Waiting.answering(subject.agreement(), subject.graph(), outlook.prohibition(), outlook.violator())
                        .isEmpty();
    }

    private Finding isABreachOrNot(Subject subject, List<Outlook> open) {
        List<String> answering = open.stream()
                .flatMap(o ->
                        Waiting.answering(subject.agreement(), subject.graph(), o.prohibition(), o.violator()).stream())
                .map(Norm::id)
                .distinct()
                .toList();
        List<String> clauses = new ArrayList<>(Outlook.clauses(open));
        clauses.addAll(answering);
        String terms = Waiting.openTerms(subject.agreement(), open.getFirst().prohibition(), subject.names())
                .orElse("a term that the text leaves open");
        return Finding.lesser(
                code,
                Names.inOrder(subject.agreement(), clauses),
                Names.list(answering) + " would answer a breach of " + Names.list(Outlook.clauses(open))
                        + ", and whether there is one hangs on " + terms,
                story(open));
    }

    private static List<Waiting> waiting(Subject subject, Outlook outlook) {
        return Waiting.of(subject.agreement(), subject.graph(), outlook.prohibition(), outlook.violator());
    }

    private Finding waitsInVain(Subject subject, List<Outlook> stopped) {
        List<Waiting> waiting =
                stopped.stream().flatMap(o -> waiting(subject, o).stream()).toList();
        List<String> clauses = new ArrayList<>(Outlook.clauses(stopped));
        waiting.forEach(w -> clauses.add(w.clause()));
        return Finding.lesser(
                code,
                Names.inOrder(subject.agreement(), clauses),
                "nothing follows when " + Breaches.of(stopped).broken() + " and it is voted down: "
                        + Waiting.words(waiting),
                story(stopped));
    }

    private Finding asTheTextCanBeRead(List<Outlook> sometimes) {
        return Finding.lesser(
                code, Outlook.clauses(sometimes), sentence(sometimes, ", as the text can be read"), story(sometimes));
    }

    /** @param duties that nothing answers either */
    private Finding ofAll(Subject subject, List<Outlook> always, List<String> duties) {
        List<String> clauses = new ArrayList<>(Outlook.clauses(always));
        clauses.addAll(duties);
        String more = duties.isEmpty()
                ? ""
                : "; nor does any when " + Names.list(duties) + (duties.size() == 1 ? " is" : " are") + " left undone";
        return Finding.fires(code, Names.inOrder(subject.agreement(), clauses), sentence(always, more), story(always));
    }

    /** A clause would answer it, and stands only once something has come that need not come. Where it names nobody, that is what is the matter (F17). */
    private List<Finding> onlyOnce(Subject subject, List<Outlook> only) {
        List<Otherwise> late = only.stream()
                .flatMap(o -> o.readings().stream()
                        .flatMap(r -> subject.otherwise(o, r).stream())
                        .filter(x -> !x.once().isEmpty()))
                .distinct()
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        Otherwise first = late.getFirst();
        List<String> clauses = new ArrayList<>();
        late.forEach(o -> {
            clauses.add(o.prohibition());
            clauses.add(o.clause());
        });
        return List.of(Finding.lesser(
                code,
                Names.inOrder(subject.agreement(), clauses),
                Breaches.ofOthers(late).named() + " would be answered under "
                        + Names.list(late.stream().map(Otherwise::clause).toList()) + ", but only once "
                        + String.join(" and ", first.once()) + ", which need not come: until then nothing follows",
                Optional.of(first.story())));
    }

    /** A clause would answer it, if a term that is not defined is read so. */
    private List<Finding> ifATermIsReadSo(Subject subject, List<Outlook> only) {
        List<Otherwise> open = only.stream()
                .flatMap(o -> o.readings().stream()
                        .filter(nothingFollows(o))
                        .flatMap(r -> subject.otherwise(o, r).stream())
                        .filter(x -> !x.terms().isEmpty()))
                .distinct()
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        Otherwise first = open.getFirst();
        List<Otherwise> alike =
                open.stream().filter(o -> o.terms().equals(first.terms())).toList();
        List<String> clauses = new ArrayList<>();
        alike.forEach(o -> {
            clauses.add(o.prohibition());
            clauses.add(o.clause());
        });
        return List.of(Finding.lesser(
                code,
                Names.inOrder(subject.agreement(), clauses),
                "whether anything follows when " + Breaches.ofOthers(alike).broken() + " hangs on "
                        + first.quoted()
                        + ", which the text does not define: "
                        + Names.list(alike.stream().map(Otherwise::clause).toList()) + " would answer it, or would not",
                Optional.of(first.story())));
    }

    /** Neither a measure, whatever others do, nor as much as talk that comes without being asked for. */
    private static Predicate<Reading> nothingFollows(Outlook outlook) {
        return r -> !outlook.isFirm(outlook.could(r)) && outlook.unasked(r).isEmpty();
    }

    private static String sentence(List<Outlook> some, String more) {
        return "nothing follows when " + Breaches.of(some).broken()
                + ": no clause answers it with more than talk, whatever the others do" + more;
    }

    private static Optional<Story> story(List<Outlook> some) {
        Outlook first = some.getFirst();
        return first.helped(nothingFollows(first));
    }

    /** Duties of the parties, or of nobody, that no clause follows when they are left undone. */
    private static List<Norm> unansweredDuties(Subject subject, ClauseKinds kinds) {
        List<Norm> watching = subject.watch().clauses();
        return subject.agreement().norms().stream()
                .filter(Duties::demandsAct)
                .filter(kinds::isPrimary)
                .filter(n -> isOwedByParties(subject, n) && !watching.contains(n))
                .filter(n -> subject.agreement().norms().stream().noneMatch(a -> answers(a, n)))
                .toList();
    }

    private static boolean isOwedByParties(Subject subject, Norm norm) {
        Predicate<String> party = name -> subject.agreement().actors().stream()
                .anyMatch(a -> a.name().equals(name) && a.role() == Actor.Role.PARTY);
        return switch (norm.bearer()) {
            case Bearer.NobodyNamed ignored -> true;
            case Bearer.Named b -> b.actors().stream().anyMatch(party);
            case Bearer.EachOf b -> b.actors().stream().anyMatch(party);
            case Bearer.Bound ignored -> false;
            case Bearer.Anyone ignored -> false;
        };
    }

    private static boolean answers(Norm answer, Norm broken) {
        return switch (answer.trigger().orElse(null)) {
            case Trigger.OnBreach t -> t.of().covers(broken.id());
            case Trigger.Continues t -> t.breach().of().covers(broken.id());
            case Trigger.GrowsInto t -> t.breach().of().covers(broken.id());
            case null -> false;
            case Trigger.OnEvent ignored -> false;
            case Trigger.OnOutcome ignored -> false;
            case Trigger.OnState ignored -> false;
        };
    }

    private Finding ofDuties(Subject subject, List<Norm> unanswered, List<String> clauses, boolean nothingIsAnswered) {
        String sentence = "no clause says what follows when "
                + (clauses.size() == 1 ? "this duty is" : "these duties are") + " left undone";
        Optional<Story> story = unanswered.stream()
                .flatMap(n ->
                        subject.stories().leftUndone(n, n.id() + " is left undone, and nothing follows", 400).stream())
                .findFirst();
        return nothingIsAnswered
                ? Finding.fires(code, clauses, sentence, story)
                : Finding.lesser(code, clauses, sentence, story);
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        ClauseKinds kinds = subject.kinds();
        List<Norm> broken = new Pen(subject.agreement())
                .norms(finding.clauses()).stream().filter(kinds::isPrimary).toList();
        return Answering.to(subject, broken, false);
    }
}
