package holdfast.server.access;

import holdfast.record.log.tiles.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file in which people and the digests of their keys stand; written whole, so that it is there as it was or as it shall be. */
final class AccountFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    AccountFile(Path file) {
        this.file = file;
    }

    record Content(List<Person> people, List<Key> keys) {}

    /** @throws AccountTrouble if it is there and is none */
    Content read() {
        if (!Files.exists(file)) {
            return new Content(List.of(), List.of());
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            List<Person> people = new ArrayList<>();
            json.path("people").forEach(p -> people.add(person(p)));
            List<Key> keys = new ArrayList<>();
            json.path("keys").forEach(k -> keys.add(key(k)));
            return new Content(people, keys);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new AccountTrouble(
                    "the people in `" + file + "` cannot be read",
                    "put back a copy of it, or move it away and invite everybody anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Person person(JsonNode json) {
        return new Person(
                json.path("name").stringValue(),
                Role.of(json.path("role").stringValue()).orElseThrow(IllegalArgumentException::new),
                Optional.of(json.path("actor").asString("")).filter(a -> !a.isEmpty()));
    }

    private static Key key(JsonNode json) {
        return new Key(
                Key.Kind.valueOf(json.path("kind").stringValue().toUpperCase(Locale.ROOT)),
                json.path("sha256").stringValue(),
                json.path("person").stringValue(),
                json.path("begun").longValue(),
                json.path("seen").longValue());
    }

    void write(Content content) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode people = json.putArray("people");
        for (Person person : content.people()) {
            ObjectNode one = people.addObject()
                    .put("name", person.name())
                    .put("role", person.role().word());
            person.actor().ifPresent(a -> one.put("actor", a));
        }
        ArrayNode keys = json.putArray("keys");
        for (Key key : content.keys()) {
            keys.addObject()
                    .put("kind", key.kind().name().toLowerCase(Locale.ROOT))
                    .put("sha256", key.digest())
                    .put("person", key.person())
                    .put("begun", key.begun())
                    .put("seen", key.seen());
        }
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
