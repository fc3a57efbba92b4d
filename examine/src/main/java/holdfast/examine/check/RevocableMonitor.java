package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.Story;
import holdfast.examine.play.Cast;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F08: those who are watched, or others who have duties, can end the watching alone. */
final class RevocableMonitor implements Check {
    @Override
    public Code code() {
        return Code.F08;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        Watchers watchers = new Watchers(agreement);
        if (watchers.isEmpty()) {
            return Check.notApplicable("nobody has the duty to watch");
        }
        List<End> ends = new ArrayList<>();
        for (Norm norm : watchers.clauses()) {
            Ends search = new Ends(agreement, norm, ends);
            search.condition(norm.whileTrue(), true, norm.reading());
            search.condition(norm.guard(), true, norm.reading());
            powers(agreement, norm, ends);
        }
        Set<String> bound = bound(agreement, watchers);
        List<End> alone = ends.stream().filter(e -> bound.contains(e.by())).toList();
        if (alone.isEmpty()) {
            return Check.none();
        }
        List<String> clauses = alone.stream().map(End::clause).distinct().toList();
        String sentence = Names.list(alone.stream().map(End::by).toList()) + " can alone end what "
                + watchers.words() + " do under " + Names.list(clauses) + ", "
                + alone.getFirst().how();
        boolean whole =
                Readings.coverAll(agreement, alone.stream().map(End::reading).toList());
        Optional<Story> story = story(subject, watchers, alone);
        return new Result.Found(List.of(
                whole
                        ? Finding.fires(code(), clauses, sentence, story)
                        : Finding.lesser(code(), clauses, sentence + ", under one reading of the text", story)));
    }

    private static Optional<Story> story(Subject subject, Watchers watchers, List<End> alone) {
        for (End end : alone) {
            for (Norm norm : watchers.clauses()) {
                if (norm.id().equals(end.clause())) {
                    Optional<Story> story = subject.stories()
                            .ended(norm, end.reading(), norm.id() + " comes to an end, and nobody has broken it", 400);
                    if (story.isPresent()) {
                        return story;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** That somebody can end one clause. */
    private record End(String by, String clause, String how, Reading reading) {}

    /** Those who have duties under the text, the watchers themselves left out. */
    private static Set<String> bound(Agreement agreement, Watchers watchers) {
        Set<String> bound = new LinkedHashSet<>(Cast.withRole(agreement, Actor.Role.PARTY));
        for (Norm norm : agreement.norms()) {
            if (!(norm.duty() instanceof Duty.May) && !(norm.duty() instanceof Duty.Power)) {
                Cast.bearers(norm).forEach(b -> b.ifPresent(bound::add));
            }
        }
        bound.removeAll(watchers.names());
        return bound;
    }

    private static void powers(Agreement agreement, Norm watching, List<End> ends) {
        for (Norm norm : agreement.norms()) {
            if (norm.duty() instanceof Duty.Power p
                    && (p.effect() == Duty.Effect.TERMINATE || p.effect() == Duty.Effect.SUSPEND)
                    && p.over().covers(watching.id())) {
                Readings.both(norm.reading(), watching.reading())
                        .ifPresent(r -> Cast.bearers(norm)
                                .forEach(b -> b.ifPresent(by ->
                                        ends.add(new End(by, watching.id(), "by the power in " + norm.id(), r)))));
            }
        }
    }

    /** Goes through what must hold for the watching to go on, and notes who can bring it to an end. */
    private static final class Ends {
        private final Agreement agreement;
        private final Norm norm;
        private final List<End> ends;
        private final Set<String> seen = new HashSet<>();

        Ends(Agreement agreement, Norm norm, List<End> ends) {
            this.agreement = agreement;
            this.norm = norm;
            this.ends = ends;
        }

        /** @param needed whether the watching needs it to hold, rather than not to */
        void condition(Condition condition, boolean needed, Reading reading) {
            switch (condition) {
                case Condition.All c -> c.conditions().forEach(one -> condition(one, needed, reading));
                case Condition.Any c -> c.conditions().forEach(one -> condition(one, needed, reading));
                case Condition.Not c -> condition(c.condition(), !needed, reading);
                case Condition.InState c -> state(c.state(), needed, reading);
                case Condition.HasHappened c -> {
                    if (needed) {
                        withheld(c.pattern(), reading);
                    } else {
                        done(c.pattern(), reading);
                    }
                }
                default -> {}
            }
        }

        private void state(String name, boolean needed, Reading reading) {
            if (!seen.add(name + needed + reading)) {
                return;
            }
            for (State state : agreement.states()) {
                if (state.name().equals(name)) {
                    Readings.both(reading, state.reading()).ifPresent(r -> state(state, needed, r));
                }
            }
        }

        private void state(State state, boolean needed, Reading reading) {
            switch (state) {
                case State.Named s -> condition(s.condition(), needed, reading);
                case State.Fluent s -> {
                    (needed ? s.ends() : s.begins()).forEach(p -> done(p, reading));
                    if (needed && s.begins().size() == 1) {
                        withheld(s.begins().getFirst(), reading);
                    }
                }
            }
        }

        /** An act, or an omission, that ends it. */
        private void done(Pattern pattern, Reading reading) {
            doers(pattern).forEach(by -> add(by, "by " + pattern.event(), reading));
            for (Definition d : agreement.definitions()) {
                if (d.name().equals(pattern.event()) && seen.add("done " + d.name() + d.reading())) {
                    Readings.both(reading, d.reading()).ifPresent(r -> derived(d, r));
                }
            }
        }

        private void derived(Definition d, Reading reading) {
            switch (d.derivation()) {
                case Definition.Select x -> x.patterns().forEach(p -> done(p, reading));
                case Definition.Count x -> done(x.pattern(), reading);
                case Definition.Merged x -> done(x.pattern(), reading);
                case Definition.Then x -> done(x.second(), reading);
                case Definition.Absence x -> withheld(x.absent(), reading);
                case Definition.Different ignored -> {}
                case Definition.Sum ignored -> {}
                case Definition.After ignored -> {}
                case Definition.AllOf ignored -> {}
            }
        }

        /** An act that is needed: whoever alone can do it can leave it undone, and whoever can stop the body can stop the decision. */
        private void withheld(Pattern pattern, Reading reading) {
            List<String> doers = doers(pattern);
            if (doers.size() == 1) {
                add(doers.getFirst(), "by withholding " + pattern.event(), reading);
            }
            if (pattern.event().equals("decision")
                    && pattern.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String name))) {
                for (Body body : agreement.bodies()) {
                    if (body.name().equals(name)) {
                        body.members().stream()
                                .filter(m -> Cast.canBlock(body, Set.of(m)))
                                .forEach(m -> add(m, "by voting no in " + name, reading));
                    }
                }
            }
        }

        private List<String> doers(Pattern pattern) {
            return Optional.ofNullable(agreement.eventTypes().get(pattern.event()))
                    .flatMap(e -> e.actor())
                    .flatMap(a -> pattern.term(a.name()))
                    .filter(t -> t instanceof Term.Constant(Value.Actor ignored))
                    .map(t -> t instanceof Term.Constant(Value.Actor(String name))
                            ? agreement.members(name).orElse(List.of(name))
                            : List.<String>of())
                    .orElse(List.of());
        }

        private void add(String by, String how, Reading reading) {
            ends.add(new End(by, norm.id(), how, reading));
        }
    }
}
