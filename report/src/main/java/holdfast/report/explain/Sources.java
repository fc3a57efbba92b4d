package holdfast.report.explain;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where the records that explanations quote can be read, each source once: who wants to check an answer begins there. */
public final class Sources {
    private Sources() {}

    /**
     * A source, and the records that come from it.
     *
     * @param source as the record has it: a web address, a mission, a newspaper
     * @param records their ids, in the order in which they are quoted
     */
    public record Source(String source, List<String> records) {
        public Source {
            records = List.copyOf(records);
        }

        /** Whether a reader can follow it. */
        public boolean isWebAddress() {
            return source.matches("https?://\\S+");
        }
    }

    /**
     * The sources of what is quoted, in the order of quotation.
     *
     * @param citations how many records one explanation quotes at most
     */
    public static List<Source> of(Collection<Verdict> verdicts, CitedRecords records, int citations) {
        Map<String, Set<String>> bySource = new LinkedHashMap<>();
        Consumer<Record> add = said -> bySource.computeIfAbsent(said.source(), s -> new LinkedHashSet<>())
                .add(said.id());
        for (Verdict verdict : verdicts) {
            List<String> quoted = Explainer.cited(verdict, citations);
            for (String id : quoted) {
                Stream.concat(records.original(id).stream(), records.current(id).stream())
                        .forEach(add);
                records.attributions(id).forEach(add);
            }
            records.findings(verdict.clause(), quoted).forEach(add);
        }
        List<Source> sources = new ArrayList<>();
        bySource.forEach((source, ids) -> sources.add(new Source(source, List.copyOf(ids))));
        return sources;
    }
}
