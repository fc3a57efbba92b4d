package holdfast.report.sentence;

import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.sentence.Sentences;
import holdfast.report.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every statement of a text as a sentence, article by article, in the order of the text. */
public final class ReadAloud {
    private final Agreement agreement;
    private final Sentences sentences;

    /** @param lead what stands before the sentence: the clause's number, or nothing */
    private record Said(Origin origin, Reading reading, String lead, String sentence) {}

    private ReadAloud(Agreement agreement, String language) {
        this.agreement = agreement;
        this.sentences = Sentences.of(agreement, language);
    }

    /** @param language one of {@link Sentences#LANGUAGES} */
    public static String of(Agreement agreement, String language) {
        return new ReadAloud(agreement, language).text();
    }

    private String text() {
        List<Said> said = new ArrayList<>();
        agreement.bodies().forEach(b -> said.add(new Said(b.origin(), b.reading(), "", sentences.body(b))));
        agreement.zones().forEach(z -> said.add(new Said(z.origin(), z.reading(), "", sentences.zone(z))));
        agreement.definitions().stream()
                .filter(d -> !d.type().origin().equals(Origin.NONE))
                .forEach(d -> said.add(new Said(d.type().origin(), d.reading(), "", sentences.definition(d))));
        agreement.levels().forEach(l -> said.add(new Said(l.origin(), l.reading(), "", sentences.level(l))));
        agreement.states().forEach(s -> said.add(new Said(s.origin(), s.reading(), "", sentences.state(s))));
        agreement.norms().forEach(n -> said.add(new Said(n.origin(), n.reading(), n.id(), sentences.clause(n))));
        agreement.rules().forEach(r -> said.add(new Said(r.origin(), r.reading(), "", sentences.rule(r))));
        int lead =
                agreement.norms().stream().mapToInt(n -> n.id().length()).max().orElse(0) + 2;
        Page page = new Page();
        for (int i = 0; i < agreement.articles().size(); i++) {
            Article article = agreement.articles().get(i);
            int at = i;
            List<Said> here = said.stream()
                    .filter(s -> s.origin().article() == at)
                    .sorted(Comparator.comparingInt(s -> s.origin().line()))
                    .toList();
            if (!here.isEmpty()) {
                page.line(article.heading());
                here.forEach(s -> page.wrapped(
                        "  " + s.lead() + " ".repeat(lead - s.lead().length()), reading(s.reading()) + s.sentence()));
                page.line("");
            }
        }
        return page.toString();
    }

    /** "If end of breach is read as “after 24 hours”: ". */
    private String reading(Reading reading) {
        String said = sentences.names().reading(reading);
        return said.isEmpty() ? "" : Character.toUpperCase(said.charAt(0)) + said.substring(1) + ": ";
    }
}
