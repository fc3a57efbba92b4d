package holdfast.reference;

import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.reference.Facts.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One agreement under one reading, on what is known at k, at one moment now: what sections 4 to 13 speak of. It holds what they have in
 * common, each set being computed once.
 */
final class OneReading {
    final Agreement agreement;
    final long now;
    final Completion completion;
    final Calendar calendar;
    final Facts facts;
    final Patterns patterns;
    final Conditions conditions;
    final InForce inForce;
    final Breaches breaches;

    private final Map<String, Fact> factByRoot = new HashMap<>();
    private final Map<String, List<Occurrence>> occurrences = new HashMap<>();
    private final Map<Norm, List<Instance>> instances = new HashMap<>();

    OneReading(Agreement agreement, Knowledge knowledge, long now, Completion completion) {
        this.completion = completion;
        this.agreement = agreement;
        this.now = now;
        calendar = new Calendar(agreement.zone());
        facts = new Facts(agreement, knowledge, now, completion);
        facts.inHistory().forEach(f -> f.support().forEach(root -> factByRoot.put(root, f)));
        patterns = new Patterns(agreement, agreement.eventTypes());
        conditions = new Conditions(this);
        inForce = new InForce(this);
        breaches = new Breaches(this);
    }

    /** Occ(E), section 4: of a declared event its facts, of a defined one as section 6 says, of `decision` section 7 besides. */
    List<Occurrence> occurrences(String event) {
        List<Occurrence> known = occurrences.get(event);
        if (known == null) {
            List<Occurrence> all = new ArrayList<>();
            for (Fact f : facts.inHistory()) {
                if (f.event().equals(event)) {
                    all.add(new Occurrence(event, f.id(), f.time(), f.values(), f.sure(), f.support()));
                }
            }
            for (Definition definition : agreement.definitions()) {
                if (definition.name().equals(event)) {
                    all.addAll(new Definitions(this, definition).occurrences());
                }
            }
            if (event.equals("decision")) {
                all.addAll(new Bodies(this).decisions());
            }
            known = distinct(all.stream().filter(o -> o.lo() <= now).toList());
            occurrences.put(event, known);
        }
        return known;
    }

    /** Occurrences with the same time, values and support are one; sure if one of them is. */
    private static List<Occurrence> distinct(List<Occurrence> all) {
        Map<Object, Occurrence> distinct = new LinkedHashMap<>();
        for (Occurrence o : all) {
            distinct.merge(List.of(o.time(), o.values(), o.support()), o, (one, other) -> one.sure() ? one : other);
        }
        return List.copyOf(distinct.values());
    }

    /** The matches of a pattern under a binding. */
    List<Match> matches(Pattern pattern, Binding binding) {
        List<Match> found = new ArrayList<>();
        for (Occurrence o : occurrences(pattern.event())) {
            patterns.match(pattern, o, binding).ifPresent(found::add);
        }
        return found;
    }

    /** `where C` is evaluated at the time of the occurrence under the binding: false drops the match, unknown makes it unsure. */
    List<Match> matches(Pattern pattern, Binding binding, Condition where) {
        List<Match> found = new ArrayList<>();
        for (Match m : matches(pattern, binding)) {
            Holding holding = conditions.holding(where, m.binding());
            if (!holding.isFalseAt(m.time())) {
                found.add(holding.isTrueAt(m.time()) ? m : m.butUnsure());
            }
        }
        return found;
    }

    /** Whether the basis of each fact in a support is among these kinds of evidence, if there are any. */
    boolean isEvidence(Collection<Basis> kinds, SortedSet<String> support) {
        return kinds.isEmpty()
                || support.stream().allMatch(root -> kinds.contains(fact(root).basis()));
    }

    private Fact fact(String root) {
        return Objects.requireNonNull(factByRoot.get(root));
    }

    /** The least `reported` over a support; none of an empty one. */
    Optional<Long> leastReported(SortedSet<String> support) {
        return support.stream().map(root -> fact(root).reported()).min(Long::compare);
    }

    Optional<Long> greatestReported(SortedSet<String> support) {
        return support.stream().map(root -> fact(root).reported()).max(Long::compare);
    }

    List<Norm> clauses(ClauseRef refs) {
        return agreement.norms().stream().filter(c -> refs.covers(c.id())).toList();
    }

    /** The instances of a clause and how they stand, findings included; those of bearers that have none, too. */
    List<Instance> instances(Norm c) {
        List<Instance> known = instances.get(c);
        if (known == null) {
            known = found(c).stream().map(i -> breaches.settled(c, i)).toList();
            instances.put(c, known);
        }
        return known;
    }

    private List<Instance> found(Norm c) {
        return switch (c.duty()) {
            case Duty.Achieve duty -> new DutiesToAct(this, c, duty).instances();
            case Duty.Refrain duty -> new Prohibitions(this, c, duty).episodes();
            case Duty.Keep duty -> new DutiesToKeep(this, c, duty).intervals();
            case Duty.Recur duty -> new RecurringDuties(this, c, duty).windows();
            case Duty.May _, Duty.Power _ -> List.of();
        };
    }
}
