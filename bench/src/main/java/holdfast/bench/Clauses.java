package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.monitor.Monitor;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What an event costs by the number of clauses: of such as speak of others, and of such as speak of those who act in it. The four policies, over and over, for one party each. */
final class Clauses {
    private static final int[] NUMBERS = {4, 40, 400, 4_000};
    private static final int POLICIES = 4;

    private Clauses() {}

    static void run(Options options) {
        Record[] records = Holdfast.records(options.workload());
        int rounds = options.number("rounds", 3);
        int concerned = options.number("concerned", 400);
        System.out.println(
                "clauses that do not concern an event, and that do; nanoseconds of the thread for each event, medians");
        for (int clauses : NUMBERS) {
            System.out.printf("%5d clauses: of others %,8d", clauses, median(records, clauses, "Stranger", 0, rounds));
            System.out.printf(
                    clauses > concerned ? "%n" : ", of those who act %,8d%n",
                    clauses > concerned ? 0 : median(records, clauses, "Party", Workload.PARTIES, rounds));
        }
    }

    /** @param names of so many parties that act; 0: each clause has one of its own */
    private static long median(Record[] records, int clauses, String name, int names, int rounds) {
        Agreement agreement = agreement(clauses / POLICIES, name, names);
        long[] times = new long[rounds];
        for (int round = -1; round < rounds; round++) {
            Monitor monitor = Monitor.ofManyRecords(agreement);
            Stopwatch stopwatch = new Stopwatch();
            for (Record record : records) {
                monitor.advanceTo(record.recorded());
                monitor.accept(record);
            }
            monitor.breaches();
            times[Math.max(round, 0)] = stopwatch.read().thread() / records.length;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    private static Agreement agreement(int sets, String name, int names) {
        StringBuilder text = new StringBuilder("""
                # Many clauses

                ```holdfast
                agreement "Many clauses" version "1"
                time zone UTC
                days count excluding the first day

                """);
        for (int i = 0; i < Workload.PARTIES; i++) {
            text.append("party Party").append(i).append('\n');
        }
        for (int i = 0; names == 0 && i < sets; i++) {
            text.append("party ").append(name).append(i).append('\n');
        }
        text.append("""

                event alarm(id: number, by: party, sector: number)
                event warning(id: number)
                event response(id: number)
                event fire(id: number, by: party, sector: number, rounds: number)
                event tstart(sector: number)
                event tstop(sector: number)
                state truce(S) begins with tstart(sector S), ends with tstop(sector S)
                """);
        for (int i = 0; i < sets; i++) {
            text.append(policies(i + 1, name + (names == 0 ? i : i % names)));
        }
        String whole = text.append("```\n").toString();
        return AgreementReader.read("many.md", whole.getBytes(StandardCharsets.UTF_8), n -> Optional.empty())
                .agreement()
                .orElseThrow();
    }

    private static String policies(int number, String party) {
        return """
                define barrage%1$d(sector S) as at least 6 fire(by %2$s, sector S) within 21600 seconds
                %1$d.1  on alarm(id I, by %2$s), nobody named must have warning(id I) within 86400 seconds
                %1$d.2  on a breach B of %1$d.1, nobody named must have response(id I) within 259200 seconds of alarm(id I)
                %1$d.3  nobody named must not barrage%1$d
                %1$d.4  while truce(S), %2$s must not fire(by %2$s, sector S)
                """.formatted(number, party);
    }
}
