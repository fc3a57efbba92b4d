package holdfast.engine.monitor;

import holdfast.engine.Record;
import java.util.Set;

/** A term that the text leaves undefined: unknown until a body that rules on it has spoken (semantics, section 5). */
final class RuledTruth extends Truths.Kept {
    private final Findings findings;
    private final String term;
    private final Set<String> bodies;

    RuledTruth(Truths node, Findings findings, String term, Set<String> bodies) {
        super(node);
        this.findings = findings;
        this.term = term;
        this.bodies = bodies;
        findings.onTerm(term, this::touch);
    }

    @Override
    Truth compute() {
        Record.Finding ruling = findings.onTerm(term, bodies);
        String result = ruling == null ? "" : ruling.result();
        return switch (result) {
            case Record.Finding.CONFIRMED -> Truth.ALWAYS;
            case Record.Finding.REFUTED -> Truth.NEVER;
            default -> Truth.OPEN;
        };
    }
}
