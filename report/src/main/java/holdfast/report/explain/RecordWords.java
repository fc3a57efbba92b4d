package holdfast.report.explain;

import holdfast.engine.Record;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Quotes a record: what it says, how its observer knows, who keeps it and since when it is known. */
public final class RecordWords {
    private final CitedRecords records;
    private final DateWords dates;
    private final Wording wording;

    RecordWords(CitedRecords records, DateWords dates, Wording wording) {
        this.records = records;
        this.dates = dates;
        this.wording = wording;
    }

    /** {@code attack (by Russia, killed 2) on 15 Feb 2015 00:20}; the id alone where the record is not at hand. */
    String brief(String id) {
        return records.current(id)
                .map(o -> event(o) + " on " + dates.time(o.occurred()) + " (" + called(id, o) + ", " + known(o) + ")")
                .orElse("record " + id);
    }

    /** What was corrected is cited by what corrects it: whoever looks the first one up finds other words. */
    private static String called(String id, Record.Observation now) {
        return now.id().equals(id) ? id : now.id() + ", which corrects " + id;
    }

    /** The whole of it, as a step of a derivation. */
    Reason full(String id) {
        Optional<Record.Observation> now = records.current(id);
        if (now.isEmpty()) {
            return Reason.of(id);
        }
        Record.Observation said = now.get();
        List<Reason> parts = new ArrayList<>();
        parts.add(Reason.of(known(said) + "; source " + said.source()));
        Record.Observation first = records.original(id).orElse(said);
        parts.add(Reason.of("known since " + dates.moment(first.recorded())
                + (said.id().equals(id)
                        ? ""
                        : "; as corrected by " + said.id() + ", " + dates.moment(said.recorded()))));
        said.incident().ifPresent(i -> parts.add(Reason.of("incident " + i)));
        records.attributions(id).forEach(a -> parts.add(Reason.of(attribution(a))));
        records.dissent(id).forEach(d -> parts.add(Reason.of("set aside: " + DissentWords.of(d))));
        return Reason.of(id + ": " + event(said) + ", " + dates.time(said.occurred()), parts);
    }

    /** Who said who did it, where somebody did: {@code attributed to Russia by Commission (a1)}. */
    List<String> attributions(String id) {
        return records.attributions(id).stream().map(this::attribution).toList();
    }

    private String attribution(Record.Attribution a) {
        return "attributed to " + a.to() + " by " + a.source() + " (" + a.id() + ")"
                + (a.standard().isEmpty() ? "" : ", " + a.standard())
                + (a.dissent().isEmpty() ? "" : "; dissent: " + a.dissent());
    }

    String finding(Record.Finding f) {
        String what = f.term()
                .map(t -> t + " as " + f.result())
                .orElseGet(() -> f.clause().map(c -> "the breach of " + c).orElse("it") + " " + f.result());
        return f.source() + " found " + what + " on " + dates.time(f.occurred()) + " (" + f.id() + ")"
                + records.dissent(f.id()).stream()
                        .map(d -> "; set aside: " + DissentWords.of(d))
                        .collect(Collectors.joining());
    }

    private String event(Record.Observation o) {
        if (o.values().isEmpty()) {
            return o.event();
        }
        return new TreeMap<>(o.values())
                .entrySet().stream()
                        .map(e -> e.getKey() + " " + wording.value(e.getValue()))
                        .collect(Collectors.joining(", ", o.event() + " (", ")"));
    }

    /** Of a claim also whose it is, where the record says so. */
    private static String known(Record.Observation o) {
        return o.basis() == Basis.CLAIM && o.author().isPresent()
                ? "claimed by " + o.author().get()
                : basis(o.basis());
    }

    /** {@code claimed by a side}. */
    public static String basis(Basis basis) {
        return switch (basis) {
            case SEEN -> "seen";
            case HEARD -> "heard";
            case TOLD -> "told to the observers";
            case INSTRUMENT -> "by an instrument";
            case CLAIM -> "claimed by a side";
            case MEDIA -> "reported in the media";
        };
    }
}
