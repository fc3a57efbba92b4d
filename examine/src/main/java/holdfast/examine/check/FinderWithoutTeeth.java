package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.Deciding;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Readings;
import holdfast.examine.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F04: a body finds the breach, and then nothing is done. */
record FinderWithoutTeeth(Code code) implements Check {
    @Override
    public Concern concern() {
        return Concern.WHOM_NOTHING_FIRM_PROTECTS;
    }

    @Override
    public Result look(Subject subject) {
        List<Deciding.Part> confirming = new Deciding(subject.agreement())
                .parts().stream().filter(Deciding.Part::confirms).toList();
        if (confirming.isEmpty()) {
            return Check.notApplicable("no body confirms breaches");
        }
        List<Outlook> always = new ArrayList<>();
        List<Outlook> sometimes = new ArrayList<>();
        Set<String> bodies = new LinkedHashSet<>();
        for (Outlook outlook : Outlook.all(subject)) {
            List<Deciding.Part> found = confirming.stream()
                    .filter(p -> p.clauses().contains(outlook.prohibition()))
                    .toList();
            if (found.isEmpty()) {
                continue;
            }
            boolean never = outlook.always(r -> !outlook.isFirm(outlook.couldWith(r)));
            boolean partly = outlook.sometimes(r -> !outlook.isFirm(outlook.couldWith(r)));
            if (partly) {
                found.forEach(p -> bodies.add(p.body().name()));
                boolean whole = never
                        && Readings.coverAll(
                                subject.agreement(),
                                found.stream().map(Deciding.Part::reading).toList());
                (whole ? always : sometimes).add(outlook);
            }
        }
        return Check.found(never(always, bodies), perhapsNever(sometimes, bodies));
    }

    private Optional<Finding> never(List<Outlook> always, Set<String> bodies) {
        return always.stream()
                .findFirst()
                .map(first -> Finding.fires(
                        code,
                        Outlook.clauses(always),
                        Names.list(bodies) + " can confirm a breach of " + Names.list(Outlook.clauses(always))
                                + ", and no measure follows from it, even with everybody's help",
                        first.helped(r -> true)));
    }

    private Optional<Finding> perhapsNever(List<Outlook> sometimes, Set<String> bodies) {
        return sometimes.stream()
                .findFirst()
                .map(first -> Finding.lesser(
                        code,
                        Outlook.clauses(sometimes),
                        "as the text can be read, " + Names.list(bodies) + " can confirm a breach of "
                                + Names.list(Outlook.clauses(sometimes)) + " and no measure follows from it",
                        first.helped(r -> !first.isFirm(first.couldWith(r)))));
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        return Answering.to(subject, new Pen(subject.agreement()).norms(finding.clauses()), true);
    }
}
