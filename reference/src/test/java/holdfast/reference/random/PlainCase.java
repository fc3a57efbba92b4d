package holdfast.reference.random;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An agreement of clauses as they stand in ceasefires by the dozen: deadlines, what follows where one is not kept, prohibitions always, while a state holds, and beyond a number. Its
 * histories are mostly sure and precise, with late records, corrections and withdrawals; now and then something else is on record about a key, or about all of them.
 */
final class PlainCase {
    private final Dice dice;
    private final List<Event> events = new ArrayList<>();

    /** What conditions mostly speak of, and no clause otherwise. */
    private final List<Event> turns = new ArrayList<>();

    private final List<String> conditions = new ArrayList<>();
    private final StringBuilder clauses = new StringBuilder();
    private int article;
    private int defined;

    /** @param attributes their names; each name has one type */
    private record Event(String name, List<String> attributes) {
        String declared() {
            StringBuilder text = new StringBuilder("event " + name + "(");
            for (int i = 0; i < attributes.size(); i++) {
                text.append(i == 0 ? "" : ", ")
                        .append(attributes.get(i))
                        .append(": ")
                        .append(type(attributes.get(i)));
            }
            return text.append(")").toString();
        }

        private static String type(String attribute) {
            return switch (attribute) {
                case "by", "on" -> "party";
                case "amount", "round" -> "number";
                case "label" -> "text";
                default -> "date";
            };
        }
    }

    private PlainCase(Dice dice) {
        this.dice = dice;
    }

    /** Everything in it follows from the seed. Empty where the text that was drawn is none. */
    static Optional<RandomCase> of(long seed) {
        Dice dice = new Dice(seed ^ 0x2545F4914F6CDD1DL);
        String text = new PlainCase(dice).text();
        Optional<Agreement> agreement = AgreementReader.read("plain.md", text.getBytes(UTF_8), name -> Optional.empty())
                .agreement();
        return agreement.map(a -> {
            RandomHistory history = new RandomHistory(dice, a);
            int size = dice.chance(0.15) ? RandomCase.LARGEST : dice.between(3, 16);
            double plainly = dice.pick(1.0, 1.0, 0.97, 0.8);
            List<Record> records = new ArrayList<>();
            for (Record record : history.draw(size)) {
                plain(dice, record, plainly).ifPresent(records::add);
            }
            return new RandomCase(seed, a, records, history.moments());
        });
    }

    /** @param plainly how likely it is that nothing is left open */
    private static Optional<Record> plain(Dice dice, Record record, double plainly) {
        boolean odd = !dice.chance(plainly);
        return switch (record) {
            case Record.Observation o
            when !odd ->
                Optional.of(new Record.Observation(
                        o.id(),
                        o.recorded(),
                        o.source(),
                        o.corrects(),
                        o.event(),
                        Time.at(o.occurred().lo()),
                        o.values(),
                        o.basis(),
                        Optional.empty(),
                        o.author()));
            case Record.Finding _ when dice.chance(0.15) -> Optional.of(record);
            case Record.Attribution _, Record.Finding _ -> odd ? Optional.of(record) : Optional.empty();
            case Record.Observation _, Record.Withdrawal _ -> Optional.of(record);
        };
    }

    String text() {
        for (int n = dice.between(2, 5); n > 0; n--) {
            List<String> attributes = new ArrayList<>();
            for (String attribute : List.of("by", "on", "amount", "round", "label", "day")) {
                if (dice.chance(attribute.equals("by") ? 0.7 : 0.4)) {
                    attributes.add(attribute);
                }
            }
            if (attributes.isEmpty()) {
                attributes.add("label");
            }
            events.add(new Event("e" + events.size(), attributes));
        }
        String states = states();
        for (int n = dice.between(1, 4); n > 0; n--) {
            clause();
        }
        if (dice.chance(0.5)) {
            beyond();
        }
        StringBuilder text = new StringBuilder("# Plain\n\n```holdfast\nagreement \"Plain\"\ntime zone Europe/Kyiv\n");
        text.append("days count ").append(dice.pick("excluding", "including")).append(" the first day\n");
        text.append("party Ukraine, Russia\nguarantor France\nactor Belarus\n");
        text.append("group Coalition = Ukraine, France\nbody Commission of Ukraine, Russia, decides by majority\n");
        if (dice.chance(0.3)) {
            text.append("Commission corrects records of everybody\n");
        }
        if (dice.chance(0.3)) {
            text.append("Commission attributes\n");
        }
        events.forEach(e -> text.append(e.declared()).append('\n'));
        turns.forEach(e -> text.append(e.declared()).append('\n'));
        text.append(states);
        return text.append("```\n").append(clauses).append('\n').toString();
    }

    /** What holds or does not for all keys alike, such as a truce. */
    private String states() {
        if (dice.chance(0.4)) {
            return "";
        }
        turns.add(new Event("t0", List.of("label")));
        turns.add(new Event("t1", List.of("label", "by")));
        String text = "state truce begins with " + turn() + (dice.chance(0.3) ? " or " + turn() : "") + ", ends with "
                + turn() + "\n";
        text += "state calm is " + dice.pick("truce", "not truce", turn() + " has happened") + "\n";
        text += "term season is " + dice.pick("1 week", "3 days") + " from " + turn() + "\n";
        conditions.addAll(List.of("truce", "truce", "not truce", "calm", "season", "no " + turn() + " for " + span()));
        conditions.addAll(List.of(turn() + " has happened", "not " + turn() + " has happened"));
        return dice.chance(0.25) ? text + "in force while " + condition() + "\n" : text;
    }

    private String turn() {
        Event event = dice.pick(dice.chance(0.85) ? turns : events);
        List<String> named = dice.some(event.attributes(), 0);
        named.removeIf(a -> dice.chance(0.5));
        StringBuilder text = new StringBuilder();
        for (String attribute : named) {
            text.append(text.isEmpty() ? "(" : ", ")
                    .append(attribute)
                    .append(' ')
                    .append(constant(attribute));
        }
        return event.name() + (text.isEmpty() ? "" : text + ")");
    }

    private String condition() {
        String one = dice.pick(conditions);
        return dice.chance(0.25) ? one + dice.pick(" and ", " or ") + dice.pick(conditions) : one;
    }

    /** @param keyed what else the clause waits for; empty: nothing */
    private String waiting(String keyed) {
        boolean waits = !conditions.isEmpty() && dice.chance(0.6);
        String also = waits ? (keyed.isEmpty() ? condition() : " and " + dice.pick(conditions)) : "";
        return keyed.isEmpty() && !waits ? "" : "while " + keyed + also + ", ";
    }

    private void clause() {
        article++;
        clauses.append("\n## Article ").append(article).append(". Of something\n\n```holdfast\n");
        switch (dice.weighted(4, 3, 3, 4)) {
            case 0 -> duty();
            case 1 -> always();
            case 2 -> whileSo();
            default -> crowd();
        }
        if (dice.chance(0.3)) {
            clauses.append(dice.pick("nobody", "Commission", "Commission"))
                    .append(" confirms breaches of ")
                    .append(article)
                    .append('\n');
            clauses.insert(
                    clauses.length() - 1,
                    clauses.toString().endsWith("nobody confirms breaches of " + article + "\n")
                            ? ""
                            : dice.pick(
                                    "",
                                    "",
                                    ", and silence for 2 days leaves them alleged",
                                    ", and silence for 1 day confirms them"));
        }
        clauses.append("```\n");
    }

    /** A clause that only the second tier judges; it may hang on one before it, or hear of the same events. */
    private void beyond() {
        article++;
        Event event = dice.pick(events);
        String act = event.name();
        clauses.append("\n## Article ").append(article).append(". Of something else\n\n```holdfast\n");
        clauses.append(article)
                .append(".1  ")
                .append(
                        switch (dice.weighted(2, 2, 2, 1)) {
                            case 0 ->
                                "while " + dice.pick(events).name() + " has happened, nobody named must " + act
                                        + " every " + dice.pick("day", "week");
                            case 1 ->
                                "if " + dice.between(1, article - 1) + " is breached, nobody named must " + act
                                        + " by 2015-04-02";
                            case 2 ->
                                "on " + act + ", if " + dice.pick(events).name() + " has happened, nobody named must "
                                        + dice.pick(events).name() + " within " + span();
                            default -> "Ukraine may excuse " + dice.between(1, article - 1) + " with " + act;
                        });
        clauses.append("\n```\n");
    }

    private String span() {
        return dice.pick("1 hour", "3 hours", "90 minutes", "1 day", "2 days", "1 week", "26 hours");
    }

    /** Some attributes of an event, each with a variable of its own name, or with what it is given there. */
    private String pattern(Event event, List<String> attributes, boolean constants) {
        StringBuilder text = new StringBuilder(event.name()).append('(');
        String separator = "";
        for (String attribute : attributes) {
            text.append(separator).append(attribute).append(' ');
            text.append(constants && dice.chance(0.2) ? constant(attribute) : variable(attribute));
            separator = ", ";
        }
        return attributes.isEmpty() ? event.name() : text.append(')').toString();
    }

    private static String variable(String attribute) {
        return attribute.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    }

    private String constant(String attribute) {
        return switch (attribute) {
            case "by", "on" -> dice.pick("Ukraine", "Russia", "Coalition", "party");
            case "amount", "round" -> String.valueOf(dice.between(0, 3));
            case "label" -> "\"a\"";
            default -> "2015-03-29";
        };
    }

    /** What must be so of values that a pattern binds to variables of their names; mostly nothing. */
    private String where(List<String> attributes) {
        if (attributes.isEmpty() || dice.chance(0.65)) {
            return "";
        }
        String one = compared(dice.pick(attributes), attributes);
        return " where "
                + (dice.chance(0.3)
                        ? one + dice.pick(" and ", " or ") + compared(dice.pick(attributes), attributes)
                        : one);
    }

    private String compared(String attribute, List<String> attributes) {
        boolean ordered = List.of("amount", "round", "day").contains(attribute);
        String how = ordered ? dice.pick("is", "is not", "at least", "at most", "more than", "less than") : "is";
        String than = constant(attribute);
        if (attributes.contains("amount") && attributes.contains("round") && dice.chance(0.5)) {
            return "A " + dice.pick("at least", "more than", "is", "is not") + " R";
        }
        String is = variable(attribute) + " " + (ordered ? how : dice.pick("is", "is not")) + " " + than;
        return dice.chance(0.2) ? "not " + is : is;
    }

    private List<String> common(Event a, Event b) {
        List<String> common = new ArrayList<>(a.attributes());
        common.retainAll(b.attributes());
        return common;
    }

    private void duty() {
        Event trigger = dice.pick(events);
        Event act = dice.pick(events);
        List<String> common = common(trigger, act);
        if (common.isEmpty()) {
            always();
            return;
        }
        List<String> key = dice.some(common, 1);
        List<String> shown = new ArrayList<>(key);
        for (String attribute : trigger.attributes()) {
            if (!shown.contains(attribute) && dice.chance(0.4)) {
                shown.add(attribute);
            }
        }
        List<String> acted = new ArrayList<>(key);
        for (String attribute : act.attributes()) {
            if (!trigger.attributes().contains(attribute) && dice.chance(0.2)) {
                acted.add(attribute);
            }
        }
        String bearer = bearer(shown);
        String on = pattern(trigger, shown, false);
        String only = where(shown);
        clauses.append(article)
                .append(".1  on ")
                .append(on)
                .append(only)
                .append(", ")
                .append(bearer);
        clauses.append(" must ").append(pattern(act, acted, false));
        clauses.append(dice.chance(0.85) ? " within " + span() : "")
                .append(where(acted))
                .append('\n');
        if (dice.chance(0.5)) {
            clauses.append(article)
                    .append(".2  on a breach X of ")
                    .append(article)
                    .append(".1, ");
            Event other = dice.pick(events);
            boolean anchored = other.attributes().containsAll(key) && dice.chance(0.5) && shown.equals(key);
            String then = other.attributes().containsAll(key) ? pattern(other, key, false) : pattern(act, key, false);
            clauses.append(bearer(key))
                    .append(" must ")
                    .append(then)
                    .append(" within ")
                    .append(span());
            clauses.append(anchored ? " of " + on : "").append('\n');
        }
    }

    private String bearer(List<String> shown) {
        if (shown.contains("by") && dice.chance(0.4)) {
            return "B";
        }
        if (shown.contains("on") && dice.chance(0.3)) {
            return "O";
        }
        return dice.chance(0.3) ? "Ukraine" : "nobody named";
    }

    private void always() {
        Event act = dice.pick(events);
        List<String> attributes = new ArrayList<>(dice.some(act.attributes(), 0));
        forbid(act, attributes, waiting(""));
        quiet();
    }

    private void forbid(Event act, List<String> attributes, String when) {
        boolean named = act.attributes().contains("by") && dice.chance(0.6);
        if (named && !attributes.contains("by")) {
            attributes.add("by");
        }
        String bearer = named ? dice.pick("each party B", "anyone B", "each B of Coalition") : "nobody named";
        clauses.append(article).append(".1  ").append(when).append(bearer).append(" must not ");
        String pattern = pattern(act, attributes, !named && when.isEmpty());
        attributes.removeIf(a -> !pattern.contains(a + " " + variable(a)));
        clauses.append(pattern).append(where(attributes)).append('\n');
    }

    private void quiet() {
        if (dice.chance(0.4)) {
            clauses.append("a breach of ")
                    .append(article)
                    .append(".1 ends after ")
                    .append(span());
            clauses.append(" without a further act\n");
        }
    }

    private void whileSo() {
        Event act = dice.pick(events);
        Event begin = dice.pick(events);
        Event end = dice.pick(events);
        List<String> common = common(begin, end);
        common.retainAll(act.attributes());
        common.remove("by");
        if (common.isEmpty()) {
            always();
            return;
        }
        List<String> key = dice.some(common, 1);
        StringBuilder parameters = new StringBuilder();
        key.forEach(k -> parameters.append(parameters.isEmpty() ? "" : ", ").append(variable(k)));
        clauses.append("state s").append(article).append('(').append(parameters).append(") begins with ");
        clauses.append(pattern(begin, key, false))
                .append(", ends with ")
                .append(pattern(end, key, false))
                .append('\n');
        forbid(act, new ArrayList<>(key), waiting("s" + article + "(" + parameters + ")"));
        quiet();
    }

    private void crowd() {
        Event act = dice.pick(events);
        List<String> attributes = dice.some(act.attributes(), 1);
        String name = "d" + defined++;
        StringBuilder parameters = new StringBuilder();
        for (String attribute : attributes) {
            parameters
                    .append(parameters.isEmpty() ? "" : ", ")
                    .append(attribute)
                    .append(' ')
                    .append(variable(attribute));
        }
        clauses.append("define ").append(name).append('(').append(parameters).append(") as at least ");
        clauses.append(dice.between(1, dice.chance(0.3) ? 5 : 3)).append(' ').append(pattern(act, attributes, false));
        clauses.append(dice.chance(0.85) ? " within " + span() : "")
                .append(where(attributes))
                .append('\n');
        String forbidden = name;
        if (dice.chance(0.3)) {
            forbidden = "f" + name;
            String again = name + "(" + parameters + ")";
            clauses.append("define ")
                    .append(forbidden)
                    .append('(')
                    .append(parameters)
                    .append(") as ");
            clauses.append(again).append(" or ").append(again).append('\n');
        }
        Event counted = new Event(forbidden, attributes);
        forbid(counted, new ArrayList<>(dice.some(attributes, 0)), waiting(""));
        quiet();
    }
}
