package holdfast.engine.monitor.condition;

import holdfast.engine.Record;
import holdfast.engine.monitor.fact.Findings;
import holdfast.engine.monitor.time.Truth;
import java.util.Set;

/** A term that the text leaves undefined: unknown until a body that rules on it has spoken (semantics, section 5). */
public final class RuledTruth extends Truths.Kept {
    private final Findings findings;
    private final String term;
    private final Set<String> bodies;

    public RuledTruth(Truths node, Findings findings, String term, Set<String> bodies) {
        super(node);
        this.findings = findings;
        this.term = term;
        this.bodies = bodies;
        findings.onTerm(term, this::touch);
    }

    @Override
    public Truth compute() {
        Record.Finding ruling = findings.onTerm(term, bodies);
        String result = ruling == null ? "" : ruling.result();
        return switch (result) {
            case Record.Finding.CONFIRMED -> Truth.ALWAYS;
            case Record.Finding.REFUTED -> Truth.NEVER;
            default -> Truth.OPEN;
        };
    }
}
