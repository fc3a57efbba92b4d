package holdfast.report.explain;

import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Norm;
import holdfast.language.model.Span;
import holdfast.language.reading.Duties;
import holdfast.language.sentence.Sentences;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How a deadline was counted. */
final class DeadlineWords {
    private final PowerUses powers;
    private final RecordWords records;
    private final Sentences sentences;
    private final DateWords dates;

    DeadlineWords(PowerUses powers, RecordWords records, Sentences sentences, DateWords dates) {
        this.powers = powers;
        this.records = records;
        this.sentences = sentences;
        this.dates = dates;
    }

    /** A phrase without its full stop; empty where the duty has no deadline. */
    Optional<String> counted(Norm norm, Optional<Time> due) {
        return Duties.due(norm)
                .map(bound -> due.map(d -> counted(norm, bound, d)).orElseGet(() -> notCounted(bound)))
                .or(() -> Duties.every(norm)
                        .flatMap(every -> due.map(d -> "the act is owed every " + every
                                + ", counted from when the clause came into force; this turn ends on "
                                + dates.due(d))));
    }

    private String notCounted(Bound bound) {
        return "no deadline can be counted yet, " + sentences.bound(bound);
    }

    private String counted(Norm norm, Bound bound, Time due) {
        List<String> extensions = powers.extensionsTo(norm, due).stream()
                .map(o -> records.brief(o.id()))
                .toList();
        if (!extensions.isEmpty()) {
            return "the deadline, " + sentences.bound(bound) + ", was put off to " + dates.due(due) + " by "
                    + String.join("; ", extensions);
        }
        boolean movable = powers.isExtendable(norm);
        return switch (bound) {
            case Bound.Within(Span span, boolean including, Anchor anchor) ->
                "the " + span + counting(span, including) + " run from " + from(anchor)
                        + (movable
                                ? ", or were extended,"
                                : start(span, including, due)
                                        .map(s -> ", " + s + ",")
                                        .orElse(""))
                        + " and end on " + dates.due(due);
            case Bound.OnDate(var ignored, boolean before) -> fixed(before, due, movable);
            case Bound.AtInstant(var ignored, boolean before) -> fixed(before, due, movable);
            case Bound.OnVariable ignored ->
                "the deadline is the day that what sets the clause off names: " + dates.due(due);
        };
    }

    private String fixed(boolean before, Time due, boolean movable) {
        return "the text itself sets the deadline" + (movable ? ", or an extension moved it" : "") + ": it ends "
                + (before ? "with " : "on ") + dates.due(due);
    }

    private static String counting(Span span, boolean including) {
        return span.exact() ? "" : including ? ", the first day included," : ", the first day not counted,";
    }

    private String from(Anchor anchor) {
        String said = sentences.anchor(anchor);
        return said.isEmpty() ? "the trigger" : said;
    }

    /** The start of the clock, counted back from its end where that is exact. */
    private Optional<String> start(Span span, boolean including, Time due) {
        return switch (span.unit()) {
            case SECOND, MINUTE, HOUR -> {
                long length = span.count() * span.unit().millis();
                yield Optional.of(dates.time(new Time(due.lo() - length, due.hi() - length)));
            }
            case DAY, WEEK -> {
                long days = span.count() * (span.unit() == Span.Unit.WEEK ? 7 : 1) - (including ? 1 : 0);
                LocalDate first = dates.dateOf(due.lo()).minusDays(days);
                LocalDate last = dates.dateOf(due.hi()).minusDays(days);
                yield Optional.of(first.equals(last) ? dates.day(first) : dates.day(first) + " to " + dates.day(last));
            }
            case MONTH, YEAR -> Optional.empty();
        };
    }
}
