package holdfast.drafting.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What stands in an element of Word's XML. Names are taken without their namespaces: there are two sets of those, the usual and the strict one, and nothing that is
 * asked here is called alike in another.
 */
final class Elements {
    private Elements() {}

    static String name(Element element) {
        String name = element.getLocalName();
        return name == null ? element.getTagName() : name;
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                children.add(e);
            }
        }
        return children;
    }

    static List<Element> children(Element element, String name) {
        return children(element).stream().filter(e -> name(e).equals(name)).toList();
    }

    /** Down a path of names, each time the first child that is called so. */
    static Optional<Element> child(Element element, String... path) {
        Optional<Element> at = Optional.of(element);
        for (String name : path) {
            at = at.flatMap(e -> children(e, name).stream().findFirst());
        }
        return at;
    }

    static Optional<String> attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String local = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
            if (local.equals(name)) {
                return Optional.of(attribute.getNodeValue());
            }
        }
        return Optional.empty();
    }

    /** What is said of a child: its attribute {@code val}. */
    static Optional<String> value(Element element, String... path) {
        return child(element, path).flatMap(e -> attribute(e, "val"));
    }

    static Optional<Integer> number(Element element, String... path) {
        return value(element, path).flatMap(Elements::whole);
    }

    static Optional<Integer> whole(String digits) {
        try {
            return Optional.of(Integer.parseInt(digits.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A property that is on or off: on where it stands without a value. Empty where it does not stand. */
    static Optional<Boolean> toggle(Element properties, String name) {
        return child(properties, name)
                .map(e -> attribute(e, "val")
                        .map(v -> !(v.equals("0") || v.equals("false") || v.equals("off") || v.equals("none")))
                        .orElse(true));
    }
}
