package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.model.Bound;
import holdfast.language.model.EventType;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Terms: how long something lasts, from when, and how it is renewed. */
final class TermCheck {
    private final Context context;
    private final PatternCheck patterns;
    private final SpanCheck spans;
    private final WindowCheck windows;

    TermCheck(Context context, PatternCheck patterns, ConditionCheck conditions, SpanCheck spans) {
        this.context = context;
        this.patterns = patterns;
        this.spans = spans;
        this.windows = new WindowCheck(context, patterns, conditions, spans);
    }

    /** Empty, and reported, if something is wrong. */
    Optional<State> check(Statement.Term written, Reading reading, Origin origin) {
        context.names.states.putIfAbsent(written.name().text(), new Names.Signature(List.of(), Map.of()));
        if (written.length().isPresent() && written.from().isEmpty()) {
            context.report(
                    Code.CLOCK_WITHOUT_START,
                    written.name(),
                    "nothing says from when `" + written.length().get().span() + "` run",
                    "say it: `term " + written.name().text() + " is "
                            + written.length().get().span() + " from` an act or a date");
            return Optional.empty();
        }
        Optional<State.Start> start = written.from().flatMap(this::start);
        Optional<State.End> end = written.length().isPresent()
                ? after(written)
                : written.until().flatMap(u -> instant(u.when(), !u.before()).map(State.End.At::new));
        boolean wrong = written.from().isPresent() && start.isEmpty()
                || (written.until().isPresent() || written.length().isPresent()) && end.isEmpty();
        if (wrong || isOver(written, start, end)) {
            return Optional.empty();
        }
        return Optional.of(new State.Period(written.name().text(), reading, start, end, origin));
    }

    private boolean isOver(Statement.Term written, Optional<State.Start> start, Optional<State.End> end) {
        boolean over = start.orElse(null) instanceof State.Start.At(Instant from)
                && end.orElse(null) instanceof State.End.At(Instant to)
                && !from.isBefore(to);
        if (over) {
            context.report(
                    Code.WINDOW_NEVER_OPEN,
                    written.name(),
                    "the term `" + written.name().text() + "` ends before it begins",
                    "move one of the two");
        }
        return over;
    }

    private Optional<State.Start> start(Phrase.Beginning written) {
        return switch (written) {
            case Phrase.WithEvent(Phrase.Call call) ->
                patterns.matching(call, new Scope()).map(State.Start.OfEvent::new);
            case Phrase.AtTime(Phrase.When when) -> instant(when, false).map(State.Start.At::new);
        };
    }

    /** The first instant of the day, or, where the day still belongs to it, the first behind it. */
    private Optional<Instant> instant(Phrase.When when, boolean wholeDay) {
        if (when.token().is(Token.Kind.VARIABLE)) {
            context.report(
                    Code.UNBOUND_VARIABLE,
                    when.token(),
                    "a term has nothing at its beginning that could give `"
                            + when.token().text() + "` a value",
                    "write a date");
            return Optional.empty();
        }
        return windows.bound(when, !wholeDay, false, new Scope()).map(bound -> switch (bound) {
            case Bound.AtInstant at
            when wholeDay && when.time().isEmpty() && when.token().is(Token.Kind.DATE) ->
                at.instant().plusMillis(1);
            case Bound.AtInstant at -> at.instant();
            case Bound.OnDate(LocalDate day, boolean before) ->
                (wholeDay ? day.plusDays(1) : day)
                        .atStartOfDay(context.literals.zoneOrUtc())
                        .toInstant();
            case Bound.Within ignored -> Instant.EPOCH;
            case Bound.OnVariable ignored -> Instant.EPOCH;
        });
    }

    private Optional<State.End> after(Statement.Term written) {
        Phrase.Counted length = written.length().orElseThrow();
        boolean including = spans.includesFirstDay(length, Optional.empty());
        if (written.renewal().isEmpty()) {
            return Optional.of(new State.End.After(length.span(), including, Optional.empty()));
        }
        Phrase.Renewal renewal = written.renewal().get();
        if (renewal.each().exact()) {
            context.report(
                    Code.NUMBER_OUT_OF_RANGE,
                    renewal.at(),
                    "a term is renewed by the calendar, not by `" + renewal.each() + "`",
                    "say `renewed for` so many days, weeks, months or years");
            return Optional.empty();
        }
        Optional<State.Notice> notice = renewal.notice().flatMap(this::notice);
        if (renewal.notice().isPresent() && notice.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new State.End.After(length.span(), including, Optional.of(new State.Renewal(renewal.each(), notice))));
    }

    private Optional<State.Notice> notice(Phrase.NoticeGiven written) {
        if (!written.before().exact()) {
            context.literals.zone(written.act().name());
        }
        return patterns.matching(written.act(), new Scope())
                .flatMap(act -> written.by().isEmpty()
                        ? Optional.of(act)
                        : by(act, written.by().get()))
                .map(act -> new State.Notice(act, written.before()));
    }

    /** Whose notice it is. */
    private Optional<Pattern> by(Pattern act, Token by) {
        Optional<String> attribute = context.names
                .event(act.event())
                .flatMap(EventType::actor)
                .map(EventType.Attribute::name)
                .filter(a -> act.term(a).isEmpty());
        boolean set = by.text().equals("party") || by.text().equals("guarantor");
        if (!set && !context.names.canAct(by.text()) && !context.names.groups.containsKey(by.text())) {
            patterns.unknownActor(by);
            return Optional.empty();
        }
        if (attribute.isEmpty()) {
            context.report(
                    Code.NO_OFFENDER,
                    by,
                    "`" + act.event() + "` does not say who gives the notice",
                    "name it with a detail `by: party`");
            return Optional.empty();
        }
        List<Pattern.Argument> arguments = new ArrayList<>(act.arguments());
        arguments.add(new Pattern.Argument(attribute.get(), new Term.Constant(new Value.Actor(by.text()))));
        return Optional.of(new Pattern(act.event(), arguments, act.origin()));
    }
}
