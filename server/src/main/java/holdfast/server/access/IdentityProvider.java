package holdfast.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks an identity provider who somebody is: OpenID Connect Core 1.0, the flow with a code, which is bound to the one who began it (RFC 7636), and a signed answer. Any number of threads may
 * ask.
 */
public final class IdentityProvider {
    private static final String EMAIL = "email";
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
    private static final long KEPT = Duration.ofMinutes(10).toMillis();
    private static final int MOST = 1_000;

    /**
     * How it is known there.
     *
     * @param issuer its address, such as {@code https://login.mission.example}
     * @param client the name by which the provider knows this room
     * @param secret empty where the provider gave none
     * @param claim what of its answer is the name of a person here: {@code email}, {@code sub} or another
     */
    public record Settings(URI issuer, String client, Optional<String> secret, String claim) {}

    /**
     * Where somebody is sent.
     *
     * @param state by which the answer is known again
     */
    public record Sent(URI address, String state) {}

    private record Asked(Nonce nonce, CodeVerifier verifier, URI back, long until) {}

    private final Settings settings;
    private final InstantSource clock;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private @Nullable OIDCProviderMetadata known;

    public IdentityProvider(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** As people know it: the host of its address. */
    public String shown() {
        return settings.issuer().getHost();
    }

    /**
     * @param back where the answer is to come to
     * @throws ProviderTrouble if the provider does not answer
     */
    public Sent ask(URI back) {
        OIDCProviderMetadata provider = provider();
        State state = new State();
        Asked next = new Asked(new Nonce(), new CodeVerifier(), back, clock.millis() + KEPT);
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", EMAIL, "profile"), new ClientID(settings.client()), back)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(next.nonce())
                .codeChallenge(next.verifier(), CodeChallengeMethod.S256)
                .build();
        synchronized (asked) {
            asked.values().removeIf(a -> a.until() < clock.millis());
            if (asked.size() >= MOST) {
                asked.remove(asked.keySet().iterator().next());
            }
            asked.put(state.getValue(), next);
        }
        return new Sent(request.toURI(), state.getValue());
    }

    /**
     * @param state of the one who was sent there; it holds once, for ten minutes
     * @param code what the provider gave for it
     * @return the name by which that person is known here, if it is
     * @throws ProviderTrouble if the answer is not the provider's, not for this, too late, or says nothing that can be used
     */
    public String who(String state, String code) {
        Asked question = taken(state)
                .orElseThrow(() -> new ProviderTrouble(
                        "nobody asked for this just now, or it took longer than ten minutes", "sign in again"));
        try {
            JWT token = token(question, code);
            return name(validator(token).validate(token, question.nonce()));
        } catch (ParseException | IOException e) {
            throw silent(e);
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderTrouble(
                    "what came is not a good answer of " + shown() + ": " + e.getMessage(), "sign in again");
        }
    }

    private Optional<Asked> taken(String state) {
        synchronized (asked) {
            return Optional.ofNullable(asked.remove(state)).filter(a -> a.until() >= clock.millis());
        }
    }

    private JWT token(Asked question, String code) throws ParseException, IOException {
        OIDCProviderMetadata provider = provider();
        ClientID client = new ClientID(settings.client());
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), question.back(), question.verifier());
        TokenRequest.Builder request = settings.secret()
                .map(s -> new TokenRequest.Builder(
                        provider.getTokenEndpointURI(), new ClientSecretBasic(client, new Secret(s)), grant))
                .orElseGet(() -> new TokenRequest.Builder(provider.getTokenEndpointURI(), client, grant));
        HTTPRequest http = request.build().toHTTPRequest();
        http.setConnectTimeout(PATIENCE);
        http.setReadTimeout(PATIENCE);
        http.setFollowRedirects(false);
        TokenResponse response = OIDCTokenResponseParser.parse(http.send());
        if (!response.indicatesSuccess()) {
            throw new ProviderTrouble(
                    shown() + " did not take it: "
                            + response.toErrorResponse().getErrorObject().getCode(),
                    "sign in again");
        }
        return Optional.ofNullable(((OIDCTokenResponse) response.toSuccessResponse())
                        .getOIDCTokens()
                        .getIDToken())
                .orElseThrow(() -> new ParseException("no id token"));
    }

    /** It takes signatures alone that the provider makes with a key which nobody else has. */
    private IDTokenValidator validator(JWT token) throws IOException {
        if (!(token.getHeader().getAlgorithm() instanceof JWSAlgorithm algorithm)
                || !JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
            throw new ProviderTrouble("what came is not signed by " + shown(), "sign in again");
        }
        return new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.client()),
                algorithm,
                provider().getJWKSetURI().toURL());
    }

    private String name(IDTokenClaimsSet claims) {
        Object claim = claims.getClaim(settings.claim());
        boolean email = settings.claim().equals(EMAIL);
        if (!(claim instanceof String name) || name.isBlank()) {
            throw new ProviderTrouble(
                    shown() + " does not say the `" + settings.claim() + "` of whoever signed in",
                    "have it say so, or choose another with `--oidc-claim`");
        }
        if (email && !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
            throw new ProviderTrouble(
                    shown() + " does not know whether `" + name + "` belongs to whoever signed in",
                    "have the address confirmed there");
        }
        return email ? name.toLowerCase(Locale.ROOT) : name;
    }

    private synchronized OIDCProviderMetadata provider() {
        if (known == null) {
            try {
                known = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), PATIENCE, PATIENCE);
            } catch (GeneralException | IOException e) {
                throw silent(e);
            }
        }
        return known;
    }

    private ProviderTrouble silent(Exception e) {
        System.getLogger(IdentityProvider.class.getName()).log(System.Logger.Level.WARNING, shown() + ": " + e);
        return new ProviderTrouble(
                shown() + " does not answer as an identity provider does",
                "try again later, or come in with a link of the keeper");
    }
}
