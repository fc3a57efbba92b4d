package holdfast.bench;

/** One way to watch the four policies. It is given the events one by one, in order of time, and knows what is violated after each. */
interface Contestant {
    /** Watches all events, as prepared beforehand, from nothing. */
    Counts watch();
}
