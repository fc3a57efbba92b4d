package holdfast.readiness.match;

/** The solver, which is code of the machine, does not run on this one. */
public final class NoSolver extends RuntimeException {
    NoSolver(String why) {
        super(why);
    }
}
