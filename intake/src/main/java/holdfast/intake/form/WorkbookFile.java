package holdfast.intake.form;

import holdfast.language.diagnostic.Place;
import holdfast.language.document.FirstBytes;
import java.io.IOException;
import java.util.List;

/**
 * A workbook of Excel or of LibreOffice. Both are archives, and which of them it is, or whether it is neither, is only
 * seen inside ({@link Workbook}).
 */
final class WorkbookFile implements FileForm {
    @Override
    public String words() {
        return "a workbook";
    }

    @Override
    public String wanted() {
        return words() + " (" + String.join(", ", endings()) + ")";
    }

    @Override
    public List<String> endings() {
        return List.of(".xlsx", ".ods");
    }

    @Override
    public List<String> otherEndings() {
        return List.of(".xlsm");
    }

    @Override
    public boolean recognises(FirstBytes head, String name) {
        return head.begin("PK\u0003\u0004");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public Place.Counted counted() {
        return Place.Counted.ROWS;
    }

    @Override
    public List<String> meaningless() {
        return List.of("separator", "encoding");
    }

    @Override
    public void read(FileBeingRead file) throws IOException {
        file.sink().numbers(file.form().numbers());
        new Workbook(file.form(), file.problems(), file.sink()).read(file.bytes());
    }
}
