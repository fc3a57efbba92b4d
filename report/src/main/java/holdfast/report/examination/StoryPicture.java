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

/**
 * A story as a line of time from top to bottom: what happens, how long nothing happens, and how things stand at the end. It is drawn in bands that lie on one another without a gap, so that paper can be cut
 * between two acts.
 */
final class StoryPicture {
    private static final double WIDTH = 760;
    private static final double LINE = 172;
    private static final double STEP = 22;
    private static final double PAUSE = 14;
    private static final int MOST = 14;
    private static final int CLAIMS = 8;

    /** So much of a line of words there is room for. */
    private static final int LETTERS = 84;

    private final StoryWords words;
    private final DateWords dates;
    private final Story story;
    private final Readable names;
    private final List<String> bands = new ArrayList<>();
    private Markup svg;

    private StoryPicture(Story story, DateWords dates, Readable names) {
        this.names = names;
        this.svg = new Markup(names::inText);
        this.story = story;
        this.dates = dates;
        this.words = new StoryWords(dates);
    }

    static List<String> bands(Story story, DateWords dates, Readable names) {
        return new StoryPicture(story, dates, names).draw();
    }

    /** What stands on one height: acts of one instant that are alike share it. */
    private record Row(long at, long until, String what, Move.Why why, int times) {}

    private List<String> draw() {
        List<Row> rows = rows();
        int left = rows.stream().skip(MOST).mapToInt(Row::times).sum();
        List<Row> shown = left <= 1 ? rows : rows.subList(0, MOST);
        long before = Long.MIN_VALUE;
        for (Row row : shown) {
            act(row, before);
            before = row.until();
        }
        if (left > 1) {
            open(STEP, left + " further acts");
            stem(0, STEP);
            svg.element("text", "… and " + left + " further acts", "x", LINE + 16, "y", 15, "fill", "#555");
            close();
            before = rows.getLast().until();
        }
        end(before);
        return bands;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (LikeActs act : LikeActs.of(story.moves(), words::what)) {
            rows.add(new Row(
                    act.first().at(),
                    act.last().at(),
                    act.words(dates),
                    act.first().why(),
                    act.times()));
        }
        return rows;
    }

    /** @param label what the first says of the whole, and each other one of itself, to those who do not see it */
    private void open(double height, String label) {
        svg = new Markup(names::inText);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + (int) WIDTH + " " + (int) height,
                "role",
                "img",
                "aria-label",
                bands.isEmpty() ? story.title() : label,
                "font-family",
                HouseStyle.LETTERS,
                "font-size",
                "12");
    }

    private void close() {
        bands.add(svg.close("svg").toString());
    }

    private void stem(double from, double to) {
        svg.empty("line", "x1", LINE, "y1", from, "x2", LINE, "y2", to, "stroke", "#999", "stroke-width", 1.5);
    }

    private void act(Row row, long before) {
        boolean first = before == Long.MIN_VALUE;
        boolean same = !first && row.at() - before < 1000;
        double above = first || same ? 0 : PAUSE;
        open(above + STEP, row.what());
        stem(first ? 11 : 0, above + STEP);
        if (above > 0) {
            pause(9, row.at() - before);
        }
        double y = above + 11;
        if (!same) {
            moment(row.at(), y + 4);
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
        svg.element("text", cut(row.what()), "x", LINE + 16, "y", y + 4, "fill", "#111");
        close();
    }

    private void moment(long at, double y) {
        svg.element("text", StoryWords.moment(dates, at), "x", LINE - 14, "y", y, "text-anchor", "end", "fill", "#333");
    }

    private static String cut(String what) {
        return what.length() > LETTERS ? what.substring(0, LETTERS - 2) + " …" : what;
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

    /** How things stand: a line each, the first beside the moment. */
    private void end(long before) {
        List<Story.Claim> claims = story.claims().stream().limit(CLAIMS).toList();
        double above = before == Long.MIN_VALUE ? 0 : PAUSE;
        open(above + STEP, "how it stands at the end");
        if (above > 0) {
            stem(0, above + 6);
            pause(9, story.at() - before);
        }
        moment(story.at(), above + 15);
        if (claims.isEmpty()) {
            svg.element(
                    "text", "nothing is owed and nothing is broken", "x", LINE + 16, "y", above + 15, "fill", "#333");
        } else {
            claim(claims.getFirst(), above + 11);
        }
        close();
        claims.stream().skip(1).forEach(claim -> {
            open(STEP, said(claim));
            claim(claim, 11);
            close();
        });
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

    private String said(Story.Claim claim) {
        return claim.clause() + "  " + claim.bearer() + "  " + claim.status().words()
                + claim.due().map(d -> ", due " + dates.due(d)).orElse("");
    }

    private void claim(Story.Claim claim, double y) {
        String text = names.inText(said(claim));
        svg.empty(
                "rect",
                "x",
                LINE + 10,
                "y",
                y - 10,
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
        svg.element("text", text, "x", LINE + 18, "y", y + 4, "fill", "#111");
    }
}
