package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.Question;
import holdfast.language.model.Titles;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How names are called for those who read: each is declared, and called once in each language. */
final class TitleCheck {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Context context;
    private final Map<String, Map<String, List<String>>> byLanguage = new LinkedHashMap<>();
    private final Set<String> said = new HashSet<>();

    TitleCheck(Context context) {
        this.context = context;
    }

    Titles titles() {
        return new Titles(byLanguage);
    }

    void add(Stated stated) {
        if (!(stated.statement() instanceof Statement.Called called)) {
            return;
        }
        Optional<String> name =
                called.question().map(q -> answer(q, called.name())).orElseGet(() -> declared(called.name()));
        name.ifPresent(n -> called.titles().forEach(t -> add(n, called.name(), t)));
    }

    private Optional<String> declared(Token name) {
        if (context.names.kind(name.text()).isPresent() || context.names.measures.contains(name.text())) {
            return Optional.of(name.text());
        }
        List<String> known = new ArrayList<>(context.names.of(Names.Kind.values()));
        known.addAll(context.names.measures);
        context.unknown(
                Code.NOTHING_TO_CALL,
                name,
                "nothing is named as",
                known,
                "name it first, such as `event " + name.text()
                        + "`; an answer is called with its question: `counting as included is called ...`");
        return Optional.empty();
    }

    private Optional<String> answer(Token question, Token answer) {
        Question asked = context.names.questions.get(question.text());
        if (asked == null) {
            context.unknown(
                    Code.UNKNOWN_QUESTION,
                    question,
                    "there is no question",
                    context.names.questions.keySet(),
                    "say what it is: `question " + question.text() + " answers ...`");
            return Optional.empty();
        }
        if (!asked.answers().contains(answer.text())) {
            context.unknown(
                    Code.UNKNOWN_QUESTION,
                    answer,
                    "`" + question.text() + "` has no answer",
                    asked.answers(),
                    "its answers are " + String.join(", ", asked.answers()));
            return Optional.empty();
        }
        return Optional.of(Titles.answer(question.text(), answer.text()));
    }

    private void add(String name, Token at, Statement.InLanguage written) {
        String language = written.language().map(Token::text).orElse(Titles.USUAL);
        if (!LANGUAGES.contains(language)) {
            Token place = written.language().orElse(at);
            context.report(
                    Code.UNKNOWN_LANGUAGE,
                    place,
                    "`" + place.text() + "` is no language",
                    "write its two small letters: `en` English, `uk` Ukrainian, `fr` French, `ar` Arabic");
            return;
        }
        if (!said.add(language + " " + name)) {
            context.report(
                    Code.SAID_TWICE,
                    at,
                    "how `" + at.text() + "` is called in `" + language + "` was already said",
                    "say it once");
            return;
        }
        List<String> forms = new ArrayList<>();
        for (Token title : written.titles()) {
            String form = title.content().strip();
            if (form.isEmpty()) {
                context.report(
                        Code.NOTHING_TO_CALL,
                        title,
                        "the name for readers is empty",
                        "write how people call it, or leave the statement out");
                return;
            }
            forms.add(form);
        }
        byLanguage.computeIfAbsent(language, l -> new LinkedHashMap<>()).put(name, List.copyOf(forms));
    }
}
