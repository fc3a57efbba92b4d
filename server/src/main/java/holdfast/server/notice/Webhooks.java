package holdfast.server.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells programs of changes, each in its order: what is not taken is sent again, later and later, and what is never taken goes onto a list. A program that was away while the server was
 * down is told what is different since the last change that it took.
 */
public final class Webhooks implements AutoCloseable {
    /** So often something is sent; between the tries it waits five times as long each time. */
    public static final int TRIES = 6;

    private static final int DEAD = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Something to be told.
     *
     * @param change the id of the change
     * @param body the whole event, as JSON
     */
    public record Letter(String change, String body) {}

    /**
     * What was never taken.
     *
     * @param why what came of the last try
     */
    public record Dead(String hook, String change, String why) {}

    /** What a new hook was, or one that comes back, is told first. */
    @FunctionalInterface
    public interface Since {
        /**
         * @param told the id of the last change that it took; empty: none
         * @return empty where nothing is different
         */
        Optional<Letter> since(String room, String told);
    }

    private final Map<String, Hook> hooks = new LinkedHashMap<>();
    private final Map<String, Thread> threads = new LinkedHashMap<>();
    private final Map<String, Deque<Letter>> waiting = new LinkedHashMap<>();
    private final List<Dead> dead = new ArrayList<>();
    private final HookFile file;
    private final Since since;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Duration first;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private boolean closed;

    /** @param first how long it waits before the second try */
    public Webhooks(HookFile file, SecureRandom random, InstantSource clock, Duration first, Since since) {
        this.file = file;
        this.random = random;
        this.clock = clock;
        this.first = first;
        this.since = since;
        for (Hook hook : file.read()) {
            begin(hook);
        }
    }

    /** Each program is told what is different in that room since the last that it took: once, before it is told of anything else. */
    public void comeBack(String room) {
        for (Hook hook : all()) {
            if (hook.room().equals(room)) {
                since.since(room, hook.told()).ifPresent(letter -> put(hook.id(), letter));
            }
        }
    }

    /** Kept in a file, with five seconds before the second try. */
    public static Webhooks of(Optional<Path> file, InstantSource clock, Since since) {
        return new Webhooks(new HookFile(file), new SecureRandom(), clock, Duration.ofSeconds(5), since);
    }

    public synchronized List<Hook> all() {
        return List.copyOf(hooks.values());
    }

    public synchronized List<Dead> dead() {
        return List.copyOf(dead);
    }

    /** From now on that program is told of changes in a room. */
    public synchronized Hook add(String room, URI url) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes, 0, 6);
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        Hook hook = new Hook(id, room, url, Base64.getEncoder().encodeToString(secret), "");
        begin(hook);
        file.write(all());
        return hook;
    }

    public synchronized boolean remove(String id) {
        boolean there = hooks.remove(id) != null;
        Optional.ofNullable(threads.remove(id)).ifPresent(Thread::interrupt);
        waiting.remove(id);
        file.write(all());
        return there;
    }

    /** Told to every hook of that room; where there is none, it is not written. */
    public synchronized void tell(String room, Supplier<Letter> writing) {
        List<Hook> told =
                hooks.values().stream().filter(h -> h.room().equals(room)).toList();
        if (!told.isEmpty()) {
            Letter letter = writing.get();
            told.forEach(h -> put(h.id(), letter));
        }
    }

    private synchronized void begin(Hook hook) {
        hooks.put(hook.id(), hook);
        waiting.put(hook.id(), new ArrayDeque<>());
        threads.put(hook.id(), Thread.ofVirtual().start(() -> send(hook.id())));
    }

    private synchronized void put(String hook, Letter letter) {
        waiting.getOrDefault(hook, new ArrayDeque<>()).add(letter);
        notifyAll();
    }

    private synchronized Letter next(String hook) throws InterruptedException {
        while (true) {
            Deque<Letter> queue = waiting.get(hook);
            if (closed || queue == null) {
                throw new InterruptedException();
            }
            if (!queue.isEmpty()) {
                return queue.remove();
            }
            wait();
        }
    }

    private void send(String id) {
        try {
            while (true) {
                Letter letter = next(id);
                deliver(id, letter);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(String id, Letter letter) throws InterruptedException {
        Duration wait = first;
        String why = "";
        for (int i = 1; i <= TRIES; i++) {
            Hook hook;
            synchronized (this) {
                hook = hooks.get(id);
            }
            if (hook == null) {
                return;
            }
            why = tried(hook, letter);
            if (why.isEmpty()) {
                taken(hook, letter);
                return;
            }
            if (i < TRIES) {
                Thread.sleep(wait);
                wait = wait.multipliedBy(5);
            }
        }
        never(id, letter, why);
    }

    /** @return why it was not taken; empty: it was */
    private String tried(Hook hook, Letter letter) throws InterruptedException {
        long seconds = clock.millis() / 1000;
        try {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(hook.url())
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/cloudevents+json")
                            .header("Webhook-Id", letter.change())
                            .header("Webhook-Timestamp", String.valueOf(seconds))
                            .header(
                                    "Webhook-Signature",
                                    Signature.of(hook.secret(), letter.change(), seconds, letter.body()))
                            .POST(HttpRequest.BodyPublishers.ofString(letter.body()))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2 ? "" : "it answered " + answer.statusCode();
        } catch (IOException e) {
            return "it could not be reached";
        }
    }

    private synchronized void taken(Hook hook, Letter letter) {
        hooks.computeIfPresent(hook.id(), (id, h) -> h.told(letter.change()));
        file.write(all());
    }

    private synchronized void never(String hook, Letter letter, String why) {
        dead.add(new Dead(hook, letter.change(), why));
        if (dead.size() > DEAD) {
            dead.removeFirst();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            threads.values().forEach(Thread::interrupt);
        }
        http.close();
    }
}
