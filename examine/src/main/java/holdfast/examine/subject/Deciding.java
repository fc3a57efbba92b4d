package holdfast.examine.subject;

import holdfast.examine.play.Cast;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which bodies find, rule or decide something on which clauses hang. */
public final class Deciding {
    private final Agreement agreement;
    private final List<Part> parts = new ArrayList<>();

    /**
     * What one body does.
     *
     * @param clauses on what, as far as it is about clauses
     * @param confirms it confirms breaches of those clauses
     * @param finds it establishes how things stand: it confirms, attributes, rules, or its decision is a condition; otherwise its decision only sets something in motion
     * @param words what it does, as a verb with its object
     */
    public record Part(
            Body body, List<String> clauses, boolean confirms, boolean finds, String words, Reading reading) {
        public boolean needsEverybody() {
            return body.need() >= body.members().size();
        }

        public boolean canBeStoppedBy(String member) {
            return body.members().contains(member) && Cast.canBlock(body, Set.of(member));
        }
    }

    public Deciding(Agreement agreement) {
        this.agreement = agreement;
        agreement.rules().forEach(this::addWhatBodiesSay);
        Walk walk = new Walk(agreement);
        agreement.norms().forEach(n -> addWhatItHangsOn(walk, n));
    }

    private void addWhatBodiesSay(Rule rule) {
        switch (rule) {
            case Rule.Confirms r -> {
                List<String> clauses = agreement.norms().stream()
                        .map(Norm::id)
                        .filter(r.of()::covers)
                        .distinct()
                        .toList();
                r.body()
                        .flatMap(this::body)
                        .ifPresent(b -> parts.add(
                                new Part(b, clauses, true, true, "confirms breaches of " + r.of(), r.reading())));
            }
            case Rule.Attributes r ->
                body(r.by())
                        .ifPresent(b -> parts.add(new Part(b, List.of(), false, true, "says who did it", r.reading())));
            case Rule.RulesOn r ->
                body(r.body())
                        .ifPresent(b ->
                                parts.add(new Part(b, List.of(), false, true, "rules on " + r.name(), r.reading())));
            case Rule.Corrects ignored -> {}
            case Rule.AnswersFor ignored -> {}
            case Rule.QuietGap ignored -> {}
            case Rule.Evidence ignored -> {}
            case Rule.Accepts ignored -> {}
            case Rule.ForcesInArea ignored -> {}
            case Rule.Readiness ignored -> {}
            case Rule.InForceWhile ignored -> {}
        }
    }

    private void addWhatItHangsOn(Walk walk, Norm norm) {
        for (String name : deciders(inConditions(walk, norm))) {
            body(name)
                    .ifPresent(b -> parts.add(new Part(
                            b,
                            List.of(norm.id()),
                            false,
                            true,
                            "decides on what " + norm.id() + " hangs on",
                            norm.reading())));
        }
        for (String name : deciders(inTrigger(walk, norm))) {
            body(name)
                    .ifPresent(b -> parts.add(new Part(
                            b,
                            List.of(norm.id()),
                            false,
                            false,
                            "decides whether " + norm.id() + " comes about",
                            norm.reading())));
        }
    }

    private static Set<Pattern> inConditions(Walk walk, Norm norm) {
        List<Condition> conditions = new ArrayList<>(List.of(norm.whileTrue(), norm.guard()));
        Duties.condition(norm).ifPresent(conditions::add);
        if (norm.trigger().orElse(null) instanceof Trigger.OnEvent t) {
            conditions.add(t.where());
        }
        if (norm.trigger().orElse(null) instanceof Trigger.OnState t) {
            conditions.add(t.condition());
        }
        return walk.from(new Condition.All(conditions)).patterns();
    }

    private static Set<Pattern> inTrigger(Walk walk, Norm norm) {
        return norm.trigger().map(t -> walk.from(t).patterns()).orElse(Set.of());
    }

    /** The bodies whose decision some patterns name. */
    public static Set<String> deciders(Collection<Pattern> patterns) {
        Set<String> bodies = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            if (pattern.event().equals("decision")
                    && pattern.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String body))) {
                bodies.add(body);
            }
        }
        return bodies;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    private Optional<Body> body(String name) {
        return agreement.bodies().stream().filter(b -> b.name().equals(name)).findFirst();
    }
}
