package holdfast.report.redline;

import holdfast.examine.redline.Redline;
import holdfast.report.explain.ClauseTexts;

/**
 * Two drafts compared, with what a report about them needs.
 *
 * @param earlier how the user called the earlier draft
 * @param later how the user called the later draft
 */
public record TwoDrafts(
        String earlier, String later, Redline redline, ClauseTexts earlierTexts, ClauseTexts laterTexts) {}
