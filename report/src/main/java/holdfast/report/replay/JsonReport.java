package holdfast.report.replay;

import holdfast.engine.Dissent;
import holdfast.engine.Verdict;
import holdfast.engine.horizon.Behind;
import holdfast.engine.horizon.Final;
import holdfast.engine.words.DateWords;
import holdfast.intake.draft.EditionCounts;
import holdfast.intake.mapping.UnusedParts;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.report.explain.DissentWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.Receipt;
import holdfast.report.explain.Sources;
import holdfast.report.page.JsonText;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.BehindHorizon;
import holdfast.report.standing.Changes;
import holdfast.report.standing.Replay;
import holdfast.report.standing.Unjudged;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A replay as JSON, as {@code docs/replay-json.md} describes it; written as it goes, so that a long one needs no memory. */
public final class JsonReport {
    private final Replay replay;
    private final JsonText json;
    private final DateWords dates;
    private final VerdictJson verdicts;
    private final Explainer explainer;

    private JsonReport(Replay replay, Appendable out) {
        this.replay = replay;
        this.json = new JsonText(out);
        this.dates = new DateWords(replay.agreement().zone());
        this.verdicts = new VerdictJson(dates);
        this.explainer = Explaining.of(replay, Replay.CITATIONS, UnaryOperator.identity());
    }

    public static void write(Replay replay, Appendable out) throws IOException {
        new JsonReport(replay, out).write();
        out.append('\n');
    }

    private void write() {
        json.open('{');
        json.member("agreement", agreement(replay.agreement()));
        json.member("asOf", dates.iso(replay.asOf()));
        json.member("now", dates.iso(replay.now()));
        json.member("version", replay.receipt().version());
        json.name("files").open('[');
        for (int i = 0; i < replay.files().size(); i++) {
            json.value(file(replay.files().get(i), replay.receipt(), i));
        }
        json.close(']');
        json.member("intake", intake(replay.intake()));
        states();
        json.name("dissent").open('[');
        replay.dissent().forEach(d -> json.value(dissent(d)));
        json.close(']');
        json.member(
                "sources",
                Sources.of(replay.verdicts(), replay.cited(), Replay.CITATIONS).stream()
                        .map(JsonReport::source)
                        .toList());
        verdicts("verdicts", replay.verdicts());
        ahead(replay.ahead());
        replay.earlier().ifPresent(this::changes);
        replay.behind().ifPresent(this::behind);
        json.close('}');
    }

    private void behind(BehindHorizon behind) {
        json.name("behind").open('{');
        json.member("before", dates.iso(behind.edge()));
        json.member("archive", behind.archive().orElse(null));
        json.name("final").open('[');
        for (Final.Count count : behind.counts()) {
            json.open('{').member("clause", count.clause());
            json.member("reading", count.reading().answers());
            json.member("status", count.status().words());
            json.member("number", count.number()).close('}');
        }
        json.close(']').name("notTaken").open('[');
        for (Behind late : behind.late()) {
            json.open('{').member("record", late.record().id());
            json.member("because", late.why().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            json.close('}');
        }
        json.close(']').close('}');
    }

    private void states() {
        json.name("states").open('[');
        for (Verdict state : replay.states()) {
            json.open('{');
            json.member("state", state.clause());
            json.member("reading", state.reading().answers());
            json.member(
                    "held",
                    switch (state.status()) {
                        case BREACHED -> "surely";
                        case UNDETERMINED -> "perhaps";
                        default -> "never";
                    });
            verdicts.times("since", state.since(), json);
            verdicts.times("until", state.until(), json);
            json.close('}');
        }
        json.close(']');
    }

    private Map<String, @Nullable Object> agreement(Agreement agreement) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("name", replay.name());
        said.put("title", agreement.title());
        said.put("version", orNull(agreement.version()));
        said.put("standing", orNull(agreement.standing()));
        said.put("retold", agreement.retold());
        said.put("zone", agreement.zone().getId());
        said.put("sha256", agreement.sha256());
        return said;
    }

    private static Map<String, @Nullable Object> file(Replay.SourceFile file, Receipt receipt, int i) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("file", file.file());
        said.put("mapping", orNull(file.mapping()));
        said.put("sha256", receipt.records().get(i).sha256());
        receipt.kept().stream()
                .filter(k -> k.file().equals(file.file()))
                .findFirst()
                .ifPresent(k -> said.put("checkpoint", checkpoint(k)));
        return said;
    }

    private static Map<String, @Nullable Object> checkpoint(Receipt.Kept kept) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("log", kept.log());
        said.put("size", kept.size());
        said.put("root", kept.root());
        said.put("text", kept.textEntry().orElse(null));
        return said;
    }

    private static Map<String, @Nullable Object> intake(Replay.Intake intake) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("rows", intake.rows());
        said.put("records", intake.records());
        said.put("known", intake.known());
        said.put("leftOut", new TreeMap<>(intake.leftOut()));
        said.put("notUsed", new TreeMap<>(intake.notUsed()));
        said.put("again", new TreeMap<>(intake.again()));
        said.put("editions", intake.editions().stream().map(JsonReport::edition).toList());
        said.put("unread", intake.unread());
        said.put("unused", intake.unused().stream().flatMap(JsonReport::unused).toList());
        said.put("bases", bases(intake.bases()));
        said.put(
                "unjudged", intake.unjudged().stream().map(JsonReport::unjudged).toList());
        said.put("ownNotRead", intake.ownLeft());
        said.put("remarks", intake.remarks().stream().map(JsonReport::remark).toList());
        return said;
    }

    private static Map<String, @Nullable Object> source(Sources.Source source) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("source", source.source());
        said.put("records", source.records());
        return said;
    }

    private static Map<String, @Nullable Object> unjudged(Unjudged.Line line) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("clauses", line.clauses());
        said.put("event", line.event());
        said.put("without", line.attributes());
        said.put("count", line.count());
        said.put("first", line.first());
        return said;
    }

    private static Map<String, Long> bases(Map<Basis, Long> counted) {
        Map<String, Long> said = new LinkedHashMap<>();
        counted.forEach((basis, n) -> said.put(basis.name().toLowerCase(Locale.ROOT), n));
        return said;
    }

    private static Map<String, @Nullable Object> edition(EditionCounts counts) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("file", counts.file());
        said.put("replaces", orNull(counts.replaced()));
        said.put("added", counts.added());
        said.put("corrected", counts.corrected());
        said.put("withdrawn", counts.withdrawn());
        said.put("unchanged", counts.unchanged());
        return said;
    }

    private static Stream<Map<String, @Nullable Object>> unused(UnusedParts parts) {
        return parts.parts().stream().map(part -> {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("mapping", parts.mapping());
            said.put("line", part.line());
            said.put("what", part.rule() ? "rule" : "codes");
            said.put("words", part.words());
            return said;
        });
    }

    private static Map<String, @Nullable Object> remark(Problem problem) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("code", problem.code().label());
        said.put("file", problem.place().file());
        said.put("line", line(problem.place()));
        said.put("column", orNull(column(problem.place())));
        said.put("sheet", problem.place() instanceof Place.InSheet at ? at.sheet() : null);
        said.put("cell", problem.place() instanceof Place.InSheet at ? orNull(at.cell()) : null);
        said.put("words", ProblemLine.of(problem));
        return said;
    }

    private static String column(Place place) {
        return switch (place) {
            case Place.InTable table -> table.column();
            case Place.InSheet at -> at.column();
            case Place.InText text -> "";
            case Place.InParagraph at -> "";
            case Place.WholeFile whole -> "";
            case Place.OnMap map -> "";
            case Place.OfZone zone -> "";
        };
    }

    private static @Nullable Long line(Place place) {
        return switch (place) {
            case Place.InText text -> (long) text.line();
            case Place.InTable table -> table.number() == 0 ? null : (Long) table.number();
            case Place.InSheet at -> at.row() == 0 ? null : (Long) at.row();
            case Place.InParagraph at -> null;
            case Place.WholeFile whole -> null;
            case Place.OnMap map -> null;
            case Place.OfZone zone -> null;
        };
    }

    private Map<String, @Nullable Object> dissent(Dissent dissent) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("record", dissent.record().id());
        said.put("author", dissent.author());
        said.put("about", dissent.about().id());
        said.put("owner", dissent.owner());
        said.put("recorded", dates.iso(dissent.record().recorded()));
        said.put("words", DissentWords.of(dissent));
        return said;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void changes(Replay.Earlier earlier) {
        Changes changes = Changes.between(earlier.verdicts(), replay.verdicts());
        json.name("changes").open('{');
        json.member("asOf", dates.iso(earlier.asOf()));
        json.member("now", dates.iso(earlier.now()));
        verdicts("added", changes.added());
        json.name("changed").open('[');
        for (Changes.Change change : changes.changed()) {
            json.open('{').name("before");
            verdict(change.before(), false);
            json.name("after");
            verdict(change.after(), false);
            json.close('}');
        }
        json.close(']');
        json.name("gone").open('[');
        changes.gone().forEach(v -> verdict(v, false));
        json.close(']');
        json.close('}');
    }

    private void ahead(Ahead ahead) {
        json.name("ifNothingMoreComes").open('{');
        json.member("until", dates.iso(ahead.until()));
        json.member("whole", ahead.whole());
        json.name("turns").open('[');
        for (Ahead.Turn turn : ahead.turns()) {
            json.open('{');
            json.member("at", dates.iso(turn.at()));
            json.member("what", turn.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            turn.before().ifPresentOrElse(v -> named("before", v), () -> json.member("before", null));
            turn.after().ifPresentOrElse(v -> named("after", v), () -> json.member("after", null));
            json.close('}');
        }
        json.close(']').close('}');
    }

    private void named(String name, Verdict v) {
        json.name(name);
        verdict(v, false);
    }

    private void verdicts(String name, List<Verdict> verdicts) {
        json.name(name).open('[');
        verdicts.forEach(v -> verdict(v, true));
        json.close(']');
    }

    /** @param because whether the paragraph is given; earlier verdicts have none, since their records may not be at hand */
    private void verdict(Verdict v, boolean because) {
        json.open('{');
        verdicts.members(v, json);
        json.member("because", because ? explainer.explain(v).paragraph() : null);
        json.close('}');
    }
}
