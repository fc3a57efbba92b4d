package holdfast.report.examination;

import holdfast.engine.words.DateWords;
import holdfast.examine.Examination;
import holdfast.examine.check.Check;
import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Growing;
import holdfast.examine.found.Stake;
import holdfast.examine.found.Story;
import holdfast.examine.mend.Mend;
import holdfast.examine.mend.Tried;
import holdfast.examine.redline.Without;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.text.NeverInForce;
import holdfast.intake.own.JsonRecordWriter;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Reading;
import holdfast.report.explain.Quotation;
import holdfast.report.page.JsonText;
import holdfast.report.standing.Silence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An examination as JSON, as {@code docs/examine.schema.json} describes it. */
public final class ExaminationJson {
    private final Examined examined;
    private final Examination examination;
    private final Agreement agreement;
    private final JsonText json;
    private final DateWords dates;

    private ExaminationJson(Examined examined, Appendable out) {
        this.examined = examined;
        this.examination = examined.examination();
        this.agreement = examined.agreement();
        this.json = new JsonText(out);
        this.dates = new DateWords(agreement.zone());
    }

    public static void write(Examined examined, Appendable out) throws IOException {
        new ExaminationJson(examined, out).write();
        out.append('\n');
    }

    private void write() {
        json.open('{');
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("name", examined.name());
        said.put("title", agreement.title());
        said.put("version", orNull(agreement.version()));
        said.put("standing", orNull(agreement.standing()));
        said.put("retold", agreement.retold());
        said.put("zone", agreement.zone().getId());
        said.put("sha256", agreement.sha256());
        json.member("agreement", said);
        json.member("version", examined.version());
        json.member("bounds", bounds(examination.bounds()));
        json.member("growth", growth(examined.growth()));
        json.member("partial", examination.partial());
        json.member("histories", examination.histories());
        json.member("moments", examination.moments());
        json.member("headline", Headline.of(examined));
        json.name("guarantees").open('[');
        examination.guarantees().forEach(this::guarantee);
        json.close(']');
        json.name("notFound").open('[');
        examination.unbroken().forEach(u -> unplayed(u.prohibition(), u.violator(), u.reading(), null));
        json.close(']');
        json.name("notPlayed").open('[');
        examination.cutOff().forEach(c -> unplayed(c.prohibition(), c.violator(), c.reading(), c.why()));
        json.close(']');
        json.name("without").open('[');
        examined.without().forEach(this::without);
        json.close(']');
        json.member("firstLayerAlone", HoldsAlone.words(examined));
        json.member("neverInForce", NeverInForce.clauses(agreement));
        json.member("silence", Silence.words(agreement, examination));
        json.member("assumptions", examination.assumptions());
        json.name("findings").open('[');
        examination.findings().forEach(this::finding);
        json.close(']');
        json.name("checks").open('{');
        examination.results().forEach(this::check);
        json.close('}');
        json.close('}');
    }

    private static Map<String, @Nullable Object> growth(Growth growth) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("from", bounds(growth.from()));
        said.put("free", growth.free().stream().map(Growing::title).toList());
        said.put("end", growth.end().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        said.put("work", growth.work());
        said.put("steps", growth.steps().stream().map(ExaminationJson::step).toList());
        return said;
    }

    private static Map<String, @Nullable Object> step(Growth.Step step) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("bound", step.bound().title());
        said.put("to", step.to());
        said.put("rows", step.rows());
        said.put("begun", step.begun());
        said.put("ended", step.ended());
        return said;
    }

    private static Map<String, @Nullable Object> bounds(Bounds b) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("defectors", b.defectors());
        said.put("evasions", b.evasions());
        said.put("requests", b.requests());
        said.put("help", b.help());
        said.put("readings", b.readings());
        said.put("horizonDays", b.horizon().toDays());
        said.put("work", b.work());
        return said;
    }

    private void unplayed(String prohibition, String violator, Reading reading, @Nullable String because) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("prohibition", prohibition);
        said.put("violator", violator);
        said.put("reading", reading.answers());
        if (because != null) {
            said.put("because", because);
        }
        json.value(said);
    }

    private void without(Without without) {
        json.open('{');
        json.member("actors", without.absence().actors());
        json.member(
                "manner",
                switch (without.absence().manner()) {
                    case DOES_NOTHING -> "does nothing";
                    case VOTES_NO -> "votes no";
                });
        json.member("changes", WithoutWords.lines(without, examined.texts().names()));
        json.name("guarantees").open('[');
        without.guarantees().forEach(this::follows);
        json.close(']');
        json.name("notPlayed").open('[');
        without.cutOff().forEach(c -> unplayed(c.prohibition(), c.violator(), c.reading(), c.why()));
        json.close(']');
        json.close('}');
    }

    /** What must follow, without what could. */
    private void follows(Guarantee g) {
        json.open('{');
        mustFollow(g);
        json.name("story");
        story(g.story());
        json.close('}');
    }

    private void mustFollow(Guarantee g) {
        json.member("prohibition", g.prohibition());
        json.member("violator", g.violator());
        json.member("course", g.course().words());
        json.member("reading", g.reading().answers());
        json.member("surelyABreach", g.sure());
        json.member("measure", GuaranteeWords.measure(g));
        json.member("within", GuaranteeWords.withinOrNone(g).orElse(null));
        json.member("withinMillis", g.within().orElse(null));
        json.member("decidedBy", g.decidedBy());
        json.member("doneBy", g.doneBy());
        json.member("clauses", g.clauses());
    }

    private void guarantee(Guarantee g) {
        json.open('{');
        mustFollow(g);
        json.member("defectors", g.defectors());
        json.member("emptiedBy", g.emptiedBy());
        json.member("could", g.could().orElse("nothing"));
        Optional<GuaranteeTable.Prospect> prospect = ExaminationText.prospect(examination, g);
        json.member("vetoes", prospect.map(GuaranteeTable.Prospect::vetoes).orElse(List.of()));
        List<Object> setOff = new ArrayList<>();
        g.setOffBy().forEach(d -> setOff.add(setOff(d.event(), d.by())));
        json.member("setOffBy", setOff);
        json.member("escapedBy", g.evaded());
        json.member("escapedBefore", g.evadedBefore());
        json.member("otherwise", ExaminationText.otherwise(examination, g));
        json.name("story");
        story(g.story());
        json.close('}');
    }

    private void finding(Finding f) {
        json.open('{');
        json.member("code", f.code().name());
        json.member("title", f.code().title());
        json.member("weight", f.weight() == Finding.Weight.FIRES ? "fires" : "lesser");
        json.member("clauses", f.clauses());
        List<Object> articles = new ArrayList<>();
        for (Article article : ExaminationText.articles(agreement, f.clauses())) {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("number", orNull(article.number()));
            said.put("heading", article.heading());
            said.put("text", article.text());
            said.put("words", words(article, f));
            said.put("file", article.file());
            said.put("line", article.line());
            articles.add(said);
        }
        json.member("articles", articles);
        json.member("sentence", f.sentence());
        json.member("mend", f.code().mend());
        json.name("instead").open('[');
        if (examined.mend(f).orElse(null) instanceof Tried.Found found) {
            found.mends().forEach(this::mend);
        }
        json.close(']');
        json.member("noText", examined.mend(f).flatMap(ExaminationJson::noText).orElse(null));
        json.member("accepted", f.accepted().orElse(null));
        json.member("main", f.isMain());
        json.member("atStake", f.stake().map(Stake::because).orElse(null));
        json.name("story");
        if (f.story().isPresent()) {
            story(f.story().get());
        } else {
            json.value(null);
        }
        json.close('}');
    }

    /** What the clauses of the finding put into formal words, of this article; whole. */
    private List<String> words(Article article, Finding f) {
        return Quotation.of(agreement, f.clauses(), Integer.MAX_VALUE).stream()
                .filter(q -> q.article() == article && !q.words().isEmpty())
                .map(Quotation::words)
                .toList();
    }

    private void mend(Mend mend) {
        json.open('{');
        json.member("effect", mend.effect() == Mend.Effect.ENDS ? "ends" : "eases");
        List<Object> passages = new ArrayList<>();
        for (Manuscript.Passage passage : mend.passages()) {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("line", passage.line());
            said.put("before", orNull(passage.before()));
            said.put("after", passage.after());
            passages.add(said);
        }
        json.member("passages", passages);
        json.member(
                "sentences", MendWords.sentences(agreement, mend.examination().agreement()));
        json.member("alsoEnded", codes(mend.alsoEnded()));
        json.member("alsoBegun", codes(mend.alsoBegun()));
        json.member("table", MendWords.table(mend, examined.texts().names()));
        json.member("toSettle", mend.proposal().toSettle());
        json.close('}');
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(f -> f.code().name()).distinct().toList();
    }

    /** Why there is no text; empty where there is one, or where the finding is accepted. */
    private static Optional<String> noText(Tried tried) {
        return switch (tried) {
            case Tried.Found ignored -> Optional.empty();
            case Tried.NoneFound(int count) -> Optional.of("none of " + count + " texts that were tried ends it");
            case Tried.BeyondText(String because) -> Optional.of(because);
            case Tried.NotTried ignored -> Optional.of("not tried");
        };
    }

    private void story(Story story) {
        json.open('{');
        json.member("title", story.title());
        json.member("at", dates.iso(story.at()));
        json.member("reading", story.reading().answers());
        json.name("records").open('[');
        records(story).forEach(json::raw);
        json.close(']');
        json.name("claims").open('[');
        for (Story.Claim claim : story.claims()) {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("clause", claim.clause());
            said.put("bearer", claim.bearer());
            said.put("status", claim.status().words());
            said.put("due", claim.due().map(d -> dates.iso(d.hi())).orElse(null));
            json.value(said);
        }
        json.close(']');
        json.member("over", story.over());
        json.close('}');
    }

    /** Each as a line of a record file. */
    static List<String> records(Story story) {
        StringWriter lines = new StringWriter();
        try (JsonRecordWriter writer = new JsonRecordWriter(lines)) {
            story.records().forEach(writer::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString().lines().toList();
    }

    private void check(Code code, Check.Result result) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        switch (result) {
            case Check.Result.NotApplicable(String because) -> {
                said.put("mark", "not applicable");
                said.put("because", because);
            }
            case Check.Result.NotLookedFor(String because) -> {
                said.put("mark", "not looked for");
                said.put("because", because);
            }
            case Check.Result.Found(List<Finding> found) -> {
                boolean fires = found.stream().anyMatch(f -> f.weight() == Finding.Weight.FIRES);
                said.put("mark", found.isEmpty() ? "silent" : fires ? "fires" : "lesser");
                said.put("because", null);
            }
        }
        json.member(code.name(), said);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** In this order, whatever the machine: a map without order is written in another one in each run. */
    private static Map<String, String> setOff(String event, String by) {
        Map<String, String> setOff = new LinkedHashMap<>();
        setOff.put("event", event);
        setOff.put("by", by);
        return setOff;
    }
}
