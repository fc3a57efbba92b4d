package holdfast.report.redline;

import holdfast.engine.Record;
import holdfast.engine.Standing;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.examine.play.Move;
import holdfast.examine.redline.ClauseChange;
import holdfast.examine.redline.Effect;
import holdfast.examine.redline.GuaranteeChange;
import holdfast.examine.redline.Limits;
import holdfast.examine.redline.Meaning;
import holdfast.examine.redline.Redline;
import holdfast.examine.redline.Witness;
import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.report.explain.ClauseTexts;
import holdfast.report.page.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two drafts compared, as JSON, as {@code docs/diff.md} describes it. Members that have nothing to say are null, not absent. */
public final class RedlineJson {
    private final TwoDrafts drafts;
    private final Redline redline;
    private final DateWords dates;
    private final RedlineWords words;

    private RedlineJson(TwoDrafts drafts) {
        this.drafts = drafts;
        this.redline = drafts.redline();
        this.dates = new DateWords(redline.after().zone());
        this.words = new RedlineWords(redline.after().zone());
    }

    public static void write(TwoDrafts drafts, String version, Appendable out) throws IOException {
        RedlineJson report = new RedlineJson(drafts);
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("earlier", draft(drafts.earlier(), report.redline.before()));
        said.put("later", draft(drafts.later(), report.redline.after()));
        said.put("version", version);
        said.put("bounds", bounds(report.redline.limits()));
        said.put("changed", !report.redline.isEmpty());
        said.put(
                "clauses", report.redline.clauses().stream().map(report::clause).toList());
        said.put(
                "declarations",
                report.redline.declarations().stream()
                        .map(RedlineJson::declaration)
                        .toList());
        said.put(
                "guarantees",
                report.redline.guarantees().changes().stream()
                        .map(RedlineJson::guarantee)
                        .toList());
        said.put("guaranteesWhole", report.redline.guarantees().whole());
        said.put("guaranteesNotCompared", report.redline.guarantees().notCompared());
        new JsonText(out).value(said);
        out.append('\n');
    }

    private static Map<String, @Nullable Object> draft(String name, Agreement agreement) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("name", name);
        said.put("title", agreement.title());
        said.put("version", agreement.version().isEmpty() ? null : agreement.version());
        said.put("zone", agreement.zone().getId());
        said.put("sha256", agreement.sha256());
        return said;
    }

    private static Map<String, Object> bounds(Limits limits) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("acts", limits.acts());
        said.put("instants", limits.instants());
        said.put("histories", limits.histories());
        said.put("work", limits.work());
        return said;
    }

    private Map<String, @Nullable Object> clause(ClauseChange c) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("earlier", statements(c.before(), drafts.earlierTexts()));
        said.put("later", statements(c.after(), drafts.laterTexts()));
        said.put("formal", lower(c.formal()));
        said.put("reworded", c.reworded());
        said.put("renumbered", c.renumbered());
        said.put("uses", c.touching().stream().map(RedlineJson::declaration).toList());
        said.put("meaning", meaning(c.meaning()));
        String sentence = RedlineWords.meaning(c, redline.limits());
        said.put("sentence", sentence.isEmpty() ? null : sentence);
        said.put("forBearers", RedlineWords.forBearers(c));
        said.put("forBeneficiaries", RedlineWords.forBeneficiaries(c));
        said.put("effects", c.meaning() instanceof Meaning.Differs d ? effects(d.effects()) : Map.of());
        said.put("looked", looked(c.meaning()));
        said.put(
                "histories",
                c.meaning() instanceof Meaning.Differs d
                        ? d.witnesses().stream().map(this::history).toList()
                        : List.of());
        return said;
    }

    private static @Nullable Object statements(List<Norm> norms, ClauseTexts texts) {
        if (norms.isEmpty()) {
            return null;
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("clause", norms.getFirst().id());
        said.put(
                "statements",
                norms.stream()
                        .map(n -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("reading", n.reading().answers());
                            one.put("text", texts.clause(n));
                            return one;
                        })
                        .toList());
        return said;
    }

    private static String meaning(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Same ignored -> "same";
            case Meaning.OneSided ignored -> "one sided";
            case Meaning.OnlyPermits ignored -> "only permits";
            case Meaning.NotFound ignored -> "no change found";
            case Meaning.Differs ignored -> "differs";
        };
    }

    private static Map<String, Object> effects(Map<String, Effect> effects) {
        Map<String, Object> said = new LinkedHashMap<>();
        effects.forEach((bearer, effect) -> said.put(bearer, lower(effect)));
        return said;
    }

    private static @Nullable Object looked(Meaning meaning) {
        Optional<Meaning.Looked> looked = switch (meaning) {
            case Meaning.Differs d -> Optional.of(d.looked());
            case Meaning.NotFound n -> Optional.of(n.looked());
            default -> Optional.empty();
        };
        return looked.map(l -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("acts", l.acts());
                    said.put("histories", l.histories());
                    said.put("moments", l.moments());
                    said.put("whole", l.whole());
                    return said;
                })
                .orElse(null);
    }

    private Map<String, Object> history(Witness w) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("inBreach", w.inBreach());
        said.put("at", dates.iso(w.at()));
        said.put("records", w.earlier().moves().stream().map(this::move).toList());
        said.put("earlier", told(w.earlier().reading().answers(), w.before()));
        said.put("later", told(w.later().reading().answers(), w.after()));
        return said;
    }

    private Map<String, Object> move(Move move) {
        Record record = move.record();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("id", record.id());
        said.put("at", dates.iso(move.at()));
        said.put("source", record.source());
        said.put("what", words.record(record));
        return said;
    }

    private Map<String, Object> told(Map<String, String> reading, List<Verdict> verdicts) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("reading", reading);
        said.put("verdicts", verdicts.stream().map(this::verdict).toList());
        return said;
    }

    private Map<String, @Nullable Object> verdict(Verdict v) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("clause", v.clause());
        said.put("bearer", v.bearer());
        said.put("status", v.status().words());
        said.put("standing", v.standing() == Standing.NONE ? null : v.standing().words());
        said.put("since", v.since().map(Time::lo).map(dates::iso).orElse(null));
        said.put("due", v.due().map(Time::hi).map(dates::iso).orElse(null));
        said.put("until", v.until().map(Time::hi).map(dates::iso).orElse(null));
        said.put("records", v.records());
        return said;
    }

    private static Map<String, @Nullable Object> declaration(DeclarationChange change) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("what", change.what());
        said.put("earlier", change.before().orElse(null));
        said.put("later", change.after().orElse(null));
        return said;
    }

    private static Map<String, @Nullable Object> guarantee(GuaranteeChange g) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("prohibition", g.prohibition());
        said.put("violator", g.violator());
        said.put("course", g.course());
        said.put("defectors", g.defectors());
        said.put("kinds", g.kinds().stream().sorted().map(RedlineJson::lower).toList());
        said.put("earlierReading", g.earlierReading().answers());
        said.put("laterReading", g.laterReading().answers());
        said.put("earlier", row(g.before()));
        said.put("later", row(g.after()));
        return said;
    }

    private static @Nullable Object row(Optional<Guarantee> row) {
        return row.map(g -> {
                    Map<String, @Nullable Object> said = new LinkedHashMap<>();
                    said.put("measure", g.measure().orElse(null));
                    said.put("withinMillis", g.within().orElse(null));
                    said.put("decidedBy", g.decidedBy());
                    said.put("doneBy", g.doneBy());
                    said.put("defectors", g.defectors());
                    said.put("words", RedlineWords.guarantee(row));
                    return said;
                })
                .orElse(null);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
