package holdfast.language.model;

import java.util.List;

/** A point on which the text can be read in several ways. */
public record Question(String name, String text, List<String> answers, Origin origin) {
    public Question {
        answers = List.copyOf(answers);
    }
}
