package holdfast.language.given;

import holdfast.language.document.Document;
import holdfast.language.document.FormalBlock;
import holdfast.language.syntax.ScenarioLine;
import holdfast.language.syntax.Stated;
import java.util.List;

/**
 * A document of the agreement and its statements.
 *
 * @param prefix of its clauses' ids: empty for the agreement itself, {@code protocol.} for an annex of that name
 */
public record Part(Document document, String prefix, List<Stated> statements, List<ScenarioText> scenarios) {
    public Part {
        statements = List.copyOf(statements);
        scenarios = List.copyOf(scenarios);
    }

    /** A scenario's block and its lines. */
    public record ScenarioText(FormalBlock block, List<ScenarioLine> lines) {
        public ScenarioText {
            lines = List.copyOf(lines);
        }
    }
}
