package holdfast.server.access;

/**
 * What opens the door for somebody, as it is kept: never itself, only its digest.
 *
 * @param digest of the secret
 * @param person by name
 * @param begun milliseconds since 1970-01-01T00:00Z
 * @param seen when it was last used, to within some minutes
 */
record Key(Kind kind, String digest, String person, long begun, long seen) {
    enum Kind {
        /** Lets in once. */
        LINK,
        /** Somebody in a browser. */
        SESSION,
        /** A device, until it is revoked. */
        TOKEN
    }

    private static final long HOUR = 60L * 60 * 1000;

    /** A link is good for so long. */
    static final long LINK_LASTS = 7 * 24 * HOUR;

    /** A session ends when nobody used it for so long, */
    static final long IDLE = 12 * HOUR;

    /** and in any case after so long. */
    static final long SESSION_LASTS = 7 * 24 * HOUR;

    boolean isGood(long now) {
        return switch (kind) {
            case LINK -> now < begun + LINK_LASTS;
            case SESSION -> now < begun + SESSION_LASTS && now < seen + IDLE;
            case TOKEN -> true;
        };
    }

    Key seenAt(long now) {
        return new Key(kind, digest, person, begun, now);
    }
}
