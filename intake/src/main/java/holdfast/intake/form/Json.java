package holdfast.intake.form;

import holdfast.language.diagnostic.Place;
import holdfast.language.document.FirstBytes;
import java.util.List;
import java.util.stream.Stream;

/** One JSON document, by its ending or by how it begins. */
final class Json implements FileForm {
    static final String WORDS = "JSON";
    static final List<String> MEANINGLESS = List.of("sheet", "header", "separator", "columns");

    @Override
    public String words() {
        return WORDS;
    }

    @Override
    public List<String> endings() {
        return List.of(".json");
    }

    /** In a folder of records such a file is a map, to which a zone may refer. */
    @Override
    public List<String> otherEndings() {
        return List.of(".geojson");
    }

    /** A header may begin with a bracket or a brace, but hardly with what follows them in JSON. */
    @Override
    public boolean recognises(FirstBytes head, String name) {
        return Stream.concat(endings().stream(), otherEndings().stream()).anyMatch(name::endsWith)
                || head.beginTwo("[", "{]")
                || head.beginTwo("{", "\"}");
    }

    @Override
    public Place.Counted counted() {
        return Place.Counted.ROWS;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public List<String> meaningless() {
        return MEANINGLESS;
    }

    @Override
    public void read(FileBeingRead file) {
        file.sink().numbers(file.form().numbers());
        new JsonDocument(file.naming(), file.form().numbers(), file.problems(), file.sink()).read(file.text());
    }
}
