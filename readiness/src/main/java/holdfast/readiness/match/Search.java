package holdfast.readiness.match;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the solver for the least of one aim. It works on one thread, from a fixed seed, and stops after so much work and not after so many seconds. */
final class Search {
    private static final int SEED = 1;

    /** As much linear programming as there is: what is to be proven here are sums. */
    private static final int LINEAR = 2;

    private static boolean loaded;

    /**
     * What was found.
     *
     * @param values of the unknowns; null where nothing was found
     * @param bound nothing has less; where nothing was found and the search came to its end, there is nothing
     * @param whole whether the search came to its end
     * @param work how much it took, in the solver's measure
     */
    record Found(long @Nullable [] values, long value, long bound, boolean whole, double work) {}

    private Search() {}

    /** @throws NoSolver if the solver does not run on this machine */
    static Found minimise(Program program, double work) {
        load();
        CpModel model = new CpModel();
        IntVar[] unknowns = new IntVar[program.unknowns().size()];
        for (Program.Unknown unknown : program.unknowns()) {
            unknowns[unknown.index()] = model.newIntVar(0, unknown.most(), unknown.name());
        }
        for (Program.Row row : program.rows()) {
            model.addLinearConstraint(sum(row.weights(), unknowns), row.least(), row.most());
        }
        model.minimize(sum(program.aim(), unknowns));
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(SEED)
                .setLinearizationLevel(LINEAR)
                .setMaxDeterministicTime(work);
        return found(solver, solver.solve(model), unknowns);
    }

    private static LinearExpr sum(Map<Program.Unknown, Long> weights, IntVar[] unknowns) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        weights.forEach((unknown, weight) -> sum.addTerm(unknowns[unknown.index()], weight));
        return sum.build();
    }

    private static Found found(CpSolver solver, CpSolverStatus status, IntVar[] unknowns) {
        double work = solver.response().getDeterministicTime();
        return switch (status) {
            case OPTIMAL, FEASIBLE -> {
                long[] values = new long[unknowns.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = solver.value(unknowns[i]);
                }
                yield new Found(
                        values,
                        Math.round(solver.objectiveValue()),
                        (long) Math.ceil(solver.bestObjectiveBound() - 1e-6),
                        status == CpSolverStatus.OPTIMAL,
                        work);
            }
            case INFEASIBLE -> new Found(null, 0, 0, true, work);
            case UNKNOWN -> new Found(null, 0, (long) Math.ceil(solver.bestObjectiveBound() - 1e-6), false, work);
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("the solver does not take the program: " + status);
        };
    }

    private static synchronized void load() {
        if (!loaded) {
            try {
                Loader.loadNativeLibraries();
            } catch (RuntimeException | LinkageError e) {
                throw new NoSolver(String.valueOf(e.getMessage()));
            }
            loaded = true;
        }
    }
}
