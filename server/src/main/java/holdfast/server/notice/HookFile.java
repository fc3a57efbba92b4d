package holdfast.server.notice;

import holdfast.record.log.tiles.DurableFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        DurableFile.write(file.get(), all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
