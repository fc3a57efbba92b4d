package holdfast.server.json;

import holdfast.engine.Standing;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Value;
import holdfast.record.ingest.Digests;
import holdfast.report.replay.ValueJson;
import holdfast.report.standing.Changes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Verdicts as JSON. */
public final class VerdictJson {
    /** So many records are named with a verdict; whoever wants all of a verdict that rests on more asks for them. */
    static final int NAMED = 20;

    private static final RecordDigests DIGESTS = new RecordDigests();

    private final DateWords dates;

    public VerdictJson(DateWords dates) {
        this.dates = dates;
    }

    public List<Map<String, @Nullable Object>> all(List<Verdict> verdicts) {
        return verdicts.stream().map(this::of).toList();
    }

    public Map<String, @Nullable Object> of(Verdict v) {
        return Json.object(
                "id",
                id(v),
                "clause",
                v.clause(),
                "bearer",
                v.bearer(),
                "reading",
                v.reading().answers(),
                "status",
                v.status().words(),
                "standing",
                v.standing() == Standing.NONE ? null : v.standing().words(),
                "since",
                iso(v.since()),
                "due",
                iso(v.due()),
                "until",
                iso(v.until()),
                "key",
                values(v.key()),
                "records",
                v.records().stream().limit(NAMED).toList(),
                "recordCount",
                v.records().size());
    }

    public Map<String, @Nullable Object> changes(Changes changes) {
        return Json.object(
                "added",
                all(changes.added()),
                "changed",
                changes.changed().stream()
                        .map(c -> Json.object("before", of(c.before()), "after", of(c.after())))
                        .toList(),
                "gone",
                all(changes.gone()));
    }

    /** The same for the same verdict at whatever moment it is asked for; another when it changes. */
    public static String id(Verdict v) {
        String all = String.join(
                "\n",
                v.clause(),
                v.reading().toString(),
                v.bearer(),
                new TreeMap<>(v.key()).toString(),
                v.status().name(),
                v.since().toString(),
                v.due().toString(),
                DIGESTS.of(v.records()));
        byte[] digest = Digests.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    /** By name, in the order of the names. */
    public static Map<String, @Nullable Object> values(Map<String, Value> values) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        new TreeMap<>(values).forEach((name, value) -> said.put(name, ValueJson.of(value)));
        return said;
    }

    private @Nullable String iso(Optional<Time> time) {
        return time.map(t -> dates.iso(t.hi())).orElse(null);
    }
}
