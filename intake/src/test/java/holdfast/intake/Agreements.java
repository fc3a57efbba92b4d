package holdfast.intake;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Small agreements for tests. */
final class Agreements {
    private Agreements() {}

    /** Ukraine, Russia, Belarus and the rest; attack, delivery, access_denied, signature and a meeting with attributes named like columns. */
    static Agreement small() {
        return of(
                List.of(
                        "Ukraine",
                        "Russia",
                        "Belarus",
                        "DPR",
                        "LPR",
                        "Mission",
                        "Germany",
                        "UnitedStates",
                        "UnitedKingdom"),
                event("attack", "by party", "on party", "place place", "killed number"),
                event("delivery", "by party", "item text", "quantity number", "due date"),
                event("access_denied", "by party", "to party", "place place"),
                event("warn", "by party", "about breach"),
                event("entry", "by party", "area zone"),
                event("signature"));
    }

    static EventType event(String name, String... attributes) {
        List<Attribute> list = Arrays.stream(attributes)
                .map(a -> a.split(" "))
                .map(a -> new Attribute(a[0], ValueType.valueOf(a[1].toUpperCase(Locale.ROOT))))
                .toList();
        return new EventType(name, list, Optional.empty(), false, Origin.NONE);
    }

    static Agreement of(List<String> actors, EventType... events) {
        List<Norm> norms = new ArrayList<>();
        for (String id : List.of("1.1", "2.1", "2.2")) {
            norms.add(new Norm(
                    id,
                    Reading.NONE,
                    0,
                    new Condition.All(List.of()),
                    Optional.empty(),
                    new Condition.All(List.of()),
                    new Bearer.NobodyNamed(),
                    new Duty.Keep(new Condition.All(List.of())),
                    List.of(),
                    Origin.NONE));
        }
        return new Agreement(
                "Small",
                "",
                "",
                List.of(),
                ZoneId.of("Europe/Kyiv"),
                List.of(new Article("1", "Article 1", "", 1, "small.md")),
                actors.stream()
                        .map(a -> new Actor(a, Actor.Role.PARTY, a, Origin.NONE))
                        .toList(),
                List.of(),
                List.of(new Body(
                        "Commission",
                        "Commission",
                        List.of("Ukraine", "Russia"),
                        new Body.Rule.Majority(),
                        List.of(),
                        Optional.empty(),
                        false,
                        Body.Silence.NO_VOTE,
                        Origin.NONE)),
                List.of(),
                List.of(),
                List.of(events),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Zone.Around("strip", Reading.NONE, BigDecimal.ONE, "strip", Origin.NONE)),
                List.of(new UndefinedTerm("special_status", "", Origin.NONE)),
                List.of(new Question("counting", "", List.of("included", "excluded"), Origin.NONE)),
                norms,
                List.of(),
                List.of(),
                "");
    }
}
