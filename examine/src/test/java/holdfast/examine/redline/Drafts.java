package holdfast.examine.redline;

import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Small drafts of one text, read from memory. */
final class Drafts {
    private static final String HEAD = """
            # Accord

            ## Article 1. Hostilities
            The Parties refrain from attack.

            ```holdfast
            agreement "Accord"
            time zone Europe/Kyiv
            party Ukraine, Russia
            guarantor France, Poland, Germany
            measures from weakest: warning, assistance
            event attack(by: party, killed: number)
            event warn(by: party, about: breach) is warning
            event assist(by: party, about: breach) is assistance
            event report(by: party)
            event request(by: party)
            """;

    private Drafts() {}

    /** @param articles what stands after the declarations, the first lines in article 1; `## ` begins another article */
    static Agreement draft(String articles) {
        StringBuilder text = new StringBuilder(HEAD);
        for (String line : articles.lines().toList()) {
            text.append(line.startsWith("## ") ? "```\n\n" + line + "\n\n```holdfast" : line)
                    .append('\n');
        }
        return read("draft.md", text + "```\n");
    }

    static Agreement read(String name, String document) {
        Outcome outcome =
                AgreementReader.read(name, document.getBytes(StandardCharsets.UTF_8), file -> Optional.empty());
        return outcome.agreement()
                .orElseThrow(() -> new IllegalArgumentException(outcome.diagnostics() + "\n" + document));
    }
}
