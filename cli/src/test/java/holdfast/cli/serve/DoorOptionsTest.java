package holdfast.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.cli.output.Refusal;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.server.access.Accounts;
import holdfast.server.access.Person;
import holdfast.server.access.PublicView;
import holdfast.server.access.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DoorOptionsTest {
    private final List<Agreement> texts =
            AgreementReader.read(Path.of("../agreements/two-layer-framework/agreement.md")).agreement().stream()
                    .toList();

    private static DoorOptions given(String... words) {
        DoorOptions options = new DoorOptions();
        new CommandLine(options).parseArgs(words);
        return options;
    }

    @Test
    void withoutPublicNobodyLooksInWhoHasNotSignedIn() {
        assertThat(given().publicView()).isEmpty();
        assertThat(given("--public").publicView()).contains(PublicView.WHOLE);
        assertThat(given("--public", "--public-delay", "24h", "--coarsen", "10km", "--withhold", "sources")
                        .publicView())
                .contains(new PublicView(Duration.ofHours(24), Optional.of(new BigDecimal("10")), true));
    }

    @ParameterizedTest
    @CsvSource({
        "--public-delay 24h, and it sees nothing",
        "--public --public-delay soon, no span",
        "--public --coarsen 0km, no distance",
        "--public --withhold names, nothing that can be withheld"
    })
    void whatThePublicSeesIsSaidWell(String words, String told) {
        assertThatThrownBy(() -> given(words.split(" ")).publicView()).hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource({
        "--oidc-client room, say it: `--oidc ISSUER`",
        "--oidc https://login.example, say it: `--oidc-client ID`",
        "--oidc http://login.example --oidc-client room, write it as in",
        "--oidc login --oidc-client room, write it as in",
        "--oidc https://login.example --oidc-client room --oidc-secret nowhere, name a file"
    })
    void anIdentityProviderIsSaidWhole(String words, String mend) {
        assertThatThrownBy(() -> given(words.split(" ")).provider(InstantSource.system()))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.text()).contains(mend));
    }

    @Test
    void whoeverIsInvitedComesInForSomebodyOfTheTextByItsNameOrTitle() {
        Accounts accounts = new Accounts(new SecureRandom());
        StringWriter out = new StringWriter();
        given("--invite", "Anna K.", "--as", "Special Commission", "--role", "member")
                .links(accounts, texts, "http://here/", new PrintWriter(out));
        assertThat(accounts.people()).contains(new Person("Anna K.", Role.MEMBER, Optional.of("Commission")));
        assertThat(out.toString()).contains("as its keeper: http://here/enter/", "For Anna K., to sign in once:");
    }

    @ParameterizedTest
    @CsvSource({
        "--invite Anna --as France --role party, no agreement here has a party `France`",
        "--invite Anna --as France, in which role",
        "--invite Anna --as France --role public, `public` is no role",
        "--invite Anna --role party, for whom `Anna` comes in",
        "--as France --role party, who is invited",
        "--invite keeper --as Ukraine --role party, here already"
    })
    void nobodyIsInvitedWhoFitsNoText(String words, String told) {
        assertThatThrownBy(() -> given(words.split(" "))
                        .links(
                                new Accounts(new SecureRandom()),
                                texts,
                                "http://here/",
                                new PrintWriter(new StringWriter())))
                .hasMessageContaining(told);
    }
}
