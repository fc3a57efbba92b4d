package holdfast.examine;

import holdfast.examine.check.Check;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Growing;
import holdfast.examine.found.Otherwise;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Rounds;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.table.Shares;
import holdfast.language.model.Agreement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an agreement guarantees, and how it can fail, within bounds.
 *
 * @param unbroken prohibitions of which no way to break them was found; nothing is concluded from that
 * @param cutOff what was not played to its end; nothing is said of it, and nothing concluded from it
 * @param findings those that weigh more first; of equal weight by code
 * @param results by code, in the order of the catalogue
 * @param histories how many were played
 * @param moments at how many instants the monitor was asked
 * @param otherwise what would answer breaches that nothing need answer
 * @param assumptions what was taken from names since the text does not say it, and what that decided; each a sentence
 * @param work what it cost, in units of the bound of work
 * @param leftOut the bounds that left something out: with any other of them larger, it comes to the same
 * @param proposals what could be written instead, for each finding that is not accepted; untried
 * @param shares what it cost, share by share
 * @param partial why the answer is not whole; empty: it is, within the bounds
 */
public record Examination(
        Agreement agreement,
        Bounds bounds,
        List<Guarantee> guarantees,
        List<GuaranteeTable.Prospect> prospects,
        List<GuaranteeTable.Unbroken> unbroken,
        List<GuaranteeTable.CutOff> cutOff,
        List<Finding> findings,
        Map<Code, Check.Result> results,
        long histories,
        long moments,
        long work,
        Set<Growing> leftOut,
        List<String> partial,
        List<Otherwise> otherwise,
        List<String> assumptions,
        Map<Finding, List<Proposal>> proposals,
        Shares shares)
        implements Rounds.Played {
    public Examination {
        guarantees = List.copyOf(guarantees);
        prospects = List.copyOf(prospects);
        unbroken = List.copyOf(unbroken);
        cutOff = List.copyOf(cutOff);
        findings = List.copyOf(findings);
        leftOut = Set.copyOf(leftOut);
        partial = List.copyOf(partial);
        otherwise = List.copyOf(otherwise);
        assumptions = List.copyOf(assumptions);
        proposals = Map.copyOf(proposals);
    }

    @Override
    public boolean isWhole() {
        return partial.isEmpty();
    }

    /** As it is within a smaller bound of work, where that is enough for everything. */
    public Optional<Examination> within(long smaller) {
        return shares.sufficeIn(smaller) ? Optional.of(of(bounds.withWork(smaller))) : Optional.empty();
    }

    /** @param others within which it comes to the same: with another bound of work, which is enough for everything too */
    public Examination of(Bounds others) {
        return new Examination(
                agreement,
                others,
                guarantees,
                prospects,
                unbroken,
                cutOff,
                findings,
                results,
                histories,
                moments,
                work,
                leftOut,
                partial,
                otherwise,
                assumptions,
                proposals,
                shares);
    }

    /** What came of a check: nothing is known of a code that is none. */
    public boolean wasLookedFor(Code code) {
        return !(results.get(code) instanceof Check.Result.NotLookedFor);
    }
}
