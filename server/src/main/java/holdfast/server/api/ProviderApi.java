package holdfast.server.api;

import holdfast.server.access.Accounts;
import holdfast.server.access.Entrance;
import holdfast.server.access.IdentityProvider;
import holdfast.server.access.ProviderTrouble;
import holdfast.server.json.Refused;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in through an identity provider: there, and back. Whom the keeper has not let in is not let in by it either. */
final class ProviderApi {
    static final String THERE = "/enter-by-provider";
    static final String BACK = THERE + "/back";

    private static final String ASKED = "holdfast-asked";
    private static final int TEN_MINUTES = 600;

    /** A cookie of the room's own page alone is not sent where another page leads to it; from here on, it is the room's own that leads. */
    private static final String ENTERED = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/">
            <title>Holdfast</title><p><a href="/">You are signed in. Go on</a></p></html>
            """;

    private final Optional<IdentityProvider> provider;
    private final Accounts accounts;
    private final DoorApi door;
    private final Gate gate;

    ProviderApi(Entrance entrance, DoorApi door, Gate gate) {
        this.provider = entrance.provider();
        this.accounts = entrance.accounts();
        this.door = door;
        this.gate = gate;
    }

    private IdentityProvider provider() {
        return provider.orElseThrow(() -> new Refused(
                404, "nobody signs in here through an identity provider", "come in with a link of the keeper"));
    }

    void there(Context ctx) {
        try {
            IdentityProvider.Sent sent = provider().ask(back(ctx));
            Cookie cookie = new Cookie(ASKED, sent.state(), THERE, TEN_MINUTES);
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.LAX);
            cookie.setSecure(DoorApi.isSecure(ctx));
            ctx.cookie(cookie);
            ctx.redirect(sent.address().toString());
        } catch (ProviderTrouble e) {
            throw new Refused(502, String.valueOf(e.getMessage()), e.help());
        }
    }

    void back(Context ctx, @Nullable String code, @Nullable String state) {
        @Nullable String asked = ctx.cookie(ASKED);
        ctx.removeCookie(ASKED, THERE);
        if (state == null || !state.equals(asked)) {
            throw gate.unknown(ctx, "this browser did not ask to sign in just now", "sign in again");
        }
        if (code == null) {
            throw new Refused(
                    401, provider().shown() + " let nobody in", "sign in again, or come in with a link of the keeper");
        }
        String name = who(ctx, state, code);
        String session = accounts.came(name)
                .orElseThrow(() -> gate.unknown(
                        ctx,
                        provider().shown() + " knows `" + name + "`, and nobody let that one in here",
                        "ask the keeper, who lets people in by that name"));
        door.begin(ctx, session);
        ctx.html(ENTERED);
    }

    private String who(Context ctx, String state, String code) {
        try {
            return provider().who(state, code);
        } catch (ProviderTrouble e) {
            throw gate.unknown(ctx, String.valueOf(e.getMessage()), e.help());
        }
    }

    /** The room as the browser knows it. The provider takes no address but those that it was told. */
    private static URI back(Context ctx) {
        try {
            return new URI((DoorApi.isSecure(ctx) ? "https" : "http") + "://" + ctx.header("Host") + BACK);
        } catch (URISyntaxException e) {
            throw new Refused(400, "the address of this room is none", "open the room by its name");
        }
    }
}
