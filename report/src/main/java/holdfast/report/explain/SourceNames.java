package holdfast.report.explain;

import holdfast.engine.Verdict;
import holdfast.engine.words.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From whom the records are on which something rests, in a few words: what is alleged is as good as who alleges it. */
public final class SourceNames {
    private static final Pattern ADDRESS = Pattern.compile("https?://(?:www\\.)?(?<host>[^/\\s:]+)");
    private static final int SHOWN = 2;
    private static final int LONGEST = 40;

    private final CitedRecords records;
    private final int citations;

    /** @param citations how many records of one verdict are at hand */
    public SourceNames(CitedRecords records, int citations) {
        this.records = records;
        this.citations = citations;
    }

    /** {@code source: osce.org}, {@code sources: osce.org, rferl.org and 2 more}; empty where no record is cited. */
    public String of(Collection<Verdict> verdicts) {
        return said(byName(verdicts).keySet());
    }

    /** As {@link #of}, with the records beside each, so that they can be found: {@code source: osce.org (reports:74)}. */
    public String withRecords(Collection<Verdict> verdicts) {
        return said(byName(verdicts).entrySet().stream()
                .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                .toList());
    }

    /** The records by whose they are: several pages of one house are one. */
    private Map<String, List<String>> byName(Collection<Verdict> verdicts) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        Sources.of(verdicts, records, citations)
                .forEach(s ->
                        byName.computeIfAbsent(name(s), n -> new ArrayList<>()).addAll(s.records()));
        return byName;
    }

    /** As {@link #of}, of the records of these ids. */
    public String ofRecords(Collection<String> ids) {
        Set<String> names = new LinkedHashSet<>();
        ids.forEach(id ->
                records.original(id).ifPresent(r -> names.add(name(new Sources.Source(r.source(), List.of())))));
        return said(names);
    }

    private static String said(Collection<String> names) {
        return names.isEmpty() ? "" : (names.size() == 1 ? "source: " : "sources: ") + list(names);
    }

    private static String list(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return all.size() <= SHOWN + 1
                ? Wording.list(all)
                : String.join(", ", all.subList(0, SHOWN)) + " and " + (all.size() - SHOWN) + " more";
    }

    /** Of a web address whose it is; of anything else its words. */
    private static String name(Sources.Source source) {
        Matcher address = ADDRESS.matcher(source.source());
        String said = address.lookingAt() ? address.group("host") : source.source();
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 2).stripTrailing() + " …";
    }
}
