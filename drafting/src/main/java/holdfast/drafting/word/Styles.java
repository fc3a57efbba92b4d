package holdfast.drafting.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the styles of a text say; what a style does not say, the style that it is based on does. */
final class Styles {
    private final Map<String, Element> byId = new HashMap<>();
    private String usual = "";

    Styles(Optional<Element> root) {
        for (Element style : root.map(r -> Elements.children(r, "style")).orElse(List.of())) {
            String id = Elements.attribute(style, "styleId").orElse("");
            byId.put(id, style);
            boolean isUsual =
                    Elements.attribute(style, "default").filter("1"::equals).isPresent()
                            || Elements.attribute(style, "default")
                                    .filter("true"::equals)
                                    .isPresent();
            if (isUsual
                    && Elements.attribute(style, "type")
                            .filter("paragraph"::equals)
                            .isPresent()) {
                usual = id;
            }
        }
    }

    /** The style of a paragraph: what it names, or what a paragraph has that names none. */
    String ofParagraph(Optional<Element> properties) {
        return properties.flatMap(p -> Elements.value(p, "pStyle")).orElse(usual);
    }

    /** As it is called in every language: {@code heading 1}, {@code Title}. In small letters. */
    String name(String id) {
        return Optional.ofNullable(byId.get(id))
                .flatMap(s -> Elements.value(s, "name"))
                .orElse(id)
                .toLowerCase(Locale.ROOT);
    }

    boolean isBasedOn(String id, String name) {
        return line(id).stream()
                .anyMatch(s ->
                        Elements.value(s, "name").filter(name::equalsIgnoreCase).isPresent());
    }

    /** The level in the outline, from 0; empty where the style is that of plain text. */
    Optional<Integer> outline(String id) {
        Optional<Integer> said = first(id, s -> Elements.number(s, "pPr", "outlineLvl"));
        return said.or(() -> first(id, s -> Elements.value(s, "name").flatMap(Styles::headingLevel)));
    }

    private static Optional<Integer> headingLevel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.matches("heading [1-9]") ? Optional.of(lower.charAt(8) - '1') : Optional.empty();
    }

    Optional<Element> numbering(String id) {
        return first(id, s -> Elements.child(s, "pPr", "numPr"));
    }

    /** Whether a property of its letters is on. */
    Optional<Boolean> toggle(String id, String property) {
        return first(id, s -> Elements.child(s, "rPr").flatMap(r -> Elements.toggle(r, property)));
    }

    Optional<String> alignment(String id) {
        return first(id, s -> Elements.value(s, "pPr", "jc"));
    }

    Optional<String> raised(String id) {
        return first(id, s -> Elements.value(s, "rPr", "vertAlign"));
    }

    private <T> Optional<T> first(String id, Function<Element, Optional<T>> asked) {
        for (Element style : line(id)) {
            Optional<T> said = asked.apply(style);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /** The style, the one that it is based on, and so on; a circle ends where it closes. */
    private List<Element> line(String id) {
        List<Element> line = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = id;
        while (seen.add(at)) {
            @Nullable Element style = byId.get(at);
            if (style == null) {
                break;
            }
            line.add(style);
            at = Elements.value(style, "basedOn").orElse("");
        }
        return line;
    }
}
