package holdfast.record.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
    /** From the documentation of Go's {@code note}. */
    private static final String GO_SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";

    private static final String GO_NOTE = GO_TEXT
            + "\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static final Checkpoint CHECKPOINT = new Checkpoint("example.org/record", 5, TreeHash.EMPTY_ROOT);

    private static NoteSigner signer(SignatureType type) {
        assumeTrue(NoteSigner.has(type), "this Java has no " + type);
        return NoteSigner.generate("example.org/record", type, new SecureRandom());
    }

    @Test
    void keysAndNotesAreWrittenExactlyAsGoWritesThem() {
        NoteSigner signer = NoteSigner.parse(GO_SIGNER);
        assertThat(signer.skey()).isEqualTo(GO_SIGNER);
        assertThat(signer.verifier().vkey()).isEqualTo(GO_VERIFIER);
        assertThat(new Note(GO_TEXT, List.of(signer.sign(GO_TEXT, 0)))).hasToString(GO_NOTE);
    }

    @Test
    void aNoteThatGoSignedIsChecked() {
        Note note = Note.parse(GO_NOTE.getBytes(StandardCharsets.UTF_8));
        Note.Opened opened = note.open(List.of(NoteVerifier.parse(GO_VERIFIER)));
        assertThat(opened.signed()).extracting(s -> s.key().name()).containsExactly("PeterNeumann");
        assertThat(opened.forged()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureOfEachTypeHoldsForItsTextAndForNoOther(SignatureType type) {
        NoteSigner signer = signer(type);
        NoteVerifier verifier = NoteVerifier.parse(signer.verifier().vkey());
        SignatureLine line = signer.sign(CHECKPOINT.text(), 1_700_000_000);
        Note note = Note.parse(new Note(CHECKPOINT.text(), List.of(line)).bytes());
        assertThat(note.open(List.of(verifier)).signed())
                .singleElement()
                .satisfies(s -> assertThat(s.time().isPresent()).isEqualTo(type.isTimed()));
        String other = new Checkpoint("example.org/record", 6, TreeHash.EMPTY_ROOT).text();
        assertThat(verifier.verifies(other, line)).isFalse();
        byte[] bent = line.signature().clone();
        bent[0] ^= 1;
        assertThat(verifier.verifies(CHECKPOINT.text(), new SignatureLine(line.name(), line.keyId(), bent)))
                .as("a changed time or signature")
                .isFalse();
        assertThat(verifier.verifies(
                        CHECKPOINT.text(),
                        new SignatureLine(line.name(), line.keyId(), Arrays.copyOf(line.signature(), 20))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSignerKeyIsTheSameAfterItWasWrittenAndRead(SignatureType type) {
        NoteSigner signer = signer(type);
        NoteSigner again = NoteSigner.parse(signer.skey());
        assertThat(again.verifier()).isEqualTo(signer.verifier());
        assertThat(signer.verifier().verifies(CHECKPOINT.text(), again.sign(CHECKPOINT.text(), 9)))
                .isTrue();
    }

    /** Bouncy Castle's ML-DSA shares nothing with the JDK's. The message is put together by hand from `tlog-cosignature`. */
    @Test
    void anotherLibraryChecksThePostQuantumSignature() {
        NoteSigner signer = signer(SignatureType.ML_DSA_44);
        SignatureLine line = signer.sign(CHECKPOINT.text(), 0x0102030405L);
        byte[] name = "example.org/record".getBytes(StandardCharsets.US_ASCII);
        java.nio.ByteBuffer message = java.nio.ByteBuffer.allocate(12 + 1 + 18 + 8 + 1 + 18 + 8 + 8 + 32);
        message.put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
        message.put((byte) 18).put(name).putLong(0x0102030405L).put((byte) 18).put(name);
        message.putLong(0).putLong(5).put(TreeHash.EMPTY_ROOT.bytes());
        byte[] vkey =
                java.util.Base64.getDecoder().decode(signer.verifier().vkey().split("\\+", 3)[2]);
        assertThat(vkey[0]).isEqualTo((byte) 6);
        MLDSASigner other = new MLDSASigner();
        other.init(
                false,
                new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, Arrays.copyOfRange(vkey, 1, vkey.length)));
        other.update(message.array(), 0, message.capacity());
        assertThat(other.verifySignature(Arrays.copyOfRange(line.signature(), 8, line.signature().length)))
                .isTrue();
    }

    @Test
    void keysThatAreNotKnownSayNothing() {
        NoteSigner signer = signer(SignatureType.ED25519);
        NoteSigner stranger = signer(SignatureType.ED25519);
        Note note = new Note(CHECKPOINT.text(), List.of(signer.sign(CHECKPOINT.text(), 0)));
        Note.Opened opened = note.open(List.of(stranger.verifier()));
        assertThat(opened.signed()).isEmpty();
        assertThat(opened.forged()).isEmpty();
        assertThat(opened.unknown()).hasSize(1);
    }

    @Test
    void aSignatureByAKnownKeyUnderAnotherTextIsForged() {
        NoteSigner signer = signer(SignatureType.ED25519);
        Note note = new Note(CHECKPOINT.text() + "more\n", List.of(signer.sign(CHECKPOINT.text(), 0)));
        assertThat(note.open(List.of(signer.verifier())).forged()).hasSize(1);
    }

    @Test
    void aCheckpointIsTheSameAfterItWasWrittenAndRead() {
        Checkpoint checkpoint =
                new Checkpoint("example.org/record", 20852163, TreeHash.EMPTY_ROOT, List.of("seen by all"));
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org/record\n5\n",
                "\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "example.org/record\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "example.org/record\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "example.org/record\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "example.org/record\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "example.org/record\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
                "example.org/record\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nx\n\ny\n",
                "example.org/record\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NotANote.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text\n",
                "text\n\n",
                "text\n\n— name AAAAAAAA",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n— AAAAAAAA\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n— name AAAA\n",
                "text\r\n\n— name AAAAAAAA\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> Note.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotANote.class);
    }

    @Test
    void aKeyOfWhichALetterWasLostIsRefusedWithTheReason() {
        assertThatThrownBy(() -> NoteVerifier.parse(GO_VERIFIER.replace("c74f20a3", "c74f20a4")))
                .hasMessageContaining("a part of it was changed or lost");
        assertThatThrownBy(() -> NoteVerifier.parse("PeterNeumann")).hasMessageContaining("NAME+8 HEX DIGITS+BASE64");
        assertThatThrownBy(() -> NoteSigner.parse(GO_SIGNER.replace("PeterNeumann", "PeterNewmann")))
                .hasMessageContaining("another number");
    }

    @Test
    void aSignerKeyIsNeverPrintedByAccident() {
        assertThat(NoteSigner.parse(GO_SIGNER)).hasToString("signer of PeterNeumann+c74f20a3");
    }

    @Test
    void theExampleOfTheStandardIsACheckpoint() {
        Note note = Note.parse(("""
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                """).getBytes(StandardCharsets.UTF_8));
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(20852163);
        assertThat(Checkpoint.parse(note.text()).root()).isInstanceOf(Hash.class);
        assertThat(note.signatures()).hasSize(2);
    }
}
