package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.play.Ways;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
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
        Ways ways = new Ways(agreement);
        Answered answered = new Answered(subject);
        Map<String, List<Guarantee>> rows = answered.byPrimaryProhibition();
        List<Finding> findings = new ArrayList<>();
        for (String party : Roles.withRole(agreement, Actor.Role.PARTY)) {
            List<Norm> given = agreement.norms().stream()
                    .filter(n -> Roles.bearers(n).contains(Optional.of(party)) && cannotBeUndone(ways, n))
                    .toList();
            if (given.isEmpty()) {
                continue;
            }
            Set<String> held = new LinkedHashSet<>();
            Set<String> loose = new LinkedHashSet<>();
            for (List<Guarantee> promise : rows.values()) {
                Guarantee row = promise.getFirst();
                if (isFor(agreement, row, party)) {
                    boolean firm =
                            answered.best(promise).isPresent() && !canBeEnded(agreement, row.prohibition(), party);
                    (firm ? held : loose).add(row.prohibition());
                }
            }
            held.removeAll(loose);
            if (loose.isEmpty()) {
                continue;
            }
            Set<String> clauses = new LinkedHashSet<>();
            given.forEach(n -> clauses.add(n.id()));
            String sentence = party + " gives under " + Wording.and(clauses) + " what cannot be taken back, for "
                    + Wording.and(loose) + ", whose breach nothing effective must answer or which others can end";
            clauses.addAll(loose);
            Optional<Story> story = subject.table().rows().stream()
                    .filter(r ->
                            loose.contains(r.prohibition()) && r.defectors().isEmpty())
                    .map(Guarantee::story)
                    .findFirst();
            findings.add(
                    held.isEmpty()
                            ? Finding.fires(code, List.copyOf(clauses), sentence, story)
                            : Finding.lesser(code, List.copyOf(clauses), sentence, story));
        }
        return new Result.Found(findings);
    }

    private static boolean cannotBeUndone(Ways ways, Norm norm) {
        return norm.duty() instanceof Duty.Achieve d
                && ways.declaredUnder(d.act().event()).stream()
                        .anyMatch(e ->
                                ways.declared(e).filter(EventType::irreversible).isPresent());
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
                .anyMatch(n -> n.duty() instanceof Duty.Power p
                        && (p.effect() == Duty.Effect.TERMINATE || p.effect() == Duty.Effect.SUSPEND)
                        && p.over().covers(clause)
                        && !Roles.bearers(n).equals(List.of(Optional.of(party))));
    }
}
