package holdfast.examine.brute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Small documents shaped like guarantee texts: who promises what, who answers a breach, with what and by when, who decides, who may get out. Everything in them follows
 * from the seed. A text is a list of statements by article, so that it can be made smaller by leaving some out.
 */
final class RandomGuarantees {
    private static final List<String> NAMES = List.of("Gold", "Hazel", "Iris", "Jade");
    private static final List<String> ACTS = List.of("gather", "warn", "punish", "deploy");
    private static final List<String> MEASURES = List.of("talks", "warning", "sanctions", "troops");

    private final Random random;
    /** What came later draws from a source of its own: so a seed still gives the text that it gave, and more. */
    private final Random more;

    /**
     * Where Bravo has a further duty that somebody's act sets off, the examiner and brute force still disagree on a few texts: whether an answer is because of this breach or because of
     * the other. {@code -Dother=true} draws them.
     */
    private static final boolean OTHER_DUTY = Boolean.getBoolean("other");

    private final List<String> guarantors;
    private final List<String> bodies = new ArrayList<>();
    private final int ranks;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> events = new LinkedHashSet<>();
    private boolean asked;
    private boolean truce;
    private boolean raids;

    private RandomGuarantees(long seed) {
        // neighbouring seeds must not begin alike
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x2545F4914F6CDD1DL);
        this.more = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
        this.guarantors = NAMES.subList(0, pick(0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 4));
        this.ranks = between(2, 4);
    }

    /** The statements, each with its article before it: {@code 2|2.1 each party P must not attack(by P)}. */
    static List<String> statements(long seed) {
        RandomGuarantees one = new RandomGuarantees(seed);
        one.draw();
        return one.lines;
    }

    /** The document that these statements make. */
    static String document(List<String> statements) {
        StringBuilder text = new StringBuilder("# A random guarantee\n");
        for (int article = 1; article <= 4; article++) {
            text.append("\n## Article ").append(article).append(". Random\n```holdfast\n");
            for (String statement : statements) {
                if (statement.startsWith(article + "|")) {
                    text.append(statement.substring(2)).append('\n');
                }
            }
            text.append("```\n");
        }
        return text.toString();
    }

    private void draw() {
        say(1, "agreement \"Random\"");
        say(1, "time zone UTC");
        say(1, "days count excluding the first day");
        say(1, "party Alfa, Bravo");
        if (!guarantors.isEmpty()) {
            say(1, "guarantor " + String.join(", ", guarantors));
        }
        for (int n = pick(0, 1, 1, 2); n > 0; n--) {
            body(bodies.isEmpty() ? "Council" : "Court");
        }
        say(1, "measures from weakest: " + String.join(", ", MEASURES.subList(0, ranks)));
        for (int i = 0; i < ranks; i++) {
            if (chance(0.15)) {
                // Perhaps of no use to anybody.
                measure(i);
            }
        }
        event("attack(by: party)");
        prohibitions();
        answers();
        powers();
        duty();
        anybodysTrigger();
    }

    /** Something else that Bravo must do, when somebody does what may be no asking at all; left undone, that is a breach too. */
    private void duty() {
        if (more.nextDouble() < 0.2 && OTHER_DUTY) {
            event("stir(by: party)");
            event("ask(by: party)");
            event("tidy(by: party)");
            String trigger = List.of("stir", "stir(by Alfa)", "ask(by Alfa)").get(more.nextInt(3));
            say(2, "2.5  on " + trigger + ", Bravo must tidy(by Bravo) within 12 hours");
        }
    }

    /** An answer that is owed when anybody does something. */
    private void anybodysTrigger() {
        if (more.nextDouble() < 0.2) {
            String act = List.of("stir", "call").get(more.nextInt(2));
            event(act + "(by: party)");
            int rank = more.nextInt(ranks);
            measure(rank);
            String bearer = guarantors.isEmpty() ? "Alfa" : guarantors.getFirst();
            say(
                    3,
                    "3.8  on " + act + ", " + bearer + " must " + ACTS.get(rank) + "(by " + bearer
                            + ") within 24 hours");
        }
    }

    /** What takes it out of the prohibition, for ever or for a time. */
    private String exception(String bearer) {
        if (more.nextDouble() >= 0.2) {
            return "";
        }
        event("vouch(by: party)");
        String by = List.of("", "(by Bravo)", bearer.endsWith(" P") ? "(by P)" : "", "(by Alfa)")
                .get(more.nextInt(4));
        return more.nextInt(3) == 0
                ? " where no vouch" + by + " for 36 hours"
                : " where not vouch" + by + " has happened";
    }

    private void body(String name) {
        List<String> members = new ArrayList<>(List.of("Alfa", "Bravo"));
        members.addAll(guarantors);
        while (members.size() > pick(2, 3, 3)) {
            members.remove(random.nextInt(members.size()));
        }
        String veto = chance(0.25) ? ", " + pick(members.toArray(String[]::new)) + " may veto" : "";
        String limit = chance(0.4) ? ", within 24 hours, silence means " + pick("consent", "refusal", "no vote") : "";
        say(
                1,
                "body " + name + " of " + String.join(", ", members) + ", decides by "
                        + pick("consensus", "majority", "majority", "1 of " + members.size()) + veto + limit);
        bodies.add(name);
    }

    private void prohibitions() {
        raids = chance(0.35);
        if (raids) {
            event("raid(by: party)");
        }
        truce = chance(0.4);
        if (truce) {
            event("truce_began");
            event("truce_ended");
            say(1, "state truce begins with truce_began, ends with truce_ended");
        }
        String scene = truce && chance(0.6) ? "while truce, " : "";
        String bearer = pick("each party P", "Bravo", "anyone P");
        boolean open = chance(0.15);
        if (open) {
            say(1, "undefined unprovoked \"without provocation\"");
            if (!bodies.isEmpty() && chance(0.6)) {
                say(1, pick(bodies.toArray(String[]::new)) + " rules on unprovoked");
            }
        }
        String where = open && chance(0.6) ? " where unprovoked" : exception(bearer);
        String by = bearer.endsWith(" P") ? "(by P)" : "(by Bravo)";
        if (raids && chance(0.4)) {
            say(1, "define hostile(by X) as attack(by X) or raid(by X)");
            say(2, "2.1  " + scene + bearer + " must not hostile" + by + where);
        } else {
            say(2, "2.1  " + scene + bearer + " must not attack" + by + where);
            if (raids && chance(0.5)) {
                say(2, "2.2  each party P must not raid(by P)");
            }
        }
        if (chance(0.5)) {
            say(2, "a breach of 2 ends after " + pick("12 hours", "24 hours", "2 hours") + " without a further act");
        }
        if (!bodies.isEmpty() && chance(0.6)) {
            String silence = chance(0.6)
                    ? ", and silence for 48 hours " + pick("leaves them alleged", "confirms them", "dismisses them")
                    : "";
            say(2, pick(bodies.toArray(String[]::new)) + " confirms breaches of 2" + silence);
        }
        if (chance(0.5)) {
            say(2, "2 in favour of Alfa");
        }
    }

    private void answers() {
        if (chance(0.2)) {
            say(1, "question clock \"how long\" answers short, long");
            asked = true;
        }
        boolean breach = false;
        int clauses = between(1, 4);
        for (int i = 1; i <= clauses; i++) {
            String id = "3." + i;
            int kind = random.nextInt(10);
            String trigger;
            boolean about = true;
            if (kind < 3 || (kind < 6 && !breach)) {
                breach = true;
                trigger = "on a " + (chance(0.35) ? "confirmed " : "") + "breach B of 2" + pick("", "", " by Bravo");
            } else if (kind == 3) {
                trigger = "if B continues after " + pick("6 hours", "24 hours", "48 hours");
            } else if (kind < 6) {
                trigger = "if B grows into " + graver();
            } else {
                about = false;
                trigger = plain(i);
            }
            answer(id, trigger, about);
        }
    }

    /** What a breach may grow into. */
    private String graver() {
        if (raids && chance(0.6)) {
            return "raid(by Bravo)";
        }
        String campaign = "define campaign(by X) as at least 2 attack(by X) within 1 hour";
        if (!lines.contains("1|" + campaign)) {
            say(1, campaign);
        }
        return "campaign(by Bravo)";
    }

    private String plain(int i) {
        switch (random.nextInt(5)) {
            case 4 -> {
                return truce ? "when truce " + pick("ends", "ends", "begins") : "on attack(by Bravo)";
            }
            case 0 -> {
                event("ask(by: party)");
                return "on ask(by " + pick("Alfa", "Alfa", "Bravo") + ")";
            }
            case 1 -> {
                if (!bodies.isEmpty()) {
                    return "on decision(of " + pick(bodies.toArray(String[]::new))
                            + ", on \"help\", result \"adopted\")";
                }
                return "on attack(by Bravo)";
            }
            case 2 -> {
                return i > 1 ? "when 3." + between(1, i - 1) + " is fulfilled" : "on attack(by Bravo)";
            }
            default -> {
                return raids ? "on raid(by Bravo)" : "on attack(by Bravo)";
            }
        }
    }

    private void answer(String id, String trigger, boolean about) {
        int rank = random.nextInt(ranks);
        measure(rank);
        String act = ACTS.get(rank);
        String guard = guard(about);
        List<String> bearers = new ArrayList<>(List.of("Alfa"));
        if (!guarantors.isEmpty()) {
            bearers.addAll(
                    List.of("each guarantor G", "each guarantor G", guarantors.getFirst(), guarantors.getLast()));
        }
        String bearer = pick(bearers.toArray(String[]::new));
        String doer = bearer.startsWith("each") ? "G" : bearer;
        String done = act + "(by " + doer + (about ? ", about B)" : ")");
        String scene = truce && chance(0.15) ? "while truce, " : "";
        String head = id + "  " + scene + trigger + ", " + guard + bearer;
        if (chance(0.15)) {
            say(3, head + " may " + done);
        } else if (asked && chance(0.5)) {
            say(3, "read clock as short, " + head + " must " + done + " within 24 hours");
            say(3, "read clock as long, " + head + " must " + done + pick(" within 72 hours", " with no deadline"));
        } else {
            say(
                    3,
                    head + " must " + done
                            + pick(
                                    " within 24 hours",
                                    " within 48 hours",
                                    " within 2 days",
                                    " within 6 hours",
                                    " with no deadline"));
        }
    }

    private String guard(boolean about) {
        if (!chance(0.25)) {
            return "";
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                event("provoke(by: party)");
                return "if not provoke(by Alfa) has happened, ";
            }
            case 1 -> {
                event("leave(by: party)");
                return "if not leave(by "
                        + pick("Bravo", "Alfa", guarantors.isEmpty() ? "Bravo" : guarantors.getFirst())
                        + ") has happened, ";
            }
            case 2 -> {
                event("ask(by: party)");
                return "if ask(by Alfa) has happened, ";
            }
            default -> {
                if (bodies.isEmpty()) {
                    return "";
                }
                return "if decision(of " + pick(bodies.toArray(String[]::new))
                        + ", on \"help\", result \"adopted\") has happened, ";
            }
        }
    }

    private void powers() {
        if (!chance(0.3)) {
            return;
        }
        event("leave(by: party)");
        List<String> holders = new ArrayList<>(List.of("Alfa", "Bravo"));
        holders.addAll(guarantors);
        String holder = pick(holders.toArray(String[]::new));
        boolean duty = lines.stream().anyMatch(l -> l.contains("3.1  ") && l.contains(" must "));
        String effect = duty ? pick("suspend", "terminate", "excuse") : pick("suspend", "terminate");
        say(4, "4.1  " + holder + " may " + effect + " 3.1 with leave(by " + holder + ")");
    }

    private void measure(int rank) {
        event(ACTS.get(rank) + "(by: party, about: breach) is " + MEASURES.get(rank));
    }

    private void event(String event) {
        if (events.add(event)) {
            say(1, "event " + event);
        }
    }

    private void say(int article, String statement) {
        lines.add(article + "|" + statement);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }
}
