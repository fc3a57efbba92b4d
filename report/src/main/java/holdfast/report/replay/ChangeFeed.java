package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.report.page.JsonText;
import holdfast.report.page.Page;
import holdfast.report.standing.Changes;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came, went and changed, step after step, as it is told to whoever follows. A verdict keeps its id for as long as it stands, whatever becomes of it: the clause, and how many
 * of that clause have come in this run.
 */
public final class ChangeFeed {
    private static final String INDENT = "  ";
    private static final long SECOND = 1000;

    private final Replay replay;
    private final Norms norms;
    private final DateWords dates;
    private final VerdictJson verdicts;
    private final Map<Verdict, List<String>> ids = new LinkedHashMap<>();
    private final Map<String, Integer> come = new TreeMap<>();
    private long before;

    /** The moment that stands above what was told last, in words. */
    private String told = "";

    /** @param replay over which agreement, and how its records are named; at any moment */
    public ChangeFeed(Replay replay) {
        this.replay = replay;
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.verdicts = new VerdictJson(dates);
        this.before = replay.now();
    }

    /** What is said before the first step has its ids too. As lines of JSON, for whoever has no other picture of it. */
    public List<String> beginsAt(long moment, List<Verdict> standing) {
        before = moment;
        return standing.stream()
                .map(v -> line(before, "stands", come(v), v, List.of()))
                .toList();
    }

    /**
     * The lines of one step: its moment, if it reads otherwise than that of the step before, and what changed then, the heaviest first.
     *
     * @param gone what is said no more
     * @param came what is said now
     */
    public List<String> text(long now, List<Verdict> gone, List<Verdict> came) {
        Replay.Earlier earlier = new Replay.Earlier(before, before, gone);
        before = now;
        List<ChangeWords.Line> changes = new ChangeWords(replay.later(now, came, earlier), earlier, norms).lines();
        List<String> lines = new ArrayList<>();
        // What ran out did so a millisecond before.
        String moment = dates.moment(now / SECOND * SECOND);
        if (!changes.isEmpty() && !moment.equals(told)) {
            lines.add(moment);
            told = moment;
        }
        for (ChangeWords.Line change : changes) {
            String said = replay.texts().names().inText(change.kind().words() + ": " + change.said());
            List<String> wrapped = Page.wrap(said, Page.width() - 2 * INDENT.length());
            for (int i = 0; i < wrapped.size(); i++) {
                lines.add((i == 0 ? INDENT : INDENT + INDENT) + wrapped.get(i));
            }
        }
        return lines;
    }

    /** The same as lines of JSON: one for each verdict that came, went or changed. */
    public List<String> json(long now, List<Verdict> gone, List<Verdict> came) {
        Changes changes = Changes.between(gone, came);
        List<String> lines = new ArrayList<>();
        changes.changed().forEach(c -> {
            String id = go(c.before());
            ids.computeIfAbsent(c.after(), v -> new ArrayList<>()).add(id);
            lines.add(line(now, "changed", id, c.after(), List.of(c.before())));
        });
        changes.gone().forEach(v -> lines.add(line(now, "went", go(v), v, List.of())));
        changes.added().forEach(v -> lines.add(line(now, "came", come(v), v, List.of())));
        before = now;
        return lines;
    }

    private String come(Verdict v) {
        String id = v.clause() + "#" + come.merge(v.clause(), 1, Integer::sum);
        ids.computeIfAbsent(v, w -> new ArrayList<>()).add(id);
        return id;
    }

    private String go(Verdict v) {
        List<String> known = ids.get(v);
        if (known == null) {
            throw new IllegalArgumentException("it was not said: " + v);
        }
        String id = known.removeFirst();
        if (known.isEmpty()) {
            ids.remove(v);
        }
        return id;
    }

    private String line(long now, String what, String id, Verdict verdict, List<Verdict> was) {
        StringBuilder out = new StringBuilder();
        JsonText json = JsonText.onOneLine(out);
        json.open('{').member("at", dates.iso(now)).member("change", what).member("id", id);
        json.name("verdict").open('{');
        verdicts.members(verdict, json);
        json.close('}');
        for (Verdict before : was) {
            json.name("was").open('{');
            verdicts.members(before, json);
            json.close('}');
        }
        json.close('}');
        return out.toString();
    }
}
