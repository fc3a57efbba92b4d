package holdfast.report.page;

import java.util.List;

/**
 * A table of a page, as it is read on paper, on a phone and aloud: every heading says what it is the heading of, and every cell knows its column, since on a phone each row
 * becomes a card.
 */
public final class Table {
    private final Markup page;
    private final List<String> columns;
    private int next;
    private boolean inBody;
    private boolean inRow;

    private Table(Markup page, List<String> columns) {
        this.page = page;
        this.columns = columns;
    }

    /**
     * @param label what the table is, for those who do not see it
     * @param columns their headings; an empty one is no heading, and if all are empty there is no row of headings
     */
    public static Table open(Markup page, String label, String... columns) {
        return styled(page, label, "", columns);
    }

    /** @param style a class of its own beside that of the house */
    public static Table styled(Markup page, String label, String style, String... columns) {
        page.open("table", "class", ("cards " + style).strip(), "aria-label", label);
        if (!String.join("", columns).isEmpty()) {
            page.raw("<thead><tr>");
            for (String column : columns) {
                page.open("th", "scope", "col").text(column).raw("</th>");
            }
            page.raw("</tr></thead>\n");
        }
        return new Table(page, List.of(columns));
    }

    /** A heading over the rows that follow. */
    public Table group(String heading) {
        endBody();
        page.raw("<tbody>\n<tr class=\"group\">");
        page.open("th", "colspan", columns.size(), "scope", "rowgroup")
                .text(heading)
                .raw("</th></tr>\n");
        inBody = true;
        return this;
    }

    public Table row() {
        return row("");
    }

    public Table row(String style) {
        endRow();
        if (!inBody) {
            page.raw("<tbody>\n");
            inBody = true;
        }
        page.raw(style.isEmpty() ? "<tr>" : "<tr class=\"" + style + "\">");
        inRow = true;
        next = 0;
        return this;
    }

    /** The cell that says what its row is about. */
    public Table head(String text, String style) {
        next++;
        if (style.isEmpty()) {
            page.open("th", "scope", "row");
        } else {
            page.open("th", "scope", "row", "class", style);
        }
        page.text(text).raw("</th>");
        return this;
    }

    public Table cell(String text) {
        return cell(text, "");
    }

    public Table cell(String text, String style) {
        start(style, 1);
        page.text(text);
        return end();
    }

    /** A cell over the columns that are left. */
    public Table rest(Runnable content) {
        start("", columns.size() - next);
        content.run();
        return end();
    }

    /** A cell that holds more than text. */
    public Table cell(Runnable content, String style) {
        start(style, 1);
        content.run();
        return end();
    }

    private void start(String style, int span) {
        page.raw("<td");
        if (!style.isEmpty()) {
            page.attribute("class", style);
        }
        if (span > 1) {
            page.attribute("colspan", span);
        } else if (next < columns.size() && !columns.get(next).isEmpty()) {
            page.attribute("data-label", columns.get(next));
        }
        page.raw(">");
        next += span;
    }

    private Table end() {
        page.raw("</td>");
        return this;
    }

    private void endRow() {
        if (inRow) {
            page.raw("</tr>\n");
            inRow = false;
        }
    }

    private void endBody() {
        endRow();
        if (inBody) {
            page.raw("</tbody>\n");
            inBody = false;
        }
    }

    public void close() {
        endBody();
        page.raw("</table>\n");
    }
}
