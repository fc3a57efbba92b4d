package holdfast.reference;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Bearer;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Pattern.Argument;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.reference.InForce.Borne;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 10: the episodes of a prohibition. */
record Prohibitions(OneReading reading, Norm c, Duty.Refrain duty) {

    /**
     * The key of an episode: the bearer, and the variables of `while C` that the act's pattern binds.
     *
     * @param act with a place in it no key is another act's: places are never equal
     */
    private record Key(String bearer, SortedMap<String, Value> variables, Binding binding, Optional<Match> act) {}

    List<Instance> episodes() {
        Map<Key, List<Match>> acts = new LinkedHashMap<>();
        for (Occurrence o : reading.occurrences(duty.act().event())) {
            for (Borne borne : bearersOf(o)) {
                act(o, borne)
                        .ifPresent(a -> acts.computeIfAbsent(key(borne, a), k -> new ArrayList<>())
                                .add(a));
            }
        }
        List<Instance> episodes = new ArrayList<>();
        acts.forEach((key, matches) ->
                new Episodes(matches, gap(), reading.calendar).all().forEach(e -> episodes.add(episode(key, e))));
        episodes.addAll(withoutEpisode(episodes));
        return episodes;
    }

    // whose act it is

    /** The attribute that carries the bearer: the one to which the bearer's variable is given, or `by`. */
    private Optional<String> carrier() {
        Optional<String> given = InForce.variable(c.bearer())
                .flatMap(variable -> duty.act().arguments().stream()
                        .filter(a -> a.term().equals(new Term.Variable(variable)))
                        .map(Argument::attribute)
                        .findFirst());
        return given.or(() -> reading.patterns.hasBy(duty.act().event()) ? Optional.of("by") : Optional.empty());
    }

    private List<Borne> bearersOf(Occurrence o) {
        if (c.bearer() instanceof Bearer.NobodyNamed) {
            return List.of(new Borne(Verdict.NOBODY_NAMED, Binding.EMPTY));
        }
        if (carrier().isEmpty()) {
            return c.bearer() instanceof Bearer.Anyone
                    ? List.of(new Borne(Verdict.NOBODY_NAMED, Binding.EMPTY))
                    : InForce.bearers(c.bearer(), Binding.EMPTY);
        }
        if (!(o.values().get(carrier().get()) instanceof Value.Actor offender)) {
            return List.of();
        }
        if (offender.equals(Value.UNATTRIBUTED)) {
            return List.of(new Borne(Verdict.NOBODY_NAMED, bound(offender)));
        }
        if (c.bearer() instanceof Bearer.Anyone) {
            return List.of(new Borne(offender.name(), bound(offender)));
        }
        return InForce.bearers(c.bearer(), Binding.EMPTY).stream()
                .filter(b -> b.bearer().equals(offender.name()) || answersFor(b.bearer(), offender.name()))
                .toList();
    }

    private Binding bound(Value.Actor offender) {
        return InForce.variable(c.bearer())
                .map(variable -> Binding.EMPTY.with(variable, offender))
                .orElse(Binding.EMPTY);
    }

    private boolean answersFor(String principal, String affiliate) {
        return reading.agreement.rules().stream()
                .anyMatch(r -> r instanceof Rule.AnswersFor answers
                        && answers.principal().equals(principal)
                        && answers.affiliates().contains(affiliate));
    }

    // the acts

    /** The occurrence as an act of this bearer, with the condition D and InForce(c) not false at its time. */
    private Optional<Match> act(Occurrence o, Borne borne) {
        return reading.patterns
                .match(withoutBearer(), o, borne.binding())
                .flatMap(m -> reading.breaches.act(
                        c,
                        m,
                        reading.conditions.holding(duty.where(), m.binding()).and(reading.inForce.of(c, m.binding()))));
    }

    /** An affiliate's act does not name its principal. */
    private Pattern withoutBearer() {
        List<Argument> others = duty.act().arguments().stream()
                .filter(a -> !carrier().equals(Optional.of(a.attribute()))
                        || !InForce.variable(c.bearer()).map(Term.Variable::new).equals(Optional.of(a.term())))
                .toList();
        return new Pattern(duty.act().event(), others, duty.act().origin());
    }

    private Key key(Borne borne, Match act) {
        Set<String> variables = new TreeSet<>(Mentions.variables(c.whileTrue()));
        variables.retainAll(duty.act().variables());
        InForce.variable(c.bearer()).ifPresent(variables::remove);
        SortedMap<String, Value> values = act.binding().key(variables);
        Binding binding = borne.binding().inheriting(new Binding(values, new TreeMap<>()));
        boolean place =
                values.values().stream().anyMatch(v -> v instanceof Value.Place || v instanceof Value.NamedPlace);
        return new Key(borne.bearer(), values, binding, place ? Optional.of(act) : Optional.empty());
    }

    // the episodes

    private Optional<Span> gap() {
        return reading.agreement.rules().stream()
                .flatMap(r -> r instanceof Rule.QuietGap gap && gap.of().covers(c.id())
                        ? Optional.of(gap.gap()).stream()
                        : Optional.<Span>empty().stream())
                .findFirst()
                .or(() -> window(duty.act().event()));
    }

    /** The window in which the acts are counted, ever if there is none; nothing if they are not counted. */
    private Optional<Span> window(String event) {
        for (Definition d : reading.agreement.definitions()) {
            if (d.name().equals(event)) {
                return switch (d.derivation()) {
                    case Definition.Count count -> Optional.of(count.within().orElse(Span.EVER));
                    case Definition.Different different ->
                        Optional.of(different.within().orElse(Span.EVER));
                    case Definition.Sum sum -> Optional.of(sum.within().orElse(Span.EVER));
                    case Definition.Select(var patterns, var where) ->
                        patterns.size() == 1 ? window(patterns.getFirst().event()) : Optional.empty();
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private Instance episode(Key key, Episodes.Episode e) {
        Optional<Time> start = Optional.of(e.start());
        Optional<Time> ended = reading.now > e.end().hi() ? Optional.of(e.end()) : Optional.empty();
        Status status = e.sure() ? Status.BREACHED : Status.UNDETERMINED;
        Breach breach = reading.breaches
                .breach(c, key.bearer(), key.binding(), start, Optional.of(e.end()), e.sure(), e.support())
                .of(e.own(), Optional.of(e));
        return Instance.of(
                        c.id(),
                        key.bearer(),
                        key.binding(),
                        key.variables(),
                        status,
                        start,
                        Optional.empty(),
                        e.support())
                .dated(start, ended)
                .turned(status, breach);
    }

    private List<Instance> withoutEpisode(List<Instance> episodes) {
        if (c.bearer() instanceof Bearer.Anyone) {
            return episodes.isEmpty() ? List.of(kept(new Borne(Verdict.ANYONE, Binding.EMPTY))) : List.of();
        }
        return InForce.bearers(c.bearer(), Binding.EMPTY).stream()
                .filter(b -> episodes.stream().noneMatch(e -> e.bearer().equals(b.bearer())))
                .map(this::kept)
                .toList();
    }

    private Instance kept(Borne borne) {
        boolean bound = Mentions.variables(c.whileTrue()).stream().allMatch(borne.binding()::binds);
        Status status = bound ? kept(reading, reading.inForce.of(c, borne.binding())) : Status.FULFILLED;
        return Instance.nothing(c.id(), borne.bearer(), status);
    }

    /** How a clause stands that was never breached. */
    static Status kept(OneReading reading, Holding inForce) {
        Time now = Time.at(reading.now);
        if (inForce.isTrueAt(now)) {
            return Status.FULFILLED;
        }
        if (inForce.poss().upTo(reading.now).isEmpty()) {
            return Status.NOT_YET_DUE;
        }
        boolean ever = !inForce.sure().upTo(reading.now).isEmpty();
        return ever && inForce.isFalseAt(now) ? Status.LAPSED : Status.UNDETERMINED;
    }
}
