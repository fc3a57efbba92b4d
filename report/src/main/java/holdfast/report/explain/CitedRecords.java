package holdfast.report.explain;

import holdfast.engine.Dissent;
import holdfast.engine.Record;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The few records that an explanation quotes, as they stood at a moment of knowledge: corrections applied, withdrawals taken into account
 * (semantics, section 2). It needs only the cited records and those about them, not the whole history.
 */
public final class CitedRecords {
    private static final Comparator<Record> ORDER =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    public static final CitedRecords NONE = new CitedRecords(List.of(), Long.MAX_VALUE);

    private final Map<String, Record> known = new HashMap<>();
    private final Map<String, List<Record>> withdrawals = new HashMap<>();
    private final Map<String, List<Record>> corrections = new HashMap<>();
    private final Map<String, List<Record.Attribution>> attributions = new HashMap<>();
    private final List<Record.Finding> findings = new ArrayList<>();
    private final Map<String, List<Dissent>> dissent = new HashMap<>();
    private final Set<String> setAside = new HashSet<>();
    private @Nullable List<Record.Observation> observations;

    /** Where nothing was set aside. */
    public CitedRecords(Collection<? extends Record> records, long asOf) {
        this(records, asOf, List.of());
    }

    /**
     * @param asOf the moment of knowledge, milliseconds since 1970-01-01T00:00Z: what became known later is left out
     * @param dissents the records that have no effect
     */
    public CitedRecords(Collection<? extends Record> records, long asOf, Collection<Dissent> dissents) {
        dissents.forEach(d -> setAside.add(d.record().id()));
        for (Record record : records) {
            if (record.recorded() <= asOf) {
                known.put(record.id(), record);
            }
        }
        for (Record record : known.values()) {
            if (setAside.contains(record.id())) {
                continue;
            }
            if (record instanceof Record.Withdrawal w) {
                withdrawals
                        .computeIfAbsent(w.withdraws(), id -> new ArrayList<>())
                        .add(w);
            } else if (record.corrects().isPresent()) {
                root(record.id())
                        .ifPresent(root -> corrections
                                .computeIfAbsent(root, id -> new ArrayList<>())
                                .add(record));
            }
        }
        for (Record record : known.values()) {
            switch (record) {
                case Record.Attribution a ->
                    version(a).filter(v -> !setAside.contains(v.id())).ifPresent(this::attribute);
                case Record.Finding f -> version(f).ifPresent(v -> findings.add((Record.Finding) v));
                case Record.Observation ignored -> {}
                case Record.Withdrawal ignored -> {}
            }
        }
        findings.sort(ORDER);
        attributions.values().forEach(list -> list.sort(ORDER));
        for (Dissent one : dissents) {
            String about = root(one.about().id()).orElse(one.about().id());
            dissent.computeIfAbsent(about, id -> new ArrayList<>()).add(one);
        }
    }

    /** What others said about the record without effect, earliest first. */
    public List<Dissent> dissent(String id) {
        return dissent.getOrDefault(id, List.of());
    }

    private void attribute(Record version) {
        Record.Attribution attribution = (Record.Attribution) version;
        root(attribution.about())
                .ifPresent(observation -> attributions
                        .computeIfAbsent(observation, id -> new ArrayList<>())
                        .add(attribution));
    }

    /** The record by which this observation became known; its source and date are the ones to cite. */
    public Optional<Record.Observation> original(String id) {
        return known.get(id) instanceof Record.Observation o ? Optional.of(o) : Optional.empty();
    }

    /** What the observation says now: its latest live correction, or itself. */
    public Optional<Record.Observation> current(String id) {
        return original(id).flatMap(this::version).map(Record.Observation.class::cast);
    }

    /** All live observations at hand, as they stand now under the ids by which they became known; by time, then id. */
    List<Record.Observation> observations() {
        List<Record.Observation> all = observations;
        if (all == null) {
            all = sorted();
            observations = all;
        }
        return all;
    }

    private List<Record.Observation> sorted() {
        return known.values().stream()
                .flatMap(r -> current(r.id())
                        .map(o -> new Record.Observation(
                                r.id(),
                                o.recorded(),
                                o.source(),
                                o.corrects(),
                                o.event(),
                                o.occurred(),
                                o.values(),
                                o.basis(),
                                o.incident(),
                                o.author()))
                        .stream())
                .sorted(Comparator.comparingLong(
                                (Record.Observation o) -> o.occurred().lo())
                        .thenComparing(Record.Observation::id))
                .toList();
    }

    /** Live attributions about the observation or one of its corrections, earliest first. */
    public List<Record.Attribution> attributions(String id) {
        return attributions.getOrDefault(id, List.of());
    }

    /** Live findings on the clause's breaches, or on any of these observations; earliest first. */
    public List<Record.Finding> findings(String clause, Collection<String> observations) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new HashSet<>(observations);
        return findings.stream().filter(f -> concerns(f, clause, ids)).toList();
    }

    /** Live findings on a term or question; earliest first. */
    public List<Record.Finding> rulings(String term) {
        return findings.stream().filter(f -> f.term().equals(Optional.of(term))).toList();
    }

    private boolean concerns(Record.Finding finding, String clause, Set<String> ids) {
        boolean aboutOne =
                finding.about().flatMap(this::root).filter(ids::contains).isPresent();
        if (finding.clause().isPresent()) {
            return finding.clause().get().equals(clause) && (finding.about().isEmpty() || aboutOne);
        }
        return finding.term().isEmpty() && aboutOne;
    }

    /** The latest live version of a record that corrects nothing and is itself live. */
    private Optional<Record> version(Record original) {
        if (original.corrects().isPresent() || !live(original)) {
            return Optional.empty();
        }
        return corrections.getOrDefault(original.id(), List.of()).stream()
                .filter(this::live)
                .max(ORDER)
                .or(() -> Optional.of(original));
    }

    /** The root of the chain of corrections in which the record stands; none if the chain is broken. */
    private Optional<String> root(String id) {
        Record record = known.get(id);
        // Each step goes back in order, so that there is an end.
        while (record != null && !setAside.contains(record.id())) {
            if (record.corrects().isEmpty()) {
                return Optional.of(record.id());
            }
            Record earlier = known.get(record.corrects().get());
            if (earlier == null || earlier.getClass() != record.getClass() || ORDER.compare(earlier, record) >= 0) {
                return Optional.empty();
            }
            record = earlier;
        }
        return Optional.empty();
    }

    private boolean live(Record record) {
        return withdrawals.getOrDefault(record.id(), List.of()).stream()
                .noneMatch(w -> ORDER.compare(record, w) < 0 && live(w));
    }
}
