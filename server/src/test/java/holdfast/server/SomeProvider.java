package holdfast.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An identity provider on this computer, at which whoever is named signs in at once. */
final class SomeProvider implements AutoCloseable {
    static final String CLIENT = "room";
    static final String SECRET = "known to both";

    final RSAKey key;
    private final HttpServer server;
    private final Map<String, Map<String, List<String>>> codes = new HashMap<>();
    private int given;

    /** What is signed in place of a good answer. */
    UnaryOperator<JWTClaimsSet.Builder> said = c -> c;

    RSAKey signs;

    SomeProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        signs = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration", x -> answer(x, 200, """
                {"issuer":"ISSUER","authorization_endpoint":"ISSUER/login","token_endpoint":"ISSUER/token","jwks_uri":"ISSUER/keys",
                "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """.replace("ISSUER", issuer().toString())));
        server.createContext("/keys", x -> answer(x, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** @return the query with which the browser comes back */
    String login(URI asked) {
        Map<String, List<String>> query = URLUtils.parseParameters(asked.getRawQuery());
        String code = "code" + given++;
        codes.put(code, query);
        return "code=" + code + "&state=" + query.get("state").getFirst();
    }

    private void token(HttpExchange asked) throws IOException {
        Map<String, List<String>> form =
                URLUtils.parseParameters(new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, List<String>> query = codes.remove(form.get("code").getFirst());
        boolean good = query != null
                && asked.getRequestHeaders().getFirst("Authorization").startsWith("Basic ")
                && form.get("redirect_uri").equals(query.get("redirect_uri"))
                && CodeChallenge.compute(
                                CodeChallengeMethod.S256,
                                new CodeVerifier(form.get("code_verifier").getFirst()))
                        .getValue()
                        .equals(query.get("code_challenge").getFirst());
        if (!good) {
            answer(asked, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(CLIENT)
                .subject("1")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", query.get("nonce").getFirst())
                .claim("email", "Anna@mission.example")
                .claim("email_verified", true);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    said.apply(claims).build());
            token.sign(new RSASSASigner(signs));
            answer(
                    asked,
                    200,
                    "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token.serialize() + "\"}");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange asked, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
