package holdfast.drafting.word;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes one part of a Word file: elements and attributes of its main namespace. Signs that XML cannot hold are written as □. */
final class WordXml {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String NAMESPACES =
            " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private final StringBuilder xml = new StringBuilder(HEAD);
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values, one after the other */
    WordXml begin(String name, String... attributes) {
        tag(name, attributes);
        xml.append('>');
        open.push(name);
        return this;
    }

    /** An element with nothing in it. */
    WordXml empty(String name, String... attributes) {
        tag(name, attributes);
        xml.append("/>");
        return this;
    }

    WordXml end() {
        xml.append("</w:").append(open.pop()).append('>');
        return this;
    }

    WordXml text(String text) {
        escape(text);
        return this;
    }

    private void tag(String name, String... attributes) {
        xml.append("<w:").append(name);
        if (open.isEmpty()) {
            xml.append(NAMESPACES);
        }
        for (int i = 0; i < attributes.length; i += 2) {
            boolean own = attributes[i].startsWith("xml:");
            xml.append(' ').append(own ? "" : "w:").append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            xml.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> {
                    boolean held = c == '\t'
                            || c == '\n'
                            || c >= 0x20 && c <= 0xD7FF
                            || c >= 0xE000 && c <= 0xFFFD
                            || c >= 0x10000;
                    xml.appendCodePoint(held ? c : '□');
                }
            }
        });
    }

    String whole() {
        while (!open.isEmpty()) {
            end();
        }
        return xml.toString();
    }
}
