package holdfast.report.examination;

import holdfast.examine.Examination;
import holdfast.language.model.Agreement;
import holdfast.report.explain.ClauseTexts;

/**
 * An examination, and what a report of it needs beside.
 *
 * @param name how the user called the agreement
 * @param texts its clauses as written
 * @param version of Holdfast
 */
public record Examined(String name, ClauseTexts texts, Examination examination, String version) {
    public Agreement agreement() {
        return examination.agreement();
    }
}
