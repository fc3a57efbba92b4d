package holdfast.server.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Where hooks are kept: a small file that is there whole, as it was or as it is. */
final class HookFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<Path> file;

    /** @param file empty: they are forgotten with the server */
    HookFile(Optional<Path> file) {
        this.file = file;
    }

    List<Hook> read() {
        List<Hook> hooks = new ArrayList<>();
        file.filter(Files::exists).ifPresent(f -> {
            for (JsonNode one : JSON.readTree(f.toFile())) {
                hooks.add(new Hook(
                        one.path("id").asString(),
                        one.path("room").asString(),
                        URI.create(one.path("url").asString()),
                        one.path("secret").asString(),
                        one.path("told").asString("")));
            }
        });
        return hooks;
    }

    void write(List<Hook> hooks) {
        if (file.isEmpty()) {
            return;
        }
        ArrayNode all = JSON.createArrayNode();
        for (Hook hook : hooks) {
            all.addObject()
                    .put("id", hook.id())
                    .put("room", hook.room())
                    .put("url", hook.url().toString())
                    .put("secret", hook.secret())
                    .put("told", hook.told());
        }
        try {
            Path beside = file.get().resolveSibling(file.get().getFileName() + ".new");
            Files.writeString(beside, all.toString());
            Files.move(beside, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
