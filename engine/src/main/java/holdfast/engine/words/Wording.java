package holdfast.engine.words;

import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.sentence.Readable;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says the parts of an agreement in the words of the language, as {@code docs/language.md} writes them. */
public final class Wording {
    private final DateWords dates;

    public Wording(ZoneId zone) {
        this.dates = new DateWords(zone);
    }

    /** The whole clause without its number: {@code on a breach B of 2 by Russia, Ukraine must warn(about B) within 24 hours}. */
    public String clause(Norm norm) {
        StringBuilder said = new StringBuilder();
        if (!norm.whileTrue().isAlways()) {
            said.append("while ").append(condition(norm.whileTrue())).append(", ");
        }
        norm.trigger().ifPresent(t -> said.append(trigger(t)).append(", "));
        if (!norm.guard().isAlways()) {
            said.append("if ").append(condition(norm.guard())).append(", ");
        }
        return said.append(bearer(norm.bearer()))
                .append(' ')
                .append(duty(norm.duty()))
                .toString();
    }

    public String bearer(Bearer bearer) {
        return switch (bearer) {
            case Bearer.NobodyNamed() -> "nobody named";
            case Bearer.Named(List<String> actors) -> list(actors);
            case Bearer.EachOf(String variable, String set, List<String> ignored) -> each(variable, set);
            case Bearer.Bound(String variable) -> variable;
            case Bearer.Anyone(String variable) -> variable.startsWith("_") ? "anyone" : ("anyone " + variable).strip();
        };
    }

    private static String each(String variable, String set) {
        boolean role = set.equals("party") || set.equals("guarantor");
        boolean unnamed = variable.startsWith("_");
        if (role) {
            return "each " + set + (unnamed ? "" : " " + variable);
        }
        return unnamed ? set : "each " + variable + " of " + set;
    }

    /** What must or may be done, with its window: {@code must warn(about B) within 24 hours}. */
    public String duty(Duty duty) {
        return switch (duty) {
            case Duty.Achieve achieve -> "must " + achieve(achieve);
            case Duty.Refrain(Pattern act, Condition where) -> "must not " + pattern(act) + where(where);
            case Duty.Keep(Condition kept) -> "must keep " + condition(kept);
            case Duty.Recur(Pattern act, Span every, Condition where) ->
                "must " + pattern(act) + " every " + (every.count() == 1 ? unit(every) : every) + where(where);
            case Duty.May(Pattern act) -> "may " + pattern(act);
            case Duty.Power(Duty.Effect effect, ClauseRef over, Pattern with, Duty.Reach reach) ->
                "may " + effect.name().toLowerCase(Locale.ROOT) + " " + over + (reach.forGood() ? " for good" : "")
                        + " with " + pattern(with) + (reach.alsoAfterTheDay() ? ", also after the day" : "");
        };
    }

    private static String unit(Span span) {
        return span.unit().name().toLowerCase(Locale.ROOT);
    }

    private String achieve(Duty.Achieve duty) {
        StringBuilder said = new StringBuilder(pattern(duty.act())).append(amount(duty.amount()));
        duty.notBefore().ifPresent(b -> said.append(" not before ").append(when(b)));
        duty.due().ifPresent(b -> said.append(' ').append(bound(b)));
        return said.append(where(duty.where())).toString();
    }

    private String amount(Duty.Amount amount) {
        return switch (amount) {
            case Duty.Amount.Times(int n) -> n == 1 ? "" : " at least " + n + " times";
            case Duty.Amount.Totalling(String attribute, Term total) ->
                " totalling " + term(total) + (attribute.isEmpty() ? "" : " of " + attribute);
        };
    }

    /** {@code within 24 hours of the report}, {@code by 31 Dec 2015}. */
    public String bound(Bound bound) {
        return switch (bound) {
            case Bound.Within(Span span, boolean including, Anchor anchor) ->
                "within " + span + (including && !span.exact() ? " including the first day" : "") + of(anchor);
            case Bound.OnDate(var ignored, boolean before) -> (before ? "before " : "by ") + when(bound);
            case Bound.AtInstant(var ignored, boolean before) -> (before ? "before " : "by ") + when(bound);
            case Bound.OnVariable(var ignored, boolean before) -> (before ? "before " : "by ") + when(bound);
        };
    }

    private String when(Bound bound) {
        return switch (bound) {
            case Bound.Within(Span span, boolean ignored, Anchor anchor) -> span + of(anchor);
            case Bound.OnDate(var date, boolean ignored) -> dates.day(date);
            case Bound.AtInstant(var instant, boolean ignored) -> dates.at(instant.toEpochMilli());
            case Bound.OnVariable(String variable, boolean ignored) -> variable;
        };
    }

    private String of(Anchor anchor) {
        String said = anchor(anchor);
        return said.isEmpty() ? "" : " of " + said;
    }

    /** What a clock runs from; empty for the trigger itself. */
    public String anchor(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OfTrigger() -> "";
            case Anchor.OfReport() -> "the report";
            case Anchor.OfEvent(Pattern pattern) -> pattern(pattern);
            case Anchor.OfBreach(String variable, Anchor.Moment moment) ->
                switch (moment) {
                    case START -> "the start of " + variable;
                    case REPORT -> "the report of " + variable;
                    case FINDING -> "the finding on " + variable;
                };
        };
    }

    public String trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) -> "on " + pattern(pattern) + where(where);
            case Trigger.OnBreach breach ->
                "on a " + (breach.confirmed() ? "confirmed " : "") + "breach "
                        + (breach.variable().startsWith("_") ? "" : breach.variable() + " ") + "of "
                        + breach.of() + breach.by().map(by -> " by " + term(by)).orElse("");
            case Trigger.Continues(Trigger.OnBreach breach, Span after, var ignored) ->
                "if " + breach.variable() + " continues after " + after;
            case Trigger.GrowsInto(Trigger.OnBreach breach, Pattern into, var ignored) ->
                "if " + breach.variable() + " grows into " + pattern(into);
            case Trigger.OnOutcome(ClauseRef clause, boolean cured, var ignored) ->
                "when " + clause + " is " + (cured ? "cured" : "fulfilled");
            case Trigger.OnState(Condition state, boolean begins, var ignored) ->
                "when " + condition(state) + (begins ? " begins" : " ends");
        };
    }

    private String where(Condition condition) {
        return condition.isAlways() ? "" : " where " + condition(condition);
    }

    public String condition(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> all.isEmpty() ? "always" : joined(all, " and ");
            case Condition.Any(List<Condition> any) -> any.isEmpty() ? "never" : joined(any, " or ");
            case Condition.Not(Condition negated) -> not(negated);
            case Condition.InState(String state, List<Term> arguments, var ignored) ->
                arguments.isEmpty() ? state : state + "(" + terms(arguments) + ")";
            case Condition.HasHappened(Pattern pattern) -> pattern(pattern) + " has happened";
            case Condition.NoneFor(Pattern pattern, Span span) -> "no " + pattern(pattern) + " for " + span;
            case Condition.ClauseFulfilled(ClauseRef clause, var ignored) -> clause + " is fulfilled";
            case Condition.ClauseBreached(ClauseRef clause, Optional<String> by, var ignored) ->
                clause + " is breached" + by.map(b -> " by " + b).orElse("");
            case Condition.LevelIs(Pattern level, Comparison comparison, BigDecimal number) ->
                pattern(level) + " " + comparison(comparison) + " " + number(number);
            case Condition.Undefined(String term, var ignored) -> term;
            case Condition.Compare(Term left, Comparison comparison, Term right, var ignored) ->
                term(left) + " " + comparison(comparison) + " " + term(right);
            case Condition.InZone(Term place, String zone, var ignored) -> term(place) + " in " + zone;
            case Condition.Distance(Term place, boolean within, BigDecimal km, String zone, var ignored) ->
                term(place) + (within ? " within " : " at least ") + number(km) + " km of " + zone;
        };
    }

    private String not(Condition negated) {
        return switch (negated) {
            case Condition.ClauseFulfilled(ClauseRef clause, var ignored) -> clause + " is not fulfilled";
            case Condition.ClauseBreached(ClauseRef clause, Optional<String> by, var ignored) ->
                clause + " is not breached" + by.map(b -> " by " + b).orElse("");
            case Condition.InZone(Term place, String zone, var ignored) -> term(place) + " not in " + zone;
            default -> "not " + inner(negated);
        };
    }

    private String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(this::inner).collect(Collectors.joining(word));
    }

    private String inner(Condition condition) {
        boolean compound = (condition instanceof Condition.All(var all) && all.size() > 1)
                || (condition instanceof Condition.Any(var any) && any.size() > 1);
        return compound ? "(" + condition(condition) + ")" : condition(condition);
    }

    private static String comparison(Comparison comparison) {
        return comparison.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code attack(by P, on Ukraine)}. */
    public String pattern(Pattern pattern) {
        return pattern(pattern, Map.of());
    }

    /** With what is known put in place of the variables: {@code attack(by Russia, on Ukraine)}. */
    public String pattern(Pattern pattern, Map<String, String> known) {
        String named = pattern.arguments().stream()
                .map(a -> argument(a, known))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? pattern.event() : pattern.event() + "(" + named + ")";
    }

    /** A variable that the reader of the document put in, such as the bearer's, is nothing that the text says. */
    private String argument(Pattern.Argument argument, Map<String, String> known) {
        if (argument.term() instanceof Term.Variable(String name)) {
            return known.containsKey(name)
                    ? argument.attribute() + " " + known.get(name)
                    : name.startsWith("_") ? "" : argument.attribute() + " " + name;
        }
        return argument.attribute() + " " + term(argument.term());
    }

    private String terms(List<Term> terms) {
        return terms.stream().map(this::term).collect(Collectors.joining(", "));
    }

    public String term(Term term) {
        return switch (term) {
            case Term.Variable(String name) -> name;
            case Term.Constant(Value.Text(String text)) -> '"' + text + '"';
            case Term.Constant(Value value) -> value(value);
        };
    }

    /** A value as a person would say it: texts without quotes, days as {@code 1 Mar 2026}, a place by its name or its degrees. */
    public String value(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> name;
            case Value.Text(String text) -> text;
            case Value.Number(BigDecimal number) -> number(number);
            case Value.Day(var date) -> dates.day(date);
            case Value.Place(double latitude, double longitude, String name) ->
                name.isEmpty() ? degrees(latitude) + " " + degrees(longitude) : name;
            case Value.NamedPlace(String name) -> name;
            case Value.ZoneName(String name) -> name;
            case Value.Reference(String id) -> id;
        };
    }

    private static String degrees(double degrees) {
        return number(BigDecimal.valueOf(degrees));
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** {@code counting as included and border as open}, as a statement that holds under these answers names them; empty for the empty reading. */
    public static String answers(Reading reading) {
        return reading.answers().entrySet().stream()
                .map(e -> e.getKey() + " as " + e.getValue())
                .collect(Collectors.joining(" and "));
    }

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    public static String list(List<String> items) {
        return Readable.list(items, "and");
    }

    /** {@code A, B and 3 more}: the first {@code shown} of many. One more takes no more room than its name, and is named. */
    public static String list(List<String> items, int shown) {
        return items.size() <= shown + 1
                ? list(items)
                : String.join(", ", items.subList(0, shown)) + " and " + (items.size() - shown) + " more";
    }
}
