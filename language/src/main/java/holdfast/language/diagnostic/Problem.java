package holdfast.language.diagnostic;

/**
 * One thing that is wrong, or probably not meant: in an agreement, in a file of records, in a mapping or on a map.
 *
 * @param found what stands there: lower case, no full stop, the user's own words in backticks
 * @param expected what should stand there; may be empty, as where {@code found} says it
 * @param help how to mend it; may be empty
 */
public record Problem(ProblemCode code, Severity severity, Place place, String found, String expected, String help) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return ProblemLine.of(this);
    }
}
