package holdfast.intake.draft;

/** Texts as 64 bits, so that many of them are told apart in little room. */
public final class TextHash {
    private TextHash() {}

    /** Never 0. */
    public static long of(String text) {
        long h = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0xBF58476D1CE4E5B9L;
            h ^= h >>> 29;
        }
        h ^= h >>> 32;
        h *= 0x94D049BB133111EBL;
        h ^= h >>> 31;
        return h == 0 ? 1 : h;
    }
}
