package holdfast.report.match;

import holdfast.readiness.match.Advice;
import holdfast.readiness.match.Outcome;
import holdfast.readiness.match.Reached;
import holdfast.readiness.match.Reason;
import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Offer;
import holdfast.report.page.JsonText;
import java.io.IOException;
import java.util.List;

/** A matching as one JSON object ({@code docs/match.schema.json}); its {@code plan} is what {@code --plan} reads. */
public final class MatchJson {
    private final MatchReport report;
    private final JsonText json;

    private MatchJson(MatchReport report, Appendable out) {
        this.report = report;
        this.json = new JsonText(out);
    }

    public static void write(MatchReport report, Appendable out) throws IOException {
        new MatchJson(report, out).write();
        out.append('\n');
    }

    private void write() {
        json.open('{');
        json.member("version", report.version());
        json.member("proven", report.matching().isProven());
        json.name("aims").open('[');
        report.matching().reached().forEach(this::aim);
        json.close(']');
        json.name("needs").open('[');
        report.outcomes().forEach(this::outcome);
        json.close(']');
        advice(report.advice());
        json.name("plan").open('[');
        for (Delivery line : report.matching().plan()) {
            json.open('{');
            json.member("need", line.need());
            json.member("offer", line.offer());
            json.member("quantity", line.quantity());
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }

    private void aim(Reached reached) {
        json.open('{');
        json.member("aim", reached.aim().words());
        json.member("value", reached.value());
        json.member("least", reached.least());
        json.member("proven", reached.proven());
        json.close('}');
    }

    private void outcome(Outcome outcome) {
        json.open('{');
        json.member("id", outcome.need().id());
        json.member("item", outcome.need().item());
        json.member("quantity", outcome.need().quantity());
        json.member("by_day", outcome.need().byDay().toString());
        json.member("priority", outcome.need().priority());
        json.member("met", outcome.isMet());
        json.member("in_time", outcome.inTime());
        json.member("late", outcome.late());
        json.member("not_at_all", outcome.never());
        json.name("deliveries").open('[');
        for (Outcome.Sent sent : outcome.sent()) {
            json.open('{');
            json.member("offer", sent.offer().id());
            json.member("giver", sent.offer().giver());
            json.member("item", sent.offer().item());
            json.member("quantity", sent.quantity());
            json.member("counted", sent.counted());
            json.member("in_use", sent.inUse().toString());
            json.member("days_late", sent.daysLate());
            json.close('}');
        }
        json.close(']');
        json.name("reasons").open('[');
        for (Reason reason : outcome.reasons()) {
            json.open('{');
            json.member("reason", name(reason));
            json.member("words", ReasonWords.of(reason, outcome.need()));
            json.member("offers", offers(reason));
            json.member("needs", needs(reason));
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }

    private static String name(Reason reason) {
        return switch (reason) {
            case Reason.NothingOffered none -> "nothing_offered";
            case Reason.DoesNotFit fit -> "does_not_fit";
            case Reason.OnlyOnCondition on -> "only_on_condition";
            case Reason.TooLittle little -> "too_little";
            case Reason.GoneToOthers gone -> "gone_to_others";
            case Reason.TooLate late -> "too_late";
            case Reason.TrainingNotDone training -> "training_not_done";
            case Reason.LotsTooLarge lots -> "lots_too_large";
        };
    }

    private static List<String> offers(Reason reason) {
        return switch (reason) {
            case Reason.NothingOffered none -> List.of();
            case Reason.DoesNotFit fit -> fit.offers();
            case Reason.OnlyOnCondition on ->
                on.offers().stream().map(Offer::id).toList();
            case Reason.TooLittle little -> List.of();
            case Reason.GoneToOthers gone -> List.of();
            case Reason.TooLate late -> List.of(late.first().id());
            case Reason.TrainingNotDone training -> List.of(training.first().id());
            case Reason.LotsTooLarge lots -> lots.offers();
        };
    }

    private static List<String> needs(Reason reason) {
        return reason instanceof Reason.GoneToOthers gone
                ? gone.taken().stream().map(t -> t.by().id()).toList()
                : List.of();
    }

    private void advice(Advice advice) {
        json.name("one_more_offer");
        if (advice.oneMore().isEmpty()) {
            json.value(null);
        } else {
            Advice.OneMore one = advice.oneMore().get();
            json.open('{');
            json.member("item", one.item());
            json.member("quantity", one.quantity());
            json.member("by", one.by().toString());
            json.member("met", one.met());
            json.close('}');
        }
        json.name("ask_for").open('[');
        for (Advice.Ask ask : advice.ask()) {
            json.open('{');
            json.member("offer", ask.offer().id());
            json.member("giver", ask.offer().giver());
            json.member("firm", ask.firm());
            json.member("more", ask.more());
            json.member("met", ask.met());
            json.close('}');
        }
        json.close(']');
        json.member("advice_whole", advice.whole());
    }
}
