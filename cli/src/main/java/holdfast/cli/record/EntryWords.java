package holdfast.cli.record;

import holdfast.record.canonical.Json;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Entries in words. */
final class EntryWords {
    private EntryWords() {}

    static RecordList.Kind kind(Statement statement) {
        return switch (statement) {
            case Statement.OfRecord r -> RecordList.Kind.records;
            case Statement.OfAgreement a -> RecordList.Kind.agreements;
            case Statement.OfAttachment a -> RecordList.Kind.attachments;
            case Statement.OfEdition e -> RecordList.Kind.editions;
        };
    }

    /** {@code 12  2026-11-27T17:00:00Z  Mission  record a1: attack, 2015-02-15T00:20:00Z}. */
    static String line(Entry entry) {
        Entry.Content content = entry.content();
        return "  " + entry.number() + "  " + content.received() + "  " + content.from() + "  "
                + words(content.statement());
    }

    static String words(Statement statement) {
        return switch (statement) {
            case Statement.OfRecord record -> record(record.json());
            case Statement.OfAgreement text ->
                "agreement " + text.name() + ", sha256 " + text.sha256().substring(0, 12) + "…"
                        + text.amends().map(e -> ", amends entry " + e).orElse("");
            case Statement.OfAttachment attachment ->
                "attachment " + attachment.file().name() + " ("
                        + Told.counted(attachment.file().size(), "byte", "bytes") + ") of " + attachment.about();
            case Statement.OfEdition edition ->
                "edition " + edition.edition() + " of " + edition.source() + ": " + counts(edition.counts());
        };
    }

    private static String counts(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
    }

    private static String record(Json.Members json) {
        String kind = json.text("kind").orElse("record");
        return kind + " " + json.text("id").orElse("")
                + json.text("event").map(e -> ": " + e).orElse("")
                + json.text("occurred").map(t -> ", " + t).orElse("")
                + json.text("about").map(a -> " about " + a).orElse("")
                + json.text("to").map(t -> ": " + t).orElse("")
                + json.text("result").map(r -> ": " + r).orElse("")
                + json.text("withdraws").map(w -> " of " + w).orElse("")
                + json.text("corrects").map(c -> ", corrects " + c).orElse("");
    }
}
