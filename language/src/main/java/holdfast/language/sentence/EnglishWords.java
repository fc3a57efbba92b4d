package holdfast.language.sentence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How English words change: a verb with who does it and when, a noun with how many. */
final class EnglishWords {
    /** Third person, past, and participle of verbs that do not follow the rule. */
    private static final Map<String, List<String>> IRREGULAR = Map.ofEntries(
            Map.entry("be", List.of("is", "was", "been")),
            Map.entry("have", List.of("has", "had", "had")),
            Map.entry("do", List.of("does", "did", "done")),
            Map.entry("go", List.of("goes", "went", "gone")),
            Map.entry("begin", List.of("begins", "began", "begun")),
            Map.entry("break", List.of("breaks", "broke", "broken")),
            Map.entry("bring", List.of("brings", "brought", "brought")),
            Map.entry("build", List.of("builds", "built", "built")),
            Map.entry("buy", List.of("buys", "bought", "bought")),
            Map.entry("choose", List.of("chooses", "chose", "chosen")),
            Map.entry("come", List.of("comes", "came", "come")),
            Map.entry("cut", List.of("cuts", "cut", "cut")),
            Map.entry("draw", List.of("draws", "drew", "drawn")),
            Map.entry("drive", List.of("drives", "drove", "driven")),
            Map.entry("fall", List.of("falls", "fell", "fallen")),
            Map.entry("fight", List.of("fights", "fought", "fought")),
            Map.entry("find", List.of("finds", "found", "found")),
            Map.entry("fly", List.of("flies", "flew", "flown")),
            Map.entry("get", List.of("gets", "got", "got")),
            Map.entry("give", List.of("gives", "gave", "given")),
            Map.entry("grow", List.of("grows", "grew", "grown")),
            Map.entry("hand", List.of("hands", "handed", "handed")),
            Map.entry("hold", List.of("holds", "held", "held")),
            Map.entry("keep", List.of("keeps", "kept", "kept")),
            Map.entry("lay", List.of("lays", "laid", "laid")),
            Map.entry("lead", List.of("leads", "led", "led")),
            Map.entry("leave", List.of("leaves", "left", "left")),
            Map.entry("lend", List.of("lends", "lent", "lent")),
            Map.entry("let", List.of("lets", "let", "let")),
            Map.entry("lose", List.of("loses", "lost", "lost")),
            Map.entry("make", List.of("makes", "made", "made")),
            Map.entry("meet", List.of("meets", "met", "met")),
            Map.entry("pay", List.of("pays", "paid", "paid")),
            Map.entry("put", List.of("puts", "put", "put")),
            Map.entry("rebuild", List.of("rebuilds", "rebuilt", "rebuilt")),
            Map.entry("run", List.of("runs", "ran", "run")),
            Map.entry("say", List.of("says", "said", "said")),
            Map.entry("see", List.of("sees", "saw", "seen")),
            Map.entry("sell", List.of("sells", "sold", "sold")),
            Map.entry("send", List.of("sends", "sent", "sent")),
            Map.entry("set", List.of("sets", "set", "set")),
            Map.entry("shoot", List.of("shoots", "shot", "shot")),
            Map.entry("shut", List.of("shuts", "shut", "shut")),
            Map.entry("spend", List.of("spends", "spent", "spent")),
            Map.entry("stand", List.of("stands", "stood", "stood")),
            Map.entry("take", List.of("takes", "took", "taken")),
            Map.entry("teach", List.of("teaches", "taught", "taught")),
            Map.entry("tell", List.of("tells", "told", "told")),
            Map.entry("undertake", List.of("undertakes", "undertook", "undertaken")),
            Map.entry("withdraw", List.of("withdraws", "withdrew", "withdrawn")),
            Map.entry("withhold", List.of("withholds", "withheld", "withheld")),
            Map.entry("write", List.of("writes", "wrote", "written")));

    /**
     * Verbs with which the names of acts begin in agreements. A name that begins with none of them, and with none of {@link #EITHER}, is taken for a
     * thing.
     */
    private static final Set<String> VERBS = Set.of(
            ("abduct accept add adopt agree airlift allow annex announce appoint approve arm arrest assemble assign"
                            + " assist attend audit block bomb bombard broadcast cancel carry cease cede clear close collect compensate"
                            + " complain comply conduct confine confirm consent consult contribute convene convict cooperate count"
                            + " debrief decide deepen defend delimit deliver demarcate demine demolish deny deploy destroy detain"
                            + " determine disarm disband disclose discuss dismantle dispatch donate draw dredge enact encircle enter"
                            + " equip establish evacuate evict exclude expand expel explain extend extradite facilitate feed ferry film"
                            + " finish fly fortify free gather grant guard heal hinder hold identify implement impose indemnify inform"
                            + " inspect install intervene introduce invade invest investigate invite invoke jail join kidnap lease levy"
                            + " lift load locate maintain meet mobilise mobilize monitor move negotiate nominate notify object observe"
                            + " obstruct occupy open operate oversee pay photograph prepare prevent proclaim procure produce propose"
                            + " prosecute protect provide publish pull punish quarter quit ratify reach rearm reassign receive recognise"
                            + " recognize reconnect reconvene recruit redeploy reduce refer refrain refuel refuse regain register"
                            + " reimburse reinforce reject rejoin relocate rely remain remind remove renew reopen repatriate repay"
                            + " replace reply reroute rescue resettle resolve respond restore restrict resume retreat retrieve reveal"
                            + " review revise revoke rotate secure seek seize sentence separate settle shield show sign sit start station"
                            + " stay step stop submit sue summon surrender suspend swap tell terminate threaten translate transmit treat"
                            + " unblock unload use vacate vaccinate verify violate warn weigh")
                    .split(" "));

    /** Words that are a noun as often as a verb. */
    private static final Set<String> EITHER = Set.of(
            ("access act advance aid attack ban bar blockade brief call census challenge chart convoy credit cross dam"
                            + " deposit display escort exchange exercise fence finance fire form fund guarantee help host house increase"
                            + " land limit list loan man map mark mine name offer order pardon patrol permit place pledge probe protest"
                            + " purchase question raid raise recall record release remedy repair report request return sanction seal"
                            + " search share shell shelter ship store strike supply support survey tax test threat toll trade train"
                            + " transfer trench trial truck turn visit vote wall warrant watch")
                    .split(" "));

    /** With what the name of something that happens often ends: "ceasefire begins", "foreign units leave". */
    private static final Set<String> HAPPENS = Set.of(
            ("begins ends starts stops leaves leave returns return fails meets consents passes expires lapses fires"
                            + " agrees withdraws arrives arrive resumes")
                    .split(" "));

    /** Verbs by their third person, where that is another word. */
    private static final Map<String, String> BASES = Stream.concat(VERBS.stream(), IRREGULAR.keySet().stream())
            .filter(v -> !third(v).equals(v))
            .collect(Collectors.toMap(EnglishWords::third, v -> v, (one, other) -> one));

    private EnglishWords() {}

    /** What a made name says as a thing; empty where it can only be a deed. What says that something was done is quoted. */
    static Optional<String> noun(String words) {
        if (saysDone(words)) {
            return Optional.of("“" + words + "”");
        }
        return isSurelyDeed(words) ? Optional.empty() : Optional.of(words);
    }

    /** What a made name says as a deed; empty where it can only be a thing. "joins alliance" is to join alliance. */
    static Optional<String> verb(String words) {
        Optional<String> base = base(words);
        if (base.isPresent() && !saysDone(words)) {
            return base;
        }
        boolean deed = !saysDone(words) && (isSurelyDeed(words) || EITHER.contains(words));
        return deed ? Optional.of(words) : Optional.empty();
    }

    /** Of a name that begins with a verb said of one, such as "joins alliance": the deed. */
    private static Optional<String> base(String words) {
        String first = words.split(" ", 2)[0];
        return Optional.ofNullable(BASES.get(first)).map(v -> v + words.substring(first.length()));
    }

    /** "withdraw heavy weapons", "support the army", "visit sites"; not "use of force", "patrol boat", "attack". */
    private static boolean isSurelyDeed(String words) {
        String first = words.split(" ", 2)[0];
        String rest = words.substring(first.length()).strip();
        if (rest.startsWith("of ") || saysDone(words)) {
            return false;
        }
        boolean object = rest.matches("(.* )?(the|a|an|to|in|for) .*") || rest.matches(".*[^s]s");
        return VERBS.contains(first)
                || IRREGULAR.containsKey(first)
                || (EITHER.contains(first) && object)
                || base(words).isPresent();
    }

    /** "warn the others" said of one: "warns the others". */
    static String third(String deed) {
        return inflected(deed, 0, EnglishWords::regularThird);
    }

    /** "warn the others" that was done: "warned the others". */
    static String participle(String deed) {
        return inflected(deed, 2, EnglishWords::regularPast);
    }

    private static String inflected(String deed, int form, UnaryOperator<String> regular) {
        int end = deed.indexOf(' ') < 0 ? deed.length() : deed.indexOf(' ');
        String verb = deed.substring(0, end);
        String changed =
                Optional.ofNullable(IRREGULAR.get(verb)).map(f -> f.get(form)).orElseGet(() -> regular.apply(verb));
        return changed + deed.substring(end);
    }

    private static String regularThird(String verb) {
        if (verb.endsWith("y") && !endsInVowelAndOne(verb)) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb + (verb.matches(".*(s|x|z|ch|sh|o)") ? "es" : "s");
    }

    private static String regularPast(String verb) {
        if (verb.endsWith("e")) {
            return verb + "d";
        }
        if (verb.endsWith("y") && !endsInVowelAndOne(verb)) {
            return verb.substring(0, verb.length() - 1) + "ied";
        }
        // One short syllable doubles its last letter: ban, stop, dam; also permit, submit, transfer, refer.
        boolean doubles = verb.matches("[^aeiou]*[aeiou][bdgklmnprt]") && !verb.endsWith("w")
                || verb.matches(".*(mit|fer|pel|cel)") && !verb.matches(".*(offer|suffer|differ|limit)");
        return verb + (doubles ? verb.substring(verb.length() - 1) : "") + "ed";
    }

    private static boolean endsInVowelAndOne(String verb) {
        return verb.length() > 1 && "aeiou".indexOf(verb.charAt(verb.length() - 2)) >= 0;
    }

    /** With the article that it needs in front of it, if any: "an attack", "heavy weapons", "the end of the truce". */
    static String one(String noun) {
        if (hasArticle(noun) || noun.startsWith("“") || isPluralOrMass(noun)) {
            return noun;
        }
        return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0
                                && !noun.startsWith("uni")
                                && !noun.startsWith("use")
                        ? "an "
                        : "a ")
                + noun;
    }

    static boolean hasArticle(String noun) {
        return noun.matches("(?i)(a|an|the|any|each|every|no|some|what|that|its|whatever) .*");
    }

    static String withoutArticle(String noun) {
        return noun.replaceFirst("^(a|an|the) ", "");
    }

    private static boolean isPluralOrMass(String noun) {
        String head = head(noun);
        return head.matches(
                ".*([^su]s|ing|fire|aid|access|help|support|notice|consent|ammunition|fuel|evidence|equipment|traffic|news)");
    }

    /** Whether it takes a verb of several: "the forces of the region", "local elections"; not "the United States", which is one. */
    static boolean isMany(String noun) {
        String head = head(noun);
        return Character.isLowerCase(head.charAt(0)) && head.matches(".*([^su]s)") && !head.equals("news");
    }

    /** The word that the others only describe: "withdrawal" in "withdrawal of heavy weapons". */
    private static String head(String noun) {
        String first = noun.split(" (of|from|to|in|on|by|with|against|between|for|into|at|that|who) ", 2)[0];
        return first.substring(first.lastIndexOf(' ') + 1);
    }

    /** Several of it, without an article: "attacks", "entries into the zone". */
    static String several(String noun) {
        String bare = withoutArticle(noun);
        if (bare.startsWith("“") || isPluralOrMass(bare)) {
            return bare;
        }
        String head = head(bare);
        int at = bare.indexOf(head + " ") >= 0 && !bare.endsWith(head)
                ? bare.indexOf(head + " ")
                : bare.lastIndexOf(head);
        return bare.substring(0, at) + plural(head) + bare.substring(at + head.length());
    }

    private static String plural(String noun) {
        if (noun.endsWith("y") && !endsInVowelAndOne(noun)) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        if (noun.endsWith("man")) {
            return noun.substring(0, noun.length() - 2) + "en";
        }
        return noun + (noun.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }

    /** Whether a made name says that something was done, such as "peace deal signed". */
    static boolean saysDone(String words) {
        String bare = words.replaceFirst(" (in|out|back|home|off|up|over|down|away)$", "");
        String last = bare.substring(bare.lastIndexOf(' ') + 1);
        boolean irregular = !last.equals("cut")
                && !last.equals("set")
                && !last.equals("run")
                && IRREGULAR.values().stream().anyMatch(f -> f.contains(last));
        return bare.indexOf(' ') > 0 && (irregular || last.matches(".*[^e]ed") || HAPPENS.contains(last));
    }
}
