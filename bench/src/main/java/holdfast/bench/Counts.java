package holdfast.bench;

/** How often each of the four policies was violated. */
record Counts(long deadline, long escalation, long windowedCount, long prohibition) {
    @Override
    public String toString() {
        return "P1=" + deadline + " P2=" + escalation + " P3=" + windowedCount + " P4=" + prohibition;
    }
}
