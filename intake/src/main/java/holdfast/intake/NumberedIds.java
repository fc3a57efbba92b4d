package holdfast.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of records whose ids are a few signs and then a number, such as {@code e1}, {@code e2}: where many numbers are near one another, in four bytes for each. What does
 * not fit in is for somebody else to keep.
 */
final class NumberedIds {
    /** Of this id no record has been read. */
    static final long NONE = -1;
    /** This is not the place to ask. */
    static final long ELSEWHERE = -2;

    private static final int MOST_SERIES = 64;
    private static final int MOST_DIGITS = 9;
    private static final int PAGE_BITS = 8;
    /** So many pages of a series may be nearly empty. */
    private static final int SPARSE = 16;
    /** So many may be missing, and some more with each that is there. */
    private static final int GAP = 1 << 10;

    /** A place is a line, then a file, then a kind of record. */
    private static final int KIND_BITS = 2;

    private static final int FILE_BITS = 14;
    private static final long LAST_LINE = Integer.MAX_VALUE >> KIND_BITS;

    private final Map<String, Series> seriesOf = new HashMap<>();
    private final List<Series> all = new ArrayList<>();

    /** The id that was looked at last: to which series it belongs, and its number there. */
    private String id = "";

    private @Nullable Series series;
    private int number = -1;

    /** All ids with the same signs before their numbers. */
    static final class Series {
        private final String prefix;
        private final int index;
        private int[] @Nullable [] pages = new int[0][];
        /** That of all records on a page. */
        private int[] files = new int[0];
        /** The number of the first page. */
        private int first;

        private int pagesHeld;
        private int size;
        /** Whether ids of it are kept elsewhere. */
        private boolean elsewhere;

        Series(String prefix, int index) {
            this.prefix = prefix;
            this.index = index;
        }

        long place(int number) {
            int at = (number >> PAGE_BITS) - first;
            int @Nullable [] page = at < 0 || at >= pages.length ? null : pages[at];
            int found = page == null ? 0 : page[number & (1 << PAGE_BITS) - 1];
            if (found == 0) {
                return elsewhere ? ELSEWHERE : NONE;
            }
            long line = (found >> KIND_BITS) - 1;
            return (line << FILE_BITS | files[at]) << KIND_BITS | found & (1 << KIND_BITS) - 1;
        }

        boolean hold(int number, long place) {
            int at = room(number >> PAGE_BITS);
            long line = place >> FILE_BITS + KIND_BITS;
            if (at < 0 || line >= LAST_LINE) {
                return false;
            }
            int file = (int) (place >> KIND_BITS) & (1 << FILE_BITS) - 1;
            int @Nullable [] page = pages[at];
            if (page == null) {
                if (pagesHeld >= SPARSE + (size >> 5)) {
                    return false;
                }
                page = new int[1 << PAGE_BITS];
                pages[at] = page;
                files[at] = file;
                pagesHeld++;
            }
            if (files[at] != file) {
                return false;
            }
            int kind = (int) place & (1 << KIND_BITS) - 1;
            page[number & (1 << PAGE_BITS) - 1] = (int) line + 1 << KIND_BITS | kind;
            size++;
            return true;
        }

        /** Where a page stands, once there is room for it; -1 if it is too far away from the others. */
        private int room(int page) {
            if (pages.length == 0) {
                first = Math.max(0, page - 4);
            }
            int below = Math.max(0, first - page);
            int above = Math.max(0, page - first - pages.length + 1);
            if (below + above == 0) {
                return page - first;
            }
            if (pages.length + below + above > GAP + SPARSE * pagesHeld) {
                return -1;
            }
            grow(below == 0 ? 0 : Math.min(first, below + pages.length), above == 0 ? 0 : above + pages.length);
            return page - first;
        }

        private void grow(int below, int above) {
            int length = below + pages.length + above;
            int[] @Nullable [] morePages = new int[length][];
            int[] moreFiles = new int[length];
            System.arraycopy(pages, 0, morePages, below, pages.length);
            System.arraycopy(files, 0, moreFiles, below, files.length);
            pages = morePages;
            files = moreFiles;
            first -= below;
        }
    }

    /** The place of the record of that id, {@link #NONE} or {@link #ELSEWHERE}. */
    long place(String ofId) {
        look(ofId);
        if (series != null) {
            return series.place(number);
        }
        return number >= 0 && all.size() < MOST_SERIES ? NONE : ELSEWHERE;
    }

    /** Takes a record that has not been read so far; false if it is to be kept elsewhere. */
    boolean hold(String ofId, long place) {
        look(ofId);
        Series its = series == null ? beginOf(ofId) : series;
        if (its == null) {
            return false;
        }
        boolean held = its.hold(number, place);
        its.elsewhere |= !held;
        return held;
    }

    /** All ids that begin with these signs, whose last is no digit; null if they are kept elsewhere. */
    @Nullable
    Series series(String prefix) {
        Series known = seriesOf.get(prefix);
        if (known != null || all.size() == MOST_SERIES) {
            return known;
        }
        // Whoever looked last may have looked for this one.
        id = "";
        series = null;
        number = -1;
        return begun(prefix);
    }

    /** Takes a record that has not been read so far; false, without any effect, if one has been read or it is to be kept elsewhere. */
    static boolean hold(Series of, int number, long place) {
        return of.place(number) == NONE && of.hold(number, place);
    }

    /** By which an id is asked for that is known no more, with {@link #placeOfKey}; {@link #ELSEWHERE} if there is none. */
    long key(String ofId) {
        look(ofId);
        Series its = series == null ? beginOf(ofId) : series;
        return its == null ? ELSEWHERE : (long) its.index << Integer.SIZE | number;
    }

    long placeOfKey(long key) {
        return key < 0 ? ELSEWHERE : all.get((int) (key >> Integer.SIZE)).place((int) key);
    }

    private @Nullable Series beginOf(String ofId) {
        if (number < 0 || all.size() == MOST_SERIES) {
            return null;
        }
        series = begun(ofId.substring(0, begin(ofId)));
        return series;
    }

    private Series begun(String prefix) {
        Series begun = new Series(prefix, all.size());
        seriesOf.put(prefix, begun);
        all.add(begun);
        return begun;
    }

    private void look(String atId) {
        if (atId == id) {
            return;
        }
        id = atId;
        int begin = begin(atId);
        if (begin == atId.length()) {
            series = null;
            number = -1;
            return;
        }
        number = Integer.parseInt(atId, begin, atId.length(), 10);
        if (series == null || series.prefix.length() != begin || !atId.startsWith(series.prefix)) {
            series = seriesOf.get(atId.substring(0, begin));
        }
    }

    /** Where the number of an id begins: behind all zeros that do not count. */
    private static int begin(String id) {
        int begin = id.length();
        while (begin > 0 && id.length() - begin < MOST_DIGITS && isDigit(id.charAt(begin - 1))) {
            begin--;
        }
        while (begin < id.length() - 1 && id.charAt(begin) == '0') {
            begin++;
        }
        return begin;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
