package holdfast.server.api;

import holdfast.server.access.AccessLog;
import holdfast.server.access.Accounts;
import holdfast.server.access.Entrance;
import holdfast.server.access.Limits;
import holdfast.server.access.Person;
import holdfast.server.access.PublicView;
import holdfast.server.access.Role;
import holdfast.server.json.Refused;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every path: finds out who asks, whether that one may ask for this at all, and whether the request comes from the room's own page; and writes down what was asked and what
 * came of it. What may be submitted is another matter, which the text decides.
 */
final class Gate {
    static final String SESSION = "holdfast";

    private static final String PERSON = "holdfast.person";
    private static final String WHY = "holdfast.why";
    private static final String UNTIL = "holdfast.until";
    private static final String VIEW = "holdfast.view";
    private static final String NOTED = "holdfast.noted";
    private static final String BEARER = "bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** What may stand in the log of what was asked for; anything else in an address may be a secret. */
    private static final List<String> LOGGED =
            List.of("size", "asOf", "about", "since", "for", "before", "limit", "name", "dryRun", "day");

    /** What the public sees of a room of which something is kept from it; what is not named here is not shown. */
    private static final Set<String> SHOWN =
            Set.of("", "verdicts", "now", "duties", "duties.ics", "ladder", "map", "acts", "changes");

    private final Accounts accounts;
    private final AccessLog log;
    private final Limits limits;
    private final Optional<PublicView> publicView;
    private final InstantSource clock;

    Gate(Entrance entrance) {
        this.accounts = entrance.accounts();
        this.log = entrance.log();
        this.clock = accounts.clock();
        this.limits = new Limits(clock);
        this.publicView = entrance.publicView();
    }

    void add(JavalinConfig config) {
        config.routes.before(this::open);
        config.routes.after(Gate.afterwards(Gate::forThePublic));
        config.routes.after(Gate.afterwards(this::note));
    }

    /** What cannot be made fit for the public is not told at all. */
    private static void forThePublic(Context ctx) {
        try {
            PublicReply.to(ctx).ifPresent(r -> r.instead(ctx));
        } catch (RuntimeException e) {
            ctx.status(500).result("");
            throw e;
        }
    }

    /**
     * What is done after a request was answered, and may fail without harm to it. Javalin tells what fails there to itself, again and again without end: so nothing may be thrown. Nor is
     * the request asked for anything when it failed: it may be gone, with whoever asked.
     */
    static Handler afterwards(Handler handler) {
        return ctx -> lastly(ctx, handler);
    }

    /** Does it, as {@link #afterwards} does. */
    static void lastly(Context ctx, Handler handler) {
        try {
            handler.handle(ctx);
        } catch (Exception e) {
            System.Logger log = System.getLogger(Gate.class.getName());
            log.log(System.Logger.Level.WARNING, "after an answer, or when whoever asked was gone: " + e);
            log.log(System.Logger.Level.DEBUG, "after an answer", e);
        }
    }

    /** Who asks. */
    static Person person(Context ctx) {
        return ctx.attribute(PERSON) instanceof Person person ? person : Person.PUBLIC;
    }

    /** Up to which moment what is known may be told to whoever asks; empty: up to the present. */
    static Optional<Long> until(Context ctx) {
        return ctx.attribute(UNTIL) instanceof Long until ? Optional.of(until) : Optional.empty();
    }

    /** What whoever asks sees; empty: all. */
    static Optional<PublicView> view(Context ctx) {
        return ctx.attribute(VIEW) instanceof PublicView view ? Optional.of(view) : Optional.empty();
    }

    /** Notes why something was refused, for the log. */
    static void refused(Context ctx, String why) {
        ctx.attribute(WHY, why);
    }

    private void open(Context ctx) {
        if (!SAFE.contains(ctx.method().name()) && !isOwn(ctx)) {
            throw new Refused(
                    403, "this was sent by the page of somebody else", "open the room itself, and do it there");
        }
        Person person = who(ctx);
        ctx.attribute(PERSON, person);
        mayAsk(ctx, person);
        if (person.role() == Role.PUBLIC) {
            publicView.ifPresent(v -> ctx.attribute(VIEW, v));
            publicView
                    .filter(v -> !v.delay().isZero())
                    .ifPresent(v -> ctx.attribute(
                            UNTIL, minute(clock.millis() - v.delay().toMillis())));
        }
        if (ctx.path().endsWith("/changes")) {
            // Whoever listens goes on for hours; it is written down when it begins.
            note(ctx);
        }
    }

    /** So that all who look within a minute are given the same answer, which is worked out once. */
    private static long minute(long millis) {
        return Math.floorDiv(millis, 60_000) * 60_000;
    }

    /** Whoever shows a token is a program, and no page can make a browser show one. Otherwise as Go's CrossOriginProtection has it. */
    private static boolean isOwn(Context ctx) {
        if (token(ctx).isPresent()) {
            return true;
        }
        @Nullable String site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        @Nullable String origin = ctx.header("Origin");
        @Nullable String host = ctx.header("Host");
        return origin == null || (host != null && host.equals(authority(origin)));
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static Optional<String> token(Context ctx) {
        @Nullable String shown = ctx.header("Authorization");
        return shown != null && shown.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(shown.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Person who(Context ctx) {
        Optional<String> token = token(ctx);
        if (token.isPresent()) {
            return accounts.device(token.get())
                    .orElseThrow(
                            () -> unknown(ctx, "this token is unknown, or was revoked", "ask the keeper for another"));
        }
        @Nullable String session = ctx.cookie(SESSION);
        return session == null ? Person.PUBLIC : accounts.person(session).orElseGet(() -> ended(ctx));
    }

    private static Person ended(Context ctx) {
        ctx.removeCookie(SESSION, "/");
        return Person.PUBLIC;
    }

    /** What somebody showed at the door is unknown. Whoever shows what is known is never made to wait for those who guess, who may come from the same address. */
    Refused unknown(Context ctx, String what, String help) {
        return limits.mayGuess(ctx.ip())
                ? new Refused(401, what, help)
                : new Refused(429, "too many who are unknown came from there", "wait a minute");
    }

    /** Somebody came in by this very request. */
    void came(Context ctx, Person person) {
        ctx.attribute(PERSON, person);
    }

    private void mayAsk(Context ctx, Person person) {
        String path = ctx.path();
        boolean open = !path.startsWith("/api/")
                || path.equals("/api/me")
                || path.equals("/api/session")
                || path.equals("/api/openapi.json");
        if (path.equals("/metrics") && person.role() == Role.PUBLIC && !isHere(ctx)) {
            throw new Refused(
                    401,
                    "what the server counts is not shown to everybody",
                    "ask from its own computer, or with a token");
        }
        if (open) {
            return;
        }
        if (person.role() == Role.PUBLIC) {
            publicMayAsk(ctx, path);
        } else if (!SAFE.contains(ctx.method().name()) && !limits.maySend(person.name())) {
            throw new Refused(429, "so much is not taken at once", "wait a second, and go on");
        }
        boolean keepers =
                path.startsWith("/api/people") || path.startsWith("/api/log-of-access") || path.contains("/webhooks");
        if (keepers && person.role() != Role.KEEPER) {
            throw new Refused(403, "only the keeper does this", "ask the keeper");
        }
    }

    private static boolean isHere(Context ctx) {
        return ctx.ip().equals("127.0.0.1")
                || ctx.ip().equals("0:0:0:0:0:0:0:1")
                || ctx.ip().equals("[0:0:0:0:0:0:0:1]");
    }

    private void publicMayAsk(Context ctx, String path) {
        if (publicView.isEmpty()) {
            throw new Refused(
                    401,
                    "nobody looks in here without signing in",
                    "open the link that you were given, or ask the keeper for one");
        }
        boolean drafts = path.equals("/api/check");
        if (drafts && !limits.maySend("public " + ctx.ip())) {
            throw new Refused(429, "so much is not checked at once", "wait a second, and go on");
        }
        if (!SAFE.contains(ctx.method().name()) && !drafts) {
            throw new Refused(
                    401,
                    "nothing can be done here without signing in",
                    "open the link that you were given, or ask the keeper for one");
        }
        if (!publicView.get().isWhole() && !isShown(path, publicView.get())) {
            throw new Refused(403, "this is not shown to the public", "sign in");
        }
    }

    /** {@code /api/agreements}, and what is listed of one. */
    private static boolean isShown(String path, PublicView view) {
        String[] parts = path.split("/", -1);
        boolean room = parts.length >= 3 && parts[2].equals("agreements");
        String what = parts.length == 5 ? parts[4] : "";
        boolean late = what.equals("changes") && !view.delay().isZero();
        return path.equals("/api/check") || room && parts.length <= 5 && SHOWN.contains(what) && !late;
    }

    private void note(Context ctx) {
        if (ctx.attribute(NOTED) != null) {
            return;
        }
        ctx.attribute(NOTED, true);
        String why = ctx.attribute(WHY) instanceof String said ? said : "";
        log.write(new AccessLog.Asked(
                person(ctx),
                ctx.ip(),
                ctx.method().name(),
                path(ctx),
                query(ctx),
                ctx.status().getCode(),
                why));
    }

    /** Without the secret of a link. */
    private static String path(Context ctx) {
        return ctx.path().startsWith("/enter/") ? "/enter/…" : ctx.path();
    }

    private static String query(Context ctx) {
        TreeMap<String, String> shown = new TreeMap<>();
        LOGGED.forEach(name -> Optional.ofNullable(ctx.queryParam(name)).ifPresent(v -> shown.put(name, v)));
        return shown.isEmpty() ? "" : shown.toString();
    }
}
