package holdfast.report.examination;

import holdfast.examine.Examination;
import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.mend.Tried;
import holdfast.examine.redline.Without;
import holdfast.language.model.Agreement;
import holdfast.report.explain.ClauseTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An examination, and what a report of it needs beside.
 *
 * @param name how the user called the agreement
 * @param growth the examination, within the bounds that it came to
 * @param texts its clauses as written
 * @param mends by finding, what was tried so that it ends; none for those that are accepted
 * @param without what must follow without those who were asked for
 * @param version of Holdfast
 */
public record Examined(
        String name,
        ClauseTexts texts,
        Growth growth,
        Map<Finding, Tried> mends,
        List<Without> without,
        String version) {
    public Examined {
        mends = Map.copyOf(mends);
        without = List.copyOf(without);
    }

    /** Where nobody is asked for who may be away. */
    public Examined(String name, ClauseTexts texts, Growth growth, Map<Finding, Tried> mends, String version) {
        this(name, texts, growth, mends, List.of(), version);
    }

    public Examination examination() {
        return growth.examination();
    }

    /** What came of looking for a text that ends a finding; empty where nobody looked. */
    public Optional<Tried> mend(Finding finding) {
        return Optional.ofNullable(mends.get(finding));
    }

    /** The first text that ends a finding, or makes it lesser. */
    public Optional<Mend> firstMend(Finding finding) {
        return mend(finding)
                .flatMap(t -> t instanceof Tried.Found found ? Optional.of(found.first()) : Optional.empty());
    }

    public Agreement agreement() {
        return examination().agreement();
    }
}
