package holdfast.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a page folds away until somebody asks. Paper cannot be asked: there each reason becomes a note with a number, and everything else is laid open. */
final class Notes {
    private Notes() {}

    /** All that is folded away, in one note. */
    static List<String> taken(Document page) {
        return taken(page, PageTree::words);
    }

    /** Only the records that a reason rests on; a reason without any leaves no note. */
    static List<String> recordsTaken(Document page) {
        return taken(
                page,
                details -> PageTree.all(details, "p").stream()
                        .filter(p -> PageTree.hasClass(p, "records"))
                        .map(PageTree::words)
                        .collect(Collectors.joining(" ")));
    }

    /** Takes the notes out of the page, in their order, and leaves {@code <sup class="note">1</sup>} in the place of each. */
    private static List<String> taken(Document page, Function<Element, String> words) {
        List<String> notes = new ArrayList<>();
        for (Element details : PageTree.all(page, "details")) {
            if (PageTree.hasClass(details, "note")) {
                PageTree.first(details, "summary").ifPresent(details::removeChild);
                String note = words.apply(details);
                Element number = page.createElement("sup");
                if (!note.isEmpty()) {
                    notes.add(note);
                    number.setAttribute("class", "note");
                    number.setTextContent(String.valueOf(notes.size()));
                }
                details.getParentNode().replaceChild(number, details);
            } else {
                open(page, details);
            }
        }
        return notes;
    }

    private static void open(Document page, Element details) {
        Element section = page.createElement("section");
        for (Node child : PageTree.children(details)) {
            if (child instanceof Element summary && summary.getTagName().equals("summary")) {
                Element heading = page.createElement("h2");
                heading.setTextContent(summary.getTextContent());
                section.appendChild(heading);
            } else {
                section.appendChild(child);
            }
        }
        details.getParentNode().replaceChild(section, details);
    }

    /** Puts the notes at the end of the page, with links to and fro. */
    static void atTheEnd(Document page, List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        for (Element number : PageTree.all(page, "sup")) {
            String n = number.getTextContent();
            number.setTextContent("");
            number.appendChild(link(page, "#note-" + n, n));
            number.setAttribute("id", "noted-" + n);
        }
        Element main = PageTree.first(page, "main").orElseThrow();
        Element heading = page.createElement("h2");
        heading.setTextContent("Notes");
        main.appendChild(heading);
        for (int i = 1; i <= notes.size(); i++) {
            Element note = page.createElement("p");
            note.setAttribute("class", "note");
            note.setAttribute("id", "note-" + i);
            note.appendChild(link(page, "#noted-" + i, String.valueOf(i)));
            note.appendChild(page.createTextNode("  " + notes.get(i - 1)));
            main.appendChild(note);
        }
    }

    private static Element link(Document page, String to, String words) {
        Element link = page.createElement("a");
        link.setAttribute("href", to);
        link.setTextContent(words);
        return link;
    }
}
