package holdfast.server.json;

import holdfast.record.ingest.Digests;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Digests of the lists of records on which verdicts rest. A breach may rest on half a million; as long as nothing comes to it, it is the same list, and its digest is not worked out anew.
 */
public final class RecordDigests {
    /** Lists of so many are looked for among those that are known. */
    private static final int LONG = 500;

    private static final int KEPT = 64;

    private record Kept(WeakReference<List<String>> list, String digest) {}

    private final Deque<Kept> kept = new ArrayDeque<>();

    public String of(List<String> records) {
        if (records.size() < LONG) {
            return digest(records);
        }
        return known(records).orElseGet(() -> keep(records, digest(records)));
    }

    private synchronized Optional<String> known(List<String> records) {
        kept.removeIf(k -> k.list().refersTo(null));
        return kept.stream()
                .filter(k -> k.list().refersTo(records))
                .map(Kept::digest)
                .findFirst();
    }

    private synchronized String keep(List<String> records, String digest) {
        kept.addFirst(new Kept(new WeakReference<>(records), digest));
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
        return digest;
    }

    private static String digest(List<String> records) {
        MessageDigest digest = Digests.sha256();
        for (String record : records) {
            digest.update(record.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
