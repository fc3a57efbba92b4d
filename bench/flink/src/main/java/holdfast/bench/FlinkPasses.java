package holdfast.bench;

/** What {@link Passes} is for the others, for Flink SQL: a process of its own, with Flink's own libraries, that watches the same prepared events several times. */
public final class FlinkPasses {
    private FlinkPasses() {}

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments, Math.min(1, arguments.length));
        Tape.load(options.workload());
        Passes.run(options.number("passes", 3), () -> {
            Tape.rewind();
            FlinkSql.watch();
            return new Passes.Pass(Tape.time().ofManyThreads(), Tape.counts());
        });
    }
}
