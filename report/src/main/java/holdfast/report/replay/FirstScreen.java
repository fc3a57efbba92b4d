package holdfast.report.replay;

import holdfast.report.page.Page;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The answer of a replay, before all the rest: at most a screen. What is breached now, what was, what is overdue, due next, what comes of itself, what nothing is known about, and
 * what changed. It is the same for every form of the report: a terminal and a page only lay it out.
 *
 * @param title what the agreement is called, with its version and standing
 * @param asked at which moment, and what was read: a phrase each
 * @param sections those that have something to say, in the order of the reader's questions
 */
public record FirstScreen(String title, List<String> asked, List<Section> sections) {
    /** So many lines a screen has, and so many columns. */
    static final int LINES = 40;

    static final int COLUMNS = 80;

    /** So many lines what is breached now has before others have a second one: it is the first question. */
    private static final int FIRST = 6;

    /** What nobody may miss. */
    private static final Set<Topic> PRESSING = EnumSet.of(Topic.BREACHED, Topic.OVERDUE, Topic.DUE);

    /** So many lines what is overdue has before anything has a second one. */
    private static final int FEW = 3;

    public FirstScreen {
        asked = List.copyOf(asked);
        sections = List.copyOf(sections);
    }

    /** What a section answers. */
    public enum Topic {
        BREACHED,
        OVER,
        SET_ASIDE,
        UNJUDGED,
        OVERDUE,
        DUE,
        COMING,
        UNKNOWN,
        CHANGED
    }

    /**
     * @param lines what there is room for, the most pressing first; each has the same number of columns
     * @param more how many lines there was no room for
     * @param note what is said of the whole section below its lines; empty for most
     */
    public record Section(Topic topic, String title, List<Line> lines, int more, String note) {
        public Section {
            lines = List.copyOf(lines);
        }

        /** How wide a column must be for all its lines. */
        public int width(int column) {
            return lines.stream()
                    .mapToInt(l -> l.columns().get(column).length())
                    .max()
                    .orElse(0);
        }

        /** {@code and 3 more}, or {@code 3 in all} where there was room for none; empty where all is there. */
        public String moreWords() {
            return more == 0
                    ? ""
                    : (lines.isEmpty() ? more + " in all" : "and " + more + " more") + ": --all shows them";
        }
    }

    /**
     * @param columns what stands before it, such as a day and a clause
     * @param said a phrase that ends without a full stop
     */
    public record Line(List<String> columns, String said) {
        public Line {
            columns = List.copyOf(columns);
        }
    }

    /** In names as people write them. */
    public static FirstScreen of(Replay replay) {
        return new ScreenWords(replay).screen(true);
    }

    /** The same with every line there is. */
    public static FirstScreen ofAll(Replay replay) {
        return new ScreenWords(replay).screen(false);
    }

    /**
     * Takes lines for as long as there is room: one of each section, those that press first and what is over last; then some of what is breached now, a few of what is overdue, more of what is breached now, and
     * then by turns of each section. A section for which there is no room keeps its heading, and says how much it has.
     */
    FirstScreen fitted() {
        int room = LINES
                - rows(title, COLUMNS)
                - asked.stream().mapToInt(a -> rows(a, COLUMNS - 2)).sum();
        for (Section section : sections) {
            // An empty line and the heading.
            room -= 2 + high(section, 0) + (section.note().isEmpty() ? 0 : rows(section.note(), COLUMNS - 2));
        }
        int[] taken = new int[sections.size()];
        room = fill(room, taken, s -> PRESSING.contains(s.topic()), 1);
        room = fill(room, taken, s -> s.topic() != Topic.OVER, 1);
        room = fill(room, taken, s -> true, 1);
        room = fill(room, taken, s -> s.topic() == Topic.BREACHED, FIRST);
        room = fill(room, taken, s -> s.topic() == Topic.OVERDUE, FEW);
        room = fill(room, taken, s -> s.topic() == Topic.BREACHED, LINES);
        room = fill(room, taken, s -> s.topic() != Topic.OVER, LINES);
        fill(room, taken, s -> s.topic() == Topic.OVER, LINES);
        List<Section> fitted = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            Section all = sections.get(i);
            fitted.add(new Section(
                    all.topic(),
                    all.title(),
                    all.lines().subList(0, taken[i]),
                    all.lines().size() - taken[i],
                    all.note()));
        }
        return new FirstScreen(title, asked, fitted);
    }

    /**
     * @param most how many lines a section has then at most
     * @return the room that is left
     */
    private int fill(int room, int[] taken, Predicate<Section> wanted, int most) {
        int left = room;
        boolean[] full = new boolean[taken.length];
        for (boolean any = true; any; ) {
            any = false;
            for (int i = 0; i < taken.length; i++) {
                Section section = sections.get(i);
                if (full[i] || taken[i] >= most || taken[i] == section.lines().size() || !wanted.test(section)) {
                    continue;
                }
                int cost = high(section, taken[i] + 1) - high(section, taken[i]);
                full[i] = cost > Math.max(0, left);
                if (!full[i]) {
                    left -= cost;
                    taken[i]++;
                    any = true;
                }
            }
        }
        return left;
    }

    /** How many rows its first lines have, and that there are more: each as wide as the widest of them needs. */
    private static int high(Section section, int taken) {
        Section shown =
                new Section(section.topic(), section.title(), section.lines().subList(0, taken), 0, section.note());
        int rows = taken < section.lines().size() ? 1 : 0;
        for (Line line : shown.lines()) {
            int lead = 2;
            for (int i = 0; i < line.columns().size(); i++) {
                lead += shown.width(i) == 0 ? 0 : shown.width(i) + 2;
            }
            rows += rows(line.said(), COLUMNS - lead);
        }
        return rows;
    }

    private static int rows(String text, int width) {
        return Page.wrap(text, width).size();
    }
}
