package holdfast.drafting.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom a text names as its parties, guarantors and bodies: where it says what each is called from here on, between whom it is made, and who signs. What it does
 * not say so is not guessed.
 *
 * @param parties by name, the words of the text
 */
record NamedInText(Map<String, String> parties, Map<String, String> guarantors, Map<String, String> bodies) {
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}’'-]*";
    private static final String TITLE =
            "(?:[Tt]he |THE |a |A |an |An )?" + CAPITAL + "(?: (?:of|and the|of the|for|de|del|" + CAPITAL + "))*";

    private static final Pattern CALLED = Pattern.compile(
            "(" + TITLE + "(?:(?:,| and|, and) (?:the )?" + TITLE + ")*),? *"
                    + "\\((?:hereinafter|hereafter|henceforth|below|in what follows)?[^\"“„«()]{0,40}[\"“„«]([^\"”“»]{1,60})[\"”“»][^()]{0,60}\\)");

    private static final Pattern BETWEEN = Pattern.compile("(?:between|BETWEEN|Between) (?:the |THE )?(" + TITLE
            + ") (?:and|AND) (?:the |THE )?(" + TITLE + "|[\\p{Lu} ]+?)(?= AND | and |[,.;:\\n(]| on | ON |$)");

    private static final Pattern SIGNED = Pattern.compile(
            "(?m)^\\s*(?:For|FOR|On behalf of) (?:the |THE )?(" + TITLE + ")\\s*(\\([^)]*\\))?\\s*:?\\s*_*\\s*$");

    private static final Pattern BODY = Pattern.compile(
            "commission|committee|council|board|court|panel|tribunal|authority|secretariat", Pattern.CASE_INSENSITIVE);
    private static final Pattern GUARANTOR = Pattern.compile("guarant", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOBODY = Pattern.compile(
            ".*\\b(agreement|treaty|protocol|parties|time|date|day|line|zone|area|lake|river|annex|corridor|period|territory|memorandum|arrangement|sides|persons?|property|mission)\\b.*",
            Pattern.CASE_INSENSITIVE);

    static NamedInText of(String text) {
        NamedInText found = new NamedInText(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        CALLED.matcher(text).results().forEach(m -> found.called(m.group(1), m.group(2)));
        SIGNED.matcher(text).results().forEach(m -> found.signed(m.group(1), m.group(2) == null ? "" : m.group(2)));
        if (found.parties.size() < 2) {
            Matcher between = BETWEEN.matcher(text);
            if (between.find()) {
                found.put(found.parties, spoken(between.group(1)), spoken(between.group(1)));
                found.put(found.parties, spoken(between.group(2)), spoken(between.group(2)));
            }
        }
        return found;
    }

    /** A name out of a heading, which may be in capitals. */
    private static String spoken(String title) {
        String one = title.replaceFirst(" (?:ON|AND|FOR|TO)\\b.*$", "").strip();
        if (!one.equals(one.toUpperCase(Locale.ROOT))) {
            return one;
        }
        return Arrays.stream(one.split(" "))
                .map(w -> w.matches("OF|THE|AND")
                        ? w.toLowerCase(Locale.ROOT)
                        : w.charAt(0) + w.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private void called(String who, String name) {
        boolean collective = GUARANTOR.matcher(name).find();
        if (collective) {
            Arrays.stream(who.split(",? and (?:the )?(?=\\p{Lu})|, (?:the )?")).forEach(w -> put(guarantors, w, w));
        } else if (BODY.matcher(name).find()) {
            put(bodies, name, who);
        } else if (!NOBODY.matcher(name).matches()) {
            put(parties, name, who);
        }
    }

    private void signed(String who, String as) {
        boolean known = parties.containsKey(identifier(who)) || guarantors.containsKey(identifier(who));
        if (!known && !NOBODY.matcher(who).matches() && !BODY.matcher(who).find()) {
            put(GUARANTOR.matcher(as).find() ? guarantors : parties, who, who);
        }
    }

    private void put(Map<String, String> into, String name, String words) {
        String one = identifier(name);
        boolean taken = parties.containsKey(one) || guarantors.containsKey(one) || bodies.containsKey(one);
        if (!one.isEmpty() && !taken) {
            into.put(one, withoutArticle(words));
        }
    }

    /** {@code Korland} of "the Federal Republic of Korland", {@code NorthIsle} of "North Isle". */
    private static String identifier(String name) {
        String plain = withoutArticle(name).replaceFirst("^.*\\b(?:of|OF) (?:the |THE )?", "");
        return Arrays.stream(plain.split("[^\\p{L}0-9]+"))
                .filter(w -> !w.isEmpty())
                .map(w -> w.equals(w.toUpperCase(Locale.ROOT)) && w.length() > 4
                        ? w.charAt(0) + w.substring(1).toLowerCase(Locale.ROOT)
                        : Character.toUpperCase(w.charAt(0)) + w.substring(1))
                .collect(Collectors.joining())
                .replaceFirst("^[0-9]+", "");
    }

    private static String withoutArticle(String words) {
        return words.strip().replaceFirst("(?i)^(the|an?) ", "");
    }

    /** The statements that declare them; none for a kind that the text does not name. */
    List<String> declared() {
        List<String> lines = new ArrayList<>();
        if (!parties.isEmpty()) {
            lines.add("party " + list(parties));
        }
        if (!guarantors.isEmpty()) {
            lines.add("guarantor " + list(guarantors));
        }
        bodies.forEach((name, words) -> {
            if (!parties.isEmpty()) {
                lines.add(
                        "-- say who sits in it, and how it decides: by consensus, by majority, by 2 of 3, who may veto");
                lines.add("body " + name + title(name, words) + " of " + String.join(", ", parties.keySet()));
            }
        });
        return lines;
    }

    private static String list(Map<String, String> named) {
        return named.entrySet().stream()
                .map(e -> e.getKey() + title(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String title(String name, String words) {
        return words.equals(name) ? "" : " \"" + words.replace("\"", "") + "\"";
    }
}
