package holdfast.report.readiness;

import holdfast.engine.words.DateWords;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.readiness.entry.Condition;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Rate;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.entry.Share;
import holdfast.readiness.ledger.DoubleCount;
import holdfast.readiness.ledger.FallsAway;
import holdfast.readiness.ledger.GiverRow;
import holdfast.readiness.ledger.Goal;
import holdfast.readiness.ledger.ItemRow;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.NeedRow;
import holdfast.readiness.ledger.Pledge;
import holdfast.readiness.ledger.SharedCase;
import holdfast.report.page.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger as JSON: {@code docs/readiness.schema.json}. */
public final class ReadinessJson {
    private final ReadinessReport report;
    private final Ledger ledger;
    private final JsonText json;
    private final ReadinessWords words;
    private final boolean all;

    private ReadinessJson(ReadinessReport report, Appendable out) {
        this.report = report;
        this.ledger = report.ledger();
        this.json = new JsonText(out);
        this.words = new ReadinessWords(report);
        this.all = !report.sumsOnly();
    }

    public static void write(ReadinessReport report, Appendable out) throws IOException {
        new ReadinessJson(report, out).write();
        out.append('\n');
    }

    private void write() {
        json.open('{');
        head();
        list("items", ledger.items(), this::item);
        list("needs", shown(ledger.needs()), this::need);
        list("goals", ledger.goals(), this::goal);
        list("lateByItem", words.lateSums(), json::value);
        list("lackingOnTheDay", ledger.onTheDay(), l -> {
            json.open('{');
            json.member("item", l.item().name());
            json.member("unit", l.item().unit());
            number("wanted", l.wanted());
            number("lacking", l.lacking());
            json.close('}');
        });
        list("givers", shown(ledger.givers()), this::giver);
        list("promises", shown(ledger.pledges()), this::promise);
        fallsAway("heaviest", ledger.heaviest());
        fallsAway("without", ledger.without());
        list("perhapsTwice", shown(ledger.doubles()), this::twice);
        list("givenTogether", shown(ledger.shared()), this::shared);
        list("couldStandIn", ledger.standingIn().stream().map(words::standingIn).toList(), json::value);
        list("money", shown(ledger.money()), m -> {
            json.open('{');
            json.member("giver", m.giver().isEmpty() ? null : m.giver());
            json.member("currency", m.currency());
            number("firm", m.firm());
            number("intended", m.intended());
            json.close('}');
        });
        list("rates", shown(ledger.rates()), this::rate);
        list("unconfirmed", shown(ledger.unconfirmed()), this::entry);
        list("toldDifferently", shown(ledger.differing()), this::remark);
        list("beyondPromises", shown(ledger.beyond()), this::remark);
        list("impossible", shown(ledger.impossible()), this::remark);
        list("countedOtherwise", shown(ledger.asWritten()), this::remark);
        list("notCounted", shown(ledger.setAside()), s -> {
            json.open('{');
            records(s.records());
            json.member("event", s.event());
            json.member("attribute", s.attribute().isEmpty() ? null : s.attribute());
            json.member("why", s.why());
            json.member("mend", s.mend().isEmpty() ? null : s.mend());
            json.close('}');
        });
        json.close('}');
    }

    private <T> List<T> shown(List<T> rows) {
        return all ? rows : List.of();
    }

    private void head() {
        json.member("agreement", report.agreement().title());
        json.member("sha256", report.agreement().sha256());
        json.member("zone", report.agreement().zone().getId());
        json.member("asOf", new DateWords(report.agreement().zone()).iso(report.asOf()));
        json.member("today", ledger.today().toString());
        json.member("on", ledger.on().toString());
        json.member("for", report.concerning().orElse(null));
        json.member("sumsOnly", report.sumsOnly());
        json.member("itemList", report.items().isGiven() ? report.items().file() : null);
        json.member("files", report.files());
        json.member("records", report.records());
        json.member("notRead", report.notUsed());
        json.member("notCountedRecords", report.setAside());
        json.member("version", report.version());
        list("steps", ledger.steps(), this::step);
    }

    private void step(Step step) {
        Map<String, Object> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            step.attribute(role).ifPresent(a -> roles.put(role.word(), a));
        }
        json.open('{');
        json.member("event", step.event());
        json.member("stage", step.stage().words());
        json.member("attributes", roles);
        json.close('}');
    }

    private void item(ItemRow row) {
        Map<String, Object> totals = new LinkedHashMap<>();
        row.totals().forEach((stage, n) -> totals.put(stage.words(), plain(n)));
        json.open('{');
        json.member("item", row.item().name());
        json.member("unit", row.item().unit());
        number("wanted", row.target());
        day("wantedBy", row.neededBy());
        number("priority", row.priority());
        number("atHand", row.there());
        number("underWay", row.underWay());
        number("onlyPromised", row.promised());
        number("waiting", row.waiting());
        number("missing", row.missing());
        number("notOffered", row.target().map(t -> row.notOffered()));
        number("expected", row.expected());
        json.member("totals", totals);
        json.close('}');
    }

    private void goal(Goal goal) {
        json.open('{');
        json.member("clause", goal.clause());
        json.member("bearers", goal.bearers());
        json.member("kind", goal.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        json.member("stage", goal.stage().words());
        json.member("item", goal.item().name());
        number("quantity", goal.quantity());
        day("by", goal.by());
        json.member("conditional", goal.conditional());
        number("reached", goal.reached());
        number("lostOrReturned", goal.gone());
        number("underWay", goal.underWay());
        number("promised", goal.promised());
        number("promisedForLater", goal.later());
        number("missing", goal.missing());
        json.close('}');
    }

    private void giver(GiverRow row) {
        json.open('{');
        json.member("giver", row.giver());
        json.member("item", row.item().name());
        json.member("unit", row.item().unit());
        number("offered", row.offered());
        number("pledged", row.pledged());
        number("arrived", row.arrived());
        number("late", row.late());
        number("toCome", row.toCome());
        json.close('}');
    }

    private void promise(Pledge pledge) {
        Entry entry = pledge.entry();
        json.open('{');
        records(entry.records());
        json.member("giver", entry.giver().orElse(null));
        json.member("receiver", entry.receiver().orElse(null));
        json.member("item", entry.item().name());
        json.member("unit", entry.item().unit());
        number("quantity", entry.quantity());
        json.member("made", entry.day().toString());
        day("due", entry.due());
        json.member("case", entry.parcel().orElse(null));
        json.member("condition", entry.condition().map(Condition::words).orElse(null));
        day("conditionMetOn", entry.condition().flatMap(Condition::metOn));
        number("share", entry.share().map(Share::percent));
        json.member("standing", pledge.standing().words());
        number("come", pledge.delivered());
        number("open", pledge.open());
        day("keptOn", pledge.keptOn());
        json.member("daysLate", pledge.daysLate());
        json.close('}');
    }

    private void fallsAway(String name, Optional<FallsAway> falls) {
        json.name(name);
        if (falls.isEmpty()) {
            json.value(null);
            return;
        }
        boolean named = all || ledger.without().equals(falls);
        json.open('{');
        json.member("giver", named ? falls.get().giver() : null);
        list("items", falls.get().lines(), l -> {
            json.open('{');
            json.member("item", l.item().name());
            json.member("unit", l.item().unit());
            number("fallsAway", l.quantity());
            number("ofToCome", l.of());
            number("missing", l.missing());
            number("expected", l.expected());
            json.close('}');
        });
        json.close('}');
    }

    private void need(NeedRow row) {
        Entry entry = row.need();
        json.open('{');
        records(entry.records());
        json.member("receiver", entry.receiver().orElse(null));
        json.member("item", entry.item().name());
        json.member("unit", entry.item().unit());
        number("quantity", entry.quantity());
        day("by", entry.due());
        number("priority", entry.priority());
        number("onTheDay", row.onTheDay());
        number("lacking", row.lacking());
        number("open", row.open());
        json.close('}');
    }

    private void shared(SharedCase one) {
        Map<String, Object> percents = new LinkedHashMap<>();
        one.percents().forEach((giver, n) -> percents.put(giver, plain(n)));
        json.open('{');
        json.member("case", one.parcel());
        json.member("stage", one.stage().words());
        json.member("item", one.item().name());
        number("whole", one.whole());
        json.member("percents", percents);
        number("openPercent", one.open());
        records(one.records());
        json.close('}');
    }

    private void rate(Rate rate) {
        json.open('{');
        records(rate.records());
        json.member("stage", rate.stage().words());
        json.member("item", rate.item().name());
        json.member("unit", rate.item().unit());
        number("quantity", rate.quantity());
        json.member("period", rate.period().word());
        json.member("giver", rate.giver().orElse(null));
        json.member("receiver", rate.receiver().orElse(null));
        json.close('}');
    }

    private void twice(DoubleCount one) {
        Map<String, Object> givers = new LinkedHashMap<>();
        one.givers().forEach((giver, n) -> givers.put(giver, plain(n)));
        json.open('{');
        json.member("case", one.parcel());
        json.member("stage", one.stage().words());
        json.member("item", one.item().name());
        json.member("givers", givers);
        number("missingIfOne", one.missing());
        records(one.records());
        json.close('}');
    }

    private void entry(Entry entry) {
        json.open('{');
        records(entry.records());
        json.member("event", entry.event());
        json.member("stage", entry.stage().words());
        json.member("item", entry.item().name());
        json.member("unit", entry.item().unit());
        number("quantity", entry.quantity());
        json.member("giver", entry.giver().orElse(null));
        json.member("receiver", entry.receiver().orElse(null));
        json.member("day", entry.day().toString());
        json.member("saidBy", entry.author());
        json.close('}');
    }

    private void remark(Remark remark) {
        json.open('{');
        records(remark.records());
        json.member("attribute", remark.attribute().isEmpty() ? null : remark.attribute());
        json.member("what", remark.what());
        json.close('}');
    }

    /** With where each stands, as far as it is known. */
    private void records(List<String> ids) {
        list("records", ids, id -> {
            json.open('{');
            json.member("id", id);
            json.member("place", report.places().get(id));
            json.close('}');
        });
    }

    private <T> void list(String name, List<T> rows, Consumer<T> write) {
        json.name(name).open('[');
        rows.forEach(write);
        json.close(']');
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private void number(String name, BigDecimal number) {
        json.member(name, plain(number));
    }

    private void number(String name, Optional<BigDecimal> number) {
        json.member(name, number.map(ReadinessJson::plain).orElse(null));
    }

    private void day(String name, Optional<LocalDate> day) {
        json.member(name, day.map(LocalDate::toString).orElse(null));
    }
}
