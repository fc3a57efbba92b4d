package holdfast.report.ledger;

import holdfast.report.page.JsonText;
import holdfast.territory.Beyond;
import holdfast.territory.LineSummary;
import holdfast.territory.Movement;
import holdfast.territory.Patch;
import holdfast.territory.Territory;
import holdfast.territory.series.Holding;
import holdfast.territory.series.SeriesRules;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A ledger as one JSON object ({@code docs/territory.schema.json}). */
public final class LedgerJson {
    private static final int DECIMALS = 6;

    private final LedgerReport report;
    private final JsonText json;

    private LedgerJson(LedgerReport report, PrintWriter out) {
        this.report = report;
        this.json = new JsonText(out);
    }

    public static void write(LedgerReport report, PrintWriter out) {
        new LedgerJson(report, out).write();
        out.println();
    }

    private void write() {
        Territory t = report.territory();
        SeriesRules rules = report.rules();
        json.open('{');
        json.name("series").open('{');
        json.member("name", report.name());
        json.member("source", report.source());
        json.member("drawn", rules.method());
        json.member("method", LedgerReport.METHOD);
        json.member("first", t.first().toString());
        json.member("last", t.last().toString());
        json.member("maps", t.days());
        json.member("missing", t.missing().stream().map(LocalDate::toString).toList());
        json.close('}');
        json.name("rules").open('{');
        json.member("file", rules.named().orElse(null));
        json.member("resolution_m", rules.resolutionMetres());
        json.member("minimum_km2", rules.minimumKm2());
        json.member("least_roundness", rules.leastRoundness());
        json.member("persistence_days", rules.persistenceDays());
        json.close('}');
        json.member("version", report.version());
        json.name("totals").open('[');
        t.totals().forEach(this::total);
        json.close(']');
        json.name("days").open('[');
        report.rows().forEach(this::row);
        json.close(']');
        json.name("line");
        if (t.line().isPresent()) {
            line(t.line().get());
        } else {
            json.value(null);
        }
        json.member("remarks", report.remarks());
        json.close('}');
    }

    private void total(Territory.Total total) {
        json.open('{');
        json.member("side", total.holding().side());
        json.member("class", total.holding().kind());
        json.member("first_km2", km2(total.firstKm2()));
        json.member("last_km2", km2(total.lastKm2()));
        json.member("gained_km2", km2(total.gainedKm2()));
        json.member("lost_km2", km2(total.lostKm2()));
        json.member("error_km2", km2(total.errorKm2()));
        json.member("gained_by_day_km2", km2(total.gainedByDay()));
        json.member("lost_by_day_km2", km2(total.lostByDay()));
        json.member("lasting_km2", km2(total.lastingKm2()));
        json.close('}');
    }

    private void row(LedgerRow r) {
        json.open('{');
        json.member("date", r.date().toString());
        json.member("side", r.side());
        json.member("class", r.kind());
        json.member("sector", r.sector().isEmpty() ? null : r.sector());
        json.member("area_km2", km2(r.km2()));
        json.member("area_error_km2", km2(r.errorKm2()));
        json.member("gained_km2", km2(r.gainedKm2()));
        json.member("gained_error_km2", km2(r.gainedErrorKm2()));
        json.member("lost_km2", km2(r.lostKm2()));
        json.member("lost_error_km2", km2(r.lostErrorKm2()));
        json.member("net_km2", km2(r.netKm2()));
        json.member("gained_lasting_km2", r.settled() ? km2(r.lastingGainKm2()) : null);
        json.member("lost_lasting_km2", r.settled() ? km2(r.lastingLossKm2()) : null);
        json.member("pieces", r.counted());
        json.member("pieces_below_resolution", r.small());
        json.member("answer", r.answer());
        json.member("reason", r.reason().isEmpty() ? null : r.reason());
        json.member("days_since_map", r.daysSinceMap());
        json.member("map", r.file());
        json.member("sha256", r.sha256());
        json.name("gained_from").open('[');
        r.gainedFrom().forEach(t -> transfer(t.from(), t.km2()));
        json.close(']');
        json.name("lost_to").open('[');
        r.lostTo().forEach(t -> transfer(t.to(), t.km2()));
        json.close(']');
        json.close('}');
    }

    private void transfer(Holding other, double km2) {
        json.open('{');
        json.member("side", other.side());
        json.member("class", other.kind());
        json.member("km2", km2(km2));
        json.close('}');
    }

    private void line(LineSummary line) {
        json.open('{');
        json.member("words", line.line().words());
        json.member("side", line.line().holding().side());
        json.member("map", line.line().file());
        json.member("sha256", line.line().sha256());
        json.member("threshold_km2", km2(line.thresholdKm2()));
        json.name("breach");
        if (line.breach().isPresent()) {
            beyond(line.breach().get());
        } else {
            json.value(null);
        }
        json.name("if_it_stays");
        if (line.ifItStays().isPresent()) {
            beyond(line.ifItStays().get());
        } else {
            json.value(null);
        }
        json.member("not_yet_lasting_km2", km2(line.notYetLastingKm2()));
        json.member(
                "not_yet_lasting_since",
                line.notYetLastingSince().map(LocalDate::toString).orElse(null));
        json.name("days").open('[');
        line.days().forEach(this::beyond);
        json.close(']');
        json.name("weeks").open('[');
        for (LineWeeks.Week week : LineWeeks.of(line)) {
            json.open('{');
            json.member("from", week.from().toString());
            json.member("to", week.to().toString());
            json.member("taken_km2", km2(week.takenKm2()));
            json.member("given_km2", km2(week.givenKm2()));
            json.member("beyond_km2", km2(week.beyondKm2()));
            json.close('}');
        }
        json.close(']');
        json.name("largest").open('[');
        line.largest().forEach(this::movement);
        json.close(']');
        json.name("reversed").open('[');
        line.reversed().forEach(this::movement);
        json.close(']');
        json.name("taken").open('{');
        json.member("pieces", line.counts().pieces());
        json.member("km2", km2(line.counts().km2()));
        json.member("below_resolution", line.counts().belowResolution());
        json.member("below_resolution_km2", km2(line.counts().belowResolutionKm2()));
        json.member("reversed", line.counts().reversed());
        json.member("reversed_km2", km2(line.counts().reversedKm2()));
        json.close('}');
        json.close('}');
    }

    private void beyond(Beyond day) {
        json.open('{');
        json.member("date", day.date().toString());
        json.member("beyond_km2", km2(day.km2()));
        json.member("taken_km2", km2(day.takenKm2()));
        json.member("given_km2", km2(day.givenKm2()));
        json.member("lost_km2", km2(day.lostKm2()));
        json.member("lasting_km2", km2(day.lastingKm2()));
        json.member(
                "lasting_error_km2", day.lastingKm2().isPresent() ? km2(day.lastingErrorKm2(report.rules())) : null);
        json.member("known", day.known().map(LocalDate::toString).orElse(null));
        json.member("so_far_km2", day.known().isPresent() ? null : km2(day.soFarKm2()));
        json.member(
                "where",
                (day.known().isPresent() ? day.lastingPieces() : day.soFar())
                        .stream().limit(3).map(Patch::placeWords).toList());
        json.close('}');
    }

    private void movement(Movement m) {
        json.open('{');
        json.member("date", m.date().toString());
        json.member("km2", km2(m.patch().km2()));
        json.member("error_km2", km2(m.patch().errorKm2(report.rules())));
        json.member("latitude", degrees(m.patch().place().y));
        json.member("longitude", degrees(m.patch().place().x));
        json.member("standing", m.standing().words());
        json.member("reason", m.reason());
        json.member("counted_km2", km2(m.countedKm2()));
        json.member("left_km2", km2(m.leftKm2()));
        json.member("reversed", m.reversed().map(LocalDate::toString).orElse(null));
        json.member("given_back", m.givenBack().map(LocalDate::toString).orElse(null));
        json.close('}');
    }

    private static @Nullable BigDecimal km2(OptionalDouble number) {
        return number.isPresent() ? km2(number.getAsDouble()) : null;
    }

    private static BigDecimal km2(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal degrees(double number) {
        return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN);
    }
}
