package holdfast.readiness.match;

/**
 * How far the search goes: counted in steps and not in seconds, so that it stops at the same place on every machine.
 *
 * @param steps of the solver, for each aim of each part
 */
public record Effort(int steps) {
    public static final Effort USUAL = new Effort(2000);
}
