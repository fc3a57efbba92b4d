package holdfast.readiness.match;

/**
 * How far the search goes: counted in work and not in seconds, so that it stops at the same place however fast the machine is.
 *
 * @param work in the solver's measure, for all parts and aims together; one is about a second on a machine of 2025
 */
public record Effort(double work) {
    public static final Effort USUAL = new Effort(60);
}
