package holdfast.examine.subject;

import holdfast.examine.found.Otherwise;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.text.ClauseGraph;
import holdfast.examine.text.NeverInForce;
import holdfast.examine.text.Understood;
import holdfast.examine.text.Watch;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import holdfast.language.reading.Walk;
import holdfast.language.sentence.Readable;
import java.util.List;

/**
 * What the checks look at.
 *
 * @param agreement as it was written, with all its readings
 * @param graph what in the text answers, waits for and decides on what
 * @param table what must and what could follow
 * @param stories tells histories
 * @param understood what sort of thing each name stands for
 * @param watch who watches
 * @param kinds what part each clause plays
 * @param otherwise what would answer breaches that nothing need answer
 * @param losses how fast what was to be protected was lost in replayed cases
 */
public record Subject(
        Agreement agreement,
        ClauseGraph graph,
        GuaranteeTable table,
        Stories stories,
        List<Loss> losses,
        Understood understood,
        Watch watch,
        ClauseKinds kinds,
        List<Otherwise> otherwise) {
    public Subject {
        losses = List.copyOf(losses);
        otherwise = List.copyOf(otherwise);
    }

    /** The same, with what was found to answer otherwise. */
    public Subject knowing(List<Otherwise> found) {
        return new Subject(agreement, graph, table, stories, losses, understood, watch, kinds, found);
    }

    /** Whether there is a prohibition between the parties of which no way to break it was found: what holds for all others need not hold for it. */
    public boolean someAreNotFound() {
        List<String> never = NeverInForce.clauses(agreement);
        return table.unbroken().stream()
                .filter(u -> !never.contains(u.prohibition()))
                .anyMatch(u ->
                        agreement.norms().stream().anyMatch(n -> n.id().equals(u.prohibition()) && kinds.isPrimary(n)));
    }

    /** What would answer this violation under these answers, although it need not. */
    public List<Otherwise> otherwise(Outlook outlook, Reading reading) {
        return otherwise.stream()
                .filter(o -> o.prohibition().equals(outlook.prohibition())
                        && o.violator().equals(outlook.violator())
                        && o.reading().and(reading).isPresent())
                .toList();
    }

    /** What the text calls things. */
    public Readable names() {
        return new Readable(agreement, "en");
    }

    /** What clauses name, followed. */
    public Walk walk() {
        return new Walk(agreement);
    }

    /**
     * @param caseName such as {@code Debaltseve 2015}
     * @param millis from the first act to what could not be undone
     */
    public record Loss(String caseName, long millis) {}
}
