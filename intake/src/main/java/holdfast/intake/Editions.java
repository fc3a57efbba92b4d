package holdfast.intake;

import holdfast.intake.draft.DraftSink;
import holdfast.intake.draft.EditionCounts;
import holdfast.intake.draft.RecordDraft;
import holdfast.intake.draft.RecordKind;
import holdfast.intake.mapping.Mapping;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.value.Occurrence;
import holdfast.language.diagnostic.UserWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Editions of a data set that replace one another: of what a later one has again only what differs becomes a record, which corrects the earlier one, and what
 * it has no more is withdrawn.
 */
final class Editions {
    private final ZoneId zone;

    private record Edition(String file, String stem, String title, Map<String, EditionEntry> entries) {}

    private final List<Edition> read = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final boolean any;

    /** @param zone by whose clocks times are told */
    Editions(List<RecordSource> sources, ZoneId zone) {
        this.zone = zone;
        any = sources.stream()
                .anyMatch(s -> s.earlier().isPresent()
                        || s.mapping().flatMap(Mapping::replaces).isPresent());
    }

    /** Whether what is read is compared with what was read before, so that a record may become another one, or none. */
    boolean compares() {
        return any;
    }

    /** Where records of this file go first; without editions they go straight on. */
    Reader reader(RecordSource source, Problems problems, DraftSink next) {
        return new Reader(source, problems, next);
    }

    /** Reads one file. */
    final class Reader implements DraftSink {
        private final Edition edition;
        private final Optional<EarlierEdition> elsewhere;
        private final @Nullable Edition earlier;
        private final boolean replaces;
        private final Problems problems;
        private final DraftSink next;
        private final Map<String, String> roots = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private boolean toldSpeaker;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long added;
        private long corrected;
        private long withdrawn;
        private long unchanged;

        private Reader(RecordSource source, Problems problems, DraftSink next) {
            this.problems = problems;
            this.next = next;
            Optional<String> name = source.mapping().flatMap(Mapping::replaces);
            elsewhere = source.earlier();
            edition = new Edition(
                    source.input().name(),
                    elsewhere
                            .map(EarlierEdition::next)
                            .orElseGet(() -> source.input().stem()),
                    source.mapping().map(Mapping::title).orElse(""),
                    new LinkedHashMap<>());
            replaces = name.isPresent() || elsewhere.isPresent();
            earlier = elsewhere
                    .filter(e -> !e.entries().isEmpty())
                    .map(e -> new Edition(e.name(), e.name(), "", e.entries()))
                    .or(() -> elsewhere.isPresent() ? Optional.empty() : name.map(this::find))
                    .orElse(null);
            if (any && (source.mapping().isPresent() || elsewhere.isPresent())) {
                read.add(edition);
            }
        }

        private @Nullable Edition find(String name) {
            if (name.isEmpty()) {
                return read.isEmpty() ? null : read.getLast();
            }
            for (Edition one : read.reversed()) {
                if (one.stem.equals(name) || one.title.equals(name)) {
                    return one;
                }
            }
            if (!name.equals(edition.stem)) {
                problems.error(
                        RecordCode.NOTHING_TO_REFER_TO,
                        0,
                        "",
                        "the edition " + UserWords.quoted(name) + ", which this one replaces, was not read before it",
                        "the earlier edition's file, by its name without the ending, or by its mapping's title",
                        read.isEmpty()
                                ? "give it before this one: `--records " + name + ".csv`"
                                : DidYouMean.mendOrList(
                                        name, read.stream().map(Edition::stem).toList(), "there are"));
            }
            return null;
        }

        @Override
        public void accept(RecordDraft draft, long line) {
            if (!any) {
                next.accept(draft, line);
                return;
            }
            String own = draft.id;
            String key = draft.earlier == null ? own : draft.earlier;
            if (draft.about != null) {
                draft.about = roots.getOrDefault(draft.about, draft.about);
            }
            if (!isKnown(draft, line)) {
                return;
            }
            first = Math.min(first, draft.recorded);
            last = Math.max(last, draft.recorded);
            EditionEntry before = earlier == null ? null : earlier.entries.get(key);
            if (replaces && !seen.add(key)) {
                problems.error(
                        RecordCode.SAME_ID, line, "", "the id " + UserWords.quoted(own) + " stands here twice", "", "");
                return;
            }
            String said = EditionEntry.said(draft);
            if (before != null && before.said().equals(said)) {
                unchanged++;
                keep(own, before);
                return;
            }
            draft.own = own;
            if (replaces && isUsed(own)) {
                draft.id = free(own + "@" + edition.stem);
            }
            boolean same = before != null && before.kind() == draft.kind && draft.kind != RecordKind.WITHDRAWAL;
            if (same) {
                draft.corrects = Objects.requireNonNull(before).id();
                tellSpeaker(before, draft, line);
                corrected++;
            } else {
                added++;
            }
            String root = same ? Objects.requireNonNull(before).root() : draft.id;
            keep(own, new EditionEntry(draft.id, root, said, draft.kind, draft.source, draft.author));
            next.accept(draft, line);
        }

        /** An edition that says when it was published tells all that it tells at that moment. */
        private boolean isKnown(RecordDraft draft, long line) {
            OptionalLong known = elsewhere.map(EarlierEdition::known).orElse(OptionalLong.empty());
            if (known.isEmpty()) {
                return true;
            }
            draft.recorded = known.getAsLong();
            boolean happened = draft.kind == RecordKind.OBSERVATION || draft.kind == RecordKind.FINDING;
            return !happened || Occurrence.isKnownInTime(draft.lo, draft.recorded, zone, problems, line, "");
        }

        private boolean isUsed(String id) {
            return used.contains(id) || elsewhere.map(e -> e.isTaken(id)).orElse(false);
        }

        private String free(String id) {
            String free = id;
            while (isUsed(free)) {
                free += "-";
            }
            return free;
        }

        private void keep(String own, EditionEntry entry) {
            used.add(own);
            used.add(entry.id());
            roots.put(own, entry.root());
            edition.entries.put(own, entry);
        }

        private void tellSpeaker(EditionEntry before, RecordDraft draft, long line) {
            String now = draft.author == null ? draft.source : draft.author;
            if (!toldSpeaker && !now.equals(before.speaker())) {
                toldSpeaker = true;
                problems.warning(
                        RecordCode.CORRECTS_NOTHING,
                        line,
                        "",
                        "this edition speaks as " + UserWords.quoted(now) + ", the earlier one as "
                                + UserWords.quoted(before.speaker()) + ": nobody corrects the record of another",
                        "one author",
                        "say in both mappings `author is \"...\"`");
            }
        }

        /** Withdraws what the edition has no more. */
        void end() {
            if (earlier == null || problems.hasErrors()) {
                return;
            }
            List<EditionEntry> gone = earlier.entries.entrySet().stream()
                    .filter(e -> !seen.contains(e.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(e -> e.kind() != RecordKind.WITHDRAWAL)
                    .toList();
            if (!gone.isEmpty() && first != last) {
                problems.error(
                        RecordCode.NOT_GIVEN,
                        0,
                        "",
                        gone.size() + " records of the earlier edition are missing in this one, and nothing says when"
                                + " that became known",
                        "one moment at which the edition became known",
                        elsewhere.isPresent()
                                ? "say when it was published: `--published 2022-06-30`"
                                : "say in its mapping `recorded is 2022-06-30`, the day on which it was published");
                return;
            }
            RecordDraft draft = new RecordDraft();
            for (EditionEntry entry : gone) {
                draft.begin(RecordKind.WITHDRAWAL);
                draft.id = free(entry.root() + "@" + edition.stem);
                used.add(draft.id);
                draft.own = "";
                draft.recorded = last;
                draft.source = entry.source();
                draft.author = entry.author();
                draft.about = entry.root();
                withdrawn++;
                next.accept(draft, 0);
            }
        }

        Optional<EditionCounts> counts() {
            return replaces
                    ? Optional.of(new EditionCounts(
                            edition.file, earlier == null ? "" : earlier.file, added, corrected, withdrawn, unchanged))
                    : Optional.empty();
        }
    }
}
