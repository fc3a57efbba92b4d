package holdfast.report.brief;

import holdfast.engine.words.Wording;
import holdfast.examine.brief.Brief;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Triggers;
import holdfast.report.examination.ExaminationText;
import holdfast.report.examination.Examined;
import holdfast.report.examination.GuaranteeWords;
import holdfast.report.examination.Headline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an agreement means for one actor, in five sentences. */
final class Meaning {
    private final Examined examined;
    private final Brief brief;

    Meaning(Examined examined, Brief brief) {
        this.examined = examined;
        this.brief = brief;
    }

    List<String> sentences() {
        List<String> said = new ArrayList<>();
        said.add(
                brief.guaranteed().isEmpty()
                        ? "No prohibition is there for it, and so nothing is guaranteed to it."
                        : guaranteed());
        said.add(owed());
        said.add(failing());
        said.add(asking());
        said.add(hanging());
        return said;
    }

    /** What it must do itself is nothing that is guaranteed to it. */
    private String guaranteed() {
        List<Guarantee> own = brief.guaranteed().stream()
                .filter(g -> g.doneBy().equals(List.of(brief.actor())))
                .toList();
        List<Guarantee> others =
                brief.guaranteed().stream().filter(g -> !own.contains(g)).toList();
        if (own.isEmpty()) {
            return Headline.guaranteed(examined, brief.guaranteed());
        }
        Guarantee first = own.getFirst();
        String self = "In the worst case nobody else must do anything: when " + first.violator() + " breaks "
                + Headline.clauses(own.stream()
                        .filter(g -> g.violator().equals(first.violator())
                                && g.reading().equals(first.reading())
                                && g.measure().equals(first.measure()))
                        .toList())
                + (first.reading().equals(Reading.NONE)
                        ? ""
                        : ", " + examined.texts().names().reading(first.reading()))
                + ", it must itself give " + GuaranteeWords.measure(first);
        return self
                + others.stream()
                        .filter(g -> g.measure().isPresent())
                        .max(Comparator.comparingInt(Guarantee::rank))
                        .map(g -> "; at best " + Headline.answer(g) + " must follow.")
                        .orElse(".");
    }

    private String owed() {
        List<String> clauses = brief.owes().stream().map(Norm::id).distinct().toList();
        if (clauses.isEmpty()) {
            return "It owes nothing by name.";
        }
        if (brief.against().isEmpty()) {
            return "It is bound by " + ExaminationText.clauses(clauses) + ". " + undone();
        }
        Optional<Guarantee> heaviest = brief.against().stream()
                .filter(g -> g.measure().isPresent())
                .max(Comparator.comparingInt(Guarantee::rank));
        return "It is bound by " + ExaminationText.clauses(clauses) + ", and if it breaks its word, "
                + heaviest.map(g -> GuaranteeWords.measure(g) + " must follow at most")
                        .orElse("nothing must follow")
                + ".";
    }

    /** Of one whom no prohibition binds: what it leaves undone is its breach, and perhaps nobody's business. */
    String undone() {
        List<String> duties = brief.owes().stream()
                .filter(Duties::demandsAct)
                .map(Norm::id)
                .distinct()
                .toList();
        if (duties.isEmpty()) {
            return "It is forbidden nothing.";
        }
        List<String> answered = duties.stream()
                .filter(d -> examined.agreement().norms().stream().anyMatch(n -> Triggers.followsABreachOf(d, n)))
                .toList();
        List<String> open = duties.stream().filter(d -> !answered.contains(d)).toList();
        String left = open.isEmpty()
                ? ""
                : "If it leaves " + ExaminationText.clauses(open).replace(" and ", " or ")
                        + " undone, that is a breach, and no" + " clause answers it.";
        String followed = answered.isEmpty()
                ? ""
                : "If it leaves " + ExaminationText.clauses(answered).replace(" and ", " or ")
                        + " undone, that is a breach, and another clause answers it.";
        return (left + " " + followed).strip();
    }

    private String failing() {
        return brief.breaks().stream()
                .findFirst()
                .map(f -> (f.weight() == Finding.Weight.FIRES
                                ? "What would break it first: "
                                : "Nothing fires; the nearest: ")
                        + ExaminationText.sentence(f))
                .orElse(
                        "Nothing that would break it was found within the bounds, which does not mean that it is safe.");
    }

    private String asking() {
        for (Finding finding : Headline.open(brief.breaks())) {
            Optional<Mend> mend = examined.firstMend(finding);
            if (mend.isPresent()) {
                return "Ask first for this: " + Headline.sentences(examined, mend.get());
            }
        }
        return brief.asks().isEmpty()
                ? "There is nothing that it has to ask for first."
                : "Ask first for this: " + brief.asks().getFirst().code().mend() + ".";
    }

    private String hanging() {
        Optional<List<String>> few = brief.needed().stream().findFirst();
        List<String> stoppers = List.copyOf(brief.stoppers().keySet());
        String needed = few.map(set -> "It hangs on " + GuaranteeWords.list(set)
                        + (set.size() == 1
                                ? ", without whom a measure falls"
                                : ", without all of whom a measure falls"))
                .orElse(
                        brief.guaranteed().isEmpty()
                                ? "Nothing is promised to it, and so it hangs on nobody"
                                : "Nobody was found without whom alone a measure falls");
        return needed
                + (stoppers.isEmpty()
                        ? ", and nobody alone can stop a body from deciding."
                        : ", and " + Wording.list(stoppers, 4) + (stoppers.size() == 1 ? " can" : " can each")
                                + " stop a body from deciding.");
    }
}
