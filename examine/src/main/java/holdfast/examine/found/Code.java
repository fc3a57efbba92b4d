package holdfast.examine.found;

/** The ways in which agreements fail that are looked for. The numbers are those of the catalogue of failure patterns, and stay. */
public enum Code {
    F01("no consequence", "name what follows, who does it and by when", 10),
    F02("consultation only", "let something firmer than talk follow, with an actor and a clock", 20),
    F03("access can be denied for nothing", "say what a refusal counts as, after how long, and what follows", 190),
    F04("a finder without teeth", "let a measure follow from what the body finds", 70),
    F05("a guarantor is an addressee", "take the decision, and the guarantee, out of the hands of those it binds", 50),
    F06(
            "the suspect has a veto",
            "let no party decide in its own cause, or let the answer follow unless a vote stops it",
            40),
    F07("findings need everybody", "let a majority or the chair find, or name who decides when members disagree", 60),
    F08(
            "the monitor can be ended by those it watches",
            "take away the power to end it alone, or let it go on until a vote ends it",
            180),
    F09("a right that its holder judges", "name somebody else who judges whether the exception applies", 290),
    F10(
            "the guarantee is left to the guarantor",
            "turn what may be done into what must be done, at least a floor of it",
            30),
    F11("it hangs on one guarantor", "give the same rung to a second guarantor", 110),
    F12("a few defectors break it", "say how many suffice, and what the others do when some leave", 120),
    F13("steps wait for each other in a circle", "let one step come first, or both in parts at the same time", 200),
    F14("each waits for the other to begin", "fix a common instant, or put a third party between", 210),
    F15(
            "the clock can be read in several ways",
            "say from which event, with or without the first day, in which zone",
            230),
    F16("no deadline", "set a deadline", 80),
    F17("nobody is named to do it", "name who must", 140),
    F18("it ends before what it guards", "let it last as long as what it guards", 170),
    F19("the answer comes too late", "shorten the clock of the first effective rung, or let it start by itself", 90),
    F20(
            "the decision takes longer than the clock",
            "let the clock run from the decision, or limit the time to decide",
            100),
    F21(
            "what cannot be undone for what can",
            "let the irreversible step come last, or in parts, each against its return",
            160),
    F22("a line that nobody drew", "attach a map, with who certifies it", 240),
    F23("a vague term", "define it by something that can be measured, or name who rules on it", 250),
    F24("a count without a unit", "say what one violation is: what is merged, and within what time", 260),
    F25("a party is missing", "have it sign, or have a signatory answer for it", 270),
    F26("an armed group for whom nobody answers", "name who answers for it", 280),
    F27("duties in conflict", "say which goes first", 220),
    F28("nobody verifies, or nobody attributes", "name who verifies, and who may say who did it", 130),
    F29("findings may stay silent", "oblige the finder to publish, by when, and let no party stop it", 300),
    F30("the protected can forfeit it by what others stage", "name who finds, by what proof, and how it is cured", 150),
    F31("no consent that binds", "make the consent of each guarantor part of entry into force, each by itself", 310),
    F32("nobody pays", "name payer, amount and year", 320);

    private final String title;
    private final String mend;
    private final int gain;

    Code(String title, String mend, int gain) {
        this.title = title;
        this.mend = mend;
        this.gain = gain;
    }

    /** In a few words. */
    public String title() {
        return title;
    }

    /** What kind of change would mend it. */
    public String mend() {
        return mend;
    }

    /**
     * Its place by what the mending brings, the greatest gain first: that anything follows, then that it must, then by when, then that it does not hang on one, then that it is
     * clear. In tens, so that a new one fits between two.
     */
    public int gain() {
        return gain;
    }
}
