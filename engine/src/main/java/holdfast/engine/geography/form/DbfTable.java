package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Gdal;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The table of a shapefile (dBASE): for each shape a row of properties. */
final class DbfTable {
    private static final int HEADER = 32;
    private static final int FIELD = 32;
    private static final int END_OF_FIELDS = 0x0d;

    /** What the byte 29 of a header says of the letters, as ESRI and dBASE use it. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry(0x01, "IBM437"),
            Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"),
            Map.entry(0x57, "windows-1252"),
            Map.entry(0x59, "windows-1252"),
            Map.entry(0x65, "IBM866"),
            Map.entry(0x26, "IBM866"),
            Map.entry(0x64, "IBM852"),
            Map.entry(0xc8, "windows-1250"),
            Map.entry(0xc9, "windows-1251"),
            Map.entry(0xca, "windows-1254"),
            Map.entry(0xcb, "windows-1253"));

    private record Field(String name, char type, int offset, int length) {}

    private final Trail file;
    private final ByteBuffer bytes;
    private final Optional<Charset> letters;
    private final List<Field> fields = new ArrayList<>();
    private final int rows;
    private final int header;
    private final int rowLength;

    /** @param codePage what a {@code .cpg} beside it says */
    DbfTable(Trail file, byte[] table, Optional<byte[]> codePage) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        if (table.length < HEADER + 1) {
            throw broken("it ends in the middle");
        }
        this.rows = bytes.getInt(4);
        this.header = Short.toUnsignedInt(bytes.getShort(8));
        this.rowLength = Short.toUnsignedInt(bytes.getShort(10));
        this.letters = codePage.map(this::letters)
                .or(() -> Optional.ofNullable(LETTERS.get(Byte.toUnsignedInt(bytes.get(29))))
                        .filter(Charset::isSupported)
                        .map(Charset::forName));
        fields();
        if (rows < 0 || rowLength < 1 || (long) header + (long) rows * rowLength > table.length) {
            throw broken("it says that it has " + Integer.toUnsignedString(rows) + " rows of " + rowLength
                    + " bytes, and it has " + table.length + " bytes");
        }
    }

    private void fields() {
        int offset = 1;
        for (int at = HEADER; at + 1 <= header && bytes.capacity() > at; at += FIELD) {
            if (bytes.get(at) == END_OF_FIELDS) {
                break;
            }
            if (at + FIELD > bytes.capacity()) {
                throw broken("it ends in the middle");
            }
            int end = 0;
            while (end < 11 && bytes.get(at + end) != 0) {
                end++;
            }
            char type = (char) bytes.get(at + 11);
            int length = Byte.toUnsignedInt(bytes.get(at + 16));
            if (type == 'C') {
                length += Byte.toUnsignedInt(bytes.get(at + 17)) << 8;
            }
            fields.add(new Field(name(at, end), type, offset, length));
            offset += length;
        }
        if (fields.isEmpty() || offset > rowLength) {
            throw broken("its columns do not fit into its rows");
        }
    }

    int rows() {
        return rows;
    }

    /** @param index from 0 */
    ObjectNode row(int index, Trail at) {
        int start = header + index * rowLength;
        if (bytes.get(start) == '*') {
            throw at.problem(
                    "its row in the table is marked as deleted, and its shape is still there",
                    "save the layer anew, so that both go or both stay: " + Gdal.turns(file, ""));
        }
        ObjectNode row = GeometryNodes.object();
        for (Field field : fields) {
            String text = text(start + field.offset(), field.length(), "column `" + field.name() + "`")
                    .replace('\0', ' ')
                    .strip();
            put(row, field, text);
        }
        return row;
    }

    private static void put(ObjectNode row, Field field, String text) {
        switch (field.type()) {
            case 'N', 'F' -> {
                // Asterisks stand for a number that did not fit.
                if (!text.isEmpty() && !text.startsWith("*")) {
                    try {
                        row.put(field.name(), new BigDecimal(text));
                    } catch (NumberFormatException e) {
                        row.put(field.name(), text);
                    }
                }
            }
            case 'D' -> {
                if (text.matches("\\d{8}")) {
                    row.put(field.name(), text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6));
                } else if (!text.isEmpty()) {
                    row.put(field.name(), text);
                }
            }
            case 'L' -> {
                if ("YyTt".contains(text) && !text.isEmpty()) {
                    row.put(field.name(), true);
                } else if ("NnFf".contains(text) && !text.isEmpty()) {
                    row.put(field.name(), false);
                }
            }
            default -> {
                if (!text.isEmpty()) {
                    row.put(field.name(), text);
                }
            }
        }
    }

    /** At ten bytes a name is cut off, perhaps in the middle of a letter. */
    private String name(int at, int length) {
        GeographyProblem whole;
        try {
            return text(at, length, "the name of a column");
        } catch (GeographyProblem problem) {
            whole = problem;
        }
        for (int less = 1; less <= 3 && length >= 10; less++) {
            try {
                return text(at, length - less, "the name of a column");
            } catch (GeographyProblem problem) {
                // One byte less.
            }
        }
        throw whole;
    }

    private String text(int at, int length, String what) {
        byte[] part = new byte[length];
        bytes.get(at, part);
        try {
            return letters.orElse(StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(part))
                    .toString();
        } catch (CharacterCodingException e) {
            throw file.problem(
                    what + " of its table (.dbf) has letters that are not "
                            + letters.map(Charset::name).orElse("UTF-8")
                            + (letters.isPresent() ? "" : ", and nothing says in which letters it is written"),
                    "put a file of the same name with the ending .cpg beside it that names them, such as `1251` or"
                            + " `UTF-8`");
        }
    }

    private Charset letters(byte[] codePage) {
        String written = new String(codePage, StandardCharsets.ISO_8859_1).strip();
        String name = written.toUpperCase(Locale.ROOT).replaceAll("^(ANSI|OEM|CP|WINDOWS|IBM)[ -]*", "");
        List<String> tries = name.equals("65001") || name.equals("UTF8")
                ? List.of("UTF-8")
                : name.matches("8859-?\\d+")
                        ? List.of("ISO-8859-" + name.substring(4).replace("-", ""))
                        : name.matches("\\d{3}") ? List.of("IBM" + name) : List.of("windows-" + name, name);
        for (String each : tries) {
            try {
                return Charset.forName(each);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // The next one.
            }
        }
        throw file.problem(
                "its .cpg says `" + (written.length() > 40 ? written.substring(0, 40) : written)
                        + "`, which names no letters that are known",
                "write `UTF-8`, `1251` or another code page into it");
    }

    private GeographyProblem broken(String found) {
        return file.problem("its table (.dbf) is damaged: " + found, "fetch or export it again");
    }
}
