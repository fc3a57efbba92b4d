package holdfast.server.api;

import holdfast.engine.Record;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Body;
import holdfast.language.model.EventType;
import holdfast.language.model.Values;
import holdfast.server.access.Answer;
import holdfast.server.access.May;
import holdfast.server.access.Person;
import holdfast.server.access.Voice;
import holdfast.server.json.Json;
import holdfast.server.room.Room;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody may do in an agreement, as a page needs it for its forms. What it may not do stands beside it, with the reason. */
final class ActsApi {
    private static final List<String> RESULTS =
            List.of(Record.Finding.CONFIRMED, Record.Finding.DISPUTED, Record.Finding.REFUTED);

    private final Asking asking;
    private final Submission submission;

    ActsApi(Asking asking, Submission submission) {
        this.asking = asking;
        this.submission = submission;
    }

    void acts(Context ctx, Person person) {
        Room room = asking.room(ctx);
        Agreement agreement = room.agreement();
        May may = submission.may(room);
        List<Object> acts = new ArrayList<>();
        List<Object> refused = new ArrayList<>();
        for (EventType event : agreement.events()) {
            switch (may.observe(person, event.name())) {
                case Answer.Yes yes -> acts.add(event(agreement, may, person, event, yes));
                case Answer.No no ->
                    refused.add(Json.object("event", event.name(), "why", no.why(), "help", no.mend()));
            }
        }
        switch (may.attribute(person)) {
            case Answer.Yes yes ->
                acts.add(Json.object("act", "attribute", "why", yes.why(), "to", parties(agreement)));
            case Answer.No no -> refused.add(Json.object("act", "attribute", "why", no.why(), "help", no.mend()));
        }
        findings(agreement, may, person, acts, refused);
        if (Voice.of(agreement, person).isPresent()) {
            acts.add(Json.object("act", "correct", "why", "its own records, and those that the text lets it correct"));
            acts.add(Json.object("act", "withdraw", "why", "its own records, and those that the text lets it correct"));
        }
        Json.answer(
                ctx,
                Json.object(
                        "agreement",
                        room.name(),
                        "speaks",
                        Voice.of(agreement, person).map(Voice::name).orElse(null),
                        "acts",
                        acts,
                        "refused",
                        refused));
    }

    private static Map<String, @Nullable Object> event(
            Agreement agreement, May may, Person person, EventType event, Answer.Yes yes) {
        List<String> bodies = may.bodies(person, event.name());
        boolean ofBody = !bodies.isEmpty();
        String speaks = Voice.of(agreement, person).map(Voice::name).orElse("");
        Map<String, Object> fixed = new LinkedHashMap<>();
        may.fixed(event.name()).ifPresent(by -> fixed.put(by, speaks));
        if (ofBody && bodies.size() == 1 && event.attribute("of").isPresent()) {
            fixed.put("of", bodies.getFirst());
        }
        return Json.object(
                "act",
                ofBody ? word(event) : "observe",
                "event",
                event.name(),
                "why",
                yes.why(),
                "now",
                may.isDoneBySaying(event.name()),
                "bodies",
                ofBody ? bodies : null,
                "attributes",
                event.attributes().stream()
                        .map(a -> attribute(agreement, event, a))
                        .toList(),
                "fixed",
                fixed,
                "basis",
                Arrays.stream(Basis.values())
                        .map(b -> b.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static String word(EventType event) {
        return switch (event.name()) {
            case "motion" -> "move";
            case "decision" -> "decide";
            default -> event.name();
        };
    }

    private static Map<String, @Nullable Object> attribute(
            Agreement agreement, EventType event, EventType.Attribute attribute) {
        List<String> values = switch (attribute.type()) {
            case PARTY ->
                attribute.name().equals("of") && event.name().equals("motion")
                        ? agreement.bodies().stream().map(Body::name).distinct().toList()
                        : parties(agreement);
            case ZONE ->
                agreement.zones().stream().map(z -> z.name()).distinct().toList();
            case TEXT -> Values.of(event.name(), attribute.name());
            case NUMBER, DATE, PLACE, BREACH -> List.of();
        };
        return Json.object(
                "name", attribute.name(),
                "type", attribute.type().name().toLowerCase(Locale.ROOT),
                "values", values.isEmpty() ? null : values);
    }

    private static List<String> parties(Agreement agreement) {
        List<String> names = new ArrayList<>();
        agreement.actors().stream().map(Actor::name).forEach(names::add);
        agreement.bodies().stream().map(Body::name).distinct().forEach(names::add);
        names.add("unattributed");
        return names;
    }

    private static void findings(Agreement agreement, May may, Person person, List<Object> acts, List<Object> refused) {
        List<String> clauses = may.findsOnClauses(person);
        if (!clauses.isEmpty()) {
            acts.add(Json.object("act", "find", "about", "clause", "clauses", clauses, "results", RESULTS));
            acts.add(Json.object("act", "find", "about", "record", "results", RESULTS));
        }
        for (String term : may.rulesOn(person)) {
            acts.add(Json.object("act", "find", "about", "term", "term", term, "results", results(agreement, term)));
        }
        Optional<Answer.No> no = may.finds(person);
        no.ifPresent(n -> refused.add(Json.object("act", "find", "why", n.why(), "help", n.mend())));
    }

    private static List<String> results(Agreement agreement, String term) {
        return agreement.questions().stream()
                .filter(q -> q.name().equals(term))
                .findFirst()
                .map(q -> q.answers())
                .orElse(RESULTS);
    }
}
