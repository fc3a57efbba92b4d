package holdfast.drafting.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Counts what Word numbers by itself, so that each paragraph gets the number that its reader sees (ISO/IEC 29500-1, 17.9). It is asked paragraph by paragraph, in the
 * order of the text. Lists that are made of one abstract list go on counting where the one before stopped, unless they are told to begin anew.
 */
final class Numbering {
    private static final int LEVELS = 9;
    private static final Pattern OF_LEVEL = Pattern.compile("%([1-9])");

    /** Signs of the fonts Symbol and Wingdings that stand before points of a list. */
    private static final Map<String, String> SIGNS = Map.of(
            "\uF0B7", "•", "\uF0A7", "▪", "\uF0D8", "➢", "\uF0FC", "✓", "\uF076", "❖", "\uF02D", "–", "\uF0E8", "➔");

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> abstractLists = new HashMap<>();
    private final Styles styles;
    private final Consumer<String> unknownForm;
    private final Map<String, @Nullable Integer[]> counted = new HashMap<>();
    private final Map<String, @Nullable Integer[]> begun = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** @param unknownForm is told of each form of number that is printed in digits in place of it */
    Numbering(Optional<Element> root, Styles styles, Consumer<String> unknownForm) {
        this.styles = styles;
        this.unknownForm = unknownForm;
        root.ifPresent(r -> {
            Elements.children(r, "num")
                    .forEach(n -> lists.put(Elements.attribute(n, "numId").orElse(""), n));
            Elements.children(r, "abstractNum")
                    .forEach(n -> abstractLists.put(
                            Elements.attribute(n, "abstractNumId").orElse(""), n));
        });
    }

    /**
     * The place of a paragraph in a list.
     *
     * @param list its {@code numId}
     * @param level from 0
     */
    record Point(String list, int level) {}

    /** The number that is printed before a paragraph. @param behind what parts it from the words: a blank, or nothing */
    record Printed(String number, String behind) {}

    /** Where a paragraph stands in a list: by itself, or by its style; empty where it is not numbered. */
    Optional<Point> point(Optional<Element> properties, String style) {
        Optional<Element> own = properties.flatMap(p -> Elements.child(p, "numPr"));
        Optional<Element> ofStyle = styles.numbering(style);
        Optional<String> list =
                own.flatMap(n -> Elements.value(n, "numId")).or(() -> ofStyle.flatMap(n -> Elements.value(n, "numId")));
        if (list.isEmpty() || list.get().equals("0") || !lists.containsKey(list.get())) {
            return Optional.empty();
        }
        int level = own.flatMap(n -> Elements.number(n, "ilvl"))
                .or(() -> levelOfStyle(list.get(), style))
                .or(() -> ofStyle.flatMap(n -> Elements.number(n, "ilvl")))
                .orElse(0);
        return Optional.of(new Point(list.get(), Math.clamp(level, 0, LEVELS - 1)));
    }

    private Optional<Integer> levelOfStyle(String list, String style) {
        for (int i = 0; i < LEVELS; i++) {
            if (level(list, i)
                    .flatMap(l -> Elements.value(l, "pStyle"))
                    .filter(style::equals)
                    .isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Counts one further, and says what is printed. */
    Printed next(Point point) {
        String key = abstractId(point.list());
        @Nullable Integer[] counters = counted.computeIfAbsent(key, k -> new @Nullable Integer[LEVELS]);
        @Nullable Integer[] starts = begun.computeIfAbsent(key, k -> new @Nullable Integer[LEVELS]);
        if (used.add(point.list())) {
            beginAnew(point.list(), counters, starts);
        }
        count(point, counters, starts);
        return printed(point, counters, starts);
    }

    private void beginAnew(String list, @Nullable Integer[] counters, @Nullable Integer[] starts) {
        Element num = lists.get(list);
        if (num == null) {
            return;
        }
        for (Element override : Elements.children(num, "lvlOverride")) {
            int level = Elements.attribute(override, "ilvl")
                    .flatMap(Elements::whole)
                    .orElse(0);
            Optional<Integer> start = Elements.number(override, "startOverride");
            if (start.isPresent() && level >= 0 && level < LEVELS) {
                counters[level] = null;
                starts[level] = start.get();
            }
        }
    }

    private void count(Point point, @Nullable Integer[] counters, @Nullable Integer[] starts) {
        int level = point.level();
        for (int above = 0; above < level; above++) {
            if (counters[above] == null) {
                counters[above] = start(point.list(), above, starts);
            }
        }
        @Nullable Integer last = counters[level];
        counters[level] = last == null ? start(point.list(), level, starts) : last + 1;
        for (int below = level + 1; below < LEVELS; below++) {
            if (beginsAgain(point.list(), below, level)) {
                counters[below] = null;
            }
        }
    }

    /** Whether a level begins again behind a number of a higher one: behind each, unless it is said behind which, or never. */
    private boolean beginsAgain(String list, int below, int level) {
        return level(list, below)
                .flatMap(l -> Elements.number(l, "lvlRestart"))
                .map(restart -> restart != 0 && level < restart)
                .orElse(true);
    }

    private int start(String list, int level, @Nullable Integer[] starts) {
        @Nullable Integer own = starts[level];
        return own != null
                ? own
                : level(list, level).flatMap(l -> Elements.number(l, "start")).orElse(1);
    }

    private Printed printed(Point point, @Nullable Integer[] counters, @Nullable Integer[] starts) {
        Optional<Element> level = level(point.list(), point.level());
        String form = form(level);
        String text = level.flatMap(l -> Elements.value(l, "lvlText")).orElse("%" + (point.level() + 1) + ".");
        if (form.equals("bullet")) {
            String sign = SIGNS.getOrDefault(text, text);
            boolean readable = !sign.isEmpty() && sign.chars().noneMatch(c -> c >= 0xE000 && c <= 0xF8FF);
            return new Printed(readable ? (sign.equals("o") ? "○" : sign) : "•", " ");
        }
        boolean digits = level.flatMap(l -> Elements.toggle(l, "isLgl")).orElse(false);
        Matcher of = OF_LEVEL.matcher(text);
        StringBuilder number = new StringBuilder();
        while (of.find()) {
            int at = of.group(1).charAt(0) - '1';
            @Nullable Integer counter = counters[at];
            int value = counter == null ? start(point.list(), at, starts) : counter;
            of.appendReplacement(
                    number,
                    Matcher.quoteReplacement(number(digits ? "decimal" : form(level(point.list(), at)), value)));
        }
        of.appendTail(number);
        String suffix = level.flatMap(l -> Elements.value(l, "suff")).orElse("tab");
        return new Printed(number.toString().strip(), suffix.equals("nothing") ? "" : " ");
    }

    private String number(String form, int value) {
        return NumberForm.print(form, value).orElseGet(() -> {
            unknownForm.accept(form);
            return String.valueOf(value);
        });
    }

    /** Newer forms stand beside an older one that every program knows. */
    private static String form(Optional<Element> level) {
        return level.flatMap(l -> Elements.value(l, "numFmt")
                        .or(() -> Elements.child(l, "AlternateContent", "Fallback")
                                .flatMap(f -> Elements.value(f, "numFmt"))))
                .orElse("decimal");
    }

    /** A level of a list: its own, or that of the abstract list that it is made of. */
    private Optional<Element> level(String list, int level) {
        Element num = lists.get(list);
        if (num == null) {
            return Optional.empty();
        }
        Optional<Element> own = Elements.children(num, "lvlOverride").stream()
                .filter(o -> Elements.attribute(o, "ilvl")
                        .filter(String.valueOf(level)::equals)
                        .isPresent())
                .flatMap(o -> Elements.children(o, "lvl").stream())
                .findFirst();
        return own.or(() -> Optional.ofNullable(abstractLists.get(abstractId(list)))
                .flatMap(a -> Elements.children(a, "lvl").stream()
                        .filter(l -> Elements.attribute(l, "ilvl")
                                .filter(String.valueOf(level)::equals)
                                .isPresent())
                        .findFirst()));
    }

    /** The abstract list of a list; one that only names a style of lists stands for the list of that style. */
    private String abstractId(String list) {
        String at = list;
        for (int i = 0; i < LEVELS; i++) {
            Element num = lists.get(at);
            String id = num == null ? "" : Elements.value(num, "abstractNumId").orElse("");
            Element abstractList = abstractLists.get(id);
            Optional<String> linked = abstractList == null
                    ? Optional.empty()
                    : Elements.value(abstractList, "numStyleLink")
                            .flatMap(styles::numbering)
                            .flatMap(n -> Elements.value(n, "numId"));
            if (linked.isEmpty() || linked.get().equals(at)) {
                return id;
            }
            at = linked.get();
        }
        return "";
    }
}
