package holdfast.examine.brute;

import static holdfast.examine.brute.History.Planned.act;

import holdfast.examine.brute.History.Given;
import holdfast.examine.brute.History.Part;
import holdfast.examine.brute.History.Planned;
import holdfast.examine.brute.Text.Deed;
import holdfast.language.model.Actor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The guarantee table of one prohibition and violator, from its definition: everything is tried. No slicing, no symmetry, no look at what could matter. */
final class BruteForce {
    static final Comparator<Optional<Given>> VALUE = (a, b) -> a.isPresent() && b.isPresent()
            ? Given.STRONGER.compare(a.get(), b.get())
            : Boolean.compare(a.isPresent(), b.isPresent());

    /** With more acts than that, only those two are tried together of which one tells by itself, and no longer every two. */
    private static final int FEW = 8;

    private final Text text;
    private final Breaking breaking;
    private final long horizon;
    private final Set<String> protectedSide;
    private final List<Deed> deeds;
    private final Map<Set<String>, Set<String>> anyway = new HashMap<>();
    private final Map<List<Planned>, List<List<Planned>>> lawful = new HashMap<>();
    private final Map<List<Planned>, List<List<Planned>>> help = new HashMap<>();
    private final Map<Object, Boolean> evading = new HashMap<>();
    private final Map<Object, Optional<Given>> coulds = new HashMap<>();
    private final Map<Object, Optional<Given>> values = new HashMap<>();

    BruteForce(Text text, Breaking breaking, long horizon) {
        this.text = text;
        this.breaking = breaking;
        this.horizon = Breaking.START + horizon;
        this.deeds = text.deeds();
        this.protectedSide = protectedSide(text, breaking.norm(), breaking.violator());
    }

    static List<String> violators(Text text, Norm norm) {
        return switch (norm.bearer()) {
            case Bearer.Named(List<String> actors) -> actors;
            case Bearer.EachOf each -> each.actors();
            // The random texts know no actors but parties and guarantors, and do not say who has forces in the area.
            case Bearer.Anyone ignored ->
                text.withRole(Actor.Role.PARTY).stream()
                        .filter(a -> !norm.inFavourOf().contains(a))
                        .toList();
            case Bearer.NobodyNamed ignored -> List.of();
            case Bearer.Bound ignored -> List.of();
        };
    }

    private static Set<String> protectedSide(Text text, Norm norm, String violator) {
        return Stream.of(norm.inFavourOf(), text.withRole(Actor.Role.PARTY), text.withRole(Actor.Role.GUARANTOR))
                .map(all -> {
                    Set<String> others = new LinkedHashSet<>(all);
                    others.remove(violator);
                    return others;
                })
                .filter(others -> !others.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    List<String> guarantors() {
        return text.withRole(Actor.Role.GUARANTOR).stream()
                .filter(g -> !g.equals(breaking.violator()) && !protectedSide.contains(g))
                .toList();
    }

    /** All sets of so many guarantors. */
    List<Set<String>> defectors(int size) {
        List<Set<String>> sets = new ArrayList<>();
        List<String> all = guarantors();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            if (Integer.bitCount(bits) == size) {
                Set<String> set = new LinkedHashSet<>();
                for (int i = 0; i < all.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        set.add(all.get(i));
                    }
                }
                sets.add(set);
            }
        }
        return sets;
    }

    // What must follow.

    /** The least, over evasions, of the greatest, over requests, of the strongest answer. */
    Optional<Given> value(List<Planned> course, Set<String> defectors) {
        return values.computeIfAbsent(List.of(course, defectors), c -> played(course, defectors));
    }

    /** What must follow although nobody asks for it. */
    Optional<Given> unasked(List<Planned> course) {
        return new Asking(course, Set.of(breaking.violator())).strongest(List.of(), List.of());
    }

    private Optional<Given> played(List<Planned> course, Set<String> defectors) {
        Set<String> breakers = new HashSet<>(defectors);
        breakers.add(breaking.violator());
        Asking asking = new Asking(course, breakers);
        Optional<Given> undisturbed = asking.best(List.of(), Optional.empty());
        if (undisturbed.isEmpty()) {
            return undisturbed;
        }
        long after = breaking.end() + 1;
        long run = course.stream().mapToLong(Planned::at).reduce(breaking.end(), Math::max) + 1;
        Set<Long> times = new LinkedHashSet<>(
                List.of(after, run, Math.max(after, undisturbed.get().at() - 1)));
        Optional<Given> least = undisturbed;
        for (long at : times) {
            List<List<Planned>> acts = deeds.stream()
                    .filter(d ->
                            d.doer().filter(a -> !protectedSide.contains(a)).isPresent())
                    // A measure is no way to keep a measure away.
                    .filter(d -> breakers.contains(d.doer().orElseThrow())
                            || (text.measure(d.event()).isEmpty() && asking.isLawful(d)))
                    .map(d -> List.of(act(d, at, Part.EVASION)))
                    .toList();
            List<Planned> best = List.of();
            List<List<Planned>> tried = choices(acts);
            if (acts.size() > FEW) {
                tried.addAll(withTelling(acts, asking, undisturbed));
            }
            for (List<Planned> evasion : tried) {
                Optional<Given> with = least(least, asking, evasion);
                if (VALUE.compare(with, least) < 0) {
                    least = with;
                    best = evasion;
                }
            }
            least = grown(least, best, asking, acts);
        }
        for (Deed deed : deeds) {
            boolean open = deed.doer().filter(a -> !protectedSide.contains(a)).isPresent()
                    && (breakers.contains(deed.doer().orElseThrow()) || asking.isLawful(deed));
            if (open && breaking.isExempting(deed)) {
                least = least(least, asking, List.of(act(deed, Breaking.START - Breaking.MINUTE, Part.EVASION)));
            }
        }
        return least;
    }

    /** Every two of which one is worth something to them by itself: all together may bring about what these two do not. */
    private static List<List<Planned>> withTelling(
            List<List<Planned>> acts, Asking asking, Optional<Given> undisturbed) {
        List<List<Planned>> pairs = new ArrayList<>();
        for (List<Planned> one : acts) {
            if (VALUE.compare(asking.best(one, undisturbed), undisturbed) < 0) {
                for (List<Planned> other : acts) {
                    if (other != one) {
                        pairs.add(Stream.of(one, other).flatMap(List::stream).toList());
                    }
                }
            }
        }
        return pairs;
    }

    /** More together, one by one, as long as that is worth something to them. */
    private Optional<Given> grown(Optional<Given> begun, List<Planned> best, Asking asking, List<List<Planned>> acts) {
        Optional<Given> least = begun;
        List<Planned> grown = best;
        boolean more = !best.isEmpty();
        while (more) {
            more = false;
            for (List<Planned> one : acts) {
                List<Planned> longer = new ArrayList<>(grown);
                longer.addAll(one);
                Optional<Given> with = grown.containsAll(one) ? least : least(least, asking, longer);
                if (VALUE.compare(with, least) < 0) {
                    grown = longer;
                    least = with;
                    more = true;
                }
            }
        }
        return least;
    }

    private Optional<Given> least(Optional<Given> least, Asking asking, List<Planned> evasion) {
        if (least.isEmpty()) {
            return least;
        }
        Optional<Given> one = asking.best(evasion, least);
        return VALUE.compare(one, least) < 0 ? one : least;
    }

    /** Nothing, all, each, every two where there are few, all but one. */
    private static List<List<Planned>> choices(List<List<Planned>> acts) {
        List<List<Planned>> choices = new ArrayList<>();
        choices.add(List.of());
        choices.add(acts.stream().flatMap(List::stream).toList());
        choices.addAll(acts);
        if (acts.size() <= FEW) {
            choices.addAll(pairs(acts));
        }
        for (List<Planned> one : acts) {
            choices.add(
                    acts.stream().filter(a -> a != one).flatMap(List::stream).toList());
        }
        return choices;
    }

    private static List<List<Planned>> pairs(List<List<Planned>> acts) {
        List<List<Planned>> pairs = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            for (int j = i + 1; j < acts.size(); j++) {
                pairs.add(Stream.of(acts.get(i), acts.get(j))
                        .flatMap(List::stream)
                        .toList());
            }
        }
        return pairs;
    }

    /** What the protected get by asking. */
    private final class Asking {
        private final List<Planned> course;
        private final Set<String> breakers;
        private final List<List<Planned>> requests = new ArrayList<>();
        private final List<List<Planned>> single;

        Asking(List<Planned> course, Set<String> breakers) {
            this.course = course;
            this.breakers = breakers;
            long at = breaking.end() + 2;
            List<List<Planned>> all = new ArrayList<>();
            for (Deed deed : deeds) {
                if (deed.doer().filter(protectedSide::contains).isPresent()
                        && !breakers.contains(deed.doer().orElseThrow())
                        && text.isARequest(deed)) {
                    all.add(List.of(act(deed, at, Part.REQUEST)));
                }
            }
            for (Body body : text.plain().bodies()) {
                all.add(History.motion(body, "help", protectedSide, at, Part.REQUEST));
            }
            single = all.stream().filter(r -> !isUnlawful(r)).toList();
            requests.addAll(choices(single));
        }

        /** @param enough there is no need to know more once it is reached */
        Optional<Given> best(List<Planned> evasion, Optional<Given> enough) {
            Optional<Given> best = Optional.empty();
            for (int i = 0; i < requests.size(); i++) {
                List<Planned> request = requests.get(i);
                Optional<Given> one = strongest(evasion, request);
                if (i == 0 || VALUE.compare(one, best) > 0) {
                    best = one;
                    // What served once is asked first the next time.
                    requests.remove(i);
                    requests.addFirst(request);
                }
                if (isEnough(best, enough)) {
                    return best;
                }
            }
            return grown(best, evasion, enough);
        }

        private static boolean isEnough(Optional<Given> found, Optional<Given> enough) {
            return enough.isPresent() && VALUE.compare(found, enough) >= 0;
        }

        /** More asked for together, one by one, as long as that is worth something to them. */
        private Optional<Given> grown(Optional<Given> begun, List<Planned> evasion, Optional<Given> enough) {
            Optional<Given> best = begun;
            List<Planned> grown = requests.getFirst();
            boolean more = true;
            while (more) {
                more = false;
                for (List<Planned> one : single) {
                    List<Planned> longer = new ArrayList<>(grown);
                    longer.addAll(one);
                    Optional<Given> with = grown.containsAll(one) ? best : strongest(evasion, longer);
                    if (VALUE.compare(with, best) > 0) {
                        grown = longer;
                        best = with;
                        more = true;
                        if (isEnough(best, enough)) {
                            return best;
                        }
                    }
                }
            }
            return best;
        }

        /** Whether somebody may do this after the violation without breaking a prohibition. */
        boolean isLawful(Deed deed) {
            return evading.computeIfAbsent(List.of(course, deed), c -> {
                List<Planned> all = new ArrayList<>(breaking.scene());
                all.addAll(course);
                all.add(act(deed, breaking.end() + 1, Part.EVASION));
                return !History.play(text, breakers, false, all, horizon).isUnlawful(breakers, Part.EVASION);
            });
        }

        private boolean isUnlawful(List<Planned> request) {
            List<Planned> all = new ArrayList<>(breaking.scene());
            all.addAll(course);
            all.addAll(request);
            return History.play(text, breakers, false, all, horizon).isUnlawful(Set.of(), Part.REQUEST);
        }

        /** Where the evasion is not open to those who do it, nothing is gained by it; where the request is not, nothing comes of it. */
        private Optional<Given> strongest(List<Planned> evasion, List<Planned> request) {
            List<Planned> all = new ArrayList<>(breaking.scene());
            all.addAll(course);
            all.addAll(evasion);
            all.addAll(request);
            History history = History.play(text, breakers, false, all, horizon);
            if (!evasion.isEmpty() && history.isUnlawful(breakers, Part.EVASION)) {
                return Optional.of(new Given("", Integer.MAX_VALUE, "", "", 0, true, "", true));
            }
            if (!request.isEmpty() && history.isUnlawful(Set.of(), Part.REQUEST)) {
                return Optional.empty();
            }
            Set<String> expected = anyway.computeIfAbsent(
                    breakers, b -> keys(History.play(text, b, false, breaking.scene(), horizon)));
            List<Planned> beside = new ArrayList<>(evasion);
            beside.addAll(request);
            return answer(history, expected, beside, breakers, false);
        }
    }

    /** The strongest that is done because of the breach: neither without it, nor because of another. */
    private Optional<Given> answer(
            History history, Set<String> expected, List<Planned> beside, Set<String> breakers, boolean helpful) {
        List<Given> answers = history.given().stream()
                .filter(g -> g.at() >= Breaking.START && g.answers(expected))
                .toList();
        Set<String> others = answers.stream().allMatch(Given::onBreach)
                        || !history.isSomethingElseBroken(
                                breakers, breaking.norm().id())
                ? Set.of()
                : toAnotherBreach(beside, breakers, helpful);
        return answers.stream().filter(g -> g.answers(others)).max(Given.STRONGER);
    }

    /** What is owed without the violation where these break their word, and not where everybody keeps it. */
    private Set<String> toAnotherBreach(List<Planned> beside, Set<String> breakers, boolean helpful) {
        List<Planned> without = new ArrayList<>(breaking.scene());
        beside.stream()
                .filter(p -> p.finding().isEmpty() && !p.deed().values().containsKey("about"))
                .forEach(without::add);
        Set<String> owed = keys(History.play(text, breakers, helpful, without, horizon));
        owed.removeAll(keys(History.play(text, Set.of(), helpful, without, horizon)));
        return owed;
    }

    private static Set<String> keys(History history) {
        Set<String> keys = new HashSet<>();
        history.given().forEach(g -> keys.add(g.duty()));
        return keys;
    }

    /** The smallest sets of guarantors with whose defection what must follow is weaker. */
    Set<Set<String>> emptying(List<Planned> course, Given value) {
        for (int size = 1; size <= guarantors().size(); size++) {
            Set<Set<String>> found = new HashSet<>();
            for (Set<String> set : defectors(size)) {
                if (value(course, set).map(Given::rank).orElse(-1) < value.rank()) {
                    found.add(set);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    // What could follow.

    /**
     * The best that can come of it where everybody but the violator helps.
     *
     * @param against who votes no
     * @param enough there is no need to know more once it is reached
     */
    Optional<Given> could(List<Planned> course, Set<String> against, Optional<Given> enough) {
        Set<String> voting = new HashSet<>(against);
        voting.retainAll(members());
        return coulds.computeIfAbsent(List.of(course, voting), c -> helped(course, voting, enough));
    }

    private Optional<Given> helped(List<Planned> course, Set<String> against, Optional<Given> enough) {
        long after = breaking.end() + 1;
        List<Planned> base = new ArrayList<>(breaking.scene());
        base.addAll(course);
        for (Body body : text.plain().bodies()) {
            Set<String> yes = new HashSet<>(body.members());
            yes.removeAll(against);
            base.addAll(History.motion(body, "help", yes, after + 1, Part.HELP));
            if (canAct(body, against)) {
                findings(body).forEach(f -> base.add(Planned.finding(f, after)));
            }
        }
        List<List<Planned>> lawfulHelp = help.computeIfAbsent(
                course,
                c -> deeds.stream()
                        .filter(d -> !d.doer().equals(Optional.of(breaking.violator())))
                        .filter(d -> d.doer().isEmpty() || text.isARequest(d))
                        .map(d -> List.of(act(d, after + 2, Part.HELP)))
                        .filter(d -> isLawfulHelp(base, d))
                        .toList());
        // What happens by nobody's act happens without the breach as well.
        Set<Planned> nobodys = new HashSet<>();
        deeds.stream().filter(d -> d.doer().isEmpty()).forEach(d -> nobodys.add(act(d, after + 2, Part.HELP)));
        Map<List<Planned>, Set<String>> without = new HashMap<>();
        Optional<Given> best = Optional.empty();
        List<List<Planned>> tried = choices(lawfulHelp);
        for (int i = 0; i < tried.size(); i++) {
            List<Planned> choice = tried.get(i);
            List<Planned> all = new ArrayList<>(base);
            all.addAll(choice);
            History history = History.play(text, Set.of(breaking.violator()), true, all, horizon);
            List<Planned> anyhow = new ArrayList<>(breaking.scene());
            choice.stream().filter(nobodys::contains).forEach(anyhow::add);
            Set<String> expected = without.computeIfAbsent(
                    anyhow, a -> keys(History.play(text, Set.of(breaking.violator()), true, a, horizon)));
            List<Planned> beside = new ArrayList<>(all);
            beside.removeAll(course);
            beside.removeAll(breaking.scene());
            Optional<Given> one = answer(history, expected, beside, Set.of(breaking.violator()), true);
            if (VALUE.compare(one, best) > 0 && !history.isUnlawful(Set.of(breaking.violator()), Part.HELP)) {
                best = one;
            }
            boolean utmost = best.map(Given::rank).orElse(-1) == most();
            if (i == tried.size() - 1 && lawfulHelp.size() > FEW && !utmost && choice.size() != 2) {
                tried.addAll(pairs(lawfulHelp));
            }
        }
        return best;
    }

    /** The strongest that any clause asks for. */
    private int most() {
        return text.helpful().norms().stream()
                .map(Norm::duty)
                .filter(Duty.Achieve.class::isInstance)
                .map(d -> text.measure(((Duty.Achieve) d).act().event()))
                .mapToInt(m -> text.plain().measures().indexOf(m.orElse("")))
                .max()
                .orElse(-1);
    }

    private boolean isLawfulHelp(List<Planned> base, List<Planned> help) {
        List<Planned> all = new ArrayList<>(base);
        all.addAll(help);
        Set<String> violator = Set.of(breaking.violator());
        return !History.play(text, violator, true, all, horizon).isUnlawful(violator, Part.HELP);
    }

    Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        text.plain().bodies().forEach(b -> members.addAll(b.members()));
        return members;
    }

    private static boolean canAct(Body body, Set<String> against) {
        return body.vetoes().stream().noneMatch(against::contains)
                && body.members().stream().filter(m -> !against.contains(m)).count() >= body.need();
    }

    private List<Planned.Finding> findings(Body body) {
        List<Planned.Finding> findings = new ArrayList<>();
        for (Rule rule : text.plain().rules()) {
            if (rule instanceof Rule.Confirms c
                    && c.body().equals(Optional.of(body.name()))
                    && c.of().covers(breaking.norm().id())) {
                findings.add(new Planned.Finding(
                        body.name(), Optional.of(breaking.norm().id()), Optional.empty()));
            }
            if (rule instanceof Rule.RulesOn r && r.body().equals(body.name())) {
                findings.add(new Planned.Finding(body.name(), Optional.empty(), Optional.of(r.name())));
            }
        }
        return findings;
    }
}
