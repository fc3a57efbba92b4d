package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.EditionRefused;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Why an edition is not taken, and what to do. */
final class EditionWords {
    private EditionWords() {}

    static Refusal refusal(EditionRefused refused, ZoneId zone) {
        return switch (refused) {
            case EditionRefused.OutOfOrder e -> outOfOrder(e, zone);
            case EditionRefused.DatedBefore e ->
                Refusal.findings(
                        Told.counted(e.records(), "record", "records")
                                + " of this edition would stand before what they correct or withdraw, and change"
                                + " nothing; nothing was taken",
                        "say when the edition became known, which is after the one before it: `--published DAY`");
            case EditionRefused.IdsTaken e -> idsTaken(e);
        };
    }

    private static Refusal outOfOrder(EditionRefused.OutOfOrder e, ZoneId zone) {
        return Refusal.findings(
                "`" + e.edition() + "` was published on " + day(e.published(), zone)
                        + ", and the record has what became known on " + day(e.lastPublished(), zone) + ", with `"
                        + e.last() + "`; nothing was taken",
                "an earlier edition is taken before a later one. Is the day right? To go back to an earlier edition, say"
                        + " when that was decided, `--published DAY`, and call it by another name, `--edition NAME`");
    }

    private static LocalDate day(long moment, ZoneId zone) {
        return Instant.ofEpochMilli(moment).atZone(zone).toLocalDate();
    }

    private static Refusal idsTaken(EditionRefused.IdsTaken e) {
        List<String> sets =
                e.owners().keySet().stream().filter(s -> !s.isEmpty()).toList();
        String owned = e.owners().entrySet().stream()
                .map(o -> Told.counted(o.getValue(), "of these ids belongs", "of these ids belong") + " to "
                        + (o.getKey().isEmpty() ? "records of no data set" : "`" + o.getKey() + "`") + " already")
                .collect(Collectors.joining(", "));
        return Refusal.findings(
                owned + ", such as `" + e.example() + "`; nothing was taken",
                (sets.isEmpty()
                                ? ""
                                : "did you mean that set? "
                                        + sets.stream()
                                                .map(s -> "`--edition-of \"" + s + "\"`")
                                                .collect(Collectors.joining(" or "))
                                        + ". ")
                        + "If it really is another source, give its ids a beginning of their own in its mapping:"
                        + " `id is \"other-{id}\"`");
    }

    /** @param all the editions of the record in their order */
    static void already(Statement.OfEdition edition, List<Statement.OfEdition> all, PrintWriter out) {
        out.println("The record has this edition already: `" + edition.edition() + "` of `" + edition.source() + "`.");
        Statement.OfEdition last = all.stream()
                .filter(e -> e.source().equals(edition.source()))
                .reduce((a, b) -> b)
                .orElse(edition);
        if (!last.equals(edition)) {
            out.println("It was replaced since; `" + last.edition() + "` is the one that counts. To go back to it, say"
                    + " when that was decided, `--published DAY`, and call it by another name, `--edition NAME`.");
        }
    }
}
