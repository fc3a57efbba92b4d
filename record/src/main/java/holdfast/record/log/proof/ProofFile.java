package holdfast.record.log.proof;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.Note;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.HashSource;
import holdfast.record.log.tree.InclusionProof;
import holdfast.record.log.tree.StrictBase64;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.log.trust.Judgement;
import holdfast.record.log.trust.Policy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * C2SP's {@code tlog-proof}: an entry's place, its inclusion proof, and the checkpoint with whatever signatures it has. As its {@code extra}
 * line it carries the entry itself, so that the file stands alone; a reader believes that line only because its hash is what is proved.
 *
 * @param entry empty where the file does not carry it
 */
public record ProofFile(Optional<byte[]> entry, InclusionProof inclusion, Note checkpoint) {
    /** What such files are called at their end. */
    public static final String SUFFIX = ".tlog-proof";

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final int MOST_HASHES = 63;

    /**
     * What a check came to.
     *
     * @param objections why the proof is not accepted, each reason a sentence; none where it is
     */
    public record Checked(Judgement judgement, List<String> objections) {
        public boolean isAccepted() {
            return objections.isEmpty();
        }
    }

    /** Of an entry under a checkpoint. Refuses to hand out a proof that does not hold, as from a damaged tile. */
    public static ProofFile make(byte[] entry, long index, Note checkpoint, HashSource hashes) {
        Checkpoint of = Checkpoint.parse(checkpoint.text());
        InclusionProof inclusion = InclusionProof.make(index, of.size(), hashes);
        if (!inclusion.proves(TreeHash.leaf(entry), of.root())) {
            throw new IllegalStateException("entry " + index + " cannot be proved: the entry, a tile or the checkpoint"
                    + " is not what it was; audit the record");
        }
        return new ProofFile(Optional.of(entry), inclusion, checkpoint);
    }

    public static ProofFile parse(byte[] bytes) {
        List<String> lines = List.of(decoded(bytes).split("\n", -1));
        expect(lines.getFirst().equals(FIRST_LINE), 1, lines.getFirst(), "`" + FIRST_LINE + "`");
        int at = 1;
        Optional<byte[]> entry = Optional.empty();
        if (line(lines, at).startsWith("extra ")) {
            entry = StrictBase64.decode(line(lines, at).substring(6));
            expect(entry.isPresent(), at + 1, line(lines, at), "`extra` and base64");
            at++;
        }
        expect(line(lines, at).startsWith("index "), at + 1, line(lines, at), "`index` and a number");
        long index = Checkpoint.size(line(lines, at).substring(6));
        List<Hash> hashes = new ArrayList<>();
        for (at++; !line(lines, at).isEmpty(); at++) {
            Optional<Hash> hash = Hash.parse(line(lines, at));
            expect(hash.isPresent() && hashes.size() < MOST_HASHES, at + 1, line(lines, at), "a hash in base64");
            hashes.add(hash.get());
        }
        Note note = Note.parse(
                String.join("\n", lines.subList(at + 1, lines.size())).getBytes(StandardCharsets.UTF_8));
        return new ProofFile(
                entry, new InclusionProof(index, Checkpoint.parse(note.text()).size(), hashes), note);
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotANote("the proof is no text in UTF-8");
        }
    }

    private static String line(List<String> lines, int at) {
        if (at >= lines.size()) {
            throw new NotANote("the proof ends in line " + lines.size() + ", before its checkpoint");
        }
        return lines.get(at);
    }

    private static void expect(boolean right, int line, String found, String expected) {
        if (!right) {
            throw new NotANote("line " + line + " of the proof: found `" + found + "`, expected " + expected);
        }
    }

    /** Checks the entry that the file carries. */
    public Checked check(Policy policy) {
        return check(entry.map(TreeHash::leaf), policy);
    }

    /** Checks an entry that came by another way. */
    public Checked check(byte[] given, Policy policy) {
        return check(Optional.of(TreeHash.leaf(given)), policy);
    }

    private Checked check(Optional<Hash> leaf, Policy policy) {
        Judgement judgement = policy.judge(checkpoint);
        List<String> objections = new ArrayList<>(judgement.objections());
        if (leaf.isEmpty()) {
            objections.add("the proof does not carry the entry: give the entry's own file as well");
        } else if (!inclusion.proves(leaf.get(), judgement.checkpoint().root())) {
            objections.add("the entry is not at place " + inclusion.index() + " of the log that the checkpoint is of:"
                    + " the entry or the proof was changed");
        }
        return new Checked(judgement, List.copyOf(objections));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        entry.ifPresent(
                e -> text.append("extra ").append(StrictBase64.encode(e)).append('\n'));
        text.append("index ").append(inclusion.index()).append('\n');
        inclusion.hashes().forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
