package holdfast.record.entry;

import holdfast.record.canonical.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What somebody submits: a record, an agreement's text, a file that belongs to a record, or that an edition was taken in. */
public sealed interface Statement {

    /** The member of the entry that holds it. */
    String member();

    Json.Members json();

    /** What no two entries have in common: a second statement under the same key either says the same, or is refused. */
    String key();

    /**
     * @param edition of which data set it is part, where it came with one
     */
    record OfRecord(Json.Members json, Optional<Part> edition) implements Statement {
        public static final String MEMBER = "record";

        public String id() {
            return json.text("id").orElse("");
        }

        @Override
        public String member() {
            return MEMBER;
        }

        @Override
        public String key() {
            return key(id());
        }

        public static String key(String id) {
            return "record\0" + id;
        }
    }

    /**
     * Part of an edition of a data set.
     *
     * @param source the data set
     * @param edition which edition of it
     * @param as how the edition itself calls the record, which may have another id here
     */
    record Part(String source, String edition, String as) {
        Json.Members json() {
            return Json.NONE.with("source", source).with("edition", edition).with("as", as);
        }

        static Part of(Json.Members json) {
            return new Part(
                    json.text("source").orElse(""),
                    json.text("edition").orElse(""),
                    json.text("as").orElse(""));
        }
    }

    /**
     * An agreement's text; the text itself is kept by its digest.
     *
     * @param name as it was called when it was submitted
     * @param sha256 as the receipt of a verdict has it: over the document, its annexes and maps
     * @param files the document first, then what it names: names and digests
     * @param amends the entry of the text before this one; empty for the first
     */
    record OfAgreement(String name, String sha256, List<File> files, Optional<Long> amends) implements Statement {
        public static final String MEMBER = "agreement";

        public OfAgreement {
            files = List.copyOf(files);
        }

        @Override
        public String member() {
            return MEMBER;
        }

        @Override
        public Json.Members json() {
            List<Json> list = new ArrayList<>();
            files.forEach(f -> list.add(f.json()));
            Json.Members json =
                    Json.NONE.with("name", name).with("sha256", sha256).with("files", new Json.Items(list));
            return amends.map(entry -> json.with("amends", entry)).orElse(json);
        }

        @Override
        public String key() {
            return "agreement\0" + sha256 + "\0" + amends.map(String::valueOf).orElse("");
        }

        static OfAgreement of(Json.Members json) {
            List<File> files = json.members().get("files") instanceof Json.Items(List<Json> items)
                    ? items.stream()
                            .filter(Json.Members.class::isInstance)
                            .map(f -> File.of((Json.Members) f))
                            .toList()
                    : List.of();
            Optional<Long> amends = json.members().get("amends") instanceof Json.Number(double entry)
                    ? Optional.of((long) entry)
                    : Optional.empty();
            return new OfAgreement(
                    json.text("name").orElse(""), json.text("sha256").orElse(""), files, amends);
        }
    }

    /** A file that is kept once, by its digest in hexadecimal. */
    record File(String name, String sha256, long size) {
        Json.Members json() {
            return Json.NONE.with("name", name).with("sha256", sha256).with("size", size);
        }

        public byte[] digest() {
            return HexFormat.of().parseHex(sha256);
        }

        static File of(Json.Members json) {
            return new File(
                    json.text("name").orElse(""),
                    json.text("sha256").orElse(""),
                    json.members().get("size") instanceof Json.Number(double size) ? (long) size : 0);
        }
    }

    /**
     * A file that belongs to a record: a report, a photograph.
     *
     * @param about the id of the record
     */
    record OfAttachment(String about, File file) implements Statement {
        public static final String MEMBER = "attachment";

        @Override
        public String member() {
            return MEMBER;
        }

        @Override
        public Json.Members json() {
            return file.json().with("about", about);
        }

        @Override
        public String key() {
            return "attachment\0" + about + "\0" + file.sha256();
        }

        static OfAttachment of(Json.Members json) {
            return new OfAttachment(json.text("about").orElse(""), File.of(json));
        }
    }

    /**
     * That an edition of a data set was taken in whole. It stands behind the entries that came of it.
     *
     * @param counts how many records were added, corrected, withdrawn, and said the same
     * @param published when it became known, if that was said of it as a whole
     */
    record OfEdition(String source, String edition, List<File> files, Map<String, Long> counts, OptionalLong published)
            implements Statement {
        public static final String MEMBER = "edition";

        public OfEdition {
            files = List.copyOf(files);
            counts = Map.copyOf(counts);
        }

        @Override
        public String member() {
            return MEMBER;
        }

        @Override
        public Json.Members json() {
            List<Json> list = new ArrayList<>();
            files.forEach(f -> list.add(f.json()));
            TreeMap<String, Json> numbers = new TreeMap<>();
            counts.forEach((name, count) -> numbers.put(name, new Json.Number(count)));
            Json.Members json = Json.NONE
                    .with("source", source)
                    .with("edition", edition)
                    .with("files", new Json.Items(list))
                    .with("counts", new Json.Members(numbers));
            return published.isPresent()
                    ? json.with(
                            "published",
                            Instant.ofEpochMilli(published.getAsLong()).toString())
                    : json;
        }

        @Override
        public String key() {
            return key(source, edition);
        }

        public static String key(String source, String edition) {
            return "edition\0" + source + "\0" + edition;
        }

        static OfEdition of(Json.Members json) {
            List<File> files = json.members().get("files") instanceof Json.Items(List<Json> items)
                    ? items.stream()
                            .filter(Json.Members.class::isInstance)
                            .map(f -> File.of((Json.Members) f))
                            .toList()
                    : List.of();
            TreeMap<String, Long> counts = new TreeMap<>();
            json.object("counts")
                    .ifPresent(c -> c.members().forEach((name, count) -> {
                        if (count instanceof Json.Number(double n)) {
                            counts.put(name, (long) n);
                        }
                    }));
            return new OfEdition(
                    json.text("source").orElse(""),
                    json.text("edition").orElse(""),
                    files,
                    counts,
                    json.text("published").stream()
                            .mapToLong(t -> Instant.parse(t).toEpochMilli())
                            .findFirst());
        }
    }
}
