package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.Breaches;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** F02: every way from the breach ends in talk. */
record ConsultationOnly(Code code) implements Check {
    @Override
    public Concern concern() {
        return Concern.WHOM_NOTHING_FIRM_PROTECTS;
    }

    @Override
    public Result look(Subject subject) {
        List<Outlook> outlooks = Outlook.primary(subject);
        if (outlooks.isEmpty()) {
            return Check.notApplicable("the text has no prohibition that somebody could break");
        }
        List<Outlook> never = new ArrayList<>();
        List<Outlook> mild = new ArrayList<>();
        List<Outlook> stopped = new ArrayList<>();
        for (Outlook outlook : outlooks) {
            if (outlook.always(talkAtBest(subject, outlook))) {
                // Where nobody can say whether there is a breach, more than talk answers it or nothing does.
                if (!NoConsequence.isOpen(subject, outlook)) {
                    (NoConsequence.isStopped(subject, outlook) ? stopped : never).add(outlook);
                }
            } else if (outlook.always(r -> talkAtBest(subject, outlook).test(r)
                            || talkMust(outlook).test(r))
                    || outlook.sometimes(talkAtBest(subject, outlook))) {
                mild.add(outlook);
            }
        }
        return Check.found(neverMore(never), votedDown(stopped), perhapsMore(subject, mild));
    }

    private Optional<Finding> neverMore(List<Outlook> never) {
        return never.stream()
                .findFirst()
                .map(first -> Finding.fires(
                        code,
                        Outlook.clauses(never),
                        "if " + Breaches.of(never).broken()
                                + ", the most that can follow is talk, even if all the others help",
                        first.helped(r -> true)));
    }

    /** More could follow, and whoever broke it can keep it from coming: that is what is the matter (F06). */
    private Optional<Finding> votedDown(List<Outlook> stopped) {
        return stopped.stream()
                .findFirst()
                .map(first -> Finding.lesser(
                        code,
                        Outlook.clauses(stopped),
                        "after " + Breaches.of(stopped).named()
                                + ", whoever broke it can vote down all that is more than talk",
                        first.helped(r -> true)));
    }

    private Optional<Finding> perhapsMore(Subject subject, List<Outlook> mild) {
        return mild.stream()
                .findFirst()
                .map(first -> Finding.lesser(
                        code,
                        Outlook.clauses(mild),
                        "all that must follow " + Breaches.of(mild).named() + " is talk; more may follow, and need not",
                        first.played(r -> talkAtBest(subject, first).test(r)
                                || talkMust(first).test(r))));
    }

    private static Predicate<Reading> talkAtBest(Subject subject, Outlook outlook) {
        return r -> !outlook.isFirm(outlook.could(r))
                && subject.otherwise(outlook, r).isEmpty();
    }

    /** Something must follow, and it is talk; where nothing must, this is not about it. */
    private static Predicate<Reading> talkMust(Outlook outlook) {
        return r -> outlook.must(r).isPresent() && !outlook.isFirm(outlook.must(r));
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        return Answering.to(subject, new Pen(subject.agreement()).norms(finding.clauses()), false);
    }
}
