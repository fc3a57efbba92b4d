package holdfast.record.log.witness;

/** What a witness answers: a status of HTTP, as {@code tlog-witness} says which, and a text. */
public record Answer(int status, String contentType, String body) {
    private static final String PLAIN = "text/plain; charset=utf-8";
    static final String SIZE = "text/x.tlog.size";

    static Answer cosigned(String lines) {
        return new Answer(200, PLAIN, lines);
    }

    static Answer badRequest(String why) {
        return new Answer(400, PLAIN, why + "\n");
    }

    static Answer notSigned(String origin) {
        return new Answer(403, PLAIN, "no key that this witness knows of the log `" + origin + "` has signed this\n");
    }

    static Answer unknownLog(String origin) {
        return new Answer(404, PLAIN, "this witness does not know the log `" + origin + "`\n");
    }

    /** @param size of the tree that the witness cosigned last */
    static Answer conflict(long size) {
        return new Answer(409, SIZE, size + "\n");
    }

    static Answer inconsistent(long from, long to) {
        return new Answer(
                422,
                PLAIN,
                "the tree of size " + to + " is not proved to begin with the tree of size " + from
                        + " that this witness cosigned\n");
    }

    static Answer failed(String why) {
        return new Answer(500, PLAIN, why + "\n");
    }
}
