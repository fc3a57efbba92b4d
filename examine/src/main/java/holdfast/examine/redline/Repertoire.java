package holdfast.examine.redline;

import holdfast.engine.Record;
import holdfast.examine.play.Act;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Ways;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may happen in the histories that are tried: whatever either draft speaks of, with values on both sides of every comparison that either makes, by the actors
 * that either names. It is the same whichever draft is the earlier.
 */
final class Repertoire {
    private static final int MOST_DOERS = 5;
    private static final int MOST_CHUNKS = 40;
    private static final int MOST_OF_ONE_PATTERN = 8;
    private static final int MOST_SCENES = 10;
    private static final int LONGEST = 12;
    private static final long MINUTE = 60_000;

    private final List<Side> sides;
    private final Set<String> doers = new TreeSet<>();
    private boolean leftOut;

    Repertoire(Side before, Side after) {
        this.sides = List.of(before, after);
        sides.forEach(this::collectDoers);
    }

    /** Whether there was more than is tried. */
    boolean leftOut() {
        return leftOut;
    }

    private void collectDoers(Side side) {
        side.norm().ifPresent(n -> Roles.bearers(n).forEach(b -> b.ifPresent(doers::add)));
        for (Rule rule : side.uses().rules()) {
            if (rule instanceof Rule.AnswersFor answers) {
                doers.addAll(answers.affiliates());
            }
        }
        if (doers.isEmpty()) {
            side.part().actors().forEach(a -> doers.add(a.name()));
        }
    }

    /** Those for whom the drafts may differ come first: who bears the clause in one of them only. */
    private List<String> chosenDoers() {
        List<Set<String>> bearers = new ArrayList<>();
        for (Side side : sides) {
            Set<String> of = new TreeSet<>();
            side.norm().ifPresent(n -> Roles.bearers(n).forEach(b -> b.ifPresent(of::add)));
            bearers.add(of);
        }
        List<String> chosen = new ArrayList<>();
        doers.stream()
                .filter(d -> bearers.getFirst().contains(d) != bearers.getLast().contains(d))
                .forEach(chosen::add);
        doers.stream().filter(d -> !chosen.contains(d)).forEach(chosen::add);
        leftOut |= chosen.size() > MOST_DOERS;
        return chosen.stream().limit(MOST_DOERS).toList();
    }

    /** What may happen next, simple things first. */
    List<Chunk> chunks() {
        Set<Chunk> all = new LinkedHashSet<>();
        List<String> chosen = chosenDoers();
        for (Side side : sides) {
            Ways ways = new Ways(side.part());
            for (Pattern pattern : side.uses().patterns()) {
                for (String doer : chosen) {
                    List<List<Ways.Step>> some = ways.of(pattern, Map.of(), Optional.of(doer));
                    leftOut |= some.size() > MOST_OF_ONE_PATTERN;
                    some.stream()
                            .limit(MOST_OF_ONE_PATTERN)
                            .filter(w -> !w.isEmpty() && w.size() <= LONGEST)
                            .forEach(w -> all.add(Chunk.of(w)));
                }
            }
            all.addAll(votes(side));
            all.addAll(findings(side));
        }
        leftOut |= all.size() > MOST_CHUNKS;
        return all.stream().sorted(Chunk.ORDER).limit(MOST_CHUNKS).toList();
    }

    // Bodies.

    private List<Chunk> votes(Side side) {
        List<Chunk> chunks = new ArrayList<>();
        boolean decides = side.uses().patterns().stream()
                .anyMatch(p -> p.event().equals("decision") || p.event().equals("vote"));
        if (!decides) {
            return chunks;
        }
        for (String name : side.uses().bodies()) {
            for (Body body : side.part().bodies()) {
                if (body.name().equals(name)) {
                    for (Value on : subjects(side)) {
                        chunks.addAll(votes(body, on));
                    }
                }
            }
        }
        return chunks;
    }

    private static Set<Value> subjects(Side side) {
        Set<Value> on = new LinkedHashSet<>();
        for (Pattern pattern : side.uses().patterns()) {
            if (pattern.event().equals("decision")
                    && pattern.term("on").orElse(null) instanceof Term.Constant(Value value)) {
                on.add(value);
            }
        }
        return on.isEmpty() ? Set.of(new Value.Text("matter")) : on;
    }

    /** As many say yes as it needs, as many less one, or all; the others say nothing, or no. */
    private static List<Chunk> votes(Body body, Value on) {
        List<Chunk> chunks = new ArrayList<>();
        List<String> members = new ArrayList<>(body.members());
        // Who has a veto votes first: without it nothing passes.
        members.sort((a, b) ->
                Boolean.compare(body.vetoes().contains(b), body.vetoes().contains(a)));
        for (int yes : new TreeSet<>(List.of(Math.max(0, body.need() - 1), body.need(), members.size()))) {
            if (yes <= members.size()) {
                chunks.add(vote(body, on, members.subList(0, yes), List.of()));
                chunks.add(vote(body, on, members.subList(0, yes), members.subList(yes, members.size())));
            }
        }
        return chunks;
    }

    private static Chunk vote(Body body, Value on, List<String> yes, List<String> no) {
        List<Chunk.Part> parts = new ArrayList<>();
        Value of = new Value.Actor(body.name());
        Value id = new Value.Text("motion");
        parts.add(new Chunk.Part(new Happening.Done(Act.of("motion", Map.of("of", of, "id", id, "on", on))), 0));
        yes.forEach(m -> parts.add(new Chunk.Part(cast(m, id, "yes"), MINUTE)));
        no.forEach(m -> parts.add(new Chunk.Part(cast(m, id, "no"), MINUTE)));
        return new Chunk(parts);
    }

    private static Happening cast(String member, Value id, String choice) {
        return new Happening.Done(
                Act.of("vote", Map.of("by", new Value.Actor(member), "id", id, "choice", new Value.Text(choice))));
    }

    private List<Chunk> findings(Side side) {
        List<Chunk> chunks = new ArrayList<>();
        for (Rule rule : side.uses().rules()) {
            switch (rule) {
                case Rule.Confirms c ->
                    c.body().ifPresent(b -> {
                        for (String result : List.of(Record.Finding.CONFIRMED, Record.Finding.REFUTED)) {
                            chunks.add(Chunk.of(new Happening.Found(b, Optional.empty(), Optional.empty(), result)));
                            side.uses().clauses().stream()
                                    .filter(id -> c.of().covers(id)
                                            && sides.stream()
                                                    .allMatch(s ->
                                                            s.uses().clauses().contains(id)))
                                    .forEach(id -> chunks.add(Chunk.of(
                                            new Happening.Found(b, Optional.of(id), Optional.empty(), result))));
                        }
                    });
                case Rule.Attributes a ->
                    doers.stream().limit(2).forEach(d -> chunks.add(Chunk.of(new Happening.Attributed(a.by(), d))));
                case Rule.RulesOn r -> {
                    if (side.uses().terms().contains(r.name())) {
                        for (String result : List.of(Record.Finding.CONFIRMED, Record.Finding.REFUTED)) {
                            chunks.add(Chunk.of(
                                    new Happening.Found(r.body(), Optional.empty(), Optional.of(r.name()), result)));
                        }
                    }
                }
                default -> {}
            }
        }
        return chunks;
    }

    // Scenes.

    /** Beginnings of histories: none, and what brings the clause into force and sets it in motion, as plainly as it can be. */
    List<Chunk> scenes() {
        Set<Chunk> all = new LinkedHashSet<>();
        all.add(new Chunk(List.of()));
        for (Side side : sides) {
            side.norm().ifPresent(n -> all.addAll(scenes(side, n)));
        }
        leftOut |= all.size() > MOST_SCENES;
        return all.stream().sorted(Chunk.ORDER).limit(MOST_SCENES).toList();
    }

    private List<Chunk> scenes(Side side, Norm norm) {
        Ways ways = new Ways(side.part());
        Chunk inForce = Chunk.of(plainest(ways.conditions(needed(side.part(), norm), Map.of())));
        List<Chunk> all = new ArrayList<>(List.of(inForce));
        if (Duties.isProhibition(norm)) {
            all.addAll(broken(ways, norm, Sides.violators(side.part(), norm)));
        }
        norm.trigger().ifPresent(t -> {
            switch (t) {
                case Trigger.OnEvent e ->
                    all.add(inForce.then(
                            Chunk.of(plainest(ways.of(
                                    e.pattern(), Map.of(), doers.stream().findFirst()))),
                            inForce.length() + MINUTE));
                case Trigger.OnBreach b -> all.addAll(broken(ways, b));
                case Trigger.Continues c -> all.addAll(broken(ways, c.breach()));
                case Trigger.GrowsInto g -> all.addAll(broken(ways, g.breach()));
                case Trigger.OnOutcome o ->
                    all.add(inForce.then(
                            Chunk.of(plainest(
                                    ways.conditions(new Condition.ClauseFulfilled(o.clause(), o.origin()), Map.of()))),
                            inForce.length() + MINUTE));
                case Trigger.OnState s ->
                    all.add(inForce.then(
                            Chunk.of(plainest(ways.conditions(s.condition(), Map.of()))), inForce.length() + MINUTE));
            }
        });
        return all;
    }

    private static Condition needed(Agreement part, Norm norm) {
        List<Condition> needed = new ArrayList<>();
        for (Rule rule : part.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                needed.add(guard.condition());
            }
        }
        needed.add(norm.whileTrue());
        needed.add(norm.guard());
        return new Condition.All(needed);
    }

    private static List<Ways.Step> plainest(List<List<Ways.Step>> ways) {
        return ways.stream().min((a, b) -> Integer.compare(a.size(), b.size())).orElse(List.of());
    }

    private static List<Chunk> broken(Ways ways, Trigger.OnBreach on) {
        List<Chunk> all = new ArrayList<>();
        for (Norm norm : ways.agreement().norms()) {
            if (on.of().covers(norm.id()) && Duties.isProhibition(norm)) {
                List<Optional<String>> violators = on.by()
                        .filter(Term.Constant.class::isInstance)
                        .map(t -> ((Term.Constant) t).value())
                        .filter(Value.Actor.class::isInstance)
                        .map(v -> List.of(Optional.of(((Value.Actor) v).name())))
                        .orElseGet(() -> Sides.violators(ways.agreement(), norm));
                all.addAll(broken(ways, norm, violators));
            }
        }
        return all;
    }

    private static List<Chunk> broken(Ways ways, Norm norm, Collection<Optional<String>> violators) {
        List<Chunk> all = new ArrayList<>();
        for (Optional<String> violator : violators.stream().limit(3).toList()) {
            Optional<Opening> opening = new Openings(ways).of(norm, violator);
            opening.map(Opening::plans)
                    .map(List::<Plan>copyOf)
                    .map(Chunk::planned)
                    .ifPresent(all::add);
        }
        return all;
    }
}
