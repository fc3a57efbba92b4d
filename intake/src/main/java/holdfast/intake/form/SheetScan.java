package holdfast.intake.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Looks through the XML of a sheet of Excel for what the library that reads it does not stand or know. */
final class SheetScan {
    private static final int MOST_COLUMNS = 16_384;
    private static final byte[] PLACE = " r=\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WRITTEN_DATE = " t=\"d\"".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern DATE_CELL = Pattern.compile("(<(?:\\w+:)?c\\b[^<>]*) t=\"d\"");

    private int inPlace;
    private int column = -1;
    private boolean beyond;
    private int inDate;
    private boolean dates;

    void take(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            byte b = buffer[i];
            if (column >= 0) {
                if (b >= 'A' && b <= 'Z' && column <= MOST_COLUMNS) {
                    column = column * 26 + b - 'A' + 1;
                } else {
                    beyond |= column > MOST_COLUMNS;
                    column = -1;
                }
            }
            inPlace = b == PLACE[inPlace] ? inPlace + 1 : b == PLACE[0] ? 1 : 0;
            if (inPlace == PLACE.length) {
                inPlace = 0;
                column = 0;
            }
            inDate = b == WRITTEN_DATE[inDate] ? inDate + 1 : b == WRITTEN_DATE[0] ? 1 : 0;
            if (inDate == WRITTEN_DATE.length) {
                inDate = 0;
                dates = true;
            }
        }
    }

    /** Whether a cell stands beyond the last column that a sheet can have: the library would make room for all before it. */
    boolean isBeyond() {
        return beyond;
    }

    /** Whether cells hold dates as texts, which the library does not know. */
    boolean hasWrittenDates() {
        return dates;
    }

    /** The workbook with such cells as plain texts. */
    static byte[] datesAsTexts(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(workbook.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().startsWith("xl/worksheets/")
                        && entry.getName().endsWith(".xml")) {
                    String sheet = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                    to.write(DATE_CELL.matcher(sheet).replaceAll("$1 t=\"str\"").getBytes(StandardCharsets.UTF_8));
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
