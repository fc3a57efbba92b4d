package holdfast.record.log.tiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile, or which bundle of entries, and how its file is called.
 *
 * @param level of the hashes in the tile: 0 for those of entries, each level above for full tiles of the one below; {@link #ENTRIES} for a
 *     bundle of entries
 * @param index within the level
 * @param width how many hashes or entries it holds, 1 to 256
 */
public record TilePath(int level, long index, int width) {
    public static final int FULL = 256;
    public static final int ENTRIES = -1;
    /** Above it no tree of a size that a {@code long} can hold has a tile. */
    public static final int TOP = 7;

    private static final Pattern FORM =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The tile with this index in a tree of {@code size} entries; empty where such a tree has none. */
    public static Optional<TilePath> in(long size, int level, long index) {
        long hashes = level <= 0 ? size : level > TOP ? 0 : size >> (8 * level);
        long width = Math.min(FULL, hashes - index * FULL);
        return width > 0 ? Optional.of(new TilePath(level, index, (int) width)) : Optional.empty();
    }

    /** How many tiles of this level a tree of {@code size} entries has, the partial one among them. */
    public static long count(long size, int level) {
        long hashes = level <= 0 ? size : level > TOP ? 0 : size >> (8 * level);
        return (hashes + FULL - 1) / FULL;
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    public boolean isFull() {
        return width == FULL;
    }

    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** {@code tile/0/x001/067.p/112}. */
    @Override
    public String toString() {
        StringBuilder path = new StringBuilder("tile/")
                .append(isEntries() ? "entries" : level)
                .append('/');
        String digits = Long.toString(index);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        for (int i = 0; i < digits.length(); i += 3) {
            path.append(i + 3 < digits.length() ? "x" : "").append(digits, i, i + 3);
            path.append(i + 3 < digits.length() ? "/" : "");
        }
        return isFull() ? path.toString() : path.append(".p/").append(width).toString();
    }

    /** Of a path as it is asked for; empty where it is no tile's, or not spelled in the one right way. */
    public static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches() || form.group(2).length() > 30) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        int width = form.group(4) == null ? FULL : Integer.parseInt(form.group(4));
        if (level > 63 || width > FULL) {
            return Optional.empty();
        }
        String digits = form.group(2).replace("x", "").replace("/", "") + form.group(3);
        return digits.length() > 18
                ? Optional.empty()
                : Optional.of(new TilePath(level, Long.parseLong(digits), width))
                        .filter(p -> p.toString().equals(path));
    }
}
