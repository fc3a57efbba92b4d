package holdfast.intake.form;

import holdfast.language.document.FirstBytes;
import java.util.List;

/**
 * A text in which each line is a row, its cells separated by commas, semicolons, tabs or strokes. Nothing else says
 * that it is one.
 */
final class Table implements FileForm {
    @Override
    public String words() {
        return "a table";
    }

    @Override
    public List<String> endings() {
        return List.of(".csv", ".tsv");
    }

    @Override
    public boolean recognises(FirstBytes head, String name) {
        return false;
    }

    @Override
    public List<String> meaningless() {
        return List.of("sheet");
    }

    @Override
    public void read(FileBeingRead file) {
        new CsvRows(file.form()).read(file.text(), file.problems(), file.sink());
    }
}
