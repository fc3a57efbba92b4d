package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.EventType;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which events are which step: each is declared, has one stage, and says what it is about and how much of it. */
final class ReadinessCheck {
    private final Context context;
    private Optional<Stated> first = Optional.empty();

    ReadinessCheck(Context context) {
        this.context = context;
    }

    Optional<Rule> check(Statement.Readiness written, Stated stated, Origin origin) {
        if (first.isPresent()) {
            context.report(
                    Code.SAID_TWICE,
                    stated.place(),
                    "which acts are which step was already said, "
                            + Names.whereIs(first.get().first(), stated.first()).replace("named ", ""),
                    "say it in one statement, with a comma between the steps");
            return Optional.empty();
        }
        first = Optional.of(stated);
        List<Step> steps = new ArrayList<>();
        Map<String, Step.Stage> stages = new HashMap<>();
        boolean good = true;
        for (Statement.Step step : written.steps()) {
            Optional<Step> checked = step(step);
            good &= checked.isPresent() && isNew(step, checked.get(), stages);
            checked.ifPresent(steps::add);
        }
        return good ? Optional.of(new Rule.Readiness(Reading.NONE, steps, origin)) : Optional.empty();
    }

    private boolean isNew(Statement.Step written, Step step, Map<String, Step.Stage> stages) {
        Step.Stage before = stages.putIfAbsent(step.event(), step.stage());
        if (before == null) {
            return true;
        }
        String name = written.event().text();
        context.report(
                Code.LISTED_TWICE,
                written.event(),
                before == step.stage()
                        ? "`" + name + "` is named twice"
                        : "`" + name + "` is said to be " + before.words() + " and "
                                + step.stage().words(),
                before == step.stage()
                        ? "name it once"
                        : "name it once; for two steps name two acts, such as `event " + name + "_"
                                + step.stage().words().replace(' ', '_') + "(...)`");
        return false;
    }

    private Optional<Step> step(Statement.Step written) {
        Optional<EventType> event = event(written.event());
        Optional<Map<Role, String>> said = event.flatMap(e -> roles(written, e));
        if (event.isEmpty() || said.isEmpty()) {
            return Optional.empty();
        }
        Step step = Step.of(event.get(), stage(written.stage()), said.get());
        boolean complete = Stream.of(Role.values())
                .filter(step.stage().needs()::contains)
                .allMatch(role -> hasRole(written, event.get(), step, role));
        return complete ? Optional.of(step) : Optional.empty();
    }

    private static Step.Stage stage(Token written) {
        return Stream.of(Step.Stage.values())
                .filter(s -> s.words().equals(written.text()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<EventType> event(Token written) {
        String name = written.text();
        Optional<EventType> declared = Optional.ofNullable(context.names.events.get(name));
        if (declared.isPresent() || context.names.isBroken(name)) {
            return declared;
        }
        Optional<Names.Kind> kind = context.names.kind(name);
        if (kind.isPresent()) {
            context.report(
                    Code.UNKNOWN_EVENT,
                    written,
                    "`" + name + "` is " + kind.get().words + ", and a step is an act of which there are records",
                    kind.get() == Names.Kind.DEFINITION
                            ? "name the acts that it is made of"
                            : "name an act: `event " + name + "_1(by: party, item: text, quantity: number)`");
        } else {
            context.unknown(
                    Code.UNKNOWN_EVENT,
                    written,
                    "the text names no act or event",
                    context.names.events.keySet(),
                    "say what it is: `event " + name + "(by: party, item: text, quantity: number)`");
        }
        return Optional.empty();
    }

    private Optional<Map<Role, String>> roles(Statement.Step written, EventType event) {
        Map<Role, String> said = new EnumMap<>(Role.class);
        boolean good = true;
        for (Statement.StepRole role : written.roles()) {
            good &= addRole(role, event, said);
        }
        return good ? Optional.of(said) : Optional.empty();
    }

    private boolean addRole(Statement.StepRole written, EventType event, Map<Role, String> said) {
        Role role = Stream.of(Role.values())
                .filter(r -> r.word().equals(written.role().text()))
                .findFirst()
                .orElseThrow();
        Token name = written.attribute();
        Optional<EventType.Attribute> attribute = event.attribute(name.text());
        if (attribute.isEmpty()) {
            List<String> known =
                    event.attributes().stream().map(EventType.Attribute::name).toList();
            context.unknown(
                    Code.UNKNOWN_ATTRIBUTE,
                    name,
                    "`" + event.name() + "` has no detail",
                    known,
                    known.isEmpty() ? "it has none" : "it has " + Suggestion.list(known));
            return false;
        }
        if (attribute.get().type() != role.type()) {
            context.report(
                    Code.WRONG_TYPE,
                    name,
                    "`" + name.text() + "` is a " + word(attribute.get().type()) + ", and the " + role.word()
                            + " of a step is a " + word(role.type()),
                    "name a detail of that type, or name `" + name.text() + ": " + word(role.type()) + "`");
            return false;
        }
        if (said.containsKey(role) || said.containsValue(name.text())) {
            context.report(
                    Code.LISTED_TWICE,
                    name,
                    said.containsKey(role)
                            ? "two attributes are said to be the " + role.word()
                            : "`" + name.text() + "` is said to be two things",
                    "name one detail for each");
            return false;
        }
        said.put(role, name.text());
        return true;
    }

    private boolean hasRole(Statement.Step written, EventType event, Step step, Role role) {
        if (step.attribute(role).isPresent()) {
            return true;
        }
        List<String> fitting = event.attributes().stream()
                .filter(a -> a.type() == role.type())
                .map(EventType.Attribute::name)
                .filter(a -> !step.attributes().containsValue(a))
                .toList();
        context.report(
                Code.STEP_WITHOUT,
                written.event(),
                "nothing in `" + event.name() + "` says the " + role.word() + ": it has no detail `" + role.word()
                        + ": " + word(role.type()) + "`",
                fitting.isEmpty()
                        ? "name it with `" + role.word() + ": " + word(role.type()) + "`"
                        : "if another detail says it, write `" + event.name() + " is "
                                + written.stage().text() + " with " + fitting.getFirst() + " as " + role.word() + "`");
        return false;
    }

    private static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
