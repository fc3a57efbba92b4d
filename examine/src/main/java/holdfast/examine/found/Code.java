package holdfast.examine.found;

/** The ways in which agreements fail that are looked for. The numbers are those of the catalogue of failure patterns, and stay. */
public enum Code {
    F01("no consequence", "name what follows, who does it and by when"),
    F02("consultation only", "let something firmer than talk follow, with an actor and a clock"),
    F03("access can be denied for nothing", "say what a refusal counts as, after how long, and what follows"),
    F04("a finder without teeth", "let a measure follow from what the body finds"),
    F05("a guarantor is an addressee", "take the decision, and the guarantee, out of the hands of those it binds"),
    F06(
            "the suspect has a veto",
            "let no party decide in its own cause, or let the answer follow unless a vote stops it"),
    F07("findings need everybody", "let a majority or the chair find, or name who decides when members disagree"),
    F08(
            "the monitor can be ended by those it watches",
            "take away the power to end it alone, or let it go on until a vote ends it"),
    F09("a right that its holder judges", "name somebody else who judges whether the exception applies"),
    F10(
            "the guarantee is left to the guarantor",
            "turn what may be done into what must be done, at least a floor of it"),
    F11("it hangs on one guarantor", "give the same rung to a second guarantor"),
    F12("a few defectors break it", "say how many suffice, and what the others do when some leave"),
    F13("steps wait for each other in a circle", "let one step come first, or both in parts at the same time"),
    F14("each waits for the other to begin", "fix a common instant, or put a third party between"),
    F15("the clock can be read in several ways", "say from which event, with or without the first day, in which zone"),
    F16("no deadline", "set a deadline"),
    F17("nobody is named to do it", "name who must"),
    F18("it ends before what it guards", "let it last as long as what it guards"),
    F19("the answer comes too late", "shorten the clock of the first effective rung, or let it start by itself"),
    F20("the decision takes longer than the clock", "let the clock run from the decision, or limit the time to decide"),
    F21(
            "what cannot be undone for what can",
            "let the irreversible step come last, or in parts, each against its return"),
    F22("a line that nobody drew", "attach a map, with who certifies it"),
    F23("a vague term", "define it by something that can be measured, or name who rules on it"),
    F24("a count without a unit", "say what one violation is: what is merged, and within what time"),
    F25("a party is missing", "have it sign, or have a signatory answer for it"),
    F26("an armed group for whom nobody answers", "name who answers for it"),
    F27("duties in conflict", "say which goes first"),
    F28("nobody verifies, or nobody attributes", "name who verifies, and who may say who did it"),
    F29("findings may stay silent", "oblige the finder to publish, by when, and let no party stop it"),
    F30("the protected can forfeit it by what others stage", "name who finds, by what proof, and how it is cured"),
    F31("no consent that binds", "make the consent of each guarantor part of entry into force, each by itself"),
    F32("nobody pays", "name payer, amount and year");

    private final String title;
    private final String mend;

    Code(String title, String mend) {
        this.title = title;
        this.mend = mend;
    }

    /** In a few words. */
    public String title() {
        return title;
    }

    /** What kind of change would mend it. */
    public String mend() {
        return mend;
    }
}
