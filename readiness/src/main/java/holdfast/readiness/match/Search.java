package holdfast.readiness.match;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ojalgo.function.multiary.MultiaryFunction;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.optimisation.integer.ModelStrategy;
import org.ojalgo.optimisation.integer.NodeKey;
import org.ojalgo.structure.Access1D;
import org.ojalgo.type.context.NumberContext;

/** Asks the solver for the least of one aim. It works on one thread and is stopped by a number of steps, so that it comes to the same on every machine. */
final class Search {
    private static final long NEVER = Long.MAX_VALUE / 4;

    /** All aims take whole values: what is not better by one is not better. The solver's own numbers are not quite whole. */
    private static final double NEXT = 1 - 1e-6;

    /**
     * What was found.
     *
     * @param values of the variables, in the order of the model
     * @param bound no solution has less
     * @param whole whether the search came to its end
     * @param steps how many it took
     */
    record Found(double[] values, double value, double bound, boolean whole, int steps) {}

    private final int most;
    private int steps;
    private double openBound = Double.POSITIVE_INFINITY;
    private double rootBound = Double.NEGATIVE_INFINITY;

    private Search(int most) {
        this.most = most;
    }

    /** Empty where nothing was found within the steps. */
    static Optional<Found> minimise(ExpressionsBasedModel model, int most) {
        return new Search(most).run(model);
    }

    private Optional<Found> run(ExpressionsBasedModel model) {
        model.options.time_abort = NEVER;
        model.options.time_suffice = NEVER;
        model.options.integer(IntegerStrategy.newConfigurable()
                .withParallelism(() -> 1)
                .withPriorityDefinitions(NodeKey.MIN_OBJECTIVE)
                .withGapTolerance(NumberContext.of(12, 9))
                .withModelStrategyFactory(Counting::new));
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            if (Boolean.getBoolean("dbg")) System.out.println(result.getState() + " steps " + steps + "\n" + model);
            return Optional.empty();
        }
        double[] values = new double[(int) result.count()];
        Arrays.setAll(values, result::doubleValue);
        boolean whole = steps <= most && result.getState().isOptimal();
        double value = result.getValue();
        double bound = whole ? value : Math.min(value, Math.max(rootBound, openBound));
        return Optional.of(new Found(values, value, Math.ceil(bound - (1 - NEXT)), whole, steps));
    }

    /** Counts the steps, and when there were enough of them takes no further one; what is then left open bounds what could still be found. */
    private final class Counting extends ModelStrategy {
        /** How much the aim rose, of late, where a variable was made whole. */
        private final double[] worth;

        Counting(ExpressionsBasedModel model, IntegerStrategy strategy) {
            super(model, strategy);
            worth = new double[countIntegerVariables()];
            Arrays.fill(worth, 1);
        }

        @Override
        protected ModelStrategy initialise(
                MultiaryFunction.TwiceDifferentiable<Double> function,
                Access1D<?> point) {
            return this;
        }

        @Override
        protected boolean isCutRatherThanBranch(
                NodeKey key, int index, double value, double node, Optimisation.Result best) {
            return false;
        }

        @Override
        protected boolean isGoodEnough(Optimisation.@Nullable Result best, double node) {
            boolean promising = best == null || node < best.getValue() - NEXT;
            if (promising && steps > most) {
                openBound = Math.min(openBound, node);
                return false;
            }
            return promising;
        }

        @Override
        protected void markInfeasible(NodeKey key, boolean found, double incumbent) {
            steps++;
        }

        @Override
        protected void markInteger(NodeKey key, Optimisation.Result result) {}

        @Override
        protected void onCutFailure() {}

        @Override
        protected void onCutSuccess(NodeKey key) {}

        @Override
        protected void onNodeSolved(NodeKey key, Optimisation.Result result, double objective, boolean minimisation) {
            steps++;
            if (key.index < 0) {
                rootBound = Math.max(rootBound, objective);
                return;
            }
            double per = Math.max(0, objective - key.objective) / Math.max(1e-6, key.displacement);
            worth[key.index] = (worth[key.index] + per) / 2;
        }

        @Override
        protected double scoreBranch(int index, double below, double above, boolean found) {
            return Math.max(1e-6, worth[index]) * below * above;
        }

        @Override
        protected double scoreBranchDown(int index, double below, boolean found) {
            return 1 - below;
        }

        @Override
        protected double scoreBranchUp(int index, double above, boolean found) {
            return 1 - above;
        }
    }
}
