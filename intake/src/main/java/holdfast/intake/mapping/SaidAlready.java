package holdfast.intake.mapping;

import holdfast.intake.draft.RecordDraft;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of one file that say the same of the same time by the same source. They may be one act that was told twice, or two acts; both are kept, and it is said.
 * Of each record 16 bytes are kept: 64 bits of what it says, and where.
 */
final class SaidAlready {
    private static final int MOST_TOLD = 20;
    private static final int PART_BITS = 14;

    private long[] sayings = new long[1 << 10];
    private long[] places = new long[1 << 10];
    private int size;
    /** Headings of columns that are rows. */
    private final List<String> parts = new ArrayList<>(List.of(""));

    private final Map<String, Integer> partNumbers = new HashMap<>(Map.of("", 0));
    private long told;

    /** @param part of several columns that are rows, the heading of the one in which it stands; otherwise empty */
    void add(RecordDraft draft, long line, String part, Problems problems) {
        long place = line << PART_BITS | partNumber(part);
        if (size * 4L > sayings.length * 3L) {
            grow();
        }
        long saying = draft.saying();
        int slot = slot(saying);
        if (sayings[slot] == 0) {
            sayings[slot] = saying;
            places[slot] = place;
            size++;
        } else if (places[slot] != place && told++ < MOST_TOLD) {
            tell(places[slot], line, part, problems);
        }
    }

    private int partNumber(String part) {
        Integer known = partNumbers.get(part);
        if (known == null) {
            known = parts.size();
            partNumbers.put(part, known);
            parts.add(part);
        }
        return known;
    }

    private void tell(long before, long line, String part, Problems problems) {
        long earlier = before >>> PART_BITS;
        String there = problems.inWords(earlier, parts.get((int) before & (1 << PART_BITS) - 1));
        problems.warning(
                RecordCode.SAID_ALREADY,
                line,
                part,
                "this says the same as " + there + ": perhaps it is one act, told twice; both are kept",
                "",
                "if it is one, say so: `rows " + earlier + ", " + line
                        + " are one incident`; if the file gives each row an id, say `id is COLUMN`");
    }

    void tellMore(Problems problems) {
        if (told > MOST_TOLD) {
            problems.warning(
                    RecordCode.SAID_ALREADY,
                    0,
                    "",
                    (told - MOST_TOLD) + " more records say the same as earlier ones, and are kept",
                    "",
                    "");
        }
    }

    private int slot(long saying) {
        int mask = sayings.length - 1;
        int slot = (int) (saying >>> 20) & mask;
        while (sayings[slot] != 0 && sayings[slot] != saying) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldSayings = sayings;
        long[] oldPlaces = places;
        sayings = new long[oldSayings.length * 2];
        places = new long[oldSayings.length * 2];
        for (int i = 0; i < oldSayings.length; i++) {
            if (oldSayings[i] != 0) {
                int slot = slot(oldSayings[i]);
                sayings[slot] = oldSayings[i];
                places[slot] = oldPlaces[i];
            }
        }
    }
}
