package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every act of two texts, tried over HTTP by everybody in every role, for everybody in the text: what the text lets them do is taken, and nothing else is; what is refused is written down. */
class EveryActOfEveryRoleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");

    @TempDir
    Path folder;

    private HeldRoom held;
    private Agreement agreement;
    private TextLets lets;
    private String room;
    private HeldRoom.Client http;

    /**
     * One act that somebody tries.
     *
     * @param allowed whether the text lets that person do it
     */
    private record Act(String what, String json, Predicate<Person> allowed) {}

    /**
     * A record that is there when the others come.
     *
     * @param by who sent it
     * @param event of an observation; empty for another kind
     */
    private record There(String id, Person by, String event, String json) {
        String author() {
            return by.actor().orElseThrow();
        }
    }

    @Test
    void inTheFrameworkOfTwoLayersEverybodyDoesWhatTheTextLetsThemDoAndNothingElse() throws Exception {
        Person commission = person(Role.MEMBER, "Commission");
        Person france = person(Role.GUARANTOR, "France");
        tried(
                "../agreements/two-layer-framework/agreement.md",
                TextLets.TWO_LAYERS,
                List.of(
                        observed("r1", commission, "attack", "\"by\":\"Russia\",\"on\":\"Ukraine\""),
                        observed("r2", france, "attack", "\"by\":\"unattributed\""),
                        observed("w1", person(Role.PARTY, "Ukraine"), "warn", "\"by\":\"Ukraine\",\"about\":\"r1\""),
                        observed("m1", france, "motion", "\"of\":\"Commission\",\"id\":\"one\",\"on\":\"x\""),
                        observed("v1", france, "vote", "\"by\":\"France\",\"id\":\"one\",\"choice\":\"yes\""),
                        new There("t1", commission, "", attribution("t1", "r2")),
                        new There("f1", commission, "", finding("f1", "\"clause\":\"2.1\",\"about\":\"r1\"")),
                        new There("d1", commission, "", withdrawal("d1", "r1"))));
    }

    @Test
    void inATextWithABodyAVoteAnAttributorAndASuspensionToo() throws Exception {
        Person mission = person(Role.OBSERVER, "Mission");
        Person panel = person(Role.MEMBER, "Panel");
        Person east = person(Role.GUARANTOR, "East");
        tried(
                "src/test/resources/holdfast/server/river.md",
                TextLets.RIVER,
                List.of(
                        observed("r1", mission, "shot", "\"by\":\"North\",\"on\":\"South\""),
                        observed("r2", person(Role.OBSERVER, "Ferry"), "shot", "\"by\":\"South\""),
                        observed("w1", person(Role.PARTY, "North"), "suspend_quiet", "\"by\":\"North\""),
                        observed("m1", east, "motion", "\"of\":\"Council\",\"id\":\"one\",\"on\":\"end\""),
                        observed("v1", east, "vote", "\"by\":\"East\",\"id\":\"one\",\"choice\":\"yes\""),
                        new There("t1", mission, "", attribution("t1", "r1")),
                        new There("f1", panel, "", finding("f1", "\"clause\":\"1.1\",\"about\":\"r1\"")),
                        new There("d1", panel, "", withdrawal("d1", "f1"))));
    }

    private void tried(String text, TextLets truth, List<There> there) throws Exception {
        lets = truth;
        try (HeldRoom opened = HeldRoom.of(folder, InstantSource.fixed(NOON), Path.of(text))) {
            held = opened;
            http = opened.stranger();
            agreement = opened.rooms.getFirst().agreement();
            room = "/api/agreements/" + opened.rooms.getFirst().name();
            assertThat(lets.names()).as("the text as it was read by hand").containsExactlyInAnyOrderElementsOf(names());
            for (There record : there) {
                assertThat(send(token(record.by()), room + "/records", record.json())
                                .statusCode())
                        .as(record.id())
                        .isEqualTo(201);
            }
            String keeper = opened.accounts.token(new Person("the keeper", Role.KEEPER, Optional.empty()));
            for (Person person : everybody()) {
                everyAct(person, there, keeper);
            }
            assertThat(taken).as("acts that were taken").isGreaterThan(150);
            assertThat(refused).as("acts that were refused").isGreaterThan(1000);
        }
    }

    private int taken;
    private int refused;

    private void everyAct(Person person, List<There> there, String keeper) {
        String token = person.role() == Role.PUBLIC ? "" : token(person);
        List<Act> acts = acts(person, there);
        int here = 0;
        for (Act act : acts) {
            HttpResponse<String> answer = send(token, room + "/records?dryRun", act.json());
            String as = person.role() + " for " + person.actor().orElse("nobody") + ": " + act.what() + "\n"
                    + answer.body();
            if (act.allowed().test(person)) {
                assertThat(answer.statusCode()).as(as).isEqualTo(201);
            } else {
                assertThat(answer.statusCode()).as(as).isIn(person.role() == Role.PUBLIC ? Set.of(401) : Set.of(403));
                assertThat(JSON.readTree(answer.body()).path("title").asString())
                        .as(as)
                        .isNotBlank();
                here++;
            }
        }
        assertThat(refusals(person, keeper)).as(person + "").isEqualTo(here);
        refused += here;
        taken += acts.size() - here;
    }

    /** As the log of the room has them. */
    private long refusals(Person person, String keeper) {
        JsonNode log = JSON.readTree(get(keeper, "/api/log-of-access").body());
        return log.path("asked")
                .valueStream()
                .filter(a -> a.path("who").asString().equals(person.name())
                        && a.path("method").asString().equals("POST")
                        && a.path("status").asInt() > 400
                        && !a.path("why").asString("").isEmpty())
                .count();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        agreement.actors().forEach(a -> names.add(a.name()));
        agreement.bodies().forEach(b -> names.add(b.name()));
        return names;
    }

    /** Every role for everybody in the text, also where they do not fit together. */
    private List<Person> everybody() {
        List<Person> all = new ArrayList<>();
        for (Role role : Role.values()) {
            switch (role) {
                case KEEPER -> all.add(new Person("another keeper", role, Optional.empty()));
                case PUBLIC -> all.add(Person.PUBLIC);
                case OBSERVER, PARTY, GUARANTOR, MEMBER -> {
                    names().forEach(name -> all.add(person(role, name)));
                    all.add(person(role, "Red Cross"));
                }
            }
        }
        return all;
    }

    private List<Act> acts(Person person, List<There> there) {
        List<Act> acts = new ArrayList<>();
        for (EventType event : agreement.events()) {
            switch (event.name()) {
                case "motion", "decision" -> agreement.bodies().forEach(b -> acts.add(ofBody(event, b.name())));
                case "vote" -> names().forEach(name -> acts.add(vote(event, name)));
                default -> happened(event, person, acts);
            }
        }
        there.stream()
                .filter(t -> !t.event().isEmpty())
                .forEach(t -> acts.add(new Act(
                        "attribute " + t.id(),
                        attribution("new", t.id()),
                        p -> lets.attributes(p) && isReport(t.event()))));
        findings(acts);
        for (There record : there) {
            acts.add(
                    new Act("withdraw " + record.id(), withdrawal("new", record.id()), p -> changes(p, record, there)));
            if (!record.id().startsWith("d")) {
                acts.add(new Act(
                        "correct " + record.id(),
                        record.json()
                                .replace(
                                        "\"id\":\"" + record.id() + "\"",
                                        "\"id\":\"new\",\"corrects\":\"" + record.id() + "\""),
                        p -> corrects(p, record)));
            }
        }
        return acts;
    }

    private boolean isReport(String event) {
        return !lets.own().containsKey(event)
                && !Set.of("motion", "vote", "decision").contains(event);
    }

    private boolean changes(Person person, There record, List<There> there) {
        boolean itself = lets.isHeard(person) && person.actor().orElse("").equals(record.author());
        if (record.id().startsWith("d")) {
            String before = record.id().equals("d1") && record.json().contains("\"withdraws\":\"f1\"") ? "f1" : "r1";
            There first = there.stream()
                    .filter(t -> t.id().equals(before))
                    .findFirst()
                    .orElseThrow();
            return itself && changes(person, first, there);
        }
        return switch (record.event()) {
            case "" -> itself && lets.speaks(person);
            case "motion", "vote" -> itself && (lets.speaks(person) || person.role() == Role.MEMBER);
            default ->
                isReport(record.event())
                        ? lets.changesReportOf(person, record.author())
                        : itself && lets.speaks(person);
        };
    }

    private boolean corrects(Person person, There record) {
        boolean itself = person.actor().orElse("").equals(record.author());
        return switch (record.event()) {
            case "" -> itself && lets.speaks(person);
            case "motion", "vote" -> false;
            default ->
                isReport(record.event())
                        ? lets.changesReportOf(person, record.author())
                        : itself && lets.says(person, record.event(), record.author());
        };
    }

    /** What is done by saying so is tried in the name of everybody; what is reported, of oneself, of another and of nobody. */
    private void happened(EventType event, Person person, List<Act> acts) {
        Optional<String> doer = event.actor().map(EventType.Attribute::name);
        if (doer.isEmpty()) {
            acts.add(new Act(event.name(), observation("new", event.name(), values(event, Map.of())), lets::isHeard));
            return;
        }
        Set<String> doers = new TreeSet<>(Set.of("unattributed"));
        String itself = person.actor().filter(names()::contains).orElse(names().getFirst());
        String another =
                names().stream().filter(n -> !n.equals(itself)).findFirst().orElseThrow();
        doers.addAll(lets.own().containsKey(event.name()) ? names() : List.of(itself, another));
        for (String by : doers) {
            acts.add(new Act(
                    event.name() + " by " + by,
                    observation("new", event.name(), values(event, Map.of(doer.get(), by))),
                    p -> lets.own().containsKey(event.name()) ? lets.says(p, event.name(), by) : lets.isHeard(p)));
        }
    }

    private Act ofBody(EventType event, String body) {
        return new Act(
                event.name() + " of " + body,
                observation("new", event.name(), values(event, Map.of("of", body, "id", "another"))),
                p -> event.name().equals("motion") ? lets.moves(p, body) : lets.decides(p, body));
    }

    private Act vote(EventType event, String by) {
        String body = lets.voting().iterator().next();
        return new Act(
                "vote by " + by,
                observation("new", "vote", values(event, Map.of("by", by, "id", "one"))),
                p -> lets.votes(p, body) && p.actor().orElse("").equals(by));
    }

    private void findings(List<Act> acts) {
        acts.add(new Act("find on r1", finding("new", "\"about\":\"r1\""), lets::findsAtAll));
        agreement
                .norms()
                .forEach(n -> acts.add(new Act(
                        "find on " + n.id(),
                        finding("new", "\"clause\":\"" + n.id() + "\""),
                        p -> lets.findsOn(p, n.id()))));
        Set<String> terms = new TreeSet<>();
        agreement.undefinedTerms().forEach(t -> terms.add(t.name()));
        terms.forEach(t ->
                acts.add(new Act("find on " + t, finding("new", "\"term\":\"" + t + "\""), p -> lets.rulesOn(p, t))));
        agreement
                .questions()
                .forEach(q -> acts.add(new Act(
                        "answer " + q.name(),
                        finding("new", "\"term\":\"" + q.name() + "\"")
                                .replace("confirmed", q.answers().getFirst()),
                        p -> lets.rulesOn(p, q.name()))));
    }

    /** Something for each attribute. */
    private String values(EventType event, Map<String, String> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (EventType.Attribute attribute : event.attributes()) {
            Object some = switch (attribute.type()) {
                case PARTY -> names().getFirst();
                case NUMBER -> 1;
                case TEXT ->
                    switch (attribute.name()) {
                        case "choice" -> "yes";
                        case "result" -> "adopted";
                        default -> "something";
                    };
                case DATE -> "2026-06-30";
                case PLACE -> Map.of("name", "somewhere", "lat", 48.5, "lon", 38.5);
                case ZONE ->
                    agreement.zones().isEmpty()
                            ? null
                            : agreement.zones().getFirst().name();
                case BREACH -> "r1";
            };
            if (some != null) {
                values.put(
                        attribute.name(),
                        given.getOrDefault(attribute.name(), String.valueOf(some))
                                        .equals(some + "")
                                ? some
                                : given.get(attribute.name()));
            }
        }
        return JSON.writeValueAsString(values);
    }

    private static There observed(String id, Person by, String event, String values) {
        return new There(id, by, event, observation(id, event, "{" + values + "}"));
    }

    private static String observation(String id, String event, String values) {
        return "{\"id\":\"" + id + "\",\"event\":\"" + event
                + "\",\"occurred\":\"2026-03-20T12:00:00Z\",\"basis\":\"seen\",\"values\":" + values + "}";
    }

    private static String attribution(String id, String about) {
        return "{\"kind\":\"attribution\",\"id\":\"" + id + "\",\"about\":\"" + about + "\",\"to\":\"unattributed\"}";
    }

    private static String finding(String id, String about) {
        return "{\"kind\":\"finding\",\"id\":\"" + id + "\"," + about
                + ",\"occurred\":\"2026-03-20T12:00:00Z\",\"result\":\"confirmed\"}";
    }

    private static String withdrawal(String id, String of) {
        return "{\"kind\":\"withdrawal\",\"id\":\"" + id + "\",\"withdraws\":\"" + of + "\"}";
    }

    private static Person person(Role role, String actor) {
        return new Person(role.word() + " of " + actor, role, Optional.of(actor));
    }

    private String token(Person person) {
        return held.accounts.token(person);
    }

    private HttpResponse<String> get(String token, String path) {
        return http.send(HttpRequest.newBuilder(URI.create(held.url(path)))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private HttpResponse<String> send(String token, String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(held.url(path))).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build());
    }
}
