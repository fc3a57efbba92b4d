package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.Span;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.token.Token;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Spans that end on a calendar day: the text must say how the days are counted. */
final class SpanCheck {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Context context;

    SpanCheck(Context context) {
        this.context = context;
    }

    /**
     * Whether the first day counts; reported if the text does not say. Of exact spans, and after a report, false.
     *
     * @param from the day from which this span runs, where the text tells
     */
    boolean includesFirstDay(Phrase.Counted counted, Optional<LocalDate> from) {
        if (counted.span().exact()) {
            rejectCountOfHours(counted);
            return false;
        }
        context.literals.zone(
                counted.first().spanning(Token.Kind.NUMBER, counted.span().toString(), counted.last()));
        Optional<Boolean> said = counted.including().or(() -> context.daysIncludeFirst(counted.first()));
        if (said.isEmpty()) {
            reportTwoWays(counted, from.orElse(Context.EXAMPLE));
        }
        return said.orElse(false);
    }

    private void rejectCountOfHours(Phrase.Counted counted) {
        if (counted.including().isPresent()) {
            context.report(
                    Code.DAYS_NOT_COUNTED,
                    counted.first().through(counted.last()),
                    "`" + counted.span() + "` is exact: it has no first day to count",
                    "leave out `" + (counted.including().get() ? "including" : "excluding") + " the first day`");
        }
    }

    private void reportTwoWays(Phrase.Counted counted, LocalDate from) {
        Span span = counted.span();
        LocalDate excluded = plus(from, span);
        context.report(
                Code.DAYS_NOT_COUNTED,
                counted.first().through(counted.last()),
                "`" + span + "` can be counted two ways: from " + DAY.format(from) + " they end on "
                        + DAY.format(excluded.minusDays(1)) + " or on " + DAY.format(excluded),
                "say `" + span + " including the first day` or `" + span
                        + " excluding the first day`, or once for the whole text: `days count excluding the first day`");
    }

    private static LocalDate plus(LocalDate from, Span span) {
        return switch (span.unit()) {
            case WEEK -> from.plusWeeks(span.count());
            case MONTH -> from.plusMonths(span.count());
            case YEAR -> from.plusYears(span.count());
            case DAY, HOUR, MINUTE, SECOND -> from.plusDays(span.count());
        };
    }
}
