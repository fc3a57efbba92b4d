package holdfast.report.replay;

import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.report.explain.Receipt;
import holdfast.report.page.Markup;
import holdfast.report.page.TextStands;
import holdfast.report.standing.Replay;

/** What stands first and last on every page about a replay: which text it is, of which moment, and on what it rests. */
public final class ReplayFrame {
    private final Replay replay;
    private final Markup page;
    private final DateWords dates;

    public ReplayFrame(Replay replay, Markup page) {
        this.replay = replay;
        this.page = page;
        this.dates = new DateWords(replay.agreement().zone());
    }

    public void header() {
        Agreement agreement = replay.agreement();
        page.raw("<header>\n").element("h1", agreement.title());
        String version = agreement.version();
        String standing = TextStands.words(agreement);
        String sub = version + (version.isEmpty() || standing.isEmpty() ? "" : ", ") + standing;
        if (!sub.isEmpty()) {
            page.element("p", sub, "class", "sub");
        }
        page.open("p")
                .raw("As known at <strong>")
                .text(dates.moment(replay.asOf()))
                .raw("</strong>");
        if (replay.asOf() != replay.now()) {
            page.raw(", asked for <strong>").text(dates.moment(replay.now())).raw("</strong>");
        }
        page.text(" (" + dates.zone() + ").").close("p");
        page.raw("</header>\n");
    }

    public void receipt() {
        Receipt receipt = replay.receipt();
        page.element("h2", "Receipt");
        page.raw("<dl class=\"receipt\">\n");
        entry("text", "sha256 " + receipt.text());
        receipt.records().forEach(r -> entry("records", "sha256 " + r.sha256() + " " + r.file()));
        receipt.kept().forEach(k -> entry("log", k.words()));
        entry("known as of", dates.iso(receipt.asOf()));
        entry("asked for", dates.iso(receipt.now()));
        entry("by", "holdfast " + receipt.version());
        page.raw("</dl>\n");
        page.element("p", "The same text, records, moments and version give the same page.", "class", "intake");
    }

    private void entry(String name, String value) {
        page.element("dt", name).element("dd", value);
    }
}
