package holdfast.server.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in, by what they show. */
public final class Accounts {
    private final Map<String, Person> links = new ConcurrentHashMap<>();
    private final Map<String, Person> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random;

    public Accounts(SecureRandom random) {
        this.random = random;
    }

    /** A secret that lets somebody in once. */
    public String invite(Person person) {
        String secret = secret();
        links.put(secret, person);
        return secret;
    }

    /** @return the secret of a session; empty where the link is unknown or was used */
    public Optional<String> enter(String link) {
        return Optional.ofNullable(links.remove(link)).map(person -> {
            String session = secret();
            sessions.put(session, person);
            return session;
        });
    }

    public Optional<Person> person(String session) {
        return Optional.ofNullable(sessions.get(session));
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
