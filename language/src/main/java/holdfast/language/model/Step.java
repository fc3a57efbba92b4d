package holdfast.language.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One event as a step on the way of a thing from its giver into service: {@code pledge is pledged}.
 *
 * @param attributes by role, the attribute of the event that says it; a role that no attribute has is absent
 */
public record Step(String event, Stage stage, Map<Role, String> attributes) {
    public Step {
        Map<Role, String> sorted = new EnumMap<>(Role.class);
        sorted.putAll(attributes);
        attributes = Collections.unmodifiableMap(sorted);
    }

    /** In the order in which a thing passes them. */
    public enum Stage {
        NEEDED("needed"),
        OFFERED("offered"),
        PLEDGED("pledged"),
        FUNDED("funded"),
        CONTRACTED("contracted"),
        SHIPPED("shipped"),
        RECEIVED("received"),
        IN_SERVICE("in service"),
        LOST("lost"),
        RETURNED("returned"),
        /** Not of a thing: a condition of promises and offers is met. */
        MET("met");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** As it is written in a text. */
        public String words() {
            return words;
        }

        /** What each record of it must say. */
        public Set<Role> needs() {
            return this == MET ? Set.of(Role.CONDITION) : Set.of(Role.ITEM, Role.QUANTITY);
        }
    }

    /** What an attribute says of a step, with the names under which it is looked for where the text names none. */
    public enum Role {
        ITEM("item", ValueType.TEXT),
        QUANTITY("quantity", ValueType.NUMBER),
        UNIT("unit", ValueType.TEXT),
        GIVER("giver", ValueType.PARTY),
        RECEIVER("receiver", ValueType.PARTY),
        DAY("day", ValueType.DATE),
        PRIORITY("priority", ValueType.NUMBER),
        CASE("case", ValueType.TEXT),
        AMOUNT("amount", ValueType.NUMBER),
        CURRENCY("currency", ValueType.TEXT),
        /** On what a promise or an offer hangs; of what is met, which. */
        CONDITION("condition", ValueType.TEXT),
        /** How much of it is this giver's part, in percent, where several give one thing together. */
        SHARE("share", ValueType.NUMBER),
        /** For how long the quantity is meant, where it is so much a month. */
        PERIOD("period", ValueType.TEXT);

        private final String word;
        private final ValueType type;

        Role(String word, ValueType type) {
            this.word = word;
            this.type = type;
        }

        /** As it is written in a text. */
        public String word() {
            return word;
        }

        public ValueType type() {
            return type;
        }

        /** Who does the act of a stage has it or asks for it: {@code need(by: party)} is by its receiver, {@code pledge(by: party)} by its giver. */
        List<String> usualNames(Stage stage) {
            return switch (this) {
                case GIVER ->
                    switch (stage) {
                        case OFFERED, PLEDGED, FUNDED, CONTRACTED, SHIPPED -> List.of("by", "from");
                        case RECEIVED -> List.of("from", "by");
                        case NEEDED, IN_SERVICE, LOST -> List.of("from");
                        case RETURNED -> List.of("to", "from");
                        case MET -> List.of();
                    };
                case RECEIVER ->
                    switch (stage) {
                        case OFFERED, PLEDGED, FUNDED, CONTRACTED, SHIPPED, RECEIVED -> List.of("to", "by");
                        case NEEDED, IN_SERVICE, LOST, RETURNED -> List.of("by", "to");
                        case MET -> List.of();
                    };
                case DAY -> List.of("due", "from");
                case ITEM, QUANTITY, UNIT, PRIORITY, CASE, AMOUNT, CURRENCY, CONDITION, SHARE, PERIOD -> List.of(word);
            };
        }
    }

    public Optional<String> attribute(Role role) {
        return Optional.ofNullable(attributes.get(role));
    }

    /**
     * The step with every role that can be told from the names of the event's attributes.
     *
     * @param said the roles that the text gives; no attribute has two
     */
    public static Step of(EventType event, Stage stage, Map<Role, String> said) {
        Map<Role, String> roles = new EnumMap<>(Role.class);
        roles.putAll(said);
        for (Role role : Role.values()) {
            role.usualNames(stage).stream()
                    .filter(name -> !roles.containsValue(name))
                    .filter(name -> event.attribute(name)
                            .filter(a -> a.type() == role.type())
                            .isPresent())
                    .findFirst()
                    .ifPresent(name -> roles.putIfAbsent(role, name));
        }
        return new Step(event.name(), stage, roles);
    }

    /** The roles that the text must give, since the names of the attributes do not tell them. */
    public Map<Role, String> toBeSaid(EventType type) {
        Map<Role, String> said = new EnumMap<>(Role.class);
        Map<Role, String> told = of(type, stage, said).attributes();
        while (!told.equals(attributes)) {
            Map<Role, String> toldSoFar = told;
            Map.Entry<Role, String> next = attributes.entrySet().stream()
                    .filter(a -> !said.containsKey(a.getKey()))
                    .filter(a -> !a.getValue().equals(toldSoFar.get(a.getKey())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such step of " + event));
            said.put(next.getKey(), next.getValue());
            told = of(type, stage, said).attributes();
        }
        return said;
    }
}
