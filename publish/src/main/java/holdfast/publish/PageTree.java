package holdfast.publish;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a tree. Every page that Holdfast writes is well-formed XML. */
final class PageTree {
    private static final String DOCTYPE = "<!DOCTYPE html>";

    private PageTree() {}

    static Document of(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String tree = page.startsWith(DOCTYPE) ? page.substring(DOCTYPE.length()) : page;
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(tree)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    /** The elements of this name inside of another, in their order; a list of its own, which stays as it is when the tree is changed. */
    static List<Element> all(Node in, String name) {
        NodeList found =
                in instanceof Document d ? d.getElementsByTagName(name) : ((Element) in).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    /** The elements of this name that stand in another, and in nothing between. */
    static List<Element> directly(Element in, String name) {
        return children(in).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(e -> e.getTagName().equals(name))
                .toList();
    }

    static Optional<Element> first(Node in, String name) {
        return all(in, name).stream().findFirst();
    }

    static boolean hasClass(Element element, String name) {
        return List.of(element.getAttribute("class").split(" ", -1)).contains(name);
    }

    /** Text as it is read: whatever stands between words is one space. */
    static String words(Node node) {
        return node.getTextContent().strip().replaceAll("[ \\t\\n]+", " ");
    }
}
