package holdfast.intake.form;

import holdfast.intake.value.NumberForm;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a file stand in it.
 *
 * @param separator 0: found out from the header
 * @param columns the columns of a file without a header; otherwise empty
 * @param headerFrom the row of the header, or the first of several; 0: the first that is not empty
 * @param headerTo the last of them
 * @param sheet of a workbook; none: the only one that is not empty
 */
public record TableForm(
        char separator,
        List<String> columns,
        long headerFrom,
        long headerTo,
        Optional<String> sheet,
        Charset charset,
        NumberForm numbers) {
    public static final TableForm OWN =
            new TableForm((char) 0, List.of(), 0, 0, Optional.empty(), StandardCharsets.UTF_8, NumberForm.PLAIN);

    public TableForm {
        columns = List.copyOf(columns);
    }
}
