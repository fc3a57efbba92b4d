package holdfast.readiness.ledger;

import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.language.model.Step.Stage;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.ItemList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The clauses that demand or forbid a total of a step's event, of one item and one quantity. */
final class Goals {
    /** What a clause says of a total, before anything is counted. */
    private record Total(Pattern pattern, Step step, Goal.Kind kind, BigDecimal quantity) {}

    /** A clause with its item and how its total is counted. */
    record Found(Norm norm, Goal.Kind kind, Stage stage, Item item, BigDecimal quantity, Predicate<Entry> counted) {}

    private final Agreement agreement;
    private final List<Step> steps;
    private final ItemList items;

    Goals(Agreement agreement, List<Step> steps, ItemList items) {
        this.agreement = agreement;
        this.steps = steps;
        this.items = items;
    }

    List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (Norm norm : agreement.norms()) {
            total(norm).flatMap(t -> found(norm, t)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Found> found(Norm norm, Total total) {
        Optional<String> name = total.step()
                .attribute(Role.ITEM)
                .flatMap(total.pattern()::term)
                .flatMap(t ->
                        t instanceof Term.Constant(Value.Text(String text)) ? Optional.of(text) : Optional.empty());
        return name.flatMap(n -> items.item(n, Optional.empty()))
                .map(item -> new Found(
                        norm,
                        total.kind(),
                        total.step().stage(),
                        item,
                        total.quantity(),
                        e -> isOf(e, total.pattern(), total.step())));
    }

    private Optional<Total> total(Norm norm) {
        Optional<Total> demanded = Duties.demanded(norm)
                .flatMap(p -> Duties.amount(norm)
                        .flatMap(a -> a instanceof Duty.Amount.Totalling(String attribute, Term total)
                                ? constant(total).flatMap(n -> total(p, attribute, Goal.Kind.AT_LEAST, n))
                                : defined(p, Goal.Kind.AT_LEAST)));
        return demanded.or(() -> Duties.forbidden(norm).flatMap(p -> defined(p, Goal.Kind.FEWER_THAN)));
    }

    /** Of an event that is there as soon as a sum is reached. */
    private Optional<Total> defined(Pattern pattern, Goal.Kind kind) {
        return agreement.definitions().stream()
                .filter(d -> d.name().equals(pattern.event()))
                .flatMap(d -> d.derivation() instanceof Definition.Sum sum
                                && sum.within().isEmpty()
                                && sum.where().isAlways()
                        ? total(told(sum.pattern(), d, pattern), sum.attribute(), kind, sum.atLeast()).stream()
                        : Stream.empty())
                .findFirst();
    }

    /** The pattern of a definition, where the clause says what its variables stand for. */
    private static Pattern told(Pattern inner, Definition definition, Pattern use) {
        Map<String, Term> known = new HashMap<>();
        for (int i = 0; i < definition.variables().size(); i++) {
            String variable = definition.variables().get(i);
            use.term(definition.type().attributes().get(i).name()).ifPresent(t -> known.put(variable, t));
        }
        List<Pattern.Argument> arguments = inner.arguments().stream()
                .map(a -> a.term() instanceof Term.Variable(String name)
                        ? new Pattern.Argument(a.attribute(), known.getOrDefault(name, a.term()))
                        : a)
                .toList();
        return new Pattern(inner.event(), arguments, inner.origin());
    }

    private static Optional<BigDecimal> constant(Term term) {
        return term instanceof Term.Constant(Value.Number(BigDecimal number)) ? Optional.of(number) : Optional.empty();
    }

    private Optional<Total> total(Pattern pattern, String attribute, Goal.Kind kind, BigDecimal quantity) {
        return steps.stream()
                .filter(s -> s.event().equals(pattern.event()))
                .filter(s -> attribute.isEmpty()
                        || s.attribute(Role.QUANTITY).filter(attribute::equals).isPresent())
                .findFirst()
                .map(step -> new Total(pattern, step, kind, quantity));
    }

    /** Who gives and who receives must be whom the clause names; of other steps than its own, as far as they tell. */
    private boolean isOf(Entry entry, Pattern pattern, Step step) {
        return names(pattern, step, Role.GIVER, entry.giver()) && names(pattern, step, Role.RECEIVER, entry.receiver());
    }

    private boolean names(Pattern pattern, Step step, Role role, Optional<String> actor) {
        return step.attribute(role)
                .flatMap(pattern::term)
                .flatMap(t ->
                        t instanceof Term.Constant(Value.Actor(String name)) ? Optional.of(name) : Optional.empty())
                .map(name -> actor.map(a ->
                                agreement.members(name).orElse(List.of(name)).contains(a))
                        .orElse(role == Role.RECEIVER))
                .orElse(true);
    }

    Goal counted(Found found, Flow item) {
        Flow flow = item.where(found.counted());
        Optional<LocalDate> by = Duties.due(found.norm()).flatMap(this::day);
        Stage stage = found.stage();
        BigDecimal reached = flow.total(stage);
        boolean onTheWay = found.kind() == Goal.Kind.AT_LEAST && stage.compareTo(Stage.PLEDGED) > 0;
        BigDecimal underWay = onTheWay ? flow.underWay() : BigDecimal.ZERO;
        BigDecimal promised = onTheWay ? flow.promised() : BigDecimal.ZERO;
        BigDecimal inTime = onTheWay ? promised.min(flow.promisedBy(by)) : BigDecimal.ZERO;
        BigDecimal missing = found.kind() == Goal.Kind.FEWER_THAN
                ? BigDecimal.ZERO
                : found.quantity()
                        .subtract(reached)
                        .subtract(underWay)
                        .subtract(inTime)
                        .max(BigDecimal.ZERO);
        return new Goal(
                found.norm().id(),
                bearers(found.norm().bearer()),
                found.kind(),
                stage,
                found.item(),
                found.quantity(),
                by,
                found.norm().trigger().isPresent()
                        || !found.norm().whileTrue().isAlways()
                        || !found.norm().guard().isAlways(),
                reached,
                stage.compareTo(Stage.RECEIVED) >= 0 ? flow.gone().min(reached) : BigDecimal.ZERO,
                underWay,
                inTime,
                promised.subtract(inTime),
                missing);
    }

    private Optional<LocalDate> day(Bound bound) {
        return switch (bound) {
            case Bound.OnDate(LocalDate date, boolean before) -> Optional.of(before ? date.minusDays(1) : date);
            case Bound.AtInstant(var instant, boolean ignored) ->
                Optional.of(instant.atZone(agreement.zone()).toLocalDate());
            case Bound.Within ignored -> Optional.empty();
            case Bound.OnVariable ignored -> Optional.empty();
        };
    }

    private static List<String> bearers(Bearer bearer) {
        return switch (bearer) {
            case Bearer.Named(List<String> actors) -> actors;
            case Bearer.EachOf each -> each.actors();
            case Bearer.NobodyNamed ignored -> List.of();
            case Bearer.Bound ignored -> List.of();
            case Bearer.Anyone ignored -> List.of();
        };
    }
}
