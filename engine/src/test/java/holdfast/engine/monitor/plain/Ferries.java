package holdfast.engine.monitor.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.engine.monitor.compile.Program;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A text about ferries, with the clauses that a test gives it, and the table of its first event. */
final class Ferries {
    static final String SAILS = "event sails(by: party, pier: number, note: text)\n";

    private Ferries() {}

    static Agreement agreement(String clauses) {
        String text = """
                # Ferries

                ```holdfast
                agreement "Ferries"
                time zone Europe/Kyiv
                days count excluding the first day
                party Isle, Mainland, Shoal
                group Shores = Isle, Mainland
                actor Pirates
                %s
                ```
                """.formatted(clauses);
        Outcome read = AgreementReader.read("ferries.md", text.getBytes(UTF_8), n -> Optional.empty());
        return read.agreement().orElseThrow(() -> new AssertionError(read.diagnostics() + "\n" + text));
    }

    static Program program(String clauses) {
        return Program.of(agreement(clauses));
    }

    /** Of {@code sails(by, pier, note)}; nothing stands in it. */
    static Table table() {
        return table(SAILS, "sails");
    }

    static Table table(String declared, String event) {
        return new Table(0, agreement(declared).eventType(event).orElseThrow());
    }

    static Domain domain(int width) {
        return domain(new Plan.Group(width, List.of()));
    }

    static Domain domain(Plan.Group group) {
        return new Domain(group, Set.of());
    }

    /** Rows with whatever stands at these places. */
    static Plan.Match keyedBy(Integer... places) {
        return new Plan.Match(0, new TreeMap<>(), List.of(places), List.of(), List.of(places));
    }
}
