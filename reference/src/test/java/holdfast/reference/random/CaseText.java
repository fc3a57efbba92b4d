package holdfast.reference.random;

import holdfast.engine.Record;
import holdfast.engine.Record.Attribution;
import holdfast.engine.Record.Finding;
import holdfast.engine.Record.Observation;
import holdfast.engine.Record.Withdrawal;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Step;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case in words close to those of the language, for whoever must find out what went wrong. */
public final class CaseText {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final ZoneId zone;

    private CaseText(ZoneId zone) {
        this.zone = zone;
    }

    public static String of(Agreement agreement) {
        return new CaseText(agreement.zone()).agreement(agreement);
    }

    public static String of(Agreement agreement, Collection<Record> records) {
        CaseText text = new CaseText(agreement.zone());
        return lines(records.stream().map(text::record));
    }

    public static String of(ZoneId zone, Verdict verdict) {
        return new CaseText(zone).verdict(verdict);
    }

    public static String instant(ZoneId zone, long t) {
        return new CaseText(zone).instant(t);
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    private static <T> String list(Collection<T> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    // the agreement

    private String agreement(Agreement a) {
        return lines(Stream.of(
                        Stream.of("time zone " + a.zone()),
                        a.actors().stream()
                                .map(x -> x.role().name().toLowerCase(java.util.Locale.ROOT) + " " + x.name()),
                        a.groups().stream().map(g -> "group " + g.name() + " = " + list(g.members())),
                        a.bodies().stream().map(CaseText::body),
                        a.events().stream()
                                .filter(e -> !Draft.BUILT_IN.contains(e))
                                .map(e -> "event " + e.name() + "("
                                        + e.attributes().stream()
                                                .map(x -> x.name() + ": " + words(x.type()))
                                                .collect(Collectors.joining(", "))
                                        + ")"),
                        a.zones().stream().map(CaseText::zone),
                        a.undefinedTerms().stream().map(u -> "undefined " + u.name()),
                        a.questions().stream().map(q -> "question " + q.name() + " answers " + list(q.answers())),
                        a.levels().stream()
                                .map(l -> prefix(l.reading()) + "define " + l.name() + l.attributes() + l.variables()
                                        + " as the latest " + l.figure() + " in " + pattern(l.pattern())),
                        a.definitions().stream().map(this::definition),
                        a.states().stream().map(this::state),
                        a.norms().stream().map(this::norm),
                        a.rules().stream().map(this::rule))
                .flatMap(lines -> lines));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String prefix(Reading reading) {
        return reading.answers().entrySet().stream()
                .map(e -> "read " + e.getKey() + " as " + e.getValue() + ", ")
                .collect(Collectors.joining());
    }

    private static String body(Body b) {
        String rule = switch (b.rule()) {
            case Body.Rule.Consensus() -> "consensus";
            case Body.Rule.Majority() -> "majority";
            case Body.Rule.AtLeast(int n) -> n + " of " + b.members().size();
            case Body.Rule.NotSaid() -> "nothing that is said";
            case Body.Rule.Advises() -> "nothing, it advises";
        };
        return "body " + b.name() + " of " + list(b.members()) + ", decides by " + rule
                + b.vetoes().stream().map(v -> ", " + v + " may veto").collect(Collectors.joining())
                + b.within()
                        .map(s -> ", within " + s + including(b.includingFirstDay()))
                        .orElse("")
                + ", silence means " + words(b.silence());
    }

    private static String including(boolean first) {
        return first ? " including the first day" : "";
    }

    private static String zone(Zone zone) {
        return switch (zone) {
            case Zone.FromFile file ->
                "zone " + file.name() + " from " + file.content().text().replaceAll("\\s+", "");
            case Zone.Around around -> "zone " + around.name() + " is within " + around.km() + " km of " + around.of();
        };
    }

    private String definition(Definition d) {
        String parameters = d.variables().isEmpty()
                ? ""
                : java.util.stream.IntStream.range(0, d.variables().size())
                        .mapToObj(i -> d.type().attributes().get(i).name() + " "
                                + d.variables().get(i))
                        .collect(Collectors.joining(", ", "(", ")"));
        return prefix(d.reading()) + "define " + d.name() + parameters + " as " + derivation(d.derivation());
    }

    private String derivation(Definition.Derivation derivation) {
        return switch (derivation) {
            case Definition.Select(var patterns, var where) -> patterns(patterns, " or ") + where(where);
            case Definition.Count(long n, var p, var within, var where) ->
                "at least " + n + " " + pattern(p) + within(within) + where(where);
            case Definition.Different(long n, var v, var p, var within, var where) ->
                "at least " + n + " different " + v + " in " + pattern(p) + within(within) + where(where);
            case Definition.Sum(var attribute, var p, var n, var within, var where) ->
                "sum of " + attribute + " in " + pattern(p) + " at least " + n + within(within) + where(where);
            case Definition.Merged(var p, var gap, var where) -> pattern(p) + " merged within " + gap + where(where);
            case Definition.Then(var p, var q, var within) -> pattern(p) + " then " + pattern(q) + " within " + within;
            case Definition.Absence(var p, var within, boolean first, var of) ->
                "no " + pattern(p) + " within " + within + including(first) + " of " + pattern(of);
            case Definition.After(var span, boolean first, var p) -> span + including(first) + " after " + pattern(p);
            case Definition.AllOf(var patterns) -> "all of " + patterns(patterns, ", ");
        };
    }

    private static String within(Optional<?> span) {
        return span.map(s -> " within " + s).orElse("");
    }

    private String where(Condition condition) {
        return condition.isAlways() ? "" : " where " + condition(condition);
    }

    private String patterns(List<Pattern> patterns, String between) {
        return patterns.stream().map(this::pattern).collect(Collectors.joining(between));
    }

    private String pattern(Pattern pattern) {
        return pattern.arguments().isEmpty()
                ? pattern.event()
                : pattern.arguments().stream()
                        .map(x -> x.attribute() + " " + term(x.term()))
                        .collect(Collectors.joining(", ", pattern.event() + "(", ")"));
    }

    private String term(Term term) {
        return switch (term) {
            case Term.Variable(String name) -> name;
            case Term.Constant(Value value) -> value(value);
        };
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> name;
            case Value.Text(String text) -> '"' + text + '"';
            case Value.Number(var number) -> number.toPlainString();
            case Value.Day(var date) -> date.toString();
            case Value.Place p -> p.latitude() + " " + p.longitude() + (p.name().isEmpty() ? "" : " " + p.name());
            case Value.NamedPlace(String name) -> name + " (no coordinates)";
            case Value.ZoneName(String name) -> name;
            case Value.Reference(String id) -> "#" + id;
        };
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.All(var all) -> joined(all, " and ", "always");
            case Condition.Any(var any) -> joined(any, " or ", "never");
            case Condition.Not(var negated) -> "not " + condition(negated);
            case Condition.InState in ->
                in.state()
                        + (in.arguments().isEmpty()
                                ? ""
                                : in.arguments().stream().map(this::term).collect(Collectors.joining(", ", "(", ")")));
            case Condition.HasHappened(var p) -> pattern(p) + " has happened";
            case Condition.NoneFor(var p, var span) -> "no " + pattern(p) + " for " + span;
            case Condition.ClauseFulfilled c -> c.clause() + " is fulfilled";
            case Condition.ClauseBreached c ->
                c.clause() + " is breached" + c.by().map(b -> " by " + b).orElse("");
            case Condition.LevelIs l -> pattern(l.level()) + " " + words(l.comparison()) + " " + l.number();
            case Condition.Undefined u -> u.term();
            case Condition.Compare c -> term(c.left()) + " " + words(c.comparison()) + " " + term(c.right());
            case Condition.InZone in -> term(in.place()) + " in " + in.zone();
            case Condition.Distance d ->
                term(d.place()) + (d.within() ? " within " : " at least ") + d.km() + " km of " + d.zone();
        };
    }

    private static String words(Comparison comparison) {
        return words((Enum<?>) comparison);
    }

    private String joined(List<Condition> all, String between, String none) {
        return all.isEmpty() ? none : all.stream().map(this::condition).collect(Collectors.joining(between, "(", ")"));
    }

    private String state(State state) {
        String head = prefix(state.reading()) + "state " + state.name()
                + (state.parameters().isEmpty() ? "" : "(" + list(state.parameters()) + ")");
        return switch (state) {
            case State.Fluent f ->
                head + " begins with " + patterns(f.begins(), " or ")
                        + (f.ends().isEmpty() ? "" : ", ends with " + patterns(f.ends(), " or "));
            case State.Named n -> head + " is " + condition(n.condition());
            case State.Period p -> prefix(p.reading()) + "term " + p.name() + " is " + term(p);
        };
    }

    private String term(State.Period term) {
        String length = term.end().orElse(null) instanceof State.End.After after
                ? after.length() + (after.includingFirstDay() ? " including" : " excluding") + " the first day "
                : "";
        String from = term.start()
                .map(s -> switch (s) {
                    case State.Start.OfEvent(Pattern p) -> "from " + pattern(p);
                    case State.Start.At(var at) -> "from " + at;
                })
                .orElse("");
        String until = term.end().orElse(null) instanceof State.End.At(var at) ? " until " + at : "";
        return length
                + from
                + until
                + term.renewal()
                        .map(r -> ", renewed for " + r.each() + " each time"
                                + r.notice()
                                        .map(n -> ", unless " + pattern(n.by()) + " at least " + n.before()
                                                + " before its end")
                                        .orElse(""))
                        .orElse("");
    }

    // clauses and rules

    private String norm(Norm c) {
        return prefix(c.reading()) + c.id() + "  "
                + (c.whileTrue().isAlways() ? "" : "while " + condition(c.whileTrue()) + ", ")
                + c.trigger().map(t -> trigger(t) + ", ").orElse("")
                + (c.guard().isAlways() ? "" : "if " + condition(c.guard()) + ", ")
                + bearer(c.bearer()) + " " + duty(c.duty());
    }

    private String trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(var p, var where) -> "on " + pattern(p) + where(where);
            case Trigger.OnBreach on -> onBreach(on);
            case Trigger.Continues(var on, var after, var _) -> onBreach(on) + " if it continues after " + after;
            case Trigger.GrowsInto(var on, var into, var _) -> onBreach(on) + " if it grows into " + pattern(into);
            case Trigger.OnOutcome on -> "when " + on.clause() + (on.cured() ? " is cured" : " is fulfilled");
            case Trigger.OnState on -> "when " + condition(on.condition()) + (on.begins() ? " begins" : " ends");
        };
    }

    private String onBreach(Trigger.OnBreach on) {
        return "on a " + (on.confirmed() ? "confirmed " : "") + "breach " + on.variable() + " of " + on.of()
                + on.by().map(t -> " by " + term(t)).orElse("");
    }

    private static String bearer(Bearer bearer) {
        return switch (bearer) {
            case Bearer.NobodyNamed() -> "nobody named";
            case Bearer.Named(var actors) -> list(actors);
            case Bearer.EachOf(var variable, var set, var actors) ->
                "each " + variable + " of " + set + " (" + list(actors) + ")";
            case Bearer.Bound(var variable) -> variable;
            case Bearer.Anyone(var variable) -> "anyone " + variable;
        };
    }

    private String duty(Duty duty) {
        return switch (duty) {
            case Duty.Achieve d ->
                "must " + pattern(d.act()) + amount(d.amount())
                        + d.notBefore().map(b -> " not before " + bound(b)).orElse("")
                        + d.due().map(b -> " " + bound(b)).orElse(" with no deadline") + where(d.where());
            case Duty.Refrain(var act, var where) -> "must not " + pattern(act) + where(where);
            case Duty.Keep(var kept) -> "must keep " + condition(kept);
            case Duty.Recur(var act, var every, var where) -> "must " + pattern(act) + " every " + every + where(where);
            case Duty.May(var act) -> "may " + pattern(act);
            case Duty.Power(var effect, var over, var with, var reach) ->
                "may " + words(effect) + " " + over + (reach.forGood() ? " for good" : "") + " with " + pattern(with)
                        + (reach.alsoAfterTheDay() ? ", also after the day" : "");
        };
    }

    private String amount(Duty.Amount amount) {
        return switch (amount) {
            case Duty.Amount.Times(int n) -> n == 1 ? "" : " at least " + n + " times";
            case Duty.Amount.Totalling(var attribute, var total) -> " totalling " + term(total) + " of " + attribute;
        };
    }

    private String bound(Bound bound) {
        return switch (bound) {
            case Bound.Within(var span, boolean first, var anchor) ->
                "within " + span + including(first) + anchor(anchor);
            case Bound.OnDate(var date, boolean before) -> (before ? "before " : "by ") + date;
            case Bound.AtInstant(var t, boolean before) -> (before ? "before " : "by ") + instant(t.toEpochMilli());
            case Bound.OnVariable(var variable, boolean before) -> (before ? "before " : "by ") + variable;
        };
    }

    private String anchor(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OfTrigger() -> "";
            case Anchor.OfReport() -> " of the report";
            case Anchor.OfEvent(var p) -> " of " + pattern(p);
            case Anchor.OfBreach(var variable, var moment) -> " of the " + words(moment) + " of " + variable;
        };
    }

    private static String step(Step step) {
        List<String> roles = new ArrayList<>();
        step.attributes().forEach((role, attribute) -> roles.add(attribute + " as " + role.word()));
        return step.event() + " is " + step.stage().words() + " with " + String.join(" and ", roles);
    }

    private String rule(Rule rule) {
        return prefix(rule.reading())
                + switch (rule) {
                    case Rule.Confirms c ->
                        c.body().orElse("nobody") + " confirms breaches of " + c.of()
                                + c.silence()
                                        .map(s -> ", and silence for " + s.after() + " means " + words(s.meaning()))
                                        .orElse("");
                    case Rule.Attributes a -> a.by() + " attributes";
                    case Rule.Corrects c ->
                        c.by() + " corrects records of " + (c.of().isEmpty() ? "everybody" : list(c.of()));
                    case Rule.RulesOn r -> r.body() + " rules on " + r.name();
                    case Rule.AnswersFor a -> a.principal() + " answers for " + list(a.affiliates());
                    case Rule.QuietGap q ->
                        "a breach of " + q.of() + " ends after " + q.gap() + " without a further act";
                    case Rule.Evidence e -> "evidence for " + e.of() + " is " + list(e.kinds());
                    case Rule.Accepts a ->
                        "accept " + list(a.codes())
                                + a.of().map(of -> " for " + of).orElse("") + " because \"" + a.reason() + '"';
                    case Rule.ForcesInArea f -> "forces of " + list(f.actors()) + " are in the area";
                    case Rule.Readiness r ->
                        "readiness: "
                                + list(r.steps().stream().map(CaseText::step).toList());
                    case Rule.InForceWhile w -> "in force while " + condition(w.condition());
                };
    }

    // records and verdicts

    private String record(Record record) {
        String head = record.id()
                + record.corrects().map(c -> " becomes (of " + c + ")").orElse("") + ": ";
        String known = ", known " + instant(record.recorded()) + " by " + record.source();
        return head
                + switch (record) {
                    case Observation o ->
                        time(o.occurred()) + "  " + o.event() + values(o.values()) + " "
                                + words(o.basis())
                                + o.incident().map(i -> " incident " + i).orElse("");
                    case Attribution a -> a.about() + " attributed to " + a.to();
                    case Finding f ->
                        f.about().orElse(f.term().orElse("")) + " is " + f.result()
                                + f.clause().map(c -> " for " + c).orElse("")
                                + f.bearer().map(b -> " by " + b).orElse("") + " at " + time(f.occurred());
                    case Withdrawal w -> w.withdraws() + " is withdrawn";
                }
                + known;
    }

    private static String values(Map<String, Value> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(e -> e.getKey() + " " + value(e.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String verdict(Verdict v) {
        return v.clause() + (v.reading().answers().isEmpty() ? "" : " under " + v.reading()) + " " + v.bearer()
                + (v.key().isEmpty() ? "" : values(v.key())) + " is "
                + v.status().words()
                + (v.standing().words().isEmpty() ? "" : ", " + v.standing().words())
                + v.since().map(t -> ", since " + time(t)).orElse("")
                + v.due().map(t -> ", due " + time(t)).orElse("")
                + v.until().map(t -> ", until " + time(t)).orElse("") + " " + v.records();
    }

    private String time(Time time) {
        return time.precise() ? instant(time.lo()) : instant(time.lo()) + " to " + instant(time.hi());
    }

    private String instant(long t) {
        return FORM.format(Instant.ofEpochMilli(t).atZone(zone)).replaceAll("(:00)?\\.000$", "");
    }
}
