package holdfast.server.notice;

import java.net.URI;

/**
 * A program that is told of changes.
 *
 * @param id by which it is named
 * @param room the agreement of which it is told
 * @param secret base64, shared with it, by which it knows who writes
 * @param told the id of the last change that it has taken; empty: none yet
 */
public record Hook(String id, String room, URI url, String secret, String told) {
    Hook told(String change) {
        return new Hook(id, room, url, secret, change);
    }
}
