package holdfast.intake;

import holdfast.intake.draft.RecordDraft;
import holdfast.intake.draft.RecordKind;
import holdfast.intake.draft.TextHash;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.diagnostic.Severity;
import holdfast.language.diagnostic.UserWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which ids have been read, and to which of them the records refer. Ids that are numbered take four bytes each ({@link NumberedIds}), others 16: a hash of 64 bits with the
 * place of the record. Where two hashes are the same, the ids themselves are compared afterwards, by reading those lines again.
 */
final class Identities {
    /** A record's place. */
    record Place(int file, long line) {}

    /** Two records that seem to have one id. */
    private record Suspect(String id, Place here, Place there) {}

    private record Reference(boolean correction, RecordKind kind, String column, String to, Place at) {}

    private static final int MOST_SUSPECTS = 1000;
    private static final int MOST_NAMED = 10_000;
    private static final int OPEN = 3;
    private static final int KIND_BITS = 2;
    private static final int FILE_BITS = 14;

    private final NumberedIds numbered = new NumberedIds();
    private long[] hashes = new long[1 << 12];
    private long[] places = new long[1 << 12];
    private int size;
    private final List<Suspect> suspects = new ArrayList<>();
    private long moreSuspects;
    private final List<Reference> open = new ArrayList<>();
    /** References beyond those that are kept with their names: hash, key and place in turn. */
    private long[] openHashes = new long[OPEN * 8];

    private int openHashCount;

    void add(RecordDraft draft, int file, long line) {
        addId(draft, file, line);
        if (draft.corrects != null) {
            refer(draft.corrects, draft, true, file, line);
        }
        if (draft.about != null) {
            refer(draft.about, draft, false, file, line);
        }
    }

    /** Ids that begin with these signs and end in a number; null if they cannot be added by it. */
    NumberedIds.@Nullable Series series(String beginning) {
        return numbered.series(beginning);
    }

    /** Adds an observation that refers to no other. False, without any effect, if it must be added as others are. */
    boolean add(NumberedIds.Series of, int number, int file, long line) {
        return NumberedIds.hold(of, number, pack(RecordKind.OBSERVATION, file, line));
    }

    /** Whether a record of that id has been read so far. */
    boolean has(String id) {
        return place(id) >= 0;
    }

    /** Where the record of that id was read, or negative. */
    private long place(String id) {
        long place = numbered.place(id);
        return place == NumberedIds.ELSEWHERE ? placeOfHash(TextHash.of(id)) : place;
    }

    private long placeOfHash(long hash) {
        int slot = slot(hash);
        return hashes[slot] == 0 ? NumberedIds.NONE : places[slot];
    }

    private void addId(RecordDraft draft, int file, long line) {
        long there = place(draft.id);
        if (there < 0) {
            keep(draft.id, pack(draft.kind, file, line));
        } else if (suspects.size() < MOST_SUSPECTS) {
            suspects.add(new Suspect(draft.id, new Place(file, line), placeOf(there)));
        } else {
            moreSuspects++;
        }
    }

    private void keep(String id, long place) {
        if (numbered.hold(id, place)) {
            return;
        }
        if (size * 4L > hashes.length * 3L) {
            grow();
        }
        long hash = TextHash.of(id);
        int slot = slot(hash);
        hashes[slot] = hash;
        places[slot] = place;
        size++;
    }

    private void refer(String to, RecordDraft from, boolean correction, int file, long line) {
        String column = correction ? "corrects" : from.kind == RecordKind.WITHDRAWAL ? "withdraws" : "about";
        refer(to, from, column, correction, file, line);
    }

    /** An act that answers a breach names the record of it. */
    void answers(String attribute, String to, RecordDraft from, int file, long line) {
        refer(to, from, attribute, false, file, line);
    }

    private void refer(String to, RecordDraft from, String column, boolean correction, int file, long line) {
        long there = place(to);
        if (there >= 0 && (!correction || kindOf(there) == from.kind)) {
            return;
        }
        if (open.size() < MOST_NAMED) {
            open.add(new Reference(correction, from.kind, column, to, new Place(file, line)));
            return;
        }
        if (openHashCount + OPEN > openHashes.length) {
            openHashes = Arrays.copyOf(openHashes, openHashes.length * 2);
        }
        openHashes[openHashCount++] = TextHash.of(to);
        openHashes[openHashCount++] = numbered.key(to);
        openHashes[openHashCount++] = pack(correction ? from.kind : RecordKind.WITHDRAWAL, file, line);
    }

    /** The lines of each file that have to be read again to know whether ids are really the same. */
    Map<Integer, Set<Long>> linesInDoubt() {
        Map<Integer, Set<Long>> lines = new HashMap<>();
        for (Suspect suspect : suspects) {
            lines.computeIfAbsent(suspect.there.file, f -> new HashSet<>()).add(suspect.there.line);
        }
        return lines;
    }

    /** Tells of ids that come twice. {@code idsAt} holds the ids of the records on the lines in doubt. */
    void tellTwins(Map<Place, Set<String>> idsAt, List<Problems> files, Problems problems) {
        Map<Long, Map<String, Place>> confused = new HashMap<>();
        for (Suspect suspect : suspects) {
            Place there = suspect.there;
            if (!idsAt.getOrDefault(there, Set.of()).contains(suspect.id)) {
                // Another id with the same hash: it is no twin of that one, but later ones may be twins of it.
                Place earlier = confused.computeIfAbsent(TextHash.of(suspect.id), h -> new HashMap<>())
                        .putIfAbsent(suspect.id, suspect.here);
                if (earlier == null) {
                    continue;
                }
                there = earlier;
            }
            problems.add(new Problem(
                    RecordCode.SAME_ID,
                    Severity.ERROR,
                    files.get(suspect.here.file).place(suspect.here.line, ""),
                    "the id " + UserWords.quoted(suspect.id) + " was given already, "
                            + (there.file == suspect.here.file
                                    ? files.get(there.file).line(there.line)
                                    : "in "
                                            + ProblemLine.where(
                                                    files.get(there.file).place(there.line, ""))),
                    "an id that no other record has",
                    "if this record replaces that one, give it an id of its own and say so in `corrects`"));
        }
        for (long i = 0; i < moreSuspects; i++) {
            problems.add(new Problem(
                    RecordCode.SAME_ID,
                    Severity.ERROR,
                    files.getFirst().place(0, ""),
                    "further ids come twice",
                    "",
                    ""));
        }
    }

    /** The ids to which records refer and which nobody has, folded as {@link DidYouMean#folded} does. */
    Set<String> foldedDangling(Predicate<String> knownElsewhere) {
        Set<String> folded = new HashSet<>();
        for (Reference reference : open) {
            if (!has(reference.to) && !knownElsewhere.test(reference.to)) {
                folded.add(DidYouMean.folded(reference.to));
            }
        }
        return folded;
    }

    /**
     * Tells of references to records that are not there. Where rows were refused, what is missing may be one of them: then only of what is an error itself.
     *
     * @param near ids that were read and are very like those, by what they are like
     */
    void tellDangling(
            Predicate<String> knownElsewhere, Map<String, String> near, List<Problems> files, Problems problems) {
        boolean refused = problems.hasErrors();
        for (Reference reference : open) {
            if (refused && !reference.correction) {
                continue;
            }
            long there = place(reference.to);
            if (there >= 0) {
                RecordKind kind = kindOf(there);
                if (reference.correction && kind != reference.kind) {
                    tellOtherKind(reference, kind, placeOf(there), files, problems);
                }
            } else if (!knownElsewhere.test(reference.to)) {
                tellUnknown(reference, near.getOrDefault(DidYouMean.folded(reference.to), ""), files, problems);
            }
        }
        for (int i = 0; i < openHashCount; i += OPEN) {
            long place = numbered.placeOfKey(openHashes[i + 1]);
            if ((place == NumberedIds.ELSEWHERE ? placeOfHash(openHashes[i]) : place) < 0) {
                Place at = placeOf(openHashes[i + 2]);
                boolean correction = kindOf(openHashes[i + 2]) != RecordKind.WITHDRAWAL;
                if (refused && !correction) {
                    continue;
                }
                String column = correction ? "corrects" : "about";
                tellUnknown(new Reference(correction, RecordKind.OBSERVATION, column, "", at), "", files, problems);
            }
        }
    }

    private static void tellOtherKind(
            Reference reference, RecordKind kind, Place there, List<Problems> files, Problems problems) {
        problems.add(new Problem(
                RecordCode.CORRECTS_NOTHING,
                Severity.ERROR,
                files.get(reference.at.file).place(reference.at.line, "corrects"),
                UserWords.quoted(reference.to) + " (" + files.get(there.file).line(there.line)
                        + ") is of another kind: " + kind.word(),
                "a record of the kind " + reference.kind.word(),
                ""));
    }

    private static void tellUnknown(Reference reference, String near, List<Problems> files, Problems problems) {
        boolean answer = !reference.correction && reference.kind == RecordKind.OBSERVATION && !reference.to.isEmpty();
        String effect = answer ? "so this act answers no breach; " : "so this record has no effect; ";
        String to = reference.to.isEmpty() ? "the id" : UserWords.quoted(reference.to);
        problems.add(new Problem(
                reference.correction ? RecordCode.CORRECTS_NOTHING : RecordCode.ABOUT_NOTHING,
                reference.correction ? Severity.ERROR : Severity.WARNING,
                files.get(reference.at.file).place(reference.at.line, reference.column),
                to + " is no record that was read" + (answer ? ", and no clause of the agreement" : ""),
                reference.correction ? "the id of an earlier record" : "",
                !near.isEmpty()
                        ? (reference.correction ? "" : effect) + "did you mean "
                                + UserWords.quoted(near) + "?"
                                + (LookAlike.same(near, reference.to)
                                        ? " It looks the same: " + LookAlike.difference(reference.to, near)
                                        : "")
                        : reference.correction
                                ? "read the file that holds it together with this one; where it may be missing, a mapping says `corrects is C if it was read`"
                                : effect + "read the file that holds the other together with this one"));
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldPlaces = places;
        hashes = new long[oldHashes.length * 2];
        places = new long[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    private static long pack(RecordKind kind, int file, long line) {
        return line << KIND_BITS + FILE_BITS | (long) file << KIND_BITS | kind.ordinal();
    }

    private static RecordKind kindOf(long place) {
        return RecordKind.values()[(int) place & 3];
    }

    private static Place placeOf(long place) {
        return new Place((int) (place >>> KIND_BITS) & (1 << FILE_BITS) - 1, place >>> KIND_BITS + FILE_BITS);
    }
}
