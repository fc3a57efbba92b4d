package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.subject.Deciding;
import holdfast.examine.subject.Measures;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F10: something could follow, and the guarantors choose whether it does. */
record DiscretionaryGuarantee(Code code) implements Check {
    @Override
    public boolean asksWhoGuarantees() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Measures measures = new Measures(subject);
        Optional<String> none = measures.whyNone();
        if (none.isPresent()) {
            return Check.notApplicable(none.get());
        }
        List<String> chosen = measures.effective().stream()
                .filter(measures::isLeftToChoice)
                .map(Norm::id)
                .distinct()
                .toList();
        if (chosen.isEmpty()) {
            return Check.none();
        }
        List<Outlook> outlooks = Outlook.primary(subject);
        boolean nothingMust = outlooks.stream().allMatch(o -> o.always(r -> !o.isFirm(o.must(r))));
        if (nothingMust && subject.someAreNotFound()) {
            return Check.notLookedFor(
                    "not looked for: no way was found to break some prohibition, and what must follow that is not known");
        }
        Optional<Story> story = outlooks.stream()
                .flatMap(o -> o.played(r -> !o.isFirm(o.must(r))).stream())
                .findFirst();
        return new Result.Found(List.of(
                nothingMust
                        ? Finding.fires(
                                code,
                                chosen,
                                "all that is firmer than talk is left to choice in " + Names.list(chosen)
                                        + ": whoever keeps every word of the text may do nothing",
                                story)
                        : Finding.lesser(
                                code,
                                chosen,
                                "what " + Names.list(chosen)
                                        + (chosen.size() == 1 ? " describes is" : " describe is")
                                        + " left to choice, as the text stands or can be read, while something else must follow",
                                story)));
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Answering answering = new Answering(subject);
        Pen pen = new Pen(agreement);
        List<String> guarded = Outlook.primary(subject).stream()
                .map(Outlook::prohibition)
                .distinct()
                .toList();
        for (Norm norm : pen.norms(finding.clauses())) {
            Norm asked = Reworded.without(
                    norm,
                    c -> c instanceof Condition.Undefined
                            || (c instanceof Condition.HasHappened(Pattern p)
                                    && !Deciding.deciders(List.of(p)).isEmpty()));
            if (subject.walk().fromConditions(asked).patterns().stream()
                    .anyMatch(p -> !Deciding.deciders(List.of(p)).isEmpty())) {
                asked = asked.withTrigger(Optional.of(Answering.onBreach(pen, guarded)));
            }
            if (Duties.isPermission(norm) && asked.trigger().isEmpty()) {
                asked = asked.withTrigger(Optional.of(Answering.onBreach(pen, guarded)));
            }
            boolean timed = Duties.due(asked).isPresent();
            pen.rewrite(norm, timed ? asked : Reworded.due(asked, answering.bound()));
            if (!timed) {
                pen.settle("`" + answering.clock() + "`: how soon");
            }
        }
        List<Proposal> proposals = new ArrayList<>(pen.proposal());
        proposals.addAll(Answering.to(subject, new Pen(agreement).norms(guarded), false));
        return proposals;
    }
}
