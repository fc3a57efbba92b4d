package holdfast.server.json;

import holdfast.language.model.Agreement;
import holdfast.language.model.Question;
import holdfast.language.sentence.Readable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the names of a text are called, and its questions: so that whoever shows them shows no identifiers. */
public final class NamesJson {
    private final Agreement agreement;

    public NamesJson(Agreement agreement) {
        this.agreement = agreement;
    }

    /** In each language, by identifier. */
    public Map<String, @Nullable Object> names() {
        return Json.object("en", in("en"), "uk", in("uk"));
    }

    private Map<String, String> in(String language) {
        Readable readable = new Readable(agreement, language);
        Map<String, String> names = new TreeMap<>();
        identifiers().forEach(name -> names.put(name, readable.name(name)));
        return names;
    }

    private Set<String> identifiers() {
        Set<String> all = new TreeSet<>(agreement.measures());
        agreement.actors().forEach(a -> all.add(a.name()));
        agreement.bodies().forEach(b -> all.add(b.name()));
        agreement.groups().forEach(g -> all.add(g.name()));
        agreement.events().forEach(e -> all.add(e.name()));
        agreement.levels().forEach(l -> all.add(l.name()));
        agreement.states().forEach(s -> all.add(s.name()));
        agreement.zones().forEach(z -> all.add(z.name()));
        agreement.undefinedTerms().forEach(t -> all.add(t.name()));
        agreement.questions().forEach(q -> all.add(q.name()));
        return all;
    }

    /** On what the text can be read in several ways, and in which. */
    public List<Map<String, @Nullable Object>> questions() {
        return agreement.questions().stream().map(this::question).toList();
    }

    private Map<String, @Nullable Object> question(Question question) {
        Readable en = new Readable(agreement, "en");
        Readable uk = new Readable(agreement, "uk");
        return Json.object(
                "name",
                question.name(),
                "text",
                question.text(),
                "answers",
                question.answers().stream()
                        .map(a -> Json.object(
                                "name", a, "en", en.answer(question.name(), a), "uk", uk.answer(question.name(), a)))
                        .toList());
    }

    /** What the text uses and does not define: a body may find whether it applies. */
    public List<String> terms() {
        return agreement.undefinedTerms().stream().map(t -> t.name()).toList();
    }
}
