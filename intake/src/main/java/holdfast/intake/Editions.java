package holdfast.intake;

import holdfast.intake.draft.DraftSink;
import holdfast.intake.draft.EditionCounts;
import holdfast.intake.draft.RecordDraft;
import holdfast.intake.draft.RecordKind;
import holdfast.intake.mapping.Mapping;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.UserWords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Editions of a data set that replace one another: of what a later one has again only what differs becomes a record, which corrects the earlier one, and what
 * it has no more is withdrawn.
 */
final class Editions {
    /** A record that counts in an edition. */
    private record Entry(
            String id,
            String root,
            String said,
            RecordKind kind,
            String source,
            @Nullable String author) {
        String speaker() {
            return author == null ? source : author;
        }
    }

    private record Edition(String file, String stem, String title, Map<String, Entry> entries) {}

    private final List<Edition> read = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final boolean any;

    Editions(List<RecordSource> sources) {
        any = sources.stream()
                .anyMatch(s -> s.mapping().flatMap(Mapping::replaces).isPresent());
    }

    /** Where records of this file go first; without editions they go straight on. */
    Reader reader(RecordSource source, Problems problems, DraftSink next) {
        return new Reader(source, problems, next);
    }

    /** Reads one file. */
    final class Reader implements DraftSink {
        private final Edition edition;
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
            edition = new Edition(
                    source.input().name(),
                    source.input().stem(),
                    source.mapping().map(Mapping::title).orElse(""),
                    new LinkedHashMap<>());
            replaces = name.isPresent();
            earlier = name.map(this::find).orElse(null);
            if (any && source.mapping().isPresent()) {
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
            first = Math.min(first, draft.recorded);
            last = Math.max(last, draft.recorded);
            Entry before = earlier == null ? null : earlier.entries.get(key);
            if (replaces && !seen.add(key)) {
                problems.error(
                        RecordCode.SAME_ID, line, "", "the id " + UserWords.quoted(own) + " stands here twice", "", "");
                return;
            }
            String said = said(draft);
            if (before != null && before.said.equals(said)) {
                unchanged++;
                keep(own, before);
                return;
            }
            if (replaces && used.contains(own)) {
                draft.id = own + "@" + edition.stem;
            }
            boolean same = before != null && before.kind == draft.kind && draft.kind != RecordKind.WITHDRAWAL;
            if (same) {
                draft.corrects = Objects.requireNonNull(before).id;
                tellSpeaker(before, draft, line);
                corrected++;
            } else {
                added++;
            }
            String root = same ? Objects.requireNonNull(before).root : draft.id;
            keep(own, new Entry(draft.id, root, said, draft.kind, draft.source, draft.author));
            next.accept(draft, line);
        }

        private void keep(String own, Entry entry) {
            used.add(own);
            used.add(entry.id);
            roots.put(own, entry.root);
            edition.entries.put(own, entry);
        }

        private void tellSpeaker(Entry before, RecordDraft draft, long line) {
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
            List<Entry> gone = earlier.entries.entrySet().stream()
                    .filter(e -> !seen.contains(e.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(e -> e.kind != RecordKind.WITHDRAWAL)
                    .toList();
            if (!gone.isEmpty() && first != last) {
                problems.error(
                        RecordCode.NOT_GIVEN,
                        0,
                        "",
                        gone.size() + " records of the earlier edition are missing in this one, and nothing says when"
                                + " that became known",
                        "one moment at which the edition became known",
                        "say in its mapping `recorded is 2022-06-30`, the day on which it was published");
                return;
            }
            RecordDraft draft = new RecordDraft();
            for (Entry entry : gone) {
                draft.begin(RecordKind.WITHDRAWAL);
                draft.id = entry.root + "@" + edition.stem;
                while (!used.add(draft.id)) {
                    draft.id += "-";
                }
                draft.recorded = last;
                draft.source = entry.source;
                draft.author = entry.author;
                draft.about = entry.root;
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

    /** All that a record says, but for its name, its source and when it became known. */
    private static String said(RecordDraft draft) {
        StringBuilder all = new StringBuilder(draft.kind.word());
        boolean happened = draft.kind == RecordKind.OBSERVATION || draft.kind == RecordKind.FINDING;
        String[] parts = {
            happened ? draft.lo + " " + draft.hi : "",
            draft.kind == RecordKind.OBSERVATION ? draft.event + " " + draft.basis : "",
            draft.incident,
            draft.about,
            draft.to,
            draft.standard,
            draft.dissent,
            draft.clause,
            draft.bearer,
            draft.term,
            draft.result,
            draft.said()
        };
        for (String part : parts) {
            all.append('\0').append(part);
        }
        if (all.length() <= 64) {
            return all.toString();
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
