package holdfast.cli.agreement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import holdfast.cli.output.Refusal;
import holdfast.examine.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** How fast things were lost in replayed cases: a table of the columns case, first_act, loss and source. */
public final class Losses {
    static final String FILE = "losses.csv";

    private Losses() {}

    /** @throws Refusal if the table cannot be read, or an instant has no offset, or a loss does not come after the first act */
    public static List<Subject.Loss> read(Path file) {
        List<Subject.Loss> losses = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                losses.add(loss(file, row));
            }
        } catch (CsvParseException | IOException e) {
            throw Refusal.usage("`" + file + "` cannot be read as a table", "");
        }
        return losses;
    }

    private static Subject.Loss loss(Path file, NamedCsvRecord row) {
        String where = "`" + file + "`, line " + row.getStartingLineNumber() + ": ";
        try {
            long millis = Duration.between(
                            OffsetDateTime.parse(row.getField("first_act")), OffsetDateTime.parse(row.getField("loss")))
                    .toMillis();
            if (millis <= 0) {
                throw Refusal.usage(where + "the loss does not come after the first act", "");
            }
            return new Subject.Loss(row.getField("case"), millis);
        } catch (DateTimeParseException e) {
            throw Refusal.usage(
                    where + "`" + e.getParsedString() + "` is no instant", "write it as 2015-02-15T00:20:00+02:00");
        } catch (NoSuchElementException e) {
            throw Refusal.usage(where + "a column is missing", "the columns are case, first_act, loss, source");
        }
    }
}
