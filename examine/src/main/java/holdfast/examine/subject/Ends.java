package holdfast.examine.subject;

import holdfast.examine.play.Cast;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Condition;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Ending;
import holdfast.language.reading.Endings;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which ways what a clause stands on comes to an end, and in whose hands that is. What has to happen anyway for the clause to stand at all is taken as given; an event that
 * is nobody's act may come about.
 */
public final class Ends {
    private final Agreement agreement;
    private final Walk walk;
    private final Endings endings;

    public Ends(Agreement agreement) {
        this.agreement = agreement;
        this.walk = new Walk(agreement);
        this.endings = new Endings(walk);
    }

    /** Of its {@code while} and its {@code if}. */
    public List<Ending> of(Norm norm) {
        return of(norm, new Condition.All(List.of(norm.whileTrue(), norm.guard())));
    }

    /** Of its {@code while} alone: the state of affairs for which it is meant. */
    public List<Ending> ofState(Norm norm) {
        return of(norm, norm.whileTrue());
    }

    /** Of its {@code while} and its {@code if}, and of what the whole instrument is in force for. */
    public List<Ending> ofAll(Norm norm) {
        List<Condition> needed = new ArrayList<>(List.of(norm.whileTrue(), norm.guard()));
        agreement.rules().forEach(r -> {
            if (r instanceof Rule.InForceWhile guard) {
                needed.add(guard.condition());
            }
        });
        return of(norm, new Condition.All(needed));
    }

    private List<Ending> of(Norm norm, Condition needed) {
        Set<String> given = new LinkedHashSet<>();
        for (Ending way : endings.beginnings(needed)) {
            for (Ending.Step step : way.steps()) {
                if (step instanceof Ending.Done(Pattern act)) {
                    given.add(act.event());
                }
            }
        }
        List<Ending> ways = new ArrayList<>();
        for (Ending way : endings.of(needed)) {
            Optional<holdfast.language.model.Reading> reading = way.reading().and(norm.reading());
            List<Ending.Step> steps = way.steps().stream()
                    .filter(s -> !(s instanceof Ending.Done(Pattern act) && given.contains(act.event())))
                    .toList();
            if (reading.isPresent() && !steps.isEmpty()) {
                ways.add(new Ending(steps, reading.get()));
            }
        }
        return ways.stream().distinct().toList();
    }

    /** Whether this way lies in the hands of one actor: each act or omission is its own, or nobody's, and one at least is its own. */
    public boolean isInTheHandsOf(String actor, Ending way) {
        boolean own = false;
        for (Ending.Step step : way.steps()) {
            switch (step) {
                case Ending.Done(Pattern act) -> {
                    if (isNobodys(act)) {
                        continue;
                    }
                    if (!canDo(actor, act)) {
                        return false;
                    }
                    own = true;
                }
                case Ending.Withheld(Pattern act, Optional<Span> within) -> {
                    if (!canWithhold(actor, act)) {
                        return false;
                    }
                    own = true;
                }
                case Ending.Passes ignored -> {}
                case Ending.Comes ignored -> {}
                case Ending.Taken ignored -> {}
            }
        }
        return own;
    }

    /** Whether this way lies in the hands of one actor, and the text names it for an act of it. */
    public boolean isNamedFor(String actor, Ending way) {
        return isInTheHandsOf(actor, way)
                && way.steps().stream()
                        .anyMatch(s -> s instanceof Ending.Done(Pattern act)
                                && doers(act).equals(List.of(actor)));
    }

    /** Whether time alone brings it about; or time in which nobody does what would renew it. */
    public boolean isByTime(Ending way) {
        return way.steps().stream().allMatch(s -> switch (s) {
                    case Ending.Done(Pattern act) -> isNobodys(act);
                    case Ending.Withheld w -> w.within().isPresent();
                    case Ending.Passes ignored -> true;
                    case Ending.Comes ignored -> true;
                    case Ending.Taken ignored -> false;
                })
                && (way.span().isPresent() || way.date().isPresent() || isRenewable(way));
    }

    public static boolean isRenewable(Ending way) {
        return way.steps().stream().anyMatch(s -> s instanceof Ending.Withheld);
    }

    /** The time after which it ends: what passes, or what passes without a renewal. */
    public static Optional<Span> span(Ending way) {
        return way.span()
                .or(() -> way.steps().stream()
                        .flatMap(s -> s instanceof Ending.Withheld w
                                ? w.within().stream()
                                : java.util.stream.Stream.<Span>empty())
                        .findFirst());
    }

    /** An event that has no doer. */
    public boolean isNobodys(Pattern act) {
        return agreement
                .eventType(act.event())
                .map(EventType::actor)
                .filter(Optional::isEmpty)
                .isPresent();
    }

    private boolean canDo(String actor, Pattern act) {
        Optional<Body> body = decider(act);
        if (body.isPresent()) {
            boolean rejected = act.term("result").orElse(null) instanceof Term.Constant(Value.Text(String r))
                    && r.equals("rejected");
            return rejected
                    ? Cast.canBlock(body.get(), Set.of(actor))
                    : body.get().members().contains(actor) && body.get().need() <= 1;
        }
        List<String> doers = doers(act);
        // An act of which the text does not say whose it is can be anybody's.
        return doers.isEmpty() || doers.contains(actor);
    }

    private boolean canWithhold(String actor, Pattern act) {
        Optional<Body> body = decider(act);
        if (body.isPresent()) {
            return body.get().members().contains(actor) && Cast.canBlock(body.get(), Set.of(actor));
        }
        return doers(act).equals(List.of(actor));
    }

    private Optional<Body> decider(Pattern act) {
        if (act.event().equals("decision")
                && act.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String name))) {
            return agreement.bodies().stream()
                    .filter(b -> b.name().equals(name))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** Those whom a pattern names as having done it; of a group, its members. */
    public List<String> doers(Pattern act) {
        return Roles.doer(agreement, act)
                .map(name -> agreement.members(name).orElse(List.of(name)))
                .orElse(List.of());
    }

    /** How somebody brings it about, in a few words. */
    public String how(Ending way) {
        List<String> parts = new ArrayList<>();
        for (Ending.Step step : way.steps()) {
            switch (step) {
                case Ending.Done(Pattern act) -> {
                    if (!isNobodys(act)) {
                        parts.add(
                                decider(act).isPresent()
                                        ? "by voting no in "
                                                + decider(act).get().name()
                                        : "by " + act.event());
                    }
                }
                case Ending.Withheld(Pattern act, Optional<Span> within) ->
                    parts.add(
                            decider(act).isPresent()
                                    ? "by voting no in " + decider(act).get().name()
                                    : "by withholding " + act.event());
                case Ending.Passes ignored -> {}
                case Ending.Comes ignored -> {}
                case Ending.Taken ignored -> {}
            }
        }
        String acts = parts.stream().distinct().collect(Collectors.joining(" and "));
        return acts + way.span().map(s -> ", " + s + " later").orElse("");
    }
}
