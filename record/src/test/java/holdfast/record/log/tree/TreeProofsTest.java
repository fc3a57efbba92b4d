package holdfast.record.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree against RFC 9162 word for word ({@link PlainTree}), and its proofs against whoever bends them. */
class TreeProofsTest {
    private static final int MOST = 300;
    private static final List<byte[]> ENTRIES = PlainTree.entries(MOST);
    private static final List<Hash> ROOTS = roots();
    private final Map<String, Hash> hashes = new HashMap<>();
    private final HashSource source = (level, index) -> hashes.get(level + "/" + index);

    private static List<Hash> roots() {
        List<Hash> roots = new ArrayList<>();
        for (int size = 0; size <= MOST; size++) {
            roots.add(PlainTree.root(ENTRIES.subList(0, size)));
        }
        return roots;
    }

    private CompactRange grown(long size) {
        CompactRange range = new CompactRange();
        for (long i = 0; i < size; i++) {
            range.append(
                    TreeHash.leaf(PlainTree.entry(i)), (level, index, hash) -> hashes.put(level + "/" + index, hash));
        }
        return range;
    }

    @Test
    void theRootAtEverySizeIsTheOneThatTheStandardDefines() {
        CompactRange range = new CompactRange();
        for (int size = 0; size <= MOST; size++) {
            assertThat(range.root()).as("size %d", size).isEqualTo(ROOTS.get(size));
            if (size < MOST) {
                range.append(
                        TreeHash.leaf(ENTRIES.get(size)),
                        (level, index, hash) -> hashes.put(level + "/" + index, hash));
            }
        }
        for (int size = 0; size <= MOST; size++) {
            assertThat(CompactRange.at(size, source).root()).as("size %d", size).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void everyEntryIsProvedToBeInEveryTreeThatHasIt() {
        grown(MOST);
        for (int size = 1; size <= MOST; size += size < 70 ? 1 : 5) {
            for (int index = size < 70 ? 0 : size % 7; index < size; index += size < 70 ? 1 : 7) {
                InclusionProof proof = InclusionProof.make(index, size, source);
                assertThat(proof.hashes()).isEqualTo(PlainTree.path(index, ENTRIES.subList(0, size)));
                assertThat(proof.proves(TreeHash.leaf(ENTRIES.get(index)), ROOTS.get(size)))
                        .isTrue();
            }
        }
    }

    @Test
    void everyTreeIsProvedToBeTheBeginningOfEveryLaterOne() {
        grown(MOST);
        for (int after = 0; after <= MOST; after += after < 70 ? 1 : 5) {
            for (int before = after < 70 ? 0 : after % 7; before <= after; before += after < 70 ? 1 : 7) {
                ConsistencyProof proof = ConsistencyProof.make(before, after, source);
                if (before > 0) {
                    assertThat(proof.hashes()).isEqualTo(PlainTree.proof(before, ENTRIES.subList(0, after)));
                }
                assertThat(proof.proves(ROOTS.get(before), ROOTS.get(after)))
                        .as("%d in %d", before, after)
                        .isTrue();
            }
        }
    }

    @Test
    void aProofHoldsForNoOtherEntryPlaceSizeOrRoot() {
        grown(MOST);
        for (int size = 1; size <= 40; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.make(index, size, source);
                Hash leaf = TreeHash.leaf(ENTRIES.get(index));
                Hash root = ROOTS.get(size);
                assertThat(proof.proves(TreeHash.leaf(ENTRIES.get(index + 1)), root))
                        .isFalse();
                assertThat(proof.proves(leaf, ROOTS.get(size + 1))).isFalse();
                for (int other = -1; other <= size; other++) {
                    boolean same = other == index;
                    assertThat(new InclusionProof(other, size, proof.hashes()).proves(leaf, root))
                            .isEqualTo(same);
                }
                bent(proof.hashes())
                        .forEach(hashes -> assertThat(
                                        new InclusionProof(proof.index(), proof.size(), hashes).proves(leaf, root))
                                .isFalse());
            }
        }
    }

    @Test
    void aBentProofOfConsistencyDoesNotHold() {
        grown(MOST);
        for (int after = 1; after <= 40; after++) {
            for (int before = 0; before <= after; before++) {
                ConsistencyProof proof = ConsistencyProof.make(before, after, source);
                Hash old = ROOTS.get(before);
                Hash now = ROOTS.get(after);
                assertThat(proof.proves(ROOTS.get(before + 1), now)).isFalse();
                if (before > 0) {
                    assertThat(proof.proves(old, ROOTS.get(after + 1))).isFalse();
                    assertThat(new ConsistencyProof(before - 1, after, proof.hashes()).proves(old, now))
                            .isFalse();
                }
                bent(proof.hashes())
                        .forEach(hashes -> assertThat(
                                        new ConsistencyProof(proof.before(), proof.after(), hashes).proves(old, now))
                                .isFalse());
            }
        }
    }

    /** One hash changed, one left out, two that differ exchanged, one added at either end. */
    private static List<List<Hash>> bent(List<Hash> hashes) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            Hash hash = hashes.get(i);
            all.add(with(hashes, i, new Hash(hash.first(), hash.second(), hash.third(), hash.fourth() ^ 1)));
            List<Hash> without = new ArrayList<>(hashes);
            without.remove(i);
            all.add(without);
            if (i > 0) {
                List<Hash> swapped = with(hashes, i, hashes.get(i - 1));
                swapped.set(i - 1, hash);
                all.add(swapped);
            }
        }
        List<Hash> longer = new ArrayList<>(hashes);
        longer.add(TreeHash.EMPTY_ROOT);
        all.add(longer);
        all.add(longer.reversed());
        return all;
    }

    private static List<Hash> with(List<Hash> hashes, int i, Hash hash) {
        List<Hash> changed = new ArrayList<>(hashes);
        changed.set(i, hash);
        return changed;
    }

    @Test
    void proofsInLargeTreesHoldToo() {
        CompactRange range = grown(70_000);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            long size = 1 + random.nextLong(range.size());
            long index = random.nextLong(size);
            long before = random.nextLong(size + 1);
            Hash root = CompactRange.at(size, source).root();
            assertThat(InclusionProof.make(index, size, source).proves(TreeHash.leaf(PlainTree.entry(index)), root))
                    .isTrue();
            assertThat(ConsistencyProof.make(before, size, source)
                            .proves(CompactRange.at(before, source).root(), root))
                    .isTrue();
        }
    }

    /** All entries are alike, so that every subtree of one height has one hash: no tree is too large to try. */
    @Test
    void proofsHoldInTreesThatNoMachineCouldStore() {
        List<Hash> alike = new ArrayList<>(List.of(TreeHash.leaf(new byte[0])));
        for (int level = 1; level < 63; level++) {
            alike.add(TreeHash.node(alike.getLast(), alike.getLast()));
        }
        HashSource huge = (level, index) -> alike.get(level);
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            long size = random.nextLong() >>> (1 + random.nextInt(40)) | 1;
            long index = random.nextLong(size);
            Hash root = CompactRange.at(size, huge).root();
            assertThat(InclusionProof.make(index, size, huge).proves(alike.getFirst(), root))
                    .isTrue();
            assertThat(ConsistencyProof.make(index, size, huge)
                            .proves(CompactRange.at(index, huge).root(), root))
                    .isTrue();
        }
    }

    @Test
    void aHashHasOneSpelling() {
        String right = TreeHash.EMPTY_ROOT.toString();
        assertThat(Hash.parse(right)).contains(TreeHash.EMPTY_ROOT);
        assertThat(right).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(Hash.parse(right.replace("U=", "V="))).isEmpty();
        assertThat(Hash.parse(right.replace("=", ""))).isEmpty();
        assertThat(Hash.parse(right + " ")).isEmpty();
    }
}
