package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every finding there is, in one line: its number, who looks for it, what it is called, what would mend it, and its place by what the mending brings.
 * Nothing else lists them, and nothing else knows how many there are. Numbers stay for ever; a new finding takes the next one.
 */
public enum Catalogue implements Code {
    F01(NoConsequence::new, "no consequence", "name what follows, who does it and by when", 10),
    F02(
            ConsultationOnly::new,
            "consultation only",
            "let something firmer than talk follow, with an actor and a clock",
            20),
    F03(
            AccessDenialFree::new,
            "access can be denied for nothing",
            "say what a refusal counts as, after how long, and what follows",
            190),
    F04(FinderWithoutTeeth::new, "a finder without teeth", "let a measure follow from what the body finds", 70),
    F05(
            GuarantorIsAddressee::new,
            "a guarantor is an addressee",
            "take the decision, and the guarantee, out of the hands of those it binds",
            50),
    F06(
            VetoBySuspect::new,
            "the suspect has a veto",
            "let no party decide in its own cause, or let the answer follow unless a vote stops it",
            40),
    F07(
            UnanimousFinding::new,
            "findings need everybody",
            "let a majority or the chair find, or name who decides when members disagree",
            60),
    F08(
            RevocableMonitor::new,
            "the monitor can be ended by those it watches",
            "take away the power to end it alone, or let it go on until a vote ends it",
            180),
    F09(
            SelfJudgedRight::new,
            "a right that its holder judges",
            "name somebody else who judges whether the exception applies",
            290),
    F10(
            DiscretionaryGuarantee::new,
            "the guarantee is left to the guarantor",
            "turn what may be done into what must be done, at least a floor of it",
            30),
    F11(SingleGuarantor::new, "it hangs on one guarantor", "give the same rung to a second guarantor", 110),
    F12(
            FewDefectors::new,
            "a few defectors break it",
            "say how many suffice, and what the others do when some leave",
            120),
    F13(
            CircularSequence::new,
            "steps wait for each other in a circle",
            "let one step come first, or both in parts at the same time",
            200),
    F14(
            MutualWait::new,
            "each waits for the other to begin",
            "fix a common instant, or put a third party between",
            210),
    F15(
            AmbiguousAnchor::new,
            "the clock can be read in several ways",
            "say from which event, with or without the first day, in which zone",
            230),
    F16(NoDeadline::new, "no deadline", "set a deadline", 80),
    F17(NoBearer::new, "nobody is named to do it", "name who must", 140),
    F18(SunsetBeforeDone::new, "it ends before what it guards", "let it last as long as what it guards", 170),
    F19(
            TooSlow::new,
            "the answer comes too late",
            "shorten the clock of the first effective rung, or let it start by itself",
            90),
    F20(
            DecisionLongerThanClock::new,
            "the decision takes longer than the clock",
            "let the clock run from the decision, or limit the time to decide",
            100),
    F21(
            IrreversibleForRevocable::new,
            "what cannot be undone for what can",
            "let the irreversible step come last, or in parts, each against its return",
            160),
    F22(UndefinedLine::new, "a line that nobody drew", "attach a map, with who certifies it", 240),
    F23(VagueTerm::new, "a vague term", "define it by something that can be measured, or name who rules on it", 250),
    F24(
            CountWithoutUnit::new,
            "a count without a unit",
            "say what one violation is: what is merged, and within what time",
            260),
    F25(MissingParty::new, "a party is missing", "have it sign, or have a signatory answer for it", 270),
    F26(UnboundAffiliates::new, "an armed group for whom nobody answers", "name who answers for it", 280),
    F27(ConflictingDuties::new, "duties in conflict", "say which goes first", 220),
    F28(NoVerifier::new, "nobody verifies, or nobody attributes", "name who verifies, and who may say who did it", 130),
    F29(
            SilentReporting::new,
            "findings may stay silent",
            "oblige the finder to publish, by when, and let no party stop it",
            300),
    F30(
            ForfeitureTrap::new,
            "the protected can forfeit it by what others stage",
            "name who finds, by what proof, and how it is cured",
            150),
    F31(
            NoConsent::new,
            "no consent that binds",
            "make the consent of each guarantor part of entry into force, each by itself",
            310),
    F32(Unfunded::new, "nobody pays", "name payer, amount and year", 320),
    F33(EndlessException::new, "an exception without an end", "say how long the exception lasts, or who ends it", 35);

    private final Check check;
    private final String title;
    private final String mend;
    private final int gain;

    Catalogue(Function<Code, Check> check, String title, String mend, int gain) {
        this.title = title;
        this.mend = mend;
        this.gain = gain;
        this.check = check.apply(this);
    }

    /** The numbers, in order. */
    public static List<String> numbers() {
        return numbers(check -> true);
    }

    /** The numbers of those whose checks are such, in order. */
    public static List<String> numbers(Predicate<Check> such) {
        return Arrays.stream(values())
                .filter(f -> such.test(f.check))
                .map(Catalogue::name)
                .toList();
    }

    /** What looks for it. */
    public Check check() {
        return check;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String mend() {
        return mend;
    }

    @Override
    public int gain() {
        return gain;
    }

    @Override
    public Concern concern() {
        return check.concern();
    }
}
