package holdfast.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who asked for what, and what came of it, refusals too. A line for each, appended to the file of the day (in UTC) and never changed; of secrets, nothing. Without a folder the last
 * lines are kept while the program runs.
 */
public final class AccessLog implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDING = ".jsonl";

    /** So many lines are told at once. */
    private static final int MOST = 1000;

    /** No line is longer than that allows, whatever was asked. */
    private static final int LONGEST = 500;

    private final InstantSource clock;
    private final Optional<Path> folder;
    private final Deque<String> last = new ArrayDeque<>();
    private LocalDate day = LocalDate.EPOCH;
    private @Nullable FileChannel open;

    public AccessLog(InstantSource clock, Optional<Path> folder) {
        this.clock = clock;
        this.folder = folder;
    }

    /**
     * What somebody asked.
     *
     * @param status of HTTP, which says whether it was answered
     * @param why it was refused; empty where it was not
     */
    public record Asked(Person person, String from, String method, String path, String query, int status, String why) {}

    public synchronized void write(Asked asked) {
        Instant now = clock.instant();
        ObjectNode json = JSON.createObjectNode()
                .put("when", now.toString())
                .put("who", asked.person().name())
                .put("role", asked.person().role().word());
        asked.person().actor().ifPresent(a -> json.put("actor", a));
        json.put("from", asked.from()).put("method", asked.method()).put("path", cut(asked.path()));
        if (!asked.query().isEmpty()) {
            json.put("query", cut(asked.query()));
        }
        json.put("status", asked.status());
        if (!asked.why().isEmpty()) {
            json.put("why", cut(asked.why()));
        }
        String line = JSON.writeValueAsString(json);
        last.addLast(line);
        if (last.size() > MOST) {
            last.removeFirst();
        }
        folder.ifPresent(f -> append(f, now.atOffset(ZoneOffset.UTC).toLocalDate(), line));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private void append(Path where, LocalDate today, String line) {
        try {
            FileChannel channel = open;
            if (channel == null || !today.equals(day)) {
                close();
                Files.createDirectories(where);
                channel = FileChannel.open(
                        where.resolve(today + ENDING),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
                open = channel;
                day = today;
            }
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The days of which there are lines. */
    public synchronized List<String> days() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(ENDING))
                    .map(n -> n.substring(0, n.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a day, each as JSON; without a folder, the last of all. */
    public synchronized List<String> lines(LocalDate of) {
        if (folder.isEmpty()) {
            return List.copyOf(last);
        }
        Path file = folder.get().resolve(of + ENDING);
        if (!Files.exists(file)) {
            return List.of();
        }
        Deque<String> lines = new ArrayDeque<>();
        try (Stream<String> all = Files.lines(file, StandardCharsets.UTF_8)) {
            all.forEach(line -> {
                lines.addLast(line);
                if (lines.size() > MOST) {
                    lines.removeFirst();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(lines);
    }

    public LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public synchronized void close() {
        FileChannel channel = open;
        open = null;
        if (channel != null) {
            try {
                channel.force(true);
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
