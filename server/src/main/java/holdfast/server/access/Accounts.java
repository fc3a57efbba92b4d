package holdfast.server.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may come in, by what they show: a link that lets in once, a session in a browser, the token of a device. Any number of threads may ask. */
public final class Accounts {
    private static final int LONGEST = 100;

    /** What is used goes into the file no more often than this. */
    private static final long NOTED = 5L * 60 * 1000;

    private final Secrets secrets;
    private final InstantSource clock;
    private final @Nullable AccountFile file;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Key> keys = new LinkedHashMap<>();

    /** Of whom nothing is left when the program ends. */
    public Accounts(SecureRandom random) {
        this(random, InstantSource.system(), Optional.empty());
    }

    /**
     * @param file where they are kept; empty: nowhere
     * @throws AccountTrouble if the file is damaged
     */
    public Accounts(SecureRandom random, InstantSource clock, Optional<Path> file) {
        this.secrets = new Secrets(random);
        this.clock = clock;
        this.file = file.map(AccountFile::new).orElse(null);
        if (this.file != null) {
            AccountFile.Content content = this.file.read();
            content.people().forEach(p -> people.put(p.name(), p));
            content.keys().forEach(k -> keys.put(k.digest(), k));
        }
    }

    /** By which it is told what is too old. */
    public InstantSource clock() {
        return clock;
    }

    public synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    /**
     * A secret that lets somebody in once. Links that were given before and not used are good no more.
     *
     * @throws AccountTrouble if the name is another's, or none that can stand in a record
     */
    public synchronized String invite(Person person) {
        known(person);
        keys.values().removeIf(k -> k.kind() == Key.Kind.LINK && k.person().equals(person.name()));
        return keep(Key.Kind.LINK, person.name());
    }

    /** The secret of a device, good until it is revoked. */
    public synchronized String token(Person person) {
        known(person);
        return keep(Key.Kind.TOKEN, person.name());
    }

    private void known(Person person) {
        String name = person.name();
        if (name.isBlank()
                || name.length() > LONGEST
                || !name.equals(name.strip())
                || name.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            throw new AccountTrouble(
                    "a person needs a name of at most " + LONGEST + " signs, with none that cannot be seen",
                    "write the name as it shall stand in the record");
        }
        if (person.role() == Role.PUBLIC || name.equals(Person.PUBLIC.name())) {
            throw new AccountTrouble("the public is not invited", "open the room with `--public` instead");
        }
        Person there = people.putIfAbsent(name, person);
        if (there != null && !there.equals(person)) {
            throw new AccountTrouble(
                    "`" + name + "` is here already, as " + there.role().word()
                            + there.actor().map(a -> " for " + a).orElse(""),
                    "take another name, or remove that person first");
        }
    }

    private String keep(Key.Kind kind, String person) {
        String secret = secrets.next();
        long now = clock.millis();
        keys.values().removeIf(k -> !k.isGood(now));
        Key key = new Key(kind, Secrets.digest(secret), person, now, now);
        keys.put(key.digest(), key);
        save();
        return secret;
    }

    /** @return the secret of a session; empty where the link is unknown, too old or was used */
    public synchronized Optional<String> enter(String link) {
        return good(link, Key.Kind.LINK).map(key -> {
            keys.remove(key.digest());
            return keep(Key.Kind.SESSION, key.person());
        });
    }

    /** A session for whoever of that name was let in, and is known by other means to be that one; empty where nobody was. */
    public synchronized Optional<String> came(String name) {
        return Optional.ofNullable(people.get(name)).map(p -> keep(Key.Kind.SESSION, p.name()));
    }

    /** A session for whoever shows the token of a device, or a link that nobody used. */
    public synchronized Optional<String> session(String secret) {
        return enter(secret).or(() -> good(secret, Key.Kind.TOKEN).map(k -> keep(Key.Kind.SESSION, k.person())));
    }

    public synchronized Optional<Person> person(String session) {
        return used(session, Key.Kind.SESSION);
    }

    public synchronized Optional<Person> device(String token) {
        return used(token, Key.Kind.TOKEN);
    }

    private Optional<Person> used(String secret, Key.Kind kind) {
        Optional<Key> key = good(secret, kind);
        key.filter(k -> clock.millis() >= k.seen() + NOTED).ifPresent(k -> {
            keys.put(k.digest(), k.seenAt(clock.millis()));
            save();
        });
        return key.flatMap(k -> Optional.ofNullable(people.get(k.person())));
    }

    private Optional<Key> good(String secret, Key.Kind kind) {
        return Optional.ofNullable(keys.get(Secrets.digest(secret)))
                .filter(k -> k.kind() == kind && k.isGood(clock.millis()));
    }

    /** Ends a session. */
    public synchronized void leave(String session) {
        if (keys.remove(Secrets.digest(session)) != null) {
            save();
        }
    }

    /**
     * Lets somebody in no more: links, sessions and tokens are good no more from now on.
     *
     * @return whether there was such a person
     */
    public synchronized boolean remove(String name) {
        boolean there = people.remove(name) != null;
        keys.values().removeIf(k -> k.person().equals(name));
        if (there) {
            save();
        }
        return there;
    }

    private void save() {
        if (file != null) {
            file.write(new AccountFile.Content(List.copyOf(people.values()), List.copyOf(keys.values())));
        }
    }
}
