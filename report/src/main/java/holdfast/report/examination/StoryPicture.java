package holdfast.report.examination;

import holdfast.engine.Status;
import holdfast.engine.words.DateWords;
import holdfast.examine.found.Story;
import holdfast.examine.play.Move;
import holdfast.language.sentence.Readable;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import java.util.ArrayList;
import java.util.List;

/** A story as a line of time from top to bottom: what happens, how long nothing happens, and how things stand at the end. */
final class StoryPicture {
    private static final double WIDTH = 760;
    private static final double LINE = 172;
    private static final double STEP = 22;
    private static final double PAUSE = 14;
    private static final int MOST = 14;

    private final StoryWords words;
    private final DateWords dates;
    private final Story story;
    private final Markup svg;

    private StoryPicture(Story story, DateWords dates, Readable names) {
        this.svg = new Markup(names::inText);
        this.story = story;
        this.dates = dates;
        this.words = new StoryWords(dates);
    }

    static String svg(Story story, DateWords dates, Readable names) {
        return new StoryPicture(story, dates, names).draw();
    }

    /** What stands on one height: acts of one instant that are alike share it. */
    private record Row(long at, long until, String what, Move.Why why, int times) {}

    private String draw() {
        List<Row> rows = new ArrayList<>();
        for (LikeActs act : LikeActs.of(story.moves(), words::what)) {
            rows.add(new Row(
                    act.first().at(),
                    act.last().at(),
                    act.words(dates),
                    act.first().why(),
                    act.times()));
        }
        int left = rows.stream().skip(MOST).mapToInt(Row::times).sum();
        List<Row> shown = left <= 1 ? rows : rows.subList(0, MOST);
        List<Story.Claim> claims = story.claims().stream().limit(8).toList();
        long pauses = 0;
        for (int i = 1; i < shown.size(); i++) {
            pauses += shown.get(i).at() - shown.get(i - 1).until() < 1000 ? 0 : 1;
        }
        double height =
                24 + (shown.size() + (left > 1 ? 1 : 0)) * STEP + pauses * PAUSE + 26 + Math.max(1, claims.size()) * 22;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + (int) WIDTH + " " + (int) Math.ceil(height),
                "role",
                "img",
                "aria-label",
                story.title(),
                "style",
                "max-width:" + (int) WIDTH + "px",
                "font-family",
                HouseStyle.LETTERS,
                "font-size",
                "12");
        double end = height - Math.max(1, claims.size()) * 22 - 12;
        svg.empty("line", "x1", LINE, "y1", 10, "x2", LINE, "y2", end, "stroke", "#999", "stroke-width", 1.5);
        double y = 18;
        long before = Long.MIN_VALUE;
        for (Row row : shown) {
            boolean same = before != Long.MIN_VALUE && row.at() - before < 1000;
            if (before != Long.MIN_VALUE && !same) {
                pause(y - STEP / 2 + PAUSE / 2 + 3, row.at() - before);
                y += PAUSE;
            }
            act(row, y, same);
            before = row.until();
            y += STEP;
        }
        if (left > 1) {
            svg.element("text", "… and " + left + " further acts", "x", LINE + 16, "y", y + 4, "fill", "#555");
            y += STEP;
            before = rows.getLast().until();
        }
        if (before != Long.MIN_VALUE) {
            pause(end - 14, story.at() - before);
        }
        svg.element(
                "text",
                StoryWords.moment(dates, story.at()),
                "x",
                LINE - 14,
                "y",
                end + 6,
                "text-anchor",
                "end",
                "fill",
                "#333");
        if (claims.isEmpty()) {
            svg.element("text", "nothing is owed and nothing is broken", "x", LINE + 16, "y", end + 6, "fill", "#333");
        }
        for (int i = 0; i < claims.size(); i++) {
            claim(claims.get(i), end + 2 + i * 22);
        }
        return svg.close("svg").toString();
    }

    private void pause(double y, long millis) {
        if (millis >= 1000) {
            svg.element(
                    "text",
                    GuaranteeWords.length(millis) + " later",
                    "x",
                    LINE + 16,
                    "y",
                    y,
                    "fill",
                    "#888",
                    "font-size",
                    "10.5");
        }
    }

    private void act(Row row, double y, boolean same) {
        if (!same) {
            svg.element(
                    "text",
                    StoryWords.moment(dates, row.at()),
                    "x",
                    LINE - 14,
                    "y",
                    y + 4,
                    "text-anchor",
                    "end",
                    "fill",
                    "#333");
        }
        svg.empty(
                "circle",
                "cx",
                LINE,
                "cy",
                y,
                "r",
                5.5,
                "fill",
                colour(row.why()),
                "stroke",
                "#fff",
                "stroke-width",
                1.5);
        String what = row.what();
        svg.element(
                "text",
                what.length() > 84 ? what.substring(0, 82) + " …" : what,
                "x",
                LINE + 16,
                "y",
                y + 4,
                "fill",
                "#111");
    }

    static String colour(Move.Why why) {
        return switch (why) {
            case SCENE -> "#777777";
            case VIOLATION -> "#8c1d18";
            case EVASION -> "#c77700";
            case REQUEST -> "#6b4fa0";
            case DUTY -> "#1b6e3c";
            case PERMISSION -> "#1f4e8c";
            case HELP -> "#5b8db8";
        };
    }

    private void claim(Story.Claim claim, double y) {
        String text =
                claim.clause() + "  " + claim.bearer() + "  " + claim.status().words()
                        + claim.due().map(d -> ", due " + dates.due(d)).orElse("");
        svg.empty(
                "rect",
                "x",
                LINE + 10,
                "y",
                y - 9,
                "width",
                Math.min(WIDTH - LINE - 20, 14 + text.length() * 6.6),
                "height",
                19,
                "rx",
                9,
                "fill",
                claim.status() == Status.BREACHED ? "#fbeceb" : "#eef2f8",
                "stroke",
                claim.status() == Status.BREACHED ? "#8c1d18" : "#9db4cf");
        svg.element("text", text, "x", LINE + 18, "y", y + 5, "fill", "#111");
    }
}
