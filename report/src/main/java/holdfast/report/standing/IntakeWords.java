package holdfast.report.standing;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.intake.draft.EditionCounts;
import holdfast.language.model.Basis;
import holdfast.report.explain.RecordWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in a line each what was read, what of it does not count, and what came out. */
public final class IntakeWords {
    private static final int REASONS = 4;
    private static final int EVENTS = 4;
    private static final List<Status> ORDER = List.of(
            Status.BREACHED, Status.CURED, Status.DISPUTED, Status.UNDETERMINED, Status.PENDING, Status.FULFILLED);

    private IntakeWords() {}

    public static List<String> lines(Replay replay) {
        if (replay.files().isEmpty()) {
            return List.of("no records: what the text alone says");
        }
        Replay.Intake intake = replay.intake();
        List<String> lines = new ArrayList<>();
        lines.add("records: "
                + String.join(
                        ", ", replay.files().stream().map(IntakeWords::file).toList()) + ": "
                + count(intake.rows(), "row") + " read, " + count(intake.records(), "record"));
        bases(intake.bases(), lines);
        intake.editions().stream().map(EditionCounts::text).forEach(lines::add);
        reasons("left out", "row", intake.leftOut(), lines);
        reasons("not known to this agreement", "row", asWritten(intake.notUsed()), lines);
        reasons(
                "of attributes that this agreement does not have",
                "value",
                asWritten(intake.notUsedAttributes()),
                lines);
        unread(intake.unread(), lines);
        reasons("not the first, and only the first counts", "record", intake.again(), lines);
        intake.unused().forEach(u -> lines.add("of no use in " + u.mapping() + ": " + u.text()));
        return lines;
    }

    /** {@code no record of access_denied, signature and 3 more of its 12 events}. */
    public static void unread(List<String> events, List<String> lines) {
        if (!events.isEmpty()) {
            // One more takes no more room than its name.
            int more = events.size() == EVENTS + 1 ? 0 : Math.max(0, events.size() - EVENTS);
            lines.add("no record of: " + String.join(", ", events.subList(0, events.size() - more))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    /** Of how much somebody saw it himself, and how much a side says: {@code of acts: seen 3, claimed by a side 12}. */
    private static void bases(Map<Basis, Long> bases, List<String> lines) {
        if (!bases.isEmpty()) {
            List<String> said = new ArrayList<>();
            bases.forEach((basis, n) -> said.add(RecordWords.basis(basis) + " " + n));
            lines.add("how they are known: " + String.join(", ", said));
        }
    }

    /** Names that the agreement does not have are those of the file. */
    private static Map<String, Long> asWritten(Map<String, Long> counts) {
        Map<String, Long> quoted = new TreeMap<>();
        counts.forEach((name, n) -> quoted.put("`" + name + "`", n));
        return quoted;
    }

    private static String file(Replay.SourceFile file) {
        return file.mapping().isEmpty() ? file.file() : file.file() + ", read with " + file.mapping();
    }

    private static void reasons(String what, String of, Map<String, Long> counts, List<String> lines) {
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        if (rows == 0) {
            return;
        }
        List<String> said = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .forEach(e -> said.add(e.getKey() + " " + e.getValue()));
        int more = counts.size() - said.size();
        lines.add(what + ": " + count(rows, of) + " (" + String.join("; ", said)
                + (more > 0 ? "; and " + count(more, "more reason") : "") + ")");
    }

    /** {@code verdicts: 12 to 16 breached, 2 pending}. */
    public static String tally(Replay replay, List<RivalReadings.Said> verdicts, VerdictWords words) {
        Map<Kind, Tally> counts = new TreeMap<>(
                Comparator.comparingInt((Kind k) -> weight(k.status())).thenComparing(Kind::words));
        counts.putAll(Tally.of(replay, verdicts, v -> new Kind(v.status(), words.kindOfStatus(v))));
        List<String> said = new ArrayList<>();
        counts.forEach((kind, n) -> said.add(n.words() + " " + kind.words()));
        boolean spread = counts.values().stream().anyMatch(Tally::varies);
        boolean once = !counts.values().stream().allMatch(Tally::whole);
        return said.isEmpty()
                ? "no verdicts"
                : "verdicts: " + String.join(", ", said) + (spread ? ", depending on how the text is read" : "")
                        + (once ? "; " + COUNTED_ONCE : "");
    }

    /** Why a number is only a lower bound. */
    public static final String COUNTED_ONCE = "breaches that may be one are counted once";

    private record Kind(Status status, String words) {}

    /** What a reader asks about first: a breach that lasts before one that is over, and both before what is open or kept. */
    public static Comparator<Verdict> gravestFirst() {
        return Comparator.comparingInt((Verdict v) -> weight(v.status()))
                .thenComparing(v -> v.until().isPresent());
    }

    static int weight(Status status) {
        int at = ORDER.indexOf(status);
        return at >= 0 ? at : ORDER.size() + status.ordinal();
    }

    public static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
