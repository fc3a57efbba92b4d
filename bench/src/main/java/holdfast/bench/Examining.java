package holdfast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the examiner's time grows with guarantors, clauses and open clocks, and how it stands beside a model checker that is asked the same question. The texts are made like the framework in
 * two layers: a breach is answered by a warning, by each of a coalition if it goes on, and by each guarantor if it grows.
 */
final class Examining {
    private Examining() {}

    static void run(Options options) throws Exception {
        int rounds = options.number("rounds", 3);
        int most = options.number("guarantors", 30);
        measured(text(5, 1, 3), 1, rounds);
        System.out.println("guarantors, three defectors");
        header();
        for (int n : new int[] {5, 10, 20, most}) {
            row(n, measured(text(n, 1, 3), 3, rounds));
        }
        System.out.println("\nladders side by side, five guarantors, one defector");
        header();
        for (int n : new int[] {1, 4, 16, 32}) {
            row(n, measured(text(5, n, 3), 1, rounds));
        }
        System.out.println("\nclocks open at once in one ladder, five guarantors, one defector");
        header();
        for (int n : new int[] {3, 10, 30, 90}) {
            row(n, measured(text(5, 1, n), 1, rounds));
        }
        ModelChecker.compare(rounds, options.number("most-seconds", 120));
    }

    /** @param seconds on the wall; {@code cpu} those of all processors */
    record Figures(double seconds, double cpu, long histories, long moments, boolean whole) {}

    static Figures measured(Agreement agreement, int defectors, int rounds) {
        List<Figures> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Stopwatch watch = new Stopwatch();
            Examination e = new Examiner(Bounds.USUAL.withDefectors(defectors), List.of()).examine(agreement);
            Stopwatch.Reading read = watch.read();
            all.add(new Figures(
                    read.wall() / 1e9,
                    read.process() / 1e9,
                    e.histories(),
                    e.moments(),
                    e.partial().isEmpty()));
        }
        all.sort((a, b) -> Double.compare(a.seconds(), b.seconds()));
        return all.get(all.size() / 2);
    }

    private static void header() {
        System.out.println("       n   seconds  processor  histories    moments  moments/s  whole");
    }

    private static void row(int n, Figures f) {
        System.out.println(String.format(
                Locale.ROOT,
                "%8d  %8.2f  %9.2f  %9d  %9d  %9.0f  %s",
                n,
                f.seconds(),
                f.cpu(),
                f.histories(),
                f.moments(),
                f.moments() / f.seconds(),
                f.whole() ? "yes" : "no"));
    }

    /**
     * @param ladders articles, each with a prohibition and a ladder of its own
     * @param rungs duties with a clock each, that one breach sets running
     */
    static Agreement text(int guarantors, int ladders, int rungs) {
        List<String> names = IntStream.rangeClosed(1, guarantors)
                .mapToObj(i -> "Guarantor" + i)
                .toList();
        StringBuilder text = new StringBuilder(
                "# A framework\n\n```holdfast\nagreement \"A framework\"\ntime zone Europe/Kyiv\nparty Ukraine, Russia\n");
        text.append("guarantor ").append(String.join(", ", names)).append('\n');
        text.append("group Coalition = ")
                .append(String.join(", ", names.subList(1, guarantors)))
                .append('\n');
        text.append("measures from weakest: warning, assistance, joint_response\n");
        text.append("event ceasefire_began\nstate settlement begins with ceasefire_began\n");
        text.append(
                "event warn(by: party, about: breach) is warning, assist(by: party, about: breach) is assistance,\n"
                        + "  respond(by: party, about: breach) is joint_response, notice(by: party, about: breach) is warning\n```\n");
        for (int a = 1; a <= ladders; a++) {
            text.append("\n## Article ").append(a).append("\n\n```holdfast\n");
            text.append("event attack").append(a).append("(by: party, on: party)\n");
            text.append("define wider")
                    .append(a)
                    .append("(by P) as at least 20 attack")
                    .append(a)
                    .append("(by P) within 24 hours\n");
            text.append(a + ".1 while settlement, each party P must not attack" + a + "(by P)\n");
            text.append("a breach of " + a + ".1 ends after 24 hours without a further act\n" + a
                    + ".1 in favour of Ukraine\n");
            text.append(a + ".2 on a breach B of " + a + ".1 by Russia, Ukraine must warn(about B) within 24 hours\n");
            text.append(
                    a
                            + ".3 if B continues after 24 hours, each G of Coalition must assist(by G, about B) within 48 hours\n");
            text.append(a + ".4 if B grows into wider" + a
                    + "(by Russia), each guarantor G must respond(by G, about B) within 72 hours of the start of B\n");
            for (int r = 4; r <= rungs; r++) {
                text.append(a + "." + (r + 1) + " on a breach B of " + a
                        + ".1 by Russia, each guarantor G must notice(by G, about B) within " + r + " hours\n");
            }
            text.append("```\n");
        }
        var outcome = AgreementReader.read("made.md", text.toString().getBytes(UTF_8), name -> Optional.empty());
        return outcome.agreement()
                .orElseThrow(
                        () -> new IllegalStateException(outcome.diagnostics().toString()));
    }
}
