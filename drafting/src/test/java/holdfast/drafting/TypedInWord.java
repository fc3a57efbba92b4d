package holdfast.drafting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * A text as somebody types it in Word, from a script of lines: {@code kind, number, words}, parted by tabs. The number is what the reader must see; Word is told of it
 * only where the kind is {@code p}, where the writer typed it. Lines that begin with {@code list}, {@code again} and {@code styled} say how Word numbers.
 *
 * <pre>
 * list A: decimal %1. / lowerLetter (%2)     a list with its levels
 * again B of A                               the same list, begun anew
 * styled h2 A 0                              headings of the style are numbered by level 0 of A
 * </pre>
 */
final class TypedInWord {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, Integer> lists = new LinkedHashMap<>();
    private final Map<String, String> styled = new LinkedHashMap<>();
    private final StringBuilder abstractLists = new StringBuilder();
    private final StringBuilder nums = new StringBuilder();
    private final Map<String, String> levels = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder footnotes = new StringBuilder();
    private final List<String> seen = new ArrayList<>();
    private int notes;
    private boolean inTable;

    private TypedInWord() {}

    /** @param bytes the file; @param seen its lines, as a reader sees them: a cell of a table is a line */
    record Typed(byte[] bytes, List<String> seen) {}

    static Typed resource(String name) throws IOException {
        try (InputStream in = TypedInWord.class.getResourceAsStream("typed/" + name + ".txt")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Typed of(String script) {
        TypedInWord typed = new TypedInWord();
        script.lines().filter(l -> !l.isBlank()).forEach(typed::line);
        typed.closeTable();
        return new Typed(typed.file(), typed.seen);
    }

    /** A file of nothing but this body, in Word's XML. */
    static byte[] body(String xml) {
        return body(xml, Map.of());
    }

    /** @param others parts beside it, by what they are, each the inside of its root */
    static byte[] body(String xml, Map<String, String> others) {
        TypedInWord typed = new TypedInWord();
        typed.body.append(xml);
        return typed.file(others);
    }

    private void line(String line) {
        if (line.startsWith("list ")) {
            list(
                    line.substring(5, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        } else if (line.startsWith("again ")) {
            String[] words = line.split(" ");
            num(
                    words[1],
                    lists.get(words[3]) - 1,
                    "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>",
                    words[3]);
        } else if (line.startsWith("styled ")) {
            String[] words = line.split(" ");
            styled.put(words[1], words[2] + words[3]);
        } else {
            String[] cells = line.split("\t", -1);
            paragraph(cells[0], cells[1], cells[2]);
        }
    }

    private void list(String name, String all) {
        levels.put(name, all);
        lists.put(name, lists.size() + 1);
    }

    private void num(String name, int abstractId, String override, String of) {
        levels.put(name, "=" + of + "|" + override);
        lists.put(name, lists.size() + 1);
    }

    private void paragraph(String kind, String number, String words) {
        if (kind.equals("t")) {
            row(words);
            return;
        }
        closeTable();
        boolean typed = !number.isEmpty() && (kind.equals("p") || kind.equals("b") || kind.equals("c"));
        String properties = switch (kind) {
            case "title" -> "<w:pStyle w:val=\"Title\"/>";
            case "p", "b" -> "";
            case "c" -> "<w:jc w:val=\"center\"/>";
            case "h1", "h2", "h3" -> "<w:pStyle w:val=\"Heading" + kind.charAt(1) + "\"/>";
            default ->
                "<w:numPr><w:ilvl w:val=\"" + kind.substring(kind.length() - 1) + "\"/><w:numId w:val=\""
                        + lists.get(kind.substring(0, kind.length() - 1)) + "\"/></w:numPr>";
        };
        String shown = typed ? number + "→" + words : words;
        body.append("<w:p><w:pPr>").append(properties).append("</w:pPr>");
        body.append(runs(shown, kind.equals("b") || kind.equals("c"))).append("</w:p>");
        seen.add((number.isEmpty() ? "" : number + " ") + words.replaceAll("\\{note: [^}]*}", ""));
    }

    private void row(String words) {
        if (!inTable) {
            body.append("<w:tbl><w:tblPr/><w:tblGrid/>");
            inTable = true;
        }
        body.append("<w:tr>");
        for (String cell : words.split(" \\| ", -1)) {
            body.append("<w:tc><w:p>").append(runs(cell, false)).append("</w:p></w:tc>");
            seen.add(cell);
        }
        body.append("</w:tr>");
    }

    private void closeTable() {
        if (inTable) {
            body.append("</w:tbl><w:p/>");
            inTable = false;
        }
    }

    private String runs(String words, boolean bold) {
        StringBuilder runs = new StringBuilder();
        for (String piece : words.split("(?=\\{note: )|(?<=})|(?=→)|(?<=→)")) {
            if (piece.startsWith("{note: ")) {
                footnotes
                        .append("<w:footnote w:id=\"")
                        .append(++notes)
                        .append("\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> ")
                        .append(escaped(piece.substring(7, piece.length() - 1)))
                        .append("</w:t></w:r></w:p></w:footnote>");
                runs.append("<w:r><w:footnoteReference w:id=\"").append(notes).append("\"/></w:r>");
            } else if (piece.equals("→")) {
                runs.append("<w:r><w:tab/></w:r>");
            } else if (!piece.isEmpty()) {
                runs.append("<w:r>")
                        .append(bold ? "<w:rPr><w:b/></w:rPr>" : "")
                        .append("<w:t xml:space=\"preserve\">")
                        .append(escaped(piece))
                        .append("</w:t></w:r>");
            }
        }
        return runs.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void numbering() {
        levels.forEach((name, all) -> {
            int id = lists.get(name);
            if (all.startsWith("=")) {
                String of = all.substring(1, all.indexOf('|'));
                nums.append("<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + lists.get(of) + "\"/>"
                        + all.substring(all.indexOf('|') + 1) + "</w:num>");
                return;
            }
            abstractLists.append(
                    "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:multiLevelType w:val=\"multilevel\"/>");
            String[] each = all.split(" / ");
            for (int i = 0; i < each.length; i++) {
                String level = name + i;
                String style = styled.entrySet().stream()
                        .filter(s -> s.getValue().equals(level))
                        .map(s -> "<w:pStyle w:val=\"Heading" + s.getKey().charAt(1) + "\"/>")
                        .findFirst()
                        .orElse("");
                abstractLists.append("<w:lvl w:ilvl=\"" + i + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\""
                        + each[i].substring(0, each[i].indexOf(' ')) + "\"/>" + style + "<w:lvlText w:val=\""
                        + each[i].substring(each[i].indexOf(' ') + 1) + "\"/></w:lvl>");
            }
            abstractLists.append("</w:abstractNum>");
            nums.append("<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + id + "\"/></w:num>");
        });
    }

    private String styles() {
        StringBuilder styles = new StringBuilder("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                + "<w:name w:val=\"Normal\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>");
        for (int i = 1; i <= 3; i++) {
            String point = styled.get("h" + i);
            styles.append("<w:style w:type=\"paragraph\" w:styleId=\"Heading" + i + "\"><w:name w:val=\"heading " + i
                    + "\"/><w:pPr>"
                    + (point == null
                            ? ""
                            : "<w:numPr><w:ilvl w:val=\"" + point.substring(point.length() - 1)
                                    + "\"/><w:numId w:val=\"" + lists.get(point.substring(0, point.length() - 1))
                                    + "\"/></w:numPr>")
                    + "<w:outlineLvl w:val=\"" + (i - 1) + "\"/></w:pPr></w:style>");
        }
        return styles.toString();
    }

    private byte[] file() {
        numbering();
        Map<String, String> others = new LinkedHashMap<>();
        others.put("styles", styles());
        if (!lists.isEmpty()) {
            others.put("numbering", abstractLists.toString() + nums);
        }
        if (notes > 0) {
            others.put("footnotes", "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>" + footnotes);
        }
        return file(others);
    }

    private byte[] file(Map<String, String> others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OPCPackage made = OPCPackage.create(bytes)) {
            PackagePart main = part(
                    made,
                    "document",
                    "document.main",
                    "<w:document " + W
                            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>" + body + "</w:body></w:document>");
            made.addRelationship(main.getPartName(), TargetMode.INTERNAL, RELATIONS + "officeDocument");
            for (Map.Entry<String, String> other : others.entrySet()) {
                String kind = other.getKey();
                String root = switch (kind) {
                    case "header" -> "hdr";
                    case "footer" -> "ftr";
                    default -> kind;
                };
                PackagePart part =
                        part(made, kind, kind, "<w:" + root + " " + W + ">" + other.getValue() + "</w:" + root + ">");
                main.addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATIONS + kind);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static PackagePart part(OPCPackage made, String name, String type, String xml) throws Exception {
        PackagePart part =
                made.createPart(PackagingURIHelper.createPartName("/word/" + name + ".xml"), TYPES + type + "+xml");
        try (OutputStream out = part.getOutputStream()) {
            out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        }
        return part;
    }
}
