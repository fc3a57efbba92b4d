package holdfast.record.crash;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.record.Places;
import holdfast.record.Simple;
import holdfast.record.archive.CopyAudit;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Stores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A program that takes records in is killed at random moments, with {@code kill -9}, 25 times on each database; {@code -Dkills=150} does so 150 times on each. Whatever it
 * had acknowledged is there, nothing is there twice, the tree verifies, and the checkpoint never goes back.
 */
class WhatWasAcknowledgedIsThereTest {
    private static final int KILLS = Integer.getInteger("kills", 25);
    private static final int BATCH = 7;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void afterEveryKill(Places places) throws Exception {
        String place = places.written();
        Path keyFile = folder.resolve("keys");
        SigningKeys keys = SigningKeys.generate("test.example/crash", new SecureRandom());
        keys.write(keyFile);
        SharedRecord.make(Stores.open(RecordPlace.of(place), Opening.MAKE), keys, InstantSource.system())
                .orElseThrow()
                .close();
        Random random = new Random(20260227);
        State state = new State();
        int inTheMiddle = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Child child = Child.start(place, keyFile, "r", state.next, BATCH, Integer.MAX_VALUE);
            // Some moments lie in the opening, some in the first batches, which are slow, some later.
            child.awaitLines(random.nextInt(8));
            Thread.sleep(random.nextInt(40), random.nextInt(1_000_000));
            child.kill();
            inTheMiddle += state.check(place, keys, child.said()) ? 1 : 0;
        }
        assertThat(state.next).as("some was acknowledged").isGreaterThan(KILLS);
        System.out.println(places + ": " + KILLS + " kills, " + state.next + " records acknowledged, " + inTheMiddle
                + " times a batch was stored and not acknowledged");
    }

    /** What was acknowledged so far. */
    private static final class State {
        private long next;
        private long size;
        private String root = "";

        /** @return whether more was there than was acknowledged */
        boolean check(String place, SigningKeys keys, List<String> said) throws Exception {
            for (String line : said) {
                if (line.startsWith("ack ") && line.split(" ").length == 4) {
                    String[] words = line.split(" ");
                    next = Long.parseLong(words[1]);
                    assertThat(Long.parseLong(words[2])).as("the checkpoint").isGreaterThanOrEqualTo(size);
                    size = Long.parseLong(words[2]);
                    root = words[3];
                }
            }
            try (SharedRecord record = SharedRecord.open(
                    Stores.open(RecordPlace.of(place), Opening.WRITE), Optional.of(keys), InstantSource.system())) {
                List<String> ids = Simple.ids(record.store());
                assertThat(ids).doesNotHaveDuplicates();
                assertThat(ids)
                        .containsAll(
                                LongStream.range(0, next).mapToObj(i -> "r" + i).toList());
                assertThat(ids.size() % BATCH).as("whole batches only").isZero();
                Checkpoint now = SharedRecord.checkpointOf(record.checkpoint().orElseThrow());
                assertThat(now.size()).isEqualTo(ids.size()).isGreaterThanOrEqualTo(size);
                if (size > 0) {
                    assertThat(record.root(size).toString())
                            .as("the acknowledged history")
                            .isEqualTo(root);
                }
                CopyAudit.Report audit = CopyAudit.of(record, Optional.empty());
                assertThat(audit.isSound()).as(audit.toString()).isTrue();
                return ids.size() > next;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoProgramsThatWriteAtOnceWaitForEachOther(Places places) throws Exception {
        String place = places.written();
        Path keyFile = folder.resolve("keys");
        SigningKeys keys = SigningKeys.generate("test.example/two", new SecureRandom());
        keys.write(keyFile);
        SharedRecord.make(Stores.open(RecordPlace.of(place), Opening.MAKE), keys, InstantSource.system())
                .orElseThrow()
                .close();
        Child one = Child.start(place, keyFile, "a", 0, 5, 60);
        Child other = Child.start(place, keyFile, "b", 0, 5, 60);
        assertThat(one.await()).isZero();
        assertThat(other.await()).isZero();
        assertThat(one.said()).endsWith("done").hasSize(62);
        assertThat(other.said()).endsWith("done").hasSize(62);
        try (SharedRecord record = SharedRecord.open(
                Stores.open(RecordPlace.of(place), Opening.READ), Optional.empty(), InstantSource.system())) {
            List<String> ids = Simple.ids(record.store());
            assertThat(ids).hasSize(600).doesNotHaveDuplicates();
            assertThat(record.signedSize()).isEqualTo(600);
            assertThat(CopyAudit.of(record, Optional.empty()).isSound()).isTrue();
        }
    }
}
