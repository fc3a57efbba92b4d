package holdfast.examine.table;

import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import holdfast.examine.found.Story;
import holdfast.examine.play.Answer;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Play;
import holdfast.examine.play.Played;
import holdfast.examine.play.Resolved;
import holdfast.examine.play.Said;
import holdfast.examine.play.Slice;
import holdfast.examine.play.Texts;
import holdfast.examine.play.Ways;
import holdfast.examine.play.Workers;
import holdfast.language.Hanging;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Plays every prohibition, violator and course out, and says what must follow. */
public final class GuaranteeTable {
    /** A share of the work that is mostly enough: what is cut off would be played twice. */
    private static final long AMPLE = 20_000;

    private static final String USED_UP = "its share of the work was used up";

    private final Agreement agreement;
    private final Remembered remembered;
    private final Workers workers;
    private final Said said;

    /** Those that nobody plays with just now: one for each who plays. */
    private final Queue<Texts> free = new ConcurrentLinkedQueue<>();

    private final Bounds bounds;
    private final Optional<Absence> absence;
    private final Effort effort;
    private final Map<String, Set<String>> hangs;
    private final List<Guarantee> rows = new ArrayList<>();
    private final List<Prospect> prospects = new ArrayList<>();
    private final List<Unbroken> unbroken = new ArrayList<>();
    private final List<CutOff> cutOff = new ArrayList<>();
    /** The clauses of which not every combination of answers is tried. */
    private final Set<String> leftOut = new LinkedHashSet<>();

    private final Map<Reading, Ground> grounds = new ConcurrentHashMap<>();
    private final List<List<List<Long>>> works = new ArrayList<>();

    private boolean asked;

    /**
     * What could follow one violation, and who can stop it.
     *
     * @param could the strongest that could follow if everybody but the violator helped, and the violator voted no
     * @param couldWith the same, with the violator voting yes
     * @param vetoes who could stop the answer by voting no, the violator left out
     * @param unasked the strongest that must follow although nobody asks for it
     */
    public record Prospect(
            String prohibition,
            Reading reading,
            String violator,
            Course course,
            Optional<String> could,
            Optional<String> couldWith,
            List<String> vetoes,
            Optional<String> unasked,
            Supplier<Story> telling,
            Supplier<Story> voting) {
        /** The history in which the bodies vote on it, the violator voting no; the same as {@link #story} where none has a say. */
        public Story vote() {
            return voting.get();
        }

        /** The history in which it does, with as few acts as can be. */
        public Story story() {
            return telling.get();
        }

        /** The same of other answers that come to the same. */
        private Prospect under(Reading other, Reading whole) {
            return new Prospect(
                    prohibition,
                    other,
                    violator,
                    course,
                    could,
                    couldWith,
                    vetoes,
                    unasked,
                    () -> telling.get().under(whole),
                    () -> voting.get().under(whole));
        }

        /** Whether as much could follow as in another course. */
        boolean saysTheSame(Prospect other) {
            return could.equals(other.could)
                    && couldWith.equals(other.couldWith)
                    && vetoes.equals(other.vetoes)
                    && unasked.equals(other.unasked);
        }
    }

    /** A prohibition of which no history that breaks it was found. That does not mean that there is none. */
    public record Unbroken(String prohibition, Reading reading, String violator) {}

    /**
     * What was not played to its end: nothing is known of what follows.
     *
     * @param why in words
     */
    public record CutOff(String prohibition, Reading reading, String violator, String why) {}

    private GuaranteeTable(
            Agreement agreement, Bounds bounds, Optional<Absence> absence, Remembered remembered, Workers workers) {
        this.agreement = agreement;
        this.bounds = bounds;
        this.remembered = remembered;
        this.workers = workers;
        this.said = new Said(agreement, remembered.numbers());
        this.absence = absence;
        this.effort = new Effort(bounds.work());
        this.hangs = Hanging.questionsOf(agreement);
    }

    /** Every row is played with its share of the work that the bounds allow; what is not played to its end has no row. */
    public static GuaranteeTable of(Agreement agreement, Bounds bounds) {
        return of(agreement, bounds, new Remembered(), Workers.usual());
    }

    /** As {@link #of(Agreement, Bounds)}; the same whatever is remembered, and whoever works at it. */
    public static GuaranteeTable of(Agreement agreement, Bounds bounds, Remembered remembered, Workers workers) {
        GuaranteeTable table = new GuaranteeTable(agreement, bounds, Optional.empty(), remembered, workers);
        table.fill();
        return table;
    }

    /** The table if these are away: what must follow then. What could follow is not asked, nor who else may defect; what one of them breaks itself has no row. */
    public static GuaranteeTable without(Agreement agreement, Bounds bounds, Absence absence) {
        GuaranteeTable table =
                new GuaranteeTable(agreement, bounds, Optional.of(absence), new Remembered(), Workers.usual());
        table.fill();
        return table;
    }

    public List<Guarantee> rows() {
        asked = true;
        return List.copyOf(rows);
    }

    public List<Prospect> prospects() {
        asked = true;
        return List.copyOf(prospects);
    }

    public List<Unbroken> unbroken() {
        return List.copyOf(unbroken);
    }

    /** Whether anybody has asked what follows since this was last called: whoever did, draws on it. */
    public boolean wasAsked() {
        boolean was = asked;
        asked = false;
        return was;
    }

    /** What was not played to its end. */
    public List<CutOff> cutOff() {
        return List.copyOf(cutOff);
    }

    public boolean isWhole() {
        return leftOut.isEmpty() && cutOff.isEmpty();
    }

    /** What was played of each share of the work. */
    public Shares shares() {
        return new Shares(works, cutOff.isEmpty());
    }

    /** How much was played. */
    public Effort effort() {
        return effort;
    }

    /** The bounds that left something out: with any other of them larger, the table says the same. */
    public Set<Growing> leftOut() {
        return effort.leftOut();
    }

    /** Whether there were more combinations of answers than the bounds allow. */
    public boolean readingsLeftOut() {
        return !leftOut.isEmpty();
    }

    /**
     * What all prohibitions have in common under one answer to every question.
     *
     * @param norms by number; of clauses with one number the first
     * @param asks what {@code asking} takes from the whole text
     * @param likes actors between whom the text makes no difference
     */
    private record Ground(
            Agreement agreement,
            Map<String, Norm> norms,
            Slice.Ground slices,
            Asking asking,
            List<Object> asks,
            List<List<String>> likes) {
        static Ground of(Agreement resolved) {
            Map<String, Norm> norms = new HashMap<>();
            resolved.norms().forEach(n -> norms.putIfAbsent(n.id(), n));
            Asking asking = new Asking(resolved);
            List<List<String>> likes = new Symmetry(resolved)
                    .classes(resolved.actors().stream().map(Actor::name).toList());
            return new Ground(resolved, norms, new Slice.Ground(resolved), asking, asking.said(), likes);
        }
    }

    /** What came of one prohibition under one reading. */
    record Part(
            List<Guarantee> rows,
            List<Prospect> prospects,
            List<Unbroken> unbroken,
            List<CutOff> cutOff,
            List<Long> works,
            Effort effort) {
        static Part with(long work) {
            return with(new Effort(work));
        }

        static Part with(Effort effort) {
            return new Part(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    effort);
        }
    }

    private void fill() {
        Map<String, List<Reading>> open = new LinkedHashMap<>();
        Slice.Ground whole = new Slice.Ground(Resolved.open(agreement));
        for (Norm norm : agreement.norms()) {
            if (Duties.isProhibition(norm) && !open.containsKey(norm.id())) {
                open.put(norm.id(), readings(norm.id(), whole));
            }
        }
        long left = open.values().stream().mapToLong(List::size).sum();
        playAhead(open, left == 0 ? 0 : effort.left() / left);
        for (Map.Entry<String, List<Reading>> next : open.entrySet()) {
            // Each has its share of what is left: what the one does not need, the later ones may use. So nothing hangs
            // on how fast anything is, or on which is done first of those that are
            // played side by side.
            long share = effort.left() / left;
            left -= next.getValue().size();
            // Readings have nothing to do with one another: they are played side by side, and put together in their
            // order.
            List<Part> parts = workers.all(next.getValue().stream()
                    .map(reading -> (Callable<Part>) () -> under(next.getKey(), reading, share))
                    .toList());
            List<Guarantee> found = new ArrayList<>();
            for (Part part : parts) {
                found.addAll(part.rows());
                prospects.addAll(part.prospects());
                unbroken.addAll(part.unbroken());
                cutOff.addAll(part.cutOff());
                effort.add(part.effort());
            }
            rows.addAll(merged(found, leftOut.contains(next.getKey())));
            works.add(parts.stream().map(Part::works).toList());
        }
        free.clear();
    }

    /**
     * Plays everything side by side, as if nobody left anything of its share, and remembers it. Mostly that is how it comes out; what needs more, or gets less, is played again in its
     * turn.
     */
    private void playAhead(Map<String, List<Reading>> open, long share) {
        if (workers.many() > 1 && share >= AMPLE) {
            workers.all(open.entrySet().stream()
                    .flatMap(e -> e.getValue().stream()
                            .map(reading -> (Callable<Part>) () -> under(e.getKey(), reading, share)))
                    .toList());
        }
    }

    /** Answers to the questions on which anything in the slice hangs. */
    private List<Reading> readings(String clause, Slice.Ground open) {
        if (agreement.questions().isEmpty()) {
            return List.of(Reading.NONE);
        }
        Set<String> questions = new TreeSet<>();
        // The slice may differ from reading to reading: take the whole text's, whatever the answers.
        for (String c : Slice.of(open, clause).clauses()) {
            questions.addAll(hangs.getOrDefault(c, Set.of()));
        }
        List<Reading> all = List.of(Reading.NONE);
        for (Question question : agreement.questions()) {
            if (!questions.contains(question.name())) {
                continue;
            }
            List<Reading> longer = new ArrayList<>();
            for (Reading reading : all) {
                for (String answer : question.answers()) {
                    Map<String, String> answers = new HashMap<>(reading.answers());
                    answers.put(question.name(), answer);
                    longer.add(new Reading(answers));
                }
            }
            if (longer.size() > bounds.readings()) {
                leftOut.add(clause);
                longer = longer.subList(0, bounds.readings());
            }
            all = longer;
        }
        return all;
    }

    private Part under(String clause, Reading reading, long share) {
        Part part = Part.with(share);
        Reading whole = Texts.whole(agreement, reading);
        Ground ground = grounds.computeIfAbsent(whole, r -> Ground.of(Resolved.under(agreement, r)));
        Agreement resolved = ground.agreement();
        Optional<Norm> norm = Optional.ofNullable(ground.norms().get(clause));
        if (norm.isEmpty() || !Duties.isProhibition(norm.get())) {
            return part;
        }
        if (share <= 0) {
            // Nothing can be played: what it would be played of need not be known either.
            Sides.violators(resolved, norm.get())
                    .forEach(v -> part.cutOff().add(new CutOff(clause, reading, v.orElse("nobody named"), USED_UP)));
            return part;
        }
        Slice slice = Slice.of(ground.slices(), clause);
        List<Object> text = List.of(said.under(whole, slice.clauses()), slice.said(), ground.asks());
        Forbidden forbidden = new Forbidden(ground, clause, slice, new Game.Deeds(), reading, whole);
        List<Optional<String>> violators = Sides.violators(resolved, norm.get()).stream()
                .filter(v -> absence.isEmpty()
                        || v.isEmpty()
                        || !absence.get().actors().contains(v.get()))
                .toList();
        Map<String, Remembered.Played> before = new LinkedHashMap<>();
        for (int i = 0; i < violators.size(); i++) {
            Optional<String> violator = violators.get(i);
            String name = violator.orElse("nobody named");
            Remembered.Played played = remembered.of(
                    List.of(text, clause, violator),
                    bounds,
                    part.effort().left() / (violators.size() - i),
                    own -> withTexts(texts -> broken(texts, forbidden, violator, before, own)));
            violator.ifPresent(v -> before.put(v, played));
            Effort own = played.effort();
            part.effort().add(own);
            part.works().add(own.work());
            if (!own.whole()) {
                part.cutOff().add(new CutOff(clause, reading, name, why(own)));
            } else if (played.prospects().isEmpty() && played.lines().isEmpty()) {
                part.unbroken().add(new Unbroken(clause, reading, name));
            } else {
                played.lines().forEach(line -> part.rows().add(line.row().under(reading, whole)));
                played.prospects().forEach(p -> part.prospects().add(p.under(reading, whole)));
            }
        }
        return part;
    }

    /** With texts that nobody else plays with. */
    private Remembered.Played withTexts(Function<Texts, Remembered.Played> play) {
        Texts texts = Optional.ofNullable(free.poll()).orElseGet(() -> new Texts(agreement));
        try {
            // What was played with them before may be told just now.
            synchronized (texts) {
                return play.apply(texts);
            }
        } finally {
            free.add(texts);
        }
    }

    /**
     * One prohibition under one reading, for all who can break it.
     *
     * @param whole the reading, with an answer to every question
     */
    private record Forbidden(
            Ground ground, String clause, Slice slice, Game.Deeds deeds, Reading reading, Reading whole) {
        Ways ways(Texts texts) {
            return texts.under(whole).only(slice.clauses());
        }
    }

    /**
     * Everything that one violator can do against one prohibition.
     *
     * @param before what came of those who were tried before, by violator
     */
    private Remembered.Played broken(
            Texts texts,
            Forbidden forbidden,
            Optional<String> violator,
            Map<String, Remembered.Played> before,
            long share) {
        Effort own = new Effort(share);
        Ways ways = forbidden.ways(texts);
        Norm norm = ways.agreement().norms().stream()
                .filter(n -> n.id().equals(forbidden.clause()))
                .findFirst()
                .orElseThrow();
        Optional<Opening> opening = new Openings(ways).of(norm, violator, own::asked, own::isOver);
        if (opening.isEmpty()) {
            return new Remembered.Played(List.of(), List.of(), Optional.empty(), own.asItStands());
        }
        Opened opened = Opened.of(ways, forbidden.slice(), opening.get(), violator);
        return ofAnother(texts, forbidden, opened, before, share)
                .orElseGet(() -> violated(row(texts, forbidden, opened, own)));
    }

    /**
     * What came of a violator between whom and this one the text makes no difference, told of this one. Empty where there is none, where this one comes to break the clause in another
     * way, and where it might be broken off at another place.
     */
    private Optional<Remembered.Played> ofAnother(
            Texts texts, Forbidden forbidden, Opened opened, Map<String, Remembered.Played> before, long share) {
        if (opened.violator().isEmpty() || absence.isPresent() || !remembered.playsLikesOnce()) {
            return Optional.empty();
        }
        Ground ground = forbidden.ground();
        for (Map.Entry<String, Remembered.Played> other : before.entrySet()) {
            Remembered.Played played = other.getValue();
            boolean served = played.effort().whole() && played.effort().work() < share;
            Optional<InPlaceOf> inPlace = served
                    ? InPlaceOf.of(
                            ground.agreement(),
                            ground.likes(),
                            other.getKey(),
                            opened.violator().get())
                    : Optional.empty();
            if (inPlace.isPresent()
                    && played.opened()
                            .filter(o -> inPlace.get().makes(o, opened))
                            .isPresent()) {
                Row row = row(texts, forbidden, opened, new Effort(Long.MAX_VALUE));
                return Optional.of(toldOf(row, played, inPlace.get()));
            }
        }
        return Optional.empty();
    }

    /** What came of another, told of this one. Nothing is played but what a story tells, when it is told. */
    private Remembered.Played toldOf(Row row, Remembered.Played other, InPlaceOf inPlace) {
        List<Line> lines = other.lines().stream()
                .map(line -> toldOf(row, line.plannedBy(inPlace), inPlace))
                .toList();
        List<Prospect> prospects = new ArrayList<>();
        for (Prospect prospect : other.prospects()) {
            List<Plan> plans = row.opened().courses().getOrDefault(prospect.course(), List.of());
            Set<String> self = Set.of(row.name());
            Set<String> vetoes = Set.copyOf(inPlace.all(prospect.vetoes()));
            prospects.add(new Prospect(
                    prospect.prohibition(),
                    row.reading(),
                    row.name(),
                    prospect.course(),
                    prospect.could(),
                    prospect.couldWith(),
                    members(row.ways().agreement()).stream()
                            .filter(vetoes::contains)
                            .toList(),
                    prospect.unasked(),
                    new Telling(
                            row.texts(),
                            () -> told(
                                    row,
                                    prospect.course(),
                                    plans,
                                    self,
                                    row.game().couldFollow(plans, self))),
                    new Telling(
                            row.texts(),
                            () -> voted(
                                    row,
                                    prospect.course(),
                                    plans,
                                    self,
                                    row.game().couldFollow(plans, self)))));
        }
        return new Remembered.Played(lines, prospects, Optional.of(row.opened()), other.effort());
    }

    /** @param planned what happens in it, with the row of the other; the history was not played yet */
    private Line toldOf(Row row, Line planned, InPlaceOf inPlace) {
        Course course = planned.row().course();
        List<String> defectors = inPlace.all(planned.row().defectors());
        return planned.with(planned.row()
                .toldOf(
                        inPlace,
                        agreement,
                        new Telling(
                                row.texts(),
                                () -> story(
                                        row,
                                        course,
                                        row.game()
                                                .played(
                                                        planned.course(),
                                                        planned.evasion(),
                                                        planned.request(),
                                                        planned.cast()),
                                        defectors))));
    }

    private static String why(Effort effort) {
        return effort.cut() ? "a history became too long" : USED_UP;
    }

    private Row row(Texts texts, Forbidden forbidden, Opened opened, Effort effort) {
        Ways ways = forbidden.ways(texts);
        Symmetry symmetry = new Symmetry(ways.agreement());
        Game game = new Game(
                ways,
                symmetry,
                forbidden.slice(),
                forbidden.ground().asking(),
                forbidden.deeds(),
                opened.opening(),
                opened.violator(),
                opened.protectedSide(),
                bounds,
                effort);
        return new Row(texts, ways, symmetry, forbidden.slice(), game, opened, forbidden.reading(), effort);
    }

    private Remembered.Played violated(Row row) {
        List<Line> lines = new ArrayList<>();
        List<Prospect> prospects = new ArrayList<>();
        if (absence.isPresent()) {
            lines.addAll(without(row, absence.get()));
        } else if (follows(row, lines, prospects).flatMap(Game.Outcome::answer).isPresent()) {
            unattributed(row, row.game().with(Set.of())).ifPresent(lines::add);
        }
        row.game().over();
        return new Remembered.Played(
                lines, prospects, Optional.of(row.opened()), row.effort().asItStands());
    }

    /**
     * What must and what could follow in each course; one that says nothing new has no row.
     *
     * @return what must follow in the first course; empty where the work was over before
     */
    private Optional<Game.Outcome> follows(Row row, List<Line> lines, List<Prospect> prospects) {
        Optional<Game.Outcome> first = Optional.empty();
        Optional<Prospect> single = Optional.empty();
        for (Map.Entry<Course, List<Plan>> course : row.opened().courses().entrySet()) {
            if (row.effort().isOver()) {
                break;
            }
            Game.Outcome outcome = row.game().mustFollow(course.getValue(), Set.of());
            boolean news = first.isEmpty()
                    || Game.VALUE.compare(outcome.answer(), first.get().answer()) != 0;
            Prospect prospect = prospect(row, course.getKey(), course.getValue());
            if (single.isEmpty() || !prospect.saysTheSame(single.get())) {
                prospects.add(prospect);
            }
            single = single.isEmpty() ? Optional.of(prospect) : single;
            if (news) {
                first = first.isEmpty() ? Optional.of(outcome) : first;
                lines.addAll(rows(row, course.getKey(), course.getValue(), outcome, prospect));
            }
        }
        return first;
    }

    /** What must follow if these are away; a course has a row where it is something else than for the plain violation. */
    private List<Line> without(Row row, Absence away) {
        Cast cast = row.game().with(away);
        List<Line> found = new ArrayList<>();
        Optional<Game.Outcome> first = Optional.empty();
        for (Map.Entry<Course, List<Plan>> course : row.opened().courses().entrySet()) {
            if (row.effort().isOver()) {
                break;
            }
            Game.Outcome outcome = row.game().mustFollow(course.getValue(), cast);
            if (first.isEmpty()
                    || Game.VALUE.compare(outcome.answer(), first.get().answer()) != 0) {
                found.add(line(
                        row,
                        course.getKey(),
                        outcome,
                        cast,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        course.getValue()));
            }
            first = first.isEmpty() ? Optional.of(outcome) : first;
        }
        if (first.flatMap(Game.Outcome::answer).isPresent()) {
            unattributed(row, cast).ifPresent(found::add);
        }
        return found;
    }

    /** What is the same for all rows of one violator. */
    private record Row(
            Texts texts,
            Ways ways,
            Symmetry symmetry,
            Slice slice,
            Game game,
            Opened opened,
            Reading reading,
            Effort effort) {
        String name() {
            return violator().orElse("nobody named");
        }

        Opening opening() {
            return opened.opening();
        }

        Optional<String> violator() {
            return opened.violator();
        }
    }

    private List<Line> rows(Row row, Course course, List<Plan> plans, Game.Outcome outcome, Prospect prospect) {
        List<Line> found = new ArrayList<>();
        List<String> guarantors = guarantors(row);
        Defections defections = new Defections(row.game(), plans, row.symmetry(), guarantors, row.effort());
        List<List<String>> emptied = outcome.answer().isEmpty() ? List.of() : defections.smallestThatEmpty(outcome);
        Cast all = row.game().with(Set.of());
        found.add(line(row, course, outcome, all, List.of(), emptied, prospect.could(), plans));
        for (int k = 1;
                k <= Math.min(bounds.defectors(), guarantors.size())
                        && outcome.answer().isPresent();
                k++) {
            defections
                    .worst(k)
                    .ifPresent(worst -> found.add(line(
                            row,
                            course,
                            worst.outcome(),
                            row.game().with(Set.copyOf(worst.defectors())),
                            worst.defectors(),
                            List.of(),
                            prospect.could(),
                            plans)));
        }
        if (outcome.answer().isPresent() && guarantors.size() > bounds.defectors()) {
            row.effort().leavesOut(Growing.DEFECTORS);
        }
        return found;
    }

    private List<String> guarantors(Row row) {
        Set<String> found = new LinkedHashSet<>(Roles.withRole(agreement, Actor.Role.GUARANTOR));
        row.violator().ifPresent(found::remove);
        found.removeAll(row.opened().protectedSide());
        return List.copyOf(found);
    }

    private Line line(
            Row row,
            Course course,
            Game.Outcome played,
            Cast cast,
            List<String> defectors,
            List<List<String>> emptied,
            Optional<String> could,
            List<Plan> plans) {
        Game.Outcome outcome = played.answer().isPresent() && row.game().isAnybodysToAsk(played)
                ? row.game().withFewestRequests(plans, played, cast)
                : played;
        Optional<Answer> answer = outcome.answer();
        List<Answer> alike = answer.map(a -> alike(a, outcome.played())).orElse(List.of());
        List<String> doneBy = Roles.inOrder(
                agreement, alike.stream().flatMap(a -> a.by().stream()).collect(Collectors.toSet()));
        List<String> clauses = alike.stream().map(Answer::clause).distinct().toList();
        List<String> bodies =
                answer.map(a -> deciders(row.ways().agreement(), a.clause())).orElse(List.of());
        Game.Outcome told = outcome.withoutVerdicts();
        Guarantee guarantee = new Guarantee(
                row.opening().norm().id(),
                row.reading(),
                row.name(),
                course,
                row.opening().sure(),
                answer.map(Answer::measure),
                answer.map(Answer::rank).orElse(-1),
                answer.filter(Answer::dated).map(a -> a.at() - row.opening().start()),
                bodies.isEmpty() ? doneBy : bodies,
                doneBy,
                clauses,
                defectors,
                emptied,
                could,
                setOffBy(row, outcome),
                evaded(outcome),
                isEvadedBefore(row, outcome),
                new Telling(
                        row.texts(),
                        () -> story(
                                row, course, told, absence.map(Absence::actors).orElse(defectors))));
        return new Line(guarantee, plans, outcome.evasion(), outcome.request(), cast);
    }

    /** Those who give the same measure by the same time. */
    private static List<Answer> alike(Answer answer, Played played) {
        return played.answers().stream()
                .filter(a -> a.rank() == answer.rank() && a.at() == answer.at() && a.dated() == answer.dated())
                .toList();
    }

    /** The bodies on whose decision or finding a clause waits. */
    private static List<String> deciders(Agreement agreement, String clause) {
        Set<String> bodies = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (!norm.id().equals(clause)) {
                continue;
            }
            Parts.patterns(norm, p -> {
                if (p.event().equals("decision")
                        && p.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String body))) {
                    bodies.add(body);
                }
            });
            if (norm.trigger().orElse(null) instanceof Trigger.OnBreach on && on.confirmed()) {
                agreement.norms().stream()
                        .filter(n -> on.of().covers(n.id()))
                        .forEach(n -> bodies.addAll(Play.finders(agreement, n.id())));
            }
            Parts.conditions(norm, c -> {
                if (c instanceof Condition.Undefined u) {
                    agreement.rules().forEach(r -> {
                        if (r instanceof Rule.RulesOn on && on.name().equals(u.term())) {
                            bodies.add(on.body());
                        }
                    });
                }
            });
        }
        return List.copyOf(bodies);
    }

    private static List<Guarantee.Deed> setOffBy(Row row, Game.Outcome outcome) {
        List<Guarantee.Deed> deeds = new ArrayList<>();
        for (Plan plan : outcome.answer().isPresent() ? outcome.request() : List.<Plan>of()) {
            if (plan instanceof Plan.Done(var act, long at, var why)
                    && row.game().isAnybodys(act)) {
                row.ways()
                        .declared(act.event())
                        .flatMap(EventType::actor)
                        .map(a -> act.values().get(a.name()))
                        .ifPresent(v -> {
                            if (v instanceof Value.Actor(String by)) {
                                deeds.add(new Guarantee.Deed(act.event(), by));
                            }
                        });
            }
        }
        return deeds;
    }

    private static boolean isEvadedBefore(Row row, Game.Outcome outcome) {
        return outcome.played().moves().stream()
                .anyMatch(m ->
                        m.why() == Move.Why.EVASION && m.at() < row.opening().start());
    }

    private static List<String> evaded(Game.Outcome outcome) {
        List<String> said = new ArrayList<>();
        for (Move move : outcome.played().moves()) {
            if (move.why() == Move.Why.EVASION && move.record() instanceof holdfast.engine.Record.Observation o) {
                said.add(o.event());
            }
        }
        return said;
    }

    private Story told(Row row, Course course, List<Plan> plans, Set<String> nays, Game.Outcome outcome) {
        Game.Outcome plainest = row.game().plainest(plans, nays, outcome);
        return story(
                row,
                course,
                plainest,
                List.of(),
                outcome.answer()
                        .map(a -> a.measure() + " can follow, at most, if everybody helps")
                        .orElse("nothing can follow, even if everybody helps"));
    }

    private Story voted(Row row, Course course, List<Plan> plans, Set<String> nays, Game.Outcome against) {
        List<Plan> decisions = row.game().decisions(nays);
        if (decisions.isEmpty()) {
            return told(row, course, plans, nays, against);
        }
        Game.Outcome outcome = row.game().decided(plans, decisions, nays);
        return story(
                row,
                course,
                outcome,
                List.of(),
                votes(row.name(), outcome.played())
                        + outcome.answer().map(Answer::measure).orElse("nothing") + " follows");
    }

    /** Who votes how; whoever sits in no body has no vote. */
    private static String votes(String violator, Played played) {
        boolean no = false;
        boolean any = false;
        for (Move move : played.moves()) {
            if (move.record() instanceof holdfast.engine.Record.Observation o
                    && o.event().equals("vote")) {
                any = true;
                no |= new Value.Actor(violator).equals(o.values().get("by"));
            }
        }
        return no
                ? violator + " votes no, everybody else yes, and "
                : any ? "all who may vote say yes, and " : "the bodies find it so, and ";
    }

    private Story story(Row row, Course course, Game.Outcome outcome, List<String> defectors) {
        return story(
                row,
                course,
                outcome,
                defectors,
                outcome.answer().map(a -> a.measure() + " follows").orElse("nothing must follow"));
    }

    private Story story(Row row, Course course, Game.Outcome outcome, List<String> defectors, String end) {
        String title = row.opening().norm().id()
                + (isEvadedBefore(row, outcome) ? " forbids nothing any more to " : " is broken by ") + row.name()
                + (course.kind() == Course.Kind.ONCE ? "" : " (" + course.words() + ")")
                + (defectors.isEmpty() ? "" : ", without " + String.join(" and ", defectors))
                + ": "
                + end;
        // A month after the last that happens, or a year after the violation where nothing follows: nobody can say that
        // it was asked too early.
        long at = outcome.answer().isPresent()
                ? Math.max(outcome.played().end(), row.opening().end()) + 1
                : Math.max(outcome.played().end(), row.opening().end() + 365 * 86_400_000L);
        return Story.of(
                title,
                row.ways(),
                Texts.whole(agreement, row.reading()),
                outcome.played().moves(),
                at,
                row.slice().clauses()::contains,
                isEvadedBefore(row, outcome) ? row.opening().norm().id()::equals : c -> false);
    }

    private Prospect prospect(Row row, Course course, List<Plan> plans) {
        Set<String> self = row.violator().map(Set::of).orElse(Set.of());
        Game.Outcome against = row.game().couldFollow(plans, self);
        Game.Outcome with = matters(row, self, Set.of()) ? row.game().couldFollow(plans, Set.of()) : against;
        List<String> vetoes = against.answer().isPresent() ? vetoes(row, plans, against) : List.of();
        Game.Outcome unasked = row.game().unasked(plans);
        return new Prospect(
                row.opening().norm().id(),
                row.reading(),
                row.name(),
                course,
                against.answer().map(Answer::measure),
                with.answer().map(Answer::measure),
                vetoes,
                unasked.answer().map(Answer::measure),
                new Telling(row.texts(), () -> told(row, course, plans, self, against)),
                new Telling(row.texts(), () -> voted(row, course, plans, self, against)));
    }

    /** Those whose no leaves a weaker measure; of those between whom nothing makes a difference one is tried. */
    private static List<String> vetoes(Row row, List<Plan> plans, Game.Outcome against) {
        Set<String> self = row.violator().map(Set::of).orElse(Set.of());
        List<String> vetoes = new ArrayList<>();
        Map<String, Boolean> stops = new HashMap<>();
        for (String member : members(row.ways().agreement())) {
            Set<String> both = new LinkedHashSet<>(self);
            if (row.effort().isOver() || !both.add(member)) {
                continue;
            }
            boolean stop = stops.computeIfAbsent(
                    row.game().likeOf(member, plans),
                    like -> matters(row, self, both) && row.game().couldFollowLess(plans, both, against.answer()));
            if (stop) {
                vetoes.add(member);
            }
        }
        return vetoes;
    }

    /** Whether any body does something else when these vote no than when those do; a vote that decides nothing is no matter. */
    private static boolean matters(Row row, Set<String> some, Set<String> others) {
        boolean decide = row.slice().events().contains("decision");
        return !row.game().able(some).equals(row.game().able(others))
                || (decide && !row.game().decisions(some).equals(row.game().decisions(others)));
    }

    private static Set<String> members(Agreement agreement) {
        Set<String> members = new LinkedHashSet<>();
        agreement.bodies().forEach(b -> members.addAll(b.members()));
        return members;
    }

    /** The same act, of which nobody says whose it is: what then must follow. */
    private Optional<Line> unattributed(Row row, Cast cast) {
        if (row.violator().isEmpty() || row.effort().isOver() || !row.opening().sure()) {
            return Optional.empty();
        }
        List<Plan> plans = new ArrayList<>();
        boolean any = false;
        for (Plan plan : row.opening().violation()) {
            if (plan instanceof Plan.Done(var act, long at, var why)) {
                Optional<String> doer = row.ways()
                        .declared(act.event())
                        .flatMap(EventType::actor)
                        .map(EventType.Attribute::name);
                any |= doer.isPresent() && act.values().containsKey(doer.get());
                plans.add(doer.map(d -> (Plan) new Plan.Done(act.with(d, Value.UNATTRIBUTED), at, why))
                        .orElse(plan));
            } else {
                plans.add(plan);
            }
        }
        if (!any) {
            return Optional.empty();
        }
        Game.Outcome outcome = row.game().mustFollow(plans, cast);
        return Optional.of(
                line(row, Course.UNATTRIBUTED, outcome, cast, List.of(), List.of(), Optional.empty(), plans));
    }

    /** In how many ways the questions can be answered that the one reading answers and the other does not. */
    private long ways(Reading whole, Reading shorter) {
        return agreement.questions().stream()
                .filter(q -> whole.answers().containsKey(q.name())
                        && !shorter.answers().containsKey(q.name()))
                .mapToLong(q -> q.answers().size())
                .reduce(1, (a, b) -> a * b);
    }

    /** Rows that say the same are one, under the fewest answers that tell them from the others. */
    private List<Guarantee> merged(List<Guarantee> found, boolean partly) {
        Set<Reading> all = new LinkedHashSet<>();
        found.forEach(g -> all.add(g.reading()));
        List<Guarantee> merged = new ArrayList<>();
        for (Guarantee g : found) {
            Set<Reading> same = new LinkedHashSet<>();
            found.stream().filter(g::saysTheSame).forEach(o -> same.add(o.reading()));
            Guarantee shorter = g.under(fewest(g.reading(), all, same, partly));
            if (merged.stream()
                    .noneMatch(m -> m.saysTheSame(shorter) && m.reading().equals(shorter.reading()))) {
                merged.add(shorter);
            }
        }
        return merged;
    }

    /**
     * The reading without the answers that make no difference: under each way to give them the row is the same.
     *
     * @param partly whether there are other readings than all of these: nothing is said of them
     */
    private Reading fewest(Reading reading, Set<Reading> all, Set<Reading> same, boolean partly) {
        Reading shorter = reading;
        for (String question : reading.answers().keySet()) {
            Map<String, String> fewer = new HashMap<>(shorter.answers());
            fewer.remove(question);
            Reading candidate = new Reading(fewer);
            List<Reading> covered = all.stream().filter(candidate::isPartOf).toList();
            if (same.containsAll(covered) && (!partly || covered.size() == ways(reading, candidate))) {
                shorter = candidate;
            }
        }
        return shorter;
    }
}
