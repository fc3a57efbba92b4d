package holdfast.examine.play;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Those who work side by side: as many as the machine has processors. They decide nothing: what is done side by side has nothing to do with one another, and is put together in its
 * own order, so one worker comes to the same answer as many.
 */
public final class Workers {
    private final ForkJoinPool pool;

    /** @param many 1 or more */
    public Workers(int many) {
        this.pool = new ForkJoinPool(many);
    }

    private static final class Usual {
        static final Workers ALL = new Workers(Runtime.getRuntime().availableProcessors());
    }

    /** One for each processor; the same for everybody. */
    public static Workers usual() {
        return Usual.ALL;
    }

    /** What came of each, in the order given. */
    public <T> List<T> all(List<? extends Callable<T>> jobs) {
        List<ForkJoinTask<T>> tasks = jobs.stream()
                .map(job -> (ForkJoinTask<T>) ForkJoinTask.adapt(job))
                .toList();
        if (ForkJoinTask.inForkJoinPool()) {
            ForkJoinTask.invokeAll(tasks);
        } else {
            pool.invoke(ForkJoinTask.adapt(() -> {
                ForkJoinTask.invokeAll(tasks);
            }));
        }
        return tasks.stream().map(ForkJoinTask::join).toList();
    }

    /** Begins with something that may be wanted later. */
    public <T> ForkJoinTask<T> begin(Callable<T> job) {
        return pool.submit(job);
    }

    public int many() {
        return pool.getParallelism();
    }
}
