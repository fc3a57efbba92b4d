package holdfast.intake.form;

import holdfast.intake.form.SheetLayout.Merged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the layout of a sheet of Excel, which the library that reads its cells passes over. */
final class ExcelLayout {
    private static final Pattern CELLS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");
    private static final int MOST_COLUMNS = 16_384;

    private final byte[] workbook;

    ExcelLayout(byte[] workbook) {
        this.workbook = workbook;
    }

    /** @param relation by which the workbook names the sheet, such as {@code rId3} */
    SheetLayout of(String relation, boolean hidden) throws IOException {
        SheetLayout layout = new SheetLayout(hidden);
        String[] part = {""};
        read("xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship") && relation.equals(attribute(xml, "Id"))) {
                part[0] = attribute(xml, "Target");
            }
        });
        if (!part[0].isEmpty()) {
            long[] row = {0};
            read(inside(part[0]), xml -> take(xml, row, layout));
        }
        layout.sort();
        return layout;
    }

    /** The name of a part as the archive has it; the workbook, which names it, lies in {@code xl}. */
    private static String inside(String target) {
        Deque<String> folders = new ArrayDeque<>(target.startsWith("/") ? List.of() : List.of("xl"));
        for (String step : target.split("/")) {
            if (step.equals("..")) {
                folders.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                folders.addLast(step);
            }
        }
        return String.join("/", folders);
    }

    private static void take(XMLStreamReader xml, long[] row, SheetLayout layout) {
        switch (xml.getLocalName()) {
            case "row" -> {
                row[0] = number(attribute(xml, "r"), row[0] + 1);
                if (isTrue(attribute(xml, "hidden"))) {
                    layout.hideRows(row[0], row[0]);
                }
            }
            case "col" -> {
                int from = (int) number(attribute(xml, "min"), 0);
                int to = (int) Math.min(MOST_COLUMNS, number(attribute(xml, "max"), from));
                if (isTrue(attribute(xml, "hidden")) && from > 0 && from <= to) {
                    layout.hideColumns(from - 1, to - 1);
                }
            }
            case "mergeCell" -> {
                Matcher cells = CELLS.matcher(attribute(xml, "ref"));
                if (cells.matches()) {
                    layout.merge(new Merged(
                            Long.parseLong(cells.group(2)),
                            Long.parseLong(cells.group(4)),
                            column(cells.group(1)),
                            column(cells.group(3))));
                }
            }
            default -> {
                // Everything else is what the cells hold.
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static boolean isTrue(String written) {
        return written.equals("1") || written.equals("true");
    }

    private static long number(String written, long otherwise) {
        return written.matches("[0-9]{1,9}") ? Long.parseLong(written) : otherwise;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    @FunctionalInterface
    private interface Element {
        void begun(XMLStreamReader xml);
    }

    private void read(String part, Element element) throws IOException {
        try (InputStream content = content(part)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.begun(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private InputStream content(String part) throws IOException {
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equalsIgnoreCase(part)) {
                return zip;
            }
        }
        throw new IOException("no " + part);
    }
}
