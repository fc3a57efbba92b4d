package holdfast.language.reading;

import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way in which something comes to an end, or never comes about: all of these together, under these answers.
 *
 * @param steps none: it is so in any case
 */
public record Ending(List<Step> steps, Reading reading) {
    public Ending {
        steps = steps.stream().distinct().toList();
    }

    public sealed interface Step {}

    /** An act of a declared event. */
    public record Done(Pattern act) implements Step {}

    /** An act that is left undone. */
    public record Withheld(Pattern act, Optional<Span> within) implements Step {}

    /** So much time passes. */
    public record Passes(Span span) implements Step {}

    /** A date that the text names comes. */
    public record Comes(Instant date) implements Step {}

    /** A term that the text leaves open is taken one way or the other. */
    public record Taken(String term) implements Step {}

    static final Ending NOW = new Ending(List.of(), Reading.NONE);

    static Ending of(Step step) {
        return new Ending(List.of(step), Reading.NONE);
    }

    /** Both together; none under answers that contradict each other. */
    Optional<Ending> and(Ending other) {
        return under(other.reading).map(e -> {
            List<Step> all = new ArrayList<>(steps);
            all.addAll(other.steps);
            return new Ending(all, e.reading);
        });
    }

    Optional<Ending> under(Reading more) {
        return reading.and(more).map(r -> new Ending(steps, r));
    }

    /** All the time that passes: the first span, where it is one. */
    public Optional<Span> span() {
        return steps.stream()
                .flatMap(s -> s instanceof Passes(Span span)
                        ? java.util.stream.Stream.of(span)
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    /** The first date that the text names for it. */
    public Optional<Instant> date() {
        return steps.stream()
                .flatMap(s -> s instanceof Comes(Instant date)
                        ? java.util.stream.Stream.of(date)
                        : java.util.stream.Stream.empty())
                .min(Instant::compareTo);
    }
}
