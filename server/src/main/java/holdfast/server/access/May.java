package holdfast.server.access;

import holdfast.engine.Record;
import holdfast.engine.monitor.fact.Authors;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Rule;
import holdfast.language.model.Value;
import holdfast.language.sentence.Readable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a text lets somebody do. Nobody attributes or finds whom the text does not name; nobody votes where it does not sit; what is done by saying so, everybody says for itself; what happened, every
 * observer, party, guarantor and body may report, in its own name; and a record is changed by who speaks in it, or by whom the text names for that.
 */
public final class May {
    static final String MOTION = "motion";
    static final String VOTE = "vote";
    static final String DECISION = "decision";
    static final Set<String> OF_BODIES = Set.of(MOTION, VOTE, DECISION);

    /** What is said in the room counts from when it is said there: by so many milliseconds a clock may be slow, or a hand. */
    private static final long SLOW = 15 * 60_000;

    /** By so many a clock may be fast. */
    private static final long FAST = 60_000;

    private final Agreement agreement;
    private final Authors authors;
    private final OwnActs own;

    public May(Agreement agreement) {
        this.agreement = agreement;
        this.authors = new Authors(agreement);
        this.own = new OwnActs(agreement);
    }

    /**
     * Whether a person may submit a record.
     *
     * @param record with the speaker that the server gave it
     * @param now the moment at which it comes, in milliseconds
     */
    public Answer submit(Person person, Record record, Known known, long now) {
        Optional<Voice.Silent> silent = Voice.silent(agreement, person);
        if (silent.isPresent()) {
            return new Answer.No(silent.get().why(), silent.get().mend());
        }
        Voice voice = Voice.of(agreement, person).orElseThrow();
        if (!authors.of(record).equals(authors.named(voice.name()))) {
            return new Answer.No(
                    "`" + record.speaker() + "` speaks in this record, and " + came(person),
                    "leave `author` away: whoever sends a record speaks in it");
        }
        if (record.recorded() > now + FAST) {
            return new Answer.No("it says that it became known later than now", "leave `recorded` away");
        }
        Answer answer = kind(person, voice, record, known, now);
        if (answer.isYes() && record.corrects().isPresent()) {
            Answer may = corrects(person, voice, record, known);
            return may.isYes() ? answer : may;
        }
        return answer;
    }

    private Answer kind(Person person, Voice voice, Record record, Known known, long now) {
        return switch (record) {
            case Record.Observation o -> observed(person, voice, o, known, now);
            case Record.Attribution a -> attributed(person, voice, a, known);
            case Record.Finding f -> found(person, voice, f, known);
            case Record.Withdrawal w -> withdrawn(person, voice, w, known);
        };
    }

    // What happened, and what is said

    /** What a person may say with an event at all, for the forms of a page. */
    public Answer observe(Person person, String event) {
        Optional<Voice.Silent> silent = Voice.silent(agreement, person);
        if (silent.isPresent()) {
            return new Answer.No(silent.get().why(), silent.get().mend());
        }
        Voice voice = Voice.of(agreement, person).orElseThrow();
        return switch (event) {
            case MOTION, VOTE ->
                bodies(person, event).isEmpty()
                        ? new Answer.No(
                                came(person) + ", which sits in no body that decides by votes",
                                "only a member " + (event.equals(VOTE) ? "votes" : "moves"))
                        : new Answer.Yes("the text says who sits in " + list(bodies(person, event)));
            case DECISION ->
                bodies(person, event).isEmpty()
                        ? new Answer.No(
                                came(person) + ", and what a body decides by votes follows from the votes alone",
                                "only who speaks for a body of which the text does not say how it decides reports what it decided")
                        : new Answer.Yes("the text does not say how " + list(bodies(person, event)) + " decides");
            default ->
                own.of(event)
                        .map(act -> own(person, voice, event, act))
                        .orElseGet(() -> new Answer.Yes("whoever has a voice here may report what happened"));
        };
    }

    /** The attribute of an event that can name nobody but the person itself; empty where others do such a thing too, or nobody is named. */
    public Optional<String> fixed(String event) {
        return event.equals(VOTE) ? Optional.of("by") : own.of(event).flatMap(OwnActs.Own::by);
    }

    /** Whether such a thing is done by saying so, and counts from then: nothing need be said of when it happened. */
    public boolean isDoneBySaying(String event) {
        return OF_BODIES.contains(event) || fixed(event).isPresent();
    }

    /** In which bodies a person may move, vote or report a decision. */
    public List<String> bodies(Person person, String event) {
        return Voice.of(agreement, person)
                .map(voice -> agreement.bodies().stream()
                        .filter(b -> inBody(voice, b, event))
                        .map(Body::name)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private static boolean inBody(Voice voice, Body body, String event) {
        boolean member = body.members().contains(voice.name()) && voice.reach() != Voice.Reach.REPORTS;
        boolean itself = body.name().equals(voice.name()) && voice.reach() == Voice.Reach.SPEAKS;
        return switch (event) {
            case MOTION -> body.decidesByVote() && (member || itself);
            case VOTE -> body.decidesByVote() && member;
            case DECISION -> body.rule() instanceof Body.Rule.NotSaid && itself;
            default -> false;
        };
    }

    private Answer own(Person person, Voice voice, String event, OwnActs.Own act) {
        if (voice.reach() != Voice.Reach.SPEAKS) {
            return new Answer.No(
                    "`" + event + "` is " + act.what() + ": " + called(voice.name()) + " does it itself, and "
                            + came(person),
                    "only who speaks for " + called(voice.name()) + " may send it");
        }
        if (act.holders().isPresent() && !act.holders().get().contains(voice.name())) {
            return new Answer.No(
                    "`" + event + "` is " + act.what() + ", and the text gives it to "
                            + list(act.holders().get()) + "; " + came(person),
                    "only " + list(act.holders().get()) + " may send it");
        }
        return new Answer.Yes("`" + event + "` is " + act.what());
    }

    private Answer observed(Person person, Voice voice, Record.Observation o, Known known, long now) {
        Answer at = observe(person, o.event());
        if (!at.isYes()) {
            return at;
        }
        if (OF_BODIES.contains(o.event())) {
            Answer in = ofBody(person, voice, o, known);
            return in.isYes() ? timely(o, now, in) : in;
        }
        Optional<OwnActs.Own> act = own.of(o.event());
        if (act.isEmpty()) {
            return at;
        }
        Answer self = asOneself(voice, o, act.get().by());
        return self.isYes() ? timely(o, now, at) : self;
    }

    private Answer asOneself(Voice voice, Record.Observation o, Optional<String> by) {
        if (by.isEmpty()) {
            return new Answer.Yes("it does not say whose it is, and only who may do it sends it");
        }
        String who = party(o, by.get()).orElse("nobody");
        return who.equals(voice.name())
                ? new Answer.Yes("everybody says it for itself")
                : new Answer.No(
                        "this `" + o.event() + "` is by " + called(who)
                                + ", and nobody says for another what is done by saying so",
                        "write `" + by.get() + "`: `" + voice.name() + "`, or leave it to " + called(who));
    }

    /** Nobody votes, gives notice or uses a power yesterday. */
    private static Answer timely(Record.Observation o, long now, Answer otherwise) {
        boolean soon = o.occurred().lo() >= now - SLOW && o.occurred().hi() <= now + FAST && o.recorded() >= now - SLOW;
        return soon
                ? otherwise
                : new Answer.No(
                        "`" + o.event() + "` is done by saying so, and counts from when it is said here",
                        "leave `occurred` and `recorded` away, or give the present moment");
    }

    private Answer ofBody(Person person, Voice voice, Record.Observation o, Known known) {
        if (o.corrects().isPresent()) {
            return new Answer.No(
                    "a `" + o.event() + "` is not corrected",
                    o.event().equals(VOTE)
                            ? "vote again: of several votes the latest counts"
                            : "withdraw it, and send another with an id of its own");
        }
        return o.event().equals(VOTE) ? vote(person, voice, o, known) : motion(person, o, known);
    }

    private Answer vote(Person person, Voice voice, Record.Observation o, Known known) {
        Answer self = asOneself(voice, o, Optional.of("by"));
        if (!self.isYes()) {
            return self;
        }
        String id = text(o, "id").orElse("");
        List<String> moved = known.motions(id).stream()
                .flatMap(m -> party(m, "of").stream())
                .distinct()
                .toList();
        if (moved.isEmpty()) {
            return new Answer.No(
                    "there is no motion `" + id + "`", "write the `id` of a motion that is before the body");
        }
        List<String> seats = bodies(person, VOTE);
        return moved.stream().allMatch(seats::contains)
                ? new Answer.Yes("it sits in " + list(moved))
                : new Answer.No(
                        "the motion `" + id + "` is before " + list(moved) + ", and " + came(person)
                                + ", which does not sit there",
                        "only its members vote: " + list(members(moved)));
    }

    private Answer motion(Person person, Record.Observation o, Known known) {
        String of = party(o, "of").orElse("nobody");
        List<String> bodies = bodies(person, o.event());
        if (!bodies.contains(of)) {
            return new Answer.No(
                    "this `" + o.event() + "` is of " + called(of) + ", and " + came(person),
                    "what may be sent so is of " + list(bodies));
        }
        Optional<String> id = text(o, "id");
        if (id.isEmpty()) {
            return new Answer.No("this `" + o.event() + "` has no `id`, and nobody could vote on it", "give it one");
        }
        return o.event().equals(MOTION) && !known.motions(id.get()).isEmpty()
                ? new Answer.No(
                        "there is a motion `" + id.get() + "` already", "give it an id that no other motion has")
                : new Answer.Yes("it is of " + called(of));
    }

    private Set<String> members(List<String> bodies) {
        Set<String> members = new LinkedHashSet<>();
        agreement.bodies().stream().filter(b -> bodies.contains(b.name())).forEach(b -> members.addAll(b.members()));
        return members;
    }

    // Who did it

    /** Whom the text names for it: {@code X attributes}. */
    public Set<String> attributors() {
        Set<String> who = new TreeSet<>();
        agreement.rules().forEach(r -> {
            if (r instanceof Rule.Attributes a) {
                who.add(a.by());
            }
        });
        return who;
    }

    public Answer attribute(Person person) {
        return named(
                person, attributors(), "attribute", "the author of a report may correct it, and say in it who did it");
    }

    private Answer attributed(Person person, Voice voice, Record.Attribution a, Known known) {
        Answer may = attribute(person);
        if (!may.isYes()) {
            return may;
        }
        Optional<Record> about = known.record(a.about());
        if (!(about.orElse(null) instanceof Record.Observation o)) {
            return unknown(a.about(), "an observation");
        }
        boolean told = OF_BODIES.contains(o.event()) || own.of(o.event()).isPresent();
        return told
                ? new Answer.No(
                        "`" + a.about() + "` is a `" + o.event() + "`, and whose it is says who sent it",
                        "attribute what somebody did, and not what somebody said")
                : may;
    }

    // What a body found

    /** The clauses on whose breaches a person's body finds, as the text refers to them; a finding on a record alone may be made by whoever finds on any. */
    public List<String> findsOnClauses(Person person) {
        Set<String> clauses = new LinkedHashSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Confirms c
                    && c.body().filter(b -> speaksFor(person, b)).isPresent()) {
                agreement.norms().stream().filter(n -> c.of().covers(n.id())).forEach(n -> clauses.add(n.id()));
            }
        }
        return List.copyOf(clauses);
    }

    /** The open terms and questions on which a person's body rules. */
    public List<String> rulesOn(Person person) {
        Set<String> terms = new LinkedHashSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.RulesOn r && speaksFor(person, r.body())) {
                terms.add(r.name());
            }
        }
        return List.copyOf(terms);
    }

    /** Why a person finds nothing; empty where it does. */
    public Optional<Answer.No> finds(Person person) {
        Set<String> who = new TreeSet<>();
        agreement.rules().forEach(r -> {
            if (r instanceof Rule.Confirms c) {
                c.body().ifPresent(who::add);
            }
            if (r instanceof Rule.RulesOn on) {
                who.add(on.body());
            }
        });
        return named(person, who, "find", "") instanceof Answer.No no ? Optional.of(no) : Optional.empty();
    }

    private boolean speaksFor(Person person, String name) {
        return Voice.of(agreement, person)
                .filter(v -> v.reach() == Voice.Reach.SPEAKS && v.name().equals(name))
                .isPresent();
    }

    private Answer found(Person person, Voice voice, Record.Finding f, Known known) {
        if (f.term().isPresent()) {
            String term = f.term().get();
            Set<String> who = new TreeSet<>();
            agreement.rules().forEach(r -> {
                if (r instanceof Rule.RulesOn on && on.name().equals(term)) {
                    who.add(on.body());
                }
            });
            return named(person, who, "rule on `" + term + "`", "");
        }
        Set<String> who = new TreeSet<>();
        agreement.rules().forEach(r -> {
            if (r instanceof Rule.Confirms c
                    && f.clause().map(id -> finds(c, id)).orElse(true)) {
                c.body().ifPresent(who::add);
            }
        });
        Answer may = named(
                person, who, f.clause().map(c -> "find on breaches of " + c).orElse("find on what was reported"), "");
        Optional<String> about = f.about().filter(id -> known.record(id).isEmpty());
        return may.isYes() && about.isPresent() ? unknown(about.get(), "a record") : may;
    }

    /** A finding may name a clause, or an article as a whole. */
    private boolean finds(Rule.Confirms rule, String clause) {
        List<String> meant = agreement.norms().stream()
                .map(n -> n.id())
                .filter(id -> id.equals(clause) || id.startsWith(clause + "."))
                .toList();
        return !meant.isEmpty() && meant.stream().allMatch(rule.of()::covers);
    }

    // Changing what was said

    private Answer corrects(Person person, Voice voice, Record record, Known known) {
        String id = record.corrects().orElseThrow();
        Optional<Record> root = root(id, known);
        if (root.isEmpty()) {
            return unknown(id, "a record");
        }
        return changes(person, voice, record, root.get(), known);
    }

    private Answer withdrawn(Person person, Voice voice, Record.Withdrawal w, Known known) {
        Optional<Record> root = root(w.withdraws(), known);
        return root.isEmpty() ? unknown(w.withdraws(), "a record") : changes(person, voice, w, root.get(), known);
    }

    private Answer changes(Person person, Voice voice, Record by, Record root, Known known) {
        if (!authors.mayChange(by, root, isFinding(root, known))) {
            return new Answer.No(
                    "`" + root.id() + "` is a record of " + called(authors.of(root)) + ", " + came(person)
                            + ", and the text does not say that " + called(voice.name()) + " corrects records of "
                            + called(authors.of(root)),
                    "send a record of your own that says otherwise; both are shown");
        }
        boolean itsOwn = authors.of(root).equals(authors.of(by));
        return madeBy(person, voice, root, known, itsOwn);
    }

    /** Whoever takes something back, or puts something in its place, must be one who can say it. */
    private Answer madeBy(Person person, Voice voice, Record root, Known known, boolean itsOwn) {
        return switch (root) {
            case Record.Observation o
            when OF_BODIES.contains(o.event()) || own.of(o.event()).isPresent() ->
                itsOwn
                                && (voice.reach() == Voice.Reach.SPEAKS
                                        || voice.reach() == Voice.Reach.SITS && OF_BODIES.contains(o.event()))
                        ? new Answer.Yes("it takes back what it said itself")
                        : new Answer.No(
                                "`" + o.id() + "` is a `" + o.event() + "`, which nobody but " + called(authors.of(o))
                                        + " takes back, and " + came(person),
                                "leave it to who speaks for " + called(authors.of(o)));
            case Record.Observation ignored ->
                itsOwn || voice.reach() == Voice.Reach.SPEAKS ? change(itsOwn, voice) : onlyReports(person, voice);
            case Record.Attribution ignored ->
                voice.reach() == Voice.Reach.SPEAKS ? change(itsOwn, voice) : onlyReports(person, voice);
            case Record.Finding ignored ->
                voice.reach() == Voice.Reach.SPEAKS ? change(itsOwn, voice) : onlyReports(person, voice);
            case Record.Withdrawal w ->
                root(w.withdraws(), known)
                        .map(before -> madeBy(person, voice, before, known, itsOwn))
                        .orElseGet(() -> unknown(w.withdraws(), "a record"));
        };
    }

    private Answer change(boolean itsOwn, Voice voice) {
        return new Answer.Yes(
                itsOwn
                        ? "it is a record of " + called(voice.name()) + " itself"
                        : "the text says that " + called(voice.name()) + " corrects it");
    }

    private Answer onlyReports(Person person, Voice voice) {
        return new Answer.No(
                "only who speaks for " + called(voice.name()) + " changes this, and " + came(person),
                "leave it to who speaks for " + called(voice.name()));
    }

    /** A finding, or what takes one back (semantics, section 2). */
    private static boolean isFinding(Record record, Known known) {
        return switch (record) {
            case Record.Finding ignored -> true;
            case Record.Withdrawal w ->
                known.record(w.withdraws())
                        .map(before -> isFinding(before, known))
                        .orElse(false);
            case Record.Observation ignored -> false;
            case Record.Attribution ignored -> false;
        };
    }

    /** The first of a chain of corrections; a chain that goes round has none. */
    private static Optional<Record> root(String id, Known known) {
        Set<String> seen = new TreeSet<>();
        Optional<Record> record = known.record(id);
        while (record.isPresent() && record.get().corrects().isPresent()) {
            if (!seen.add(record.get().id())) {
                return Optional.empty();
            }
            record = known.record(record.get().corrects().get());
        }
        return record;
    }

    // Words

    private Answer named(Person person, Set<String> who, String what, String otherwise) {
        Optional<Voice.Silent> silent = Voice.silent(agreement, person);
        if (silent.isPresent()) {
            return new Answer.No(silent.get().why(), silent.get().mend());
        }
        if (who.stream().anyMatch(name -> speaksFor(person, name))) {
            return new Answer.Yes("the text lets " + called(person.actor().orElse("")) + " " + what);
        }
        return who.isEmpty()
                ? new Answer.No("the text lets nobody " + what, otherwise)
                : new Answer.No(
                        "the text lets " + list(who) + " " + what + "; " + came(person),
                        "only who speaks for " + list(who) + " may do it");
    }

    private static Answer.No unknown(String id, String what) {
        return new Answer.No("there is no record `" + id + "` that is " + what, "name one that is in the record");
    }

    private String came(Person person) {
        return "you came in as " + Voice.shown(agreement, person);
    }

    private String called(String name) {
        return Voice.called(agreement, name);
    }

    private String list(Collection<String> names) {
        return names.isEmpty()
                ? "nobody"
                : Readable.list(names.stream().map(this::called).toList(), "and");
    }

    private static Optional<String> party(Record.Observation o, String attribute) {
        return o.values().get(attribute) instanceof Value.Actor(String name) ? Optional.of(name) : Optional.empty();
    }

    static Optional<String> text(Record.Observation o, String attribute) {
        return o.values().get(attribute) instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
    }
}
