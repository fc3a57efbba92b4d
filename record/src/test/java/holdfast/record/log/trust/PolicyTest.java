package holdfast.record.log.trust;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.SignatureLine;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.tree.TreeHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final NoteSigner LOG = signer("example.org/record", SignatureType.ED25519);
    private static final NoteSigner OSLO = signer("oslo.example/w", SignatureType.ED25519_COSIGNATURE);
    private static final NoteSigner KYIV = signer("kyiv.example/w", SignatureType.ED25519_COSIGNATURE);
    private static final NoteSigner WARSAW = signer("warsaw.example/w", SignatureType.ED25519_COSIGNATURE);
    private static final String TEXT = new Checkpoint("example.org/record", 5, TreeHash.EMPTY_ROOT).text();

    private static NoteSigner signer(String name, SignatureType type) {
        return NoteSigner.generate(name, type, new SecureRandom());
    }

    private static String vkey(NoteSigner signer) {
        return signer.verifier().vkey();
    }

    private static final String KEYS = "# who watches\nlog " + vkey(LOG) + "\n\nwitness Oslo " + vkey(OSLO)
            + " http://oslo.example/\n\twitness Kyiv " + vkey(KYIV) + "\nwitness Warsaw " + vkey(WARSAW) + "\n";

    private static Policy policy(String rest) {
        PolicyReader.Parsed parsed = PolicyReader.read("policy.txt", (KEYS + rest).getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.problems()).isEmpty();
        return parsed.policy().orElseThrow();
    }

    private static List<String> problems(String text) {
        return PolicyReader.read("policy.txt", text.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(p -> p.toString())
                .toList();
    }

    private static Note signed(NoteSigner... signers) {
        Note note = new Note(TEXT, List.of());
        for (NoteSigner signer : signers) {
            note = note.with(signer.sign(TEXT, 1_700_000_000));
        }
        return note;
    }

    @Test
    void twoOfThreeMustHaveCosigned() {
        Policy policy = policy("group watch 2 Oslo Kyiv Warsaw\nquorum watch\n");
        assertThat(policy.quorumInWords()).isEqualTo("2 of Oslo, Kyiv, Warsaw");
        assertThat(policy.judge(signed(LOG, OSLO, WARSAW)).isAccepted()).isTrue();
        Judgement one = policy.judge(signed(LOG, KYIV));
        assertThat(one.isAccepted()).isFalse();
        assertThat(one.objections())
                .containsExactly(
                        "the policy wants cosignatures of 2 of Oslo, Kyiv, Warsaw, and the checkpoint has those of Kyiv");
        assertThat(policy.judge(signed(LOG)).objections())
                .containsExactly(
                        "the policy wants cosignatures of 2 of Oslo, Kyiv, Warsaw, and the checkpoint has none");
    }

    @Test
    void nobodyCountsTwice() {
        Policy policy = policy("group watch 2 Oslo Kyiv Warsaw\nquorum watch\n");
        Note note = signed(LOG, OSLO).with(OSLO.sign(TEXT, 1_700_000_001));
        assertThat(policy.judge(note).quorumMet()).isFalse();
        assertThat(policy.judge(note).cosigned()).hasSize(1);
    }

    @Test
    void groupsMayStandInGroups() {
        Policy policy = policy("group north any Oslo Warsaw\ngroup both all north Kyiv\nquorum both\n");
        assertThat(policy.judge(signed(LOG, OSLO, KYIV)).quorumMet()).isTrue();
        assertThat(policy.judge(signed(LOG, OSLO, WARSAW)).quorumMet()).isFalse();
    }

    @Test
    void cosignaturesDoNotReplaceTheLogsOwnSignature() {
        Judgement judgement = policy("quorum Oslo\n").judge(signed(OSLO));
        assertThat(judgement.quorumMet()).isTrue();
        assertThat(judgement.objections())
                .containsExactly(
                        "no key that the policy names for the log `example.org/record` has signed the checkpoint");
    }

    @Test
    void aKeyOfAnotherLogSaysNothingAboutThisOne() {
        NoteSigner other = signer("example.org/other", SignatureType.ED25519);
        Policy policy = policy("log " + vkey(other) + "\nquorum none\n");
        assertThat(policy.judge(signed(other)).logs()).isEmpty();
        assertThat(policy.judge(signed(LOG)).isAccepted()).isTrue();
    }

    @Test
    void aForgedCosignatureIsNotOnlyMissingButToldOf() {
        SignatureLine right = OSLO.sign(TEXT, 1);
        byte[] bytes = right.signature().clone();
        bytes[70] ^= 1;
        Note note = signed(LOG).with(new SignatureLine(right.name(), right.keyId(), bytes));
        assertThat(policy("quorum none\n").judge(note).objections())
                .containsExactly("the signature of `oslo.example/w` does not fit the checkpoint:"
                        + " the checkpoint was rewritten, or the signature is forged");
    }

    @Test
    void whatIsWrongInAPolicyIsToldWithItsLineAndTheMend() {
        assertThat(problems(KEYS))
                .singleElement()
                .asString()
                .contains("no line says who must have cosigned", "quorum none");
        assertThat(problems(KEYS + "quorum Olso\n"))
                .singleElement()
                .asString()
                .contains("policy.txt", "line 7", "`Olso` is not named above", "Kyiv, Oslo, Warsaw");
        assertThat(problems(KEYS + "group g 4 Oslo Kyiv\nquorum none\n"))
                .singleElement()
                .asString()
                .contains("line 7", "`4` of 2 members", "1 to 2");
        assertThat(problems(KEYS + "group g 1 Oslo\ngroup h 1 Oslo\nquorum h\n").getFirst())
                .contains("line 8", "`Oslo` is a member of the group `g` already");
        assertThat(problems(KEYS + "witness Again " + vkey(OSLO) + "\nquorum none\n"))
                .singleElement()
                .asString()
                .contains("named twice");
        assertThat(problems(KEYS + "quorum none\nquorum Oslo\n"))
                .singleElement()
                .asString()
                .contains("line 8", "the first stands in line 7");
        assertThat(problems("log " + vkey(LOG).substring(0, 60) + "\nquorum none\n"))
                .singleElement()
                .asString()
                .contains("line 1", "copy the key again");
        assertThat(problems("witness Oslo " + vkey(LOG) + "\nquorum none\n"))
                .singleElement()
                .asString()
                .contains("is a log's");
        assertThat(problems("log " + vkey(OSLO) + "\nquorum none\n"))
                .singleElement()
                .asString()
                .contains("is a witness's");
        assertThat(problems("witnes Oslo\nquorum none\n"))
                .singleElement()
                .asString()
                .contains("line 1", "`witnes`", "`witness NAME KEY ADDRESS`");
        assertThat(problems("witness Oslo " + vkey(OSLO) + " oslo.example\nquorum none\n"))
                .singleElement()
                .asString()
                .contains("begins with http:// or https://");
    }

    @Test
    void lineEndsOfWindowsAreTaken() {
        assertThat(problems(KEYS.replace("\n", "\r\n") + "quorum none\r\n")).isEmpty();
    }
}
