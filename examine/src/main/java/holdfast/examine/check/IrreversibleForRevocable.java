package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Answered;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F21: one side gives what it cannot take back, for a promise that nothing holds. */
record IrreversibleForRevocable(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseKinds kinds = subject.kinds();
        Answered answered = new Answered(subject);
        Map<String, List<Guarantee>> rows = answered.byPrimaryProhibition();
        List<Finding> findings = new ArrayList<>();
        for (String party : Roles.withRole(agreement, Actor.Role.PARTY)) {
            Set<String> given = new LinkedHashSet<>();
            agreement.norms().stream()
                    .filter(n -> Roles.bearers(n).contains(Optional.of(party)) && kinds.cannotBeUndone(n))
                    .forEach(n -> given.add(n.id()));
            if (!given.isEmpty()) {
                giving(subject, party, given, answered, rows).ifPresent(findings::add);
            }
        }
        return new Result.Found(findings);
    }

    private Optional<Finding> giving(
            Subject subject, String party, Set<String> given, Answered answered, Map<String, List<Guarantee>> rows) {
        Agreement agreement = subject.agreement();
        Set<String> held = new LinkedHashSet<>();
        Set<String> loose = new LinkedHashSet<>();
        for (List<Guarantee> promise : rows.values()) {
            Guarantee row = promise.getFirst();
            if (isFor(agreement, row, party)) {
                boolean firm = answered.best(promise).isPresent() && !canBeEnded(agreement, row.prohibition(), party);
                (firm ? held : loose).add(row.prohibition());
            }
        }
        held.removeAll(loose);
        if (loose.isEmpty()) {
            return Optional.empty();
        }
        String sentence = party + " gives under " + Wording.and(given) + " what cannot be taken back, for "
                + Wording.and(loose) + ", whose breach nothing effective must answer or which others can end";
        Set<String> clauses = new LinkedHashSet<>(given);
        clauses.addAll(loose);
        Optional<Story> story = subject.table().rows().stream()
                .filter(r -> loose.contains(r.prohibition()) && r.defectors().isEmpty())
                .map(Guarantee::story)
                .findFirst();
        return Optional.of(
                held.isEmpty()
                        ? Finding.fires(code, List.copyOf(clauses), sentence, story)
                        : Finding.lesser(code, List.copyOf(clauses), sentence, story));
    }

    private static boolean isFor(Agreement agreement, Guarantee row, String party) {
        return agreement.norms().stream()
                .filter(n -> n.id().equals(row.prohibition()))
                .anyMatch(n -> Sides.protectedBy(agreement, n, Optional.of(row.violator()))
                        .contains(party));
    }

    /** Somebody else has a power to end or suspend it. */
    private static boolean canBeEnded(Agreement agreement, String clause, String party) {
        return agreement.norms().stream()
                .anyMatch(n -> Duties.isPowerOver(n, clause, Duty.Effect.TERMINATE, Duty.Effect.SUSPEND)
                        && !Roles.bearers(n).equals(List.of(Optional.of(party))));
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        List<Norm> promises = new Pen(agreement)
                .norms(finding.clauses()).stream().filter(Duties::isProhibition).toList();
        Pen pen = new Pen(agreement);
        agreement.norms().stream()
                .filter(n -> promises.stream()
                        .anyMatch(p -> Duties.isPowerOver(n, p.id(), Duty.Effect.TERMINATE, Duty.Effect.SUSPEND)))
                .forEach(n -> pen.strike(n.origin()));
        List<Proposal> proposals = new ArrayList<>(pen.proposal());
        proposals.addAll(Answering.to(subject, promises, false));
        return proposals;
    }
}
