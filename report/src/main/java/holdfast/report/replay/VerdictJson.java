package holdfast.report.replay;

import holdfast.engine.Standing;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.report.page.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A verdict as the members of a JSON object, wherever one stands. */
final class VerdictJson {
    private final DateWords dates;

    VerdictJson(DateWords dates) {
        this.dates = dates;
    }

    void members(Verdict v, JsonText json) {
        json.member("clause", v.clause());
        json.member("bearer", v.bearer());
        json.member("reading", v.reading().answers());
        json.member("status", v.status().words());
        json.member(
                "standing", v.standing() == Standing.NONE ? null : v.standing().words());
        times("since", v.since(), json);
        times("due", v.due(), json);
        times("until", v.until(), json);
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        v.key().forEach((variable, value) -> key.put(variable, ValueJson.of(value)));
        json.member("key", key);
        json.member("own", v.own());
        json.member("records", v.records());
    }

    void times(String name, Optional<Time> time, JsonText json) {
        json.member(name, time.map(t -> dates.iso(t.lo())).orElse(null));
        json.member(
                name + "Latest",
                time.filter(t -> !t.precise()).map(t -> dates.iso(t.hi())).orElse(null));
    }
}
