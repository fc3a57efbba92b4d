package holdfast.cli.serve;

import holdfast.cli.output.Refusal;
import holdfast.language.model.Agreement;
import holdfast.server.access.AccessLog;
import holdfast.server.access.AccountTrouble;
import holdfast.server.access.Accounts;
import holdfast.server.access.IdentityProvider;
import holdfast.server.access.Person;
import holdfast.server.access.PublicView;
import holdfast.server.access.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who comes into the rooms that are served, and what whoever has not signed in sees of them. */
public final class DoorOptions {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6}) ?(m|min|h|d)");
    private static final Pattern KM = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,3})?) ?km");
    private static final String SOURCES = "sources";

    @Option(
            names = "--public",
            description = "whoever has not signed in may look, too; otherwise only who signed in does")
    boolean everybody;

    @Option(
            names = "--public-delay",
            paramLabel = "SPAN",
            description = "so much later is the public told, such as 24h, 90min or 3d")
    @Nullable
    String delay;

    @Option(
            names = "--coarsen",
            paramLabel = "KM",
            description = "to so many kilometres are places told to the public, such as 10km; their names not at all")
    @Nullable
    String coarsen;

    @Option(
            names = "--withhold",
            paramLabel = "WHAT",
            description = "what is withheld from the public: sources, who said it and in which words")
    @Nullable
    String withhold;

    @Option(
            names = "--invite",
            paramLabel = "NAME",
            description = "also prints a link by which somebody of that name signs in once; with --as and --role")
    @Nullable
    String invite;

    @Option(
            names = "--as",
            paramLabel = "ACTOR",
            description = "for which actor or body of the agreement the one who is invited comes in")
    @Nullable
    String as;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "the role of the one who is invited: observer, party, guarantor, member or keeper")
    @Nullable
    String role;

    @Option(
            names = "--oidc",
            paramLabel = "ISSUER",
            description = "people may also sign in through this identity provider (OpenID Connect), such as"
                    + " https://login.mission.example; the keeper still says who comes in")
    @Nullable
    URI issuer;

    @Option(names = "--oidc-client", paramLabel = "ID", description = "the name by which the provider knows this room")
    @Nullable
    String client;

    @Option(
            names = "--oidc-secret",
            paramLabel = "FILE",
            description = "a file with the secret that the provider gave the room; if not given: none")
    @Nullable
    Path secret;

    @Option(
            names = "--oidc-claim",
            paramLabel = "CLAIM",
            defaultValue = "email",
            description = "what the provider says of a person that is its name here; if not given: email")
    String claim = "email";

    /** Empty where nobody signs in through one. */
    public Optional<IdentityProvider> provider(InstantSource clock) {
        if (issuer == null) {
            if (client != null || secret != null) {
                throw Refusal.usage("it is not said which identity provider knows the room", "say it: `--oidc ISSUER`");
            }
            return Optional.empty();
        }
        boolean here = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
        if (issuer.getHost() == null || !("https".equals(issuer.getScheme()) || here)) {
            throw Refusal.usage(
                    "`" + issuer + "` is no address of an identity provider",
                    "write it as in `--oidc https://login.mission.example`");
        }
        if (client == null) {
            throw Refusal.usage(
                    "it is not said by which name " + issuer.getHost() + " knows this room",
                    "say it: `--oidc-client ID`");
        }
        return Optional.of(new IdentityProvider(new IdentityProvider.Settings(issuer, client, secret(), claim), clock));
    }

    private Optional<String> secret() {
        if (secret == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(secret).strip());
        } catch (IOException e) {
            throw Refusal.usage(
                    "`" + secret + "` cannot be read", "name a file that holds the secret and nothing else");
        }
    }

    /** Empty where nobody looks who has not signed in. */
    public Optional<PublicView> publicView() {
        boolean some = delay != null || coarsen != null || withhold != null;
        if (some && !everybody) {
            throw Refusal.usage(
                    "it is said what the public sees, and it sees nothing", "open the room to it with `--public`");
        }
        return everybody
                ? Optional.of(new PublicView(
                        delay == null ? Duration.ZERO : span(delay),
                        Optional.ofNullable(coarsen).map(DoorOptions::km),
                        withheld()))
                : Optional.empty();
    }

    private boolean withheld() {
        if (withhold != null && !withhold.equals(SOURCES)) {
            throw Refusal.usage(
                    "`--withhold " + withhold + "` is nothing that can be withheld", "write `--withhold sources`");
        }
        return withhold != null;
    }

    private static Duration span(String written) {
        Matcher span = SPAN.matcher(written.toLowerCase(Locale.ROOT));
        if (!span.matches()) {
            throw Refusal.usage("`" + written + "` is no span", "write it as in `--public-delay 24h`, `90min` or `3d`");
        }
        long n = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "d" -> Duration.ofDays(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofMinutes(n);
        };
    }

    private static BigDecimal km(String written) {
        Matcher km = KM.matcher(written.toLowerCase(Locale.ROOT));
        BigDecimal found = km.matches() ? new BigDecimal(km.group(1)) : BigDecimal.ZERO;
        if (found.signum() <= 0) {
            throw Refusal.usage("`" + written + "` is no distance", "write it as in `--coarsen 10km`");
        }
        return found;
    }

    /** The people who were let in before, as they stand in the folder. */
    public Accounts accounts(Path data, InstantSource clock) {
        try {
            return new Accounts(new SecureRandom(), clock, Optional.of(data.resolve("people.json")));
        } catch (AccountTrouble e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), e.help());
        }
    }

    public AccessLog log(Path data, InstantSource clock) {
        return new AccessLog(clock, Optional.of(data.resolve("access")));
    }

    /** Prints the links by which the keeper, and whoever is invited, sign in. */
    public void links(Accounts accounts, List<Agreement> texts, String address, PrintWriter out) {
        try {
            Person keeper = new Person("keeper", Role.KEEPER, Optional.empty());
            out.println("Sign in once, as its keeper: " + address + "enter/" + accounts.invite(keeper));
            if (invite != null) {
                Person person = Person.fitting(invite.strip(), role(), as == null ? "" : as.strip(), texts);
                out.println(
                        "For " + person.name() + ", to sign in once: " + address + "enter/" + accounts.invite(person));
            } else if (as != null || role != null) {
                throw Refusal.usage(
                        "it is not said who is invited", "say it: `--invite \"NAME\" --as ACTOR --role ROLE`");
            }
        } catch (AccountTrouble e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), e.help());
        }
    }

    private Role role() {
        return Role.of(role == null ? "" : role)
                .filter(r -> r != Role.PUBLIC)
                .orElseThrow(() -> Refusal.usage(
                        role == null
                                ? "it is not said in which role `" + invite + "` comes in"
                                : "`" + role + "` is no role",
                        "write `--role` and one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Role.values())
                                                .filter(r -> r != Role.PUBLIC)
                                                .map(Role::word)
                                                .toList())));
    }
}
