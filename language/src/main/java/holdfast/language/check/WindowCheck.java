package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Trigger;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.token.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When a duty may begin to be done, and by when it must be. */
final class WindowCheck {
    private final Context context;
    private final PatternCheck patterns;
    private final ConditionCheck conditions;
    private final SpanCheck spans;

    WindowCheck(Context context, PatternCheck patterns, ConditionCheck conditions, SpanCheck spans) {
        this.context = context;
        this.patterns = patterns;
        this.conditions = conditions;
        this.spans = spans;
    }

    record Window(Optional<Bound> notBefore, Optional<Bound> due) {}

    /** Empty, and reported, if a bound is wrong or the window never opens. */
    Optional<Window> check(Phrase.Achieve written, Optional<Trigger> trigger, Scope scope) {
        Optional<Bound> notBefore = written.notBefore().flatMap(w -> bound(w, true, false, scope));
        Optional<Bound> due = written.due().flatMap(d -> due(d, trigger, scope, dayOf(notBefore)));
        boolean wrong = (written.notBefore().isPresent() && notBefore.isEmpty())
                || (written.due().isPresent() && due.isEmpty())
                || neverOpens(written, notBefore, due);
        return wrong ? Optional.empty() : Optional.of(new Window(notBefore, due));
    }

    private static Optional<LocalDate> dayOf(Optional<Bound> bound) {
        return bound.filter(Bound.OnDate.class::isInstance).map(b -> ((Bound.OnDate) b).date());
    }

    private Optional<Bound> due(
            Phrase.Due written, Optional<Trigger> trigger, Scope scope, Optional<LocalDate> notBefore) {
        return switch (written) {
            case Phrase.By by -> bound(by.when(), false, by.before(), scope);
            case Phrase.Within within -> within(within, trigger, scope, notBefore);
        };
    }

    private Optional<Bound> within(
            Phrase.Within written, Optional<Trigger> trigger, Scope scope, Optional<LocalDate> notBefore) {
        boolean including = spans.includesFirstDay(written.span(), notBefore);
        boolean needsTrigger = written.anchor().isEmpty() || written.anchor().get() instanceof Phrase.OfReport;
        if (needsTrigger && trigger.isEmpty() && written.span().first().isWord(Phrase.AT_ONCE)) {
            context.report(
                    Code.CLOCK_WITHOUT_START,
                    written.span().first(),
                    "nothing says from when `at once` counts",
                    "say `at once upon` an act, or begin the clause with `on ...,`");
            return Optional.empty();
        }
        if (needsTrigger && trigger.isEmpty()) {
            context.report(
                    Code.CLOCK_WITHOUT_START,
                    written.span().first().through(written.span().last()),
                    "nothing says from when `" + written.span().span() + "` run",
                    "say `within " + written.span().span() + " of` an act, or begin the clause with `on ...,`");
            return Optional.empty();
        }
        Optional<Anchor> anchor = written.anchor().isEmpty()
                ? Optional.of(new Anchor.OfTrigger())
                : anchor(written.anchor().get(), trigger, scope);
        return anchor.map(a -> new Bound.Within(written.span().span(), including, a));
    }

    private Optional<Anchor> anchor(Phrase.Anchor written, Optional<Trigger> trigger, Scope scope) {
        return switch (written) {
            case Phrase.OfReport ignored -> Optional.of(new Anchor.OfReport());
            case Phrase.OfEvent a -> patterns.matching(a.call(), scope).map(Anchor.OfEvent::new);
            case Phrase.OfBreach a -> ofBreach(a, trigger);
        };
    }

    private Optional<Anchor> ofBreach(Phrase.OfBreach written, Optional<Trigger> trigger) {
        Token variable = written.variable();
        if (breachOf(trigger).filter(variable.text()::equals).isPresent()) {
            return Optional.of(new Anchor.OfBreach(variable.text(), written.moment()));
        }
        context.report(
                Code.UNBOUND_VARIABLE,
                variable,
                "the beginning of this clause names no breach `" + variable.text() + "`",
                "begin the clause with `on a breach " + variable.text() + " of ...,` or `if " + variable.text()
                        + " continues after ...,`");
        return Optional.empty();
    }

    private static Optional<String> breachOf(Optional<Trigger> trigger) {
        return switch (trigger.orElse(null)) {
            case Trigger.OnBreach t -> Optional.of(t.variable());
            case Trigger.Continues t -> Optional.of(t.breach().variable());
            case Trigger.GrowsInto t -> Optional.of(t.breach().variable());
            case null, default -> Optional.empty();
        };
    }

    /** @param first whether it is the beginning of the window */
    Optional<Bound> bound(Phrase.When written, boolean first, boolean before, Scope scope) {
        Token token = written.token();
        return switch (token.kind()) {
            case VARIABLE -> onVariable(token, before, scope);
            case INSTANT -> context.literals.instant(token, Optional.empty()).map(i -> new Bound.AtInstant(i, before));
            default -> written.zone().isPresent() ? elsewhere(written, first, before) : onDay(written, before);
        };
    }

    private Optional<Bound> onDay(Phrase.When written, boolean before) {
        if (written.time().isPresent()) {
            return context.literals.instant(written.token(), written.time()).map(i -> new Bound.AtInstant(i, before));
        }
        context.literals.zone(written.token());
        return context.literals.date(written.token()).map(d -> new Bound.OnDate(d, before));
    }

    /** A date that is meant as it is in another time zone. */
    private Optional<Bound> elsewhere(Phrase.When written, boolean first, boolean before) {
        Optional<ZoneId> zone = context.literals.zoneNamed(written.zone().orElseThrow());
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        if (written.time().isPresent()) {
            return context.literals
                    .instant(written.token(), written.time(), zone.get())
                    .map(i -> new Bound.AtInstant(i, before));
        }
        return context.literals.date(written.token()).map(day -> {
            Instant start = day.atStartOfDay(zone.get()).toInstant();
            Instant end = day.plusDays(1).atStartOfDay(zone.get()).toInstant().minusMillis(1);
            return new Bound.AtInstant(first || before ? start : end, before);
        });
    }

    private Optional<Bound> onVariable(Token token, boolean before, Scope scope) {
        if (!conditions.requireBound(token, scope)) {
            return Optional.empty();
        }
        context.literals.zone(token);
        return patterns.term(new Phrase.Term(token), ValueType.DATE, scope, false)
                .map(t -> new Bound.OnVariable(token.text(), before));
    }

    private boolean neverOpens(Phrase.Achieve written, Optional<Bound> notBefore, Optional<Bound> due) {
        Optional<Instant> from = notBefore.flatMap(b -> instant(b, true));
        Optional<Instant> to = due.flatMap(b -> instant(b, false));
        if (due.orElse(null) instanceof Bound.Within within
                && notBefore.orElse(null) instanceof Bound.OnDate(LocalDate day, boolean ignored)
                && !(within.anchor() instanceof Anchor.OfEvent)) {
            Phrase.Counted span = ((Phrase.Within) written.due().orElseThrow()).span();
            context.report(
                    Code.WINDOW_NEVER_OPEN,
                    span.first().through(span.last()),
                    "`within " + span.span() + "` is over before `not before " + day
                            + "` begins, whenever what sets it off comes more than " + span.span() + " sooner",
                    "say by when instead: `not before " + day
                            + ", by` a later date; or begin with what the time runs from");
            return true;
        }
        boolean never = from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
        if (never && written.due().orElse(null) instanceof Phrase.By(Phrase.When until, boolean before)) {
            Phrase.When since = written.notBefore().orElseThrow();
            context.report(
                    Code.WINDOW_NEVER_OPEN,
                    until.token(),
                    "`" + (before ? "before " : "by ") + text(until) + "` is over when `not before " + text(since)
                            + "` begins",
                    "move one of the two, so that the act is possible");
        }
        return never;
    }

    private static String text(Phrase.When when) {
        return when.token().text() + when.time().map(t -> " " + t.text()).orElse("");
    }

    private Optional<Instant> instant(Bound bound, boolean first) {
        ZoneId zone = context.literals.zoneOrUtc();
        return switch (bound) {
            case Bound.AtInstant b -> Optional.of(b.before() ? b.instant().minusMillis(1) : b.instant());
            case Bound.OnDate b -> {
                boolean start = first || b.before();
                Instant at = (start ? b.date() : b.date().plusDays(1))
                        .atStartOfDay(zone)
                        .toInstant();
                yield Optional.of(first ? at : at.minusMillis(1));
            }
            case Bound.Within ignored -> Optional.empty();
            case Bound.OnVariable ignored -> Optional.empty();
        };
    }
}
