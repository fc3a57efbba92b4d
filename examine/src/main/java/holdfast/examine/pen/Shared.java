package holdfast.examine.pen;

import holdfast.examine.found.Proposal;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spreads what one must do over several, or puts one step before the others. */
public final class Shared {
    private Shared() {}

    /** The same rung for all guarantors; for the parties too; for a second guarantor, of whom the text has still to say who it is. */
    public static List<Proposal> bySeveral(Subject subject, List<Norm> norms) {
        Agreement agreement = subject.agreement();
        List<String> guarantors = agreement.members("guarantor").orElse(List.of());
        List<String> parties = agreement.members("party").orElse(List.of());
        List<Norm> demanding = norms.stream().filter(Duties::demandsAct).toList();
        if (demanding.isEmpty()) {
            return List.of();
        }
        Pen all = new Pen(agreement);
        Pen alsoParties = new Pen(agreement);
        Pen second = new Pen(agreement);
        String name = second.name("SecondGuarantor");
        second.declare("guarantor " + name + " \"a second guarantor\"");
        second.settle("`" + name + "`: who else guarantees it");
        for (Norm norm : demanding) {
            if (guarantors.size() > 1 && norm.bearer() instanceof Bearer.Named) {
                all.rewrite(
                        norm, Reworded.forOthers(agreement, norm, new Bearer.EachOf("_G", "guarantor", guarantors)));
            }
            if (parties.size() > 1) {
                alsoParties.clause(
                        norm,
                        alsoParties
                                .wording()
                                .clause(Reworded.forOthers(
                                        agreement, norm, new Bearer.EachOf("_P", "party", parties))));
            }
            if (norm.bearer() instanceof Bearer.Named) {
                second.rewrite(
                        norm, Reworded.forOthers(agreement, norm, new Bearer.EachOf("_G", "guarantor", guarantors)));
            }
        }
        List<Proposal> proposals = new ArrayList<>(all.proposal());
        proposals.addAll(alsoParties.proposal());
        proposals.addAll(second.proposal());
        return proposals;
    }

    /** One of the clauses that wait for each other waits no longer: each once. */
    public static List<Proposal> first(Subject subject, List<String> clauses) {
        Agreement agreement = subject.agreement();
        Set<String> ring = new LinkedHashSet<>();
        agreement.norms().stream()
                .filter(n -> clauses.contains(n.id()))
                .forEach(n -> Duties.act(n).ifPresent(a -> ring.add(a.event())));
        List<Proposal> proposals = new ArrayList<>();
        for (String clause : clauses) {
            Pen pen = new Pen(agreement);
            for (Norm norm : pen.norms(List.of(clause))) {
                pen.rewrite(norm, unbound(agreement, pen, norm, ring));
            }
            proposals.addAll(pen.proposal());
        }
        return proposals;
    }

    private static Norm unbound(Agreement agreement, Pen pen, Norm norm, Set<String> ring) {
        Days days = new Days(agreement);
        Norm free = norm.withConditions(norm.whileTrue(), Condition.ALWAYS);
        boolean counts = Duties.due(norm)
                .filter(b -> b instanceof Bound.Within(var span, var including, Anchor.OfEvent(Pattern from))
                        && !ring.contains(from.event()))
                .isPresent();
        if (norm.trigger().isPresent()) {
            free = free.withTrigger(Optional.empty());
        } else if (counts) {
            return free;
        }
        return Reworded.due(free, days.day(pen));
    }
}
