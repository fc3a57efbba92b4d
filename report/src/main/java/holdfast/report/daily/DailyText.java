package holdfast.report.daily;

import holdfast.report.daily.count.Part;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.page.TextStands;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.List;

/** The report of a day as it is shown on a terminal. */
public final class DailyText {
    /** So many rows of one part are shown, unless all are asked for. */
    private static final int SHOWN = 12;

    /** A cell before the last that is longer would push the others off the screen. */
    private static final int WIDEST = 38;

    private final DailyReport report;
    private final Colours colours;
    private final boolean all;
    private final Page page;

    private DailyText(DailyReport report, Colours colours, boolean all) {
        this.report = report;
        this.colours = colours;
        this.all = all;
        this.page = new Page(report.replay().texts().names()::inText);
    }

    /** @param all every row there is, not the first few of each part */
    public static String of(DailyReport report, Colours colours, boolean all) {
        return new DailyText(report, colours, all).render();
    }

    private String render() {
        DailyWords words = new DailyWords(report);
        Replay replay = report.replay();
        page.wrapped("", colours.heading(words.title()));
        String version = replay.agreement().version();
        String stands = TextStands.words(replay.agreement());
        page.wrapped(
                "  ",
                replay.agreement().title()
                        + (version.isEmpty() ? "" : ", " + version)
                        + (stands.isEmpty() ? "" : ", " + stands));
        words.asked().forEach(a -> page.wrapped("  ", a));
        words.parts().forEach(this::part);
        page.gap().asIs("Every verdict: " + replay.command("replay", "--all"));
        return page.toString();
    }

    private void part(Part part) {
        page.gap().line(colours.heading(part.title()));
        int room = all ? part.rows().size() : Math.min(part.rows().size(), SHOWN);
        List<Part.Row> rows = part.rows().subList(0, room);
        List<Integer> widths = widths(part, rows);
        String group = "";
        if (hasHeadings(part) && room > 0) {
            row(part.columns(), part, widths, rows.getFirst().group().isEmpty() ? "  " : "    ");
        }
        for (Part.Row row : rows) {
            if (!row.group().isEmpty() && !row.group().equals(group)) {
                page.wrapped("  ", row.group());
            }
            group = row.group();
            row(row.cells(), part, widths, group.isEmpty() ? "  " : "    ");
        }
        if (room < part.rows().size()) {
            page.line("  and " + (part.rows().size() - room) + " more: --all shows them");
        }
        part.notes().forEach(n -> page.wrapped("  ", n));
    }

    /** Where a column is of numbers, nothing else says what they are. */
    private static boolean hasHeadings(Part part) {
        return part.topic() == Part.Topic.COUNTS || part.topic() == Part.Topic.GROUND;
    }

    private List<Integer> widths(Part part, List<Part.Row> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < part.columns().size() - 1; i++) {
            int widest = hasHeadings(part) ? part.columns().get(i).length() : 0;
            for (Part.Row row : rows) {
                int length = named(row.cells().get(i)).length();
                widest = length > WIDEST ? widest : Math.max(widest, length);
            }
            widths.add(widest);
        }
        return widths;
    }

    private void row(List<String> cells, Part part, List<Integer> widths, String indent) {
        StringBuilder lead = new StringBuilder(indent);
        boolean fits = true;
        for (int i = 0; i < widths.size(); i++) {
            String cell = named(cells.get(i));
            fits &= cell.length() <= widths.get(i);
            lead.append(cell).append(" ".repeat(Math.max(0, widths.get(i) - cell.length())));
            lead.append(widths.get(i) == 0 ? "" : "  ");
        }
        if (fits) {
            page.wrapped(lead.toString(), cells.getLast());
        } else {
            page.wrapped(indent, oneByOne(cells, hasHeadings(part) ? part.columns() : List.of()));
        }
    }

    /** Where a cell is too long for its column. */
    private static String oneByOne(List<String> cells, List<String> headings) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean headed = i > 0 && i < headings.size();
            if (!cells.get(i).isBlank()) {
                said.add((headed ? headings.get(i) + ": " : "") + cells.get(i));
            }
        }
        return String.join(" | ", said);
    }

    private String named(String text) {
        return report.replay().texts().names().inText(text);
    }
}
