package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import holdfast.server.access.IdentityProvider;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the keeper let in may say who they are through an identity provider; whoever only says so is not believed. */
class IdentityProviderTest {
    private static final String THERE = "/enter-by-provider";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-02T12:00:00Z"));
    private SomeProvider provider;
    private HeldRoom held;

    @BeforeEach
    void open() throws IOException, JOSEException {
        provider = new SomeProvider();
        IdentityProvider known = new IdentityProvider(
                new IdentityProvider.Settings(
                        provider.issuer(), SomeProvider.CLIENT, Optional.of(SomeProvider.SECRET), "email"),
                clock);
        held = HeldRoom.behind(folder, clock, known, Path.of("../agreements/two-layer-framework/agreement.md"));
        held.accounts.invite(new Person("anna@mission.example", Role.GUARANTOR, Optional.of("France")));
    }

    @AfterEach
    void close() {
        held.close();
        provider.close();
    }

    @Test
    void whomTheKeeperLetInComesInThroughTheProvider() {
        HeldRoom.Client anna = held.stranger();
        assertThat(anna.get("/api/me").body()).contains("\"provider\":\"localhost\"".replace(":", ": "));
        HttpResponse<String> back = anna.get(THERE + "/back?" + loggedIn(anna));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(back.headers().allValues("set-cookie"))
                .anyMatch(c -> c.startsWith("holdfast=") && c.contains("HttpOnly") && c.contains("SameSite=Strict"));
        assertThat(anna.get("/api/me").body()).contains("anna@mission.example", "guarantor", "France");
    }

    @Test
    void whoeverIsKnownToTheProviderAndNotToTheKeeperStaysOutside() {
        provider.said = c -> c.claim("email", "boris@mission.example");
        HeldRoom.Client boris = held.stranger();
        HttpResponse<String> back = boris.get(THERE + "/back?" + loggedIn(boris));
        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body()).contains("boris@mission.example", "nobody let that one in", "ask the keeper");
        assertThat(boris.get("/api/me").body()).contains("public");
    }

    @Test
    void anAnswerHoldsOnceForTheBrowserThatAskedAndForTenMinutes() {
        HeldRoom.Client anna = held.stranger();
        String query = loggedIn(anna);
        assertThat(held.stranger().get(THERE + "/back?" + query).statusCode())
                .as("another browser")
                .isEqualTo(401);
        assertThat(anna.get(THERE + "/back?" + query).statusCode()).isEqualTo(200);
        assertThat(anna.get(THERE + "/back?" + query).statusCode()).as("again").isEqualTo(401);
        HeldRoom.Client late = held.stranger();
        String lateQuery = loggedIn(late);
        clock.pass(Duration.ofMinutes(11));
        assertThat(late.get(THERE + "/back?" + lateQuery).statusCode())
                .as("too late")
                .isEqualTo(401);
        HeldRoom.Client refused = held.stranger();
        String state = loggedIn(refused).replaceFirst(".*state=", "");
        assertThat(refused.get(THERE + "/back?error=access_denied&state=" + state)
                        .body())
                .contains("let nobody in");
    }

    @Test
    void aForgedAnswerLetsNobodyIn() throws JOSEException {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> forged = Map.of(
                "of another time", c -> c.claim("nonce", "another"),
                "for another room", c -> c.audience("another"),
                "by another", c -> c.issuer("http://elsewhere.example"),
                "too old", c -> c.expirationTime(Date.from(Instant.now().minusSeconds(3600))),
                "of an address that nobody confirmed", c -> c.claim("email_verified", false),
                "without an address", c -> c.claim("email", null));
        forged.forEach((how, said) -> {
            provider.said = said;
            refused(how);
        });
        provider.said = c -> c;
        provider.signs = new RSAKeyGenerator(2048).keyID("one").generate();
        refused("with another key");
    }

    private void refused(String how) {
        clock.pass(Duration.ofMinutes(1));
        HeldRoom.Client client = held.stranger();
        HttpResponse<String> back = client.get(THERE + "/back?" + loggedIn(client));
        assertThat(back.statusCode()).as(how).isEqualTo(401);
        assertThat(back.body()).as(how).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(client.get("/api/me").body()).as(how).contains("public");
    }

    @Test
    void aProviderThatIsAwayIsSaidToBe() {
        provider.close();
        HttpResponse<String> there = held.stranger().get(THERE);
        assertThat(there.statusCode()).isEqualTo(502);
        assertThat(there.body()).contains("does not answer", "a link of the keeper");
    }

    /** Goes to the provider, and signs in there. */
    private String loggedIn(HeldRoom.Client client) {
        HttpResponse<String> there = client.get(THERE);
        assertThat(there.statusCode()).as(there.body()).isEqualTo(302);
        return provider.login(URI.create(there.headers().firstValue("location").orElseThrow()));
    }
}
