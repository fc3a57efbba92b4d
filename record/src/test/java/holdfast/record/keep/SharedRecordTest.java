package holdfast.record.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.record.Places;
import holdfast.record.Simple;
import holdfast.record.archive.CopyAudit;
import holdfast.record.store.Opening;
import holdfast.record.store.Store;
import holdfast.record.store.StoreTrouble;
import holdfast.record.store.Stores;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is submitted is there once, under a checkpoint, for good. */
class SharedRecordTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private final SigningKeys keys = SigningKeys.generate("test.example/record", new SecureRandom());

    private SharedRecord made(Places places) {
        return SharedRecord.make(Stores.open(places.place(), Opening.MAKE), keys, CLOCK)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void theSameIsTakenOnceAndSomethingElseUnderItsIdIsRefused(Places places) {
        try (SharedRecord record = made(places)) {
            Outcome first = record.submit("Mission", s -> s.submit(Simple.record("a")));
            Outcome again = record.submit("Somebody else", s -> s.submit(Simple.record("a")));
            Outcome other = record.submit("Mission", s -> s.submit(Simple.record("a", "heard")));

            assertThat(first).isInstanceOf(Outcome.Added.class);
            assertThat(again).isEqualTo(new Outcome.There(((Outcome.Added) first).entry()));
            assertThat(other).isEqualTo(new Outcome.Taken(((Outcome.Added) first).entry()));
            assertThat(record.store().size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoOpensItWhileAnotherProgramWritesFindsItSound(Places places) {
        try (SharedRecord writer = made(places)) {
            Simple.submit(writer, "before", 0, 3);
            int[] asked = {0};
            Store busy = (Store) Proxy.newProxyInstance(
                    Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                        Object said = method.invoke(writer.store(), arguments);
                        Simple.submit(writer, "after question " + asked[0]++ + ", ", 0, 2);
                        return said;
                    });
            SharedRecord opened = SharedRecord.open(busy, Optional.of(keys), CLOCK);
            Simple.submit(opened, "own", 0, 1);

            assertThat(asked[0]).isPositive();
            assertThat(Simple.ids(writer.store())).doesNotHaveDuplicates().contains("own0");
            assertThat(writer.signedSize()).isEqualTo(writer.store().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntrySaysFromWhomAndWhenItWasReceived(Places places) {
        try (SharedRecord record = made(places)) {
            record.submit("Mission", s -> s.submit(Simple.record("a")));

            assertThat(new String(
                            record.store().entry(0).orElseThrow().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith(
                            "{\"from\":\"Mission\",\"received\":\"2026-01-02T03:04:05Z\",\"record\":{\"basis\":\"seen\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTreeVerifiesBeyondAFullTile(Places places) throws Exception {
        try (SharedRecord record = made(places)) {
            for (int i = 0; i < 1000; i += 100) {
                Simple.submit(record, "r", i, i + 100);
            }
            CopyAudit.Report report = CopyAudit.of(record, Optional.empty());
            assertThat(report.isSound()).as(report.toString()).isTrue();
            assertThat(report.log().entries()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunLeavesNothing(Places places) {
        try (SharedRecord record = made(places)) {
            Simple.submit(record, "r", 0, 3);
            record.submit("Mission", s -> {
                s.submit(Simple.record("x"));
                s.giveUp();
                return 0;
            });
            assertThat(record.store().size()).isEqualTo(3);
            assertThat(record.signedSize()).isEqualTo(3);
        }
    }

    /** As after a crash between the two. */
    @ParameterizedTest
    @EnumSource
    void whatWasStoredAndNotSignedIsSignedByTheNextToOpenIt(Places places) {
        var place = places.place();
        try (SharedRecord record =
                SharedRecord.make(Stores.open(place, Opening.MAKE), keys, CLOCK).orElseThrow()) {
            Simple.submit(record, "r", 0, 3);
            record.take(s -> s.take(holdfast.record.entry.Entry.of(3, Simple.record("r3"), "test", CLOCK.instant())));
            assertThat(record.signedSize()).isEqualTo(3);
        }
        try (SharedRecord record = SharedRecord.open(Stores.open(place, Opening.WRITE), Optional.of(keys), CLOCK)) {
            assertThat(record.signedSize()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodySignsWithOtherKeys(Places places) {
        var place = places.place();
        SharedRecord.make(Stores.open(place, Opening.MAKE), keys, CLOCK)
                .orElseThrow()
                .close();
        SigningKeys others = SigningKeys.generate("test.example/record", new SecureRandom());
        Store store = Stores.open(place, Opening.WRITE);

        assertThatThrownBy(() -> SharedRecord.open(store, Optional.of(others), CLOCK))
                .isInstanceOf(StoreTrouble.class)
                .hasMessageStartingWith("these are not the keys");
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheKeysNothingIsSubmitted(Places places) {
        var place = places.place();
        SharedRecord.make(Stores.open(place, Opening.MAKE), keys, CLOCK)
                .orElseThrow()
                .close();
        try (SharedRecord record = SharedRecord.open(Stores.open(place, Opening.WRITE), Optional.empty(), CLOCK)) {
            assertThatThrownBy(() -> Simple.submit(record, "r", 0, 1)).hasMessageContaining("without the keys");
            assertThat(record.store().size()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void threadsMaySubmitAtOnce(Places places) throws Exception {
        try (SharedRecord record = made(places);
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Long>> done = new ArrayList<>();
            for (int t = 0; t < 6; t++) {
                String prefix = "t" + t + "-";
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        Simple.submit(record, prefix, i, i + 1);
                    }
                    return record.signedSize();
                }));
            }
            for (Future<Long> one : done) {
                assertThat(one.get()).isGreaterThanOrEqualTo(40);
            }
            assertThat(Simple.ids(record.store())).hasSize(240).doesNotHaveDuplicates();
            assertThat(record.signedSize()).isEqualTo(240);
            assertThat(CopyAudit.of(record, Optional.empty()).isSound()).isTrue();
        }
    }
}
