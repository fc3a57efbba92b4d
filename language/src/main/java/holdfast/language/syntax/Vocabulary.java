package holdfast.language.syntax;

import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.document.FormalBlock;
import holdfast.language.syntax.token.Lexer;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The names that a document declares, gathered before its statements are read: examples in error texts are made of them, and a name that the
 * document declares is never taken for a word of the language.
 */
public final class Vocabulary {
    /** Of no document. */
    public static final Vocabulary NONE = new Vocabulary();

    /** Stands in an example for what the document does not have. */
    static final String OPEN = "...";

    private static final Set<String> EVERYWHERE =
            Set.of("decision", "motion", "vote", "gain", "unattributed", "party", "guarantor");

    private static final List<String> VIOLENCE = List.of(
            "attack",
            "fire",
            "firing",
            "shoot",
            "shot",
            "shell",
            "strike",
            "raid",
            "bomb",
            "kill",
            "hostil",
            "assault",
            "invade",
            "invasion",
            "seize",
            "seizure",
            "mine",
            "mining",
            "aggress",
            "offensive",
            "war",
            "violen",
            "abduct");

    private final List<String> actors = new ArrayList<>();
    private final List<String> guarantors = new ArrayList<>();
    private final List<String> articles = new ArrayList<>();
    private final List<String> parties = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> acts = new ArrayList<>();
    private final Set<String> forbidden = new HashSet<>();

    /** What the text asks of somebody. */
    private final Set<String> demanded = new HashSet<>();

    /** By act, the clause that forbids it. */
    private final Map<String, String> forbidding = new LinkedHashMap<>();

    private String first = "";
    private final List<String> states = new ArrayList<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final Set<String> declared = new HashSet<>();

    private Vocabulary() {}

    public static Vocabulary of(List<FormalBlock> blocks) {
        Vocabulary vocabulary = new Vocabulary();
        for (FormalBlock block : blocks) {
            if (block.kind() == FormalBlock.Kind.HOLDFAST) {
                vocabulary.add(Lexer.tokens(block, new Diagnostics()));
            }
        }
        return vocabulary;
    }

    private void add(List<Token> tokens) {
        Map<String, Consumer<String>> lists = new HashMap<>();
        List.of("group", "undefined", "question", "zone", "define").forEach(w -> lists.put(w, name -> {}));
        lists.put("party", this::addParty);
        lists.put("guarantor", this::addGuarantor);
        lists.put("actor", actors::add);
        lists.put("body", bodies::add);
        lists.put("state", states::add);
        lists.put("term", states::add);
        String clause = "";
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isWord("must") || token.isWord("shall")) {
                demanded.add(tokens.get(i + 1).text());
            }
            clause = token.startsLine() && token.isClauseId() ? token.text() : clause;
            first = first.isEmpty() ? clause : first;
            if (token.isWord("not")
                            && i > 0
                            && (tokens.get(i - 1).isWord("must")
                                    || tokens.get(i - 1).isWord("shall"))
                    || forbidsAll(tokens, i - 1)) {
                forbidden.add(tokens.get(i + 1).text());
                if (!clause.isEmpty()) {
                    forbidding.putIfAbsent(tokens.get(i + 1).text(), clause);
                }
            }
            if (token.startsLine() && token.isClauseId() && token.text().indexOf('.') > 0) {
                String article = token.text().substring(0, token.text().indexOf('.'));
                if (!articles.contains(article)) {
                    articles.add(article);
                }
            }
            if (!token.startsLine() && !(i > 0 && tokens.get(i - 1).is(Kind.COMMA))) {
                continue;
            }
            if (token.isWord("event")) {
                addEvents(tokens, i + 1);
            } else if (token.is(Kind.WORD) && lists.containsKey(token.text())) {
                addNames(
                        tokens,
                        i + 1,
                        lists.get(token.text()),
                        token.isWord("party") || token.isWord("guarantor") || token.isWord("actor"));
            }
        }
    }

    private static final Set<String> ALL = Set.of("party", "parties", "guarantor", "guarantors");
    private static final Set<String> NEITHER = Set.of("no", "neither");
    private static final Set<String> VERBS = Set.of("may", "shall", "must");

    /** {@code no party may}, {@code neither party shall}: the word in question is the verb. */
    private static boolean forbidsAll(List<Token> tokens, int party) {
        return party > 0
                && ALL.contains(tokens.get(party).text().toLowerCase(Locale.ROOT))
                && NEITHER.contains(tokens.get(party - 1).text().toLowerCase(Locale.ROOT))
                && VERBS.contains(tokens.get(party + 1).text());
    }

    private void addGuarantor(String name) {
        actors.add(name);
        guarantors.add(name);
    }

    private void addParty(String name) {
        actors.add(name);
        parties.add(name);
    }

    private void addNames(List<Token> tokens, int from, Consumer<String> list, boolean several) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).is(Kind.WORD)) {
            list.accept(tokens.get(at).text());
            declared.add(tokens.get(at).text());
            at++;
            if (at < tokens.size() && tokens.get(at).is(Kind.TEXT)) {
                at++;
            }
            if (!several
                    || at >= tokens.size()
                    || !(tokens.get(at).is(Kind.COMMA) || tokens.get(at).isWord("and"))) {
                return;
            }
            at++;
        }
    }

    private void addEvents(List<Token> tokens, int from) {
        boolean name = true;
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean next =
                    token.startsLine() && depth == 0 && !tokens.get(at - 1).is(Kind.COMMA) && at > from;
            if (next) {
                return;
            }
            if (name && token.is(Kind.WORD)) {
                events.add(token.text());
                declared.add(token.text());
                boolean by = at + 2 < tokens.size()
                        && tokens.get(at + 1).is(Kind.OPEN)
                        && tokens.get(at + 2).isWord("by");
                if (by) {
                    acts.add(token.text());
                }
                attributes.put(token.text(), attributes(tokens, at + 1));
            }
            depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
            name = depth == 0 && token.is(Kind.COMMA);
        }
    }

    private static Map<String, String> attributes(List<Token> tokens, int open) {
        Map<String, String> found = new LinkedHashMap<>();
        int at = open;
        while (at + 3 < tokens.size()
                && (tokens.get(at).is(Kind.OPEN) || tokens.get(at).is(Kind.COMMA))
                && (at == open) == tokens.get(at).is(Kind.OPEN)
                && tokens.get(at + 2).is(Kind.COLON)) {
            found.put(tokens.get(at + 1).text(), tokens.get(at + 3).text());
            at += 4;
        }
        return found;
    }

    boolean declares(String name) {
        return declared.contains(name);
    }

    /** The {@code n}th actor, or a neutral name. */
    String actor(int n) {
        List<String> names = parties.size() > n ? parties : actors;
        return names.size() > n
                ? names.get(n)
                : List.of("North", "South", "East").get(Math.min(n, 2));
    }

    String body() {
        return bodies.isEmpty() ? "Commission" : bodies.getFirst();
    }

    /** Something that happens, and that is no violence, if there is anything else; dots where the document declares nothing. */
    String event() {
        return events.stream()
                .filter(e -> !isViolent(e))
                .findFirst()
                .or(() -> events.stream().findFirst())
                .orElse(OPEN);
    }

    /**
     * Something that somebody may be asked to do: what the text forbids, and violence, nobody says as an example of what must be done. Dots where the
     * document has no such act.
     */
    String deed() {
        return acts.stream()
                .filter(demanded::contains)
                .filter(this::mayBeAsked)
                .findFirst()
                .or(() -> acts.stream()
                        .filter(this::mayBeAsked)
                        .filter(a -> !a.equals(event()))
                        .findFirst())
                .or(() -> acts.stream().filter(this::mayBeAsked).findFirst())
                .orElse(OPEN);
    }

    /** An act of which one may say as an example that somebody must not do it. */
    String misdeed() {
        return acts.stream().filter(forbidden::contains).findFirst().orElseGet(this::deed);
    }

    /** The act by which one gives notice. */
    String notice() {
        return events.stream()
                .filter(e -> e.contains("notice") || e.contains("notif") || e.contains("denounce"))
                .findFirst()
                .orElse(OPEN);
    }

    /** The articles that forbid something; where none does, all that have clauses. */
    List<String> articlesForbidding() {
        List<String> found = forbidding.values().stream()
                .map(c -> c.contains(".") ? c.substring(0, c.indexOf('.')) : c)
                .distinct()
                .toList();
        return found.isEmpty() ? articles : found;
    }

    /** Whether an example may ask for it. */
    boolean mayBeAsked(String act) {
        return !forbidden.contains(act) && !isViolent(act);
    }

    private static boolean isViolent(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("_"))
                .anyMatch(w -> VIOLENCE.stream().anyMatch(w::startsWith));
    }

    /** Whether the document has the name, or every document has it. */
    boolean knows(String name) {
        return declared.contains(name) || EVERYWHERE.contains(name);
    }

    Set<String> declared() {
        return declared;
    }

    /** The clause that forbids the act. */
    Optional<String> clauseForbidding(String act) {
        return Optional.ofNullable(forbidding.get(act));
    }

    /** Some clause that forbids something; otherwise the first of all. */
    String forbidding() {
        return forbidding.values().stream().findFirst().orElse(first.isEmpty() ? OPEN : first);
    }

    /** The articles that have clauses. */
    List<String> articles() {
        return articles;
    }

    List<String> parties() {
        return parties;
    }

    List<String> guarantors() {
        return guarantors;
    }

    /** The declared event of which {@code written} is a form: {@code attacks} of {@code attack}. */
    Optional<String> eventMeantBy(String written) {
        return events.stream()
                .filter(e -> written.startsWith(e) && written.length() <= e.length() + 3)
                .findFirst();
    }

    /** The act of which {@code written} is a form: {@code withdraws} of {@code withdraw}; otherwise dots. */
    String actMeantBy(String written) {
        return eventMeantBy(written).orElse(OPEN);
    }

    /** The declared event that a noun or a participle speaks of: {@code consult} of {@code consultation}. */
    Optional<String> eventSpokenOf(String written) {
        return eventMeantBy(written)
                .or(() -> events.stream()
                        .filter(e -> e.length() >= 4
                                && written.length() >= 4
                                && (written.startsWith(e.substring(0, e.length() - 1)) || e.startsWith(written + "_")))
                        .findFirst());
    }

    /** The declared event of that name, or of one near to it. */
    Optional<String> actNamed(String name) {
        return events.contains(name) ? Optional.of(name) : Suggestion.nearest(name, events);
    }

    boolean isEvent(String name) {
        return events.contains(name);
    }

    /** Whether some event has an attribute of that name. */
    boolean isAttribute(String name) {
        return attributes.values().stream().anyMatch(a -> a.containsKey(name));
    }

    boolean isState(String name) {
        return states.contains(name);
    }

    boolean isActor(String name) {
        return actors.contains(name) || bodies.contains(name);
    }

    /** What an event's attributes are called and of which type they are, in the order of the text. */
    Map<String, String> attributesOf(String event) {
        return attributes.getOrDefault(event, Map.of());
    }

    boolean hasState() {
        return !states.isEmpty();
    }

    String state() {
        return states.isEmpty() ? OPEN : states.getFirst();
    }
}
