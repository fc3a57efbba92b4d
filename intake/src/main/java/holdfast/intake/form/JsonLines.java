package holdfast.intake.form;

import holdfast.language.document.FirstBytes;
import java.util.List;

/**
 * A text in which each line is a JSON object. Only its ending says so: its first line may be that of a JSON document as
 * well.
 */
final class JsonLines implements FileForm {
    @Override
    public String words() {
        return Json.WORDS;
    }

    @Override
    public List<String> endings() {
        return List.of(".jsonl", ".ndjson");
    }

    @Override
    public boolean recognises(FirstBytes head, String name) {
        return endings().stream().anyMatch(name::endsWith);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public List<String> meaningless() {
        return Json.MEANINGLESS;
    }

    @Override
    public void read(FileBeingRead file) {
        file.sink().numbers(file.form().numbers());
        new JsonRows(file.naming(), file.form().numbers(), file.problems(), file.sink()).read(file.text());
    }
}
