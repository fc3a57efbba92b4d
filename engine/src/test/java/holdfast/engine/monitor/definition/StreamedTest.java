package holdfast.engine.monitor.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.Time;
import holdfast.engine.monitor.Acts;
import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Fact;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.language.model.Basis;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is derived enters a stream once, however often it is said, and leaves it when the last that said it is gone. */
class StreamedTest {
    private final List<Occurrence> held = new ArrayList<>();
    private int comings;
    private final Stream stream = new Stream();

    StreamedTest() {
        stream.listen(
                new Stream.Listener() {
                    @Override
                    public void added(Occurrence occurrence) {
                        held.add(occurrence);
                        comings++;
                    }

                    @Override
                    public void removed(Occurrence occurrence) {
                        assertThat(held.remove(occurrence)).as("it was there").isTrue();
                    }
                },
                Stream.Concern.ALL);
    }

    private static Derived derived(long at, boolean sure, long value) {
        return new Derived(at, at, sure, new long[] {value}, new Fact[0]);
    }

    private static Fact fact(String id) {
        return new Fact(0, new Time(5, 5), true, new long[0], 5, id, Basis.SEEN);
    }

    // several sources

    @Test
    void whatIsSaidTwiceIsThereUntilBothAreTakenBack() {
        Gathering gathering = new Gathering(stream);
        gathering.add(derived(5, true, 1));
        gathering.add(derived(5, true, 1));
        gathering.add(derived(5, true, 2));
        assertThat(held).hasSize(2);
        assertThat(comings).isEqualTo(2);
        gathering.remove(derived(5, true, 1));
        assertThat(held).hasSize(2);
        gathering.remove(derived(5, true, 1));
        assertThat(held).hasSize(1);
        assertThatThrownBy(() -> gathering.remove(derived(5, true, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isSureAsLongAsOneThatSaysItIsSure() {
        Gathering gathering = new Gathering(stream);
        gathering.add(derived(5, false, 1));
        assertThat(held).singleElement().matches(o -> !o.sure);
        gathering.add(derived(5, true, 1));
        assertThat(held).singleElement().matches(o -> o.sure);
        gathering.remove(derived(5, true, 1));
        assertThat(held).singleElement().matches(o -> !o.sure);
        gathering.remove(derived(5, false, 1));
        assertThat(held).isEmpty();
    }

    // one source, looked at again

    private static List<Occurrence> causes(long... instants) {
        List<Occurrence> causes = new ArrayList<>();
        for (long instant : instants) {
            causes.add(Acts.at(instant));
        }
        return causes;
    }

    private static List<Derived> all(Derived... derived) {
        return new ArrayList<>(List.of(derived));
    }

    @Test
    void whatIsSaidAnewStaysAndOnlyTheDifferenceComesAndGoes() {
        Outputs outputs = new Outputs(stream);
        outputs.replace(0, 100, causes(10, 20), all(derived(10, true, 1), derived(20, true, 1)));
        Occurrence first = held.getFirst();
        outputs.replace(0, 100, causes(10, 30), all(derived(10, true, 1), derived(30, true, 1)));
        assertThat(held).hasSize(2).contains(first).anyMatch(o -> o.lo == 30);
        assertThat(comings).isEqualTo(3);
        outputs.replace(25, 100, causes(), all());
        assertThat(held).containsExactly(first);
    }

    @Test
    void ofTwoThatSayTheSameTheSureOneIsKept() {
        Outputs outputs = new Outputs(stream);
        outputs.replace(
                0, 100, causes(1, 2, 3), all(derived(10, false, 1), derived(10, true, 1), derived(10, false, 2)));
        assertThat(held).hasSize(2).anyMatch(o -> o.sure && o.values[0] == 1).anyMatch(o -> o.values[0] == 2);
    }

    @Test
    void whatRestsOnOtherRecordsIsAnother() {
        Outputs outputs = new Outputs(stream);
        outputs.replace(
                0,
                100,
                causes(1, 2),
                all(
                        new Derived(5, 9, true, new long[0], new Fact[] {fact("a")}),
                        new Derived(5, 9, true, new long[0], new Fact[] {fact("b")})));
        assertThat(held).hasSize(2);
    }

    @Test
    void knowsWhetherAnythingCameOfLaterCauses() {
        Outputs outputs = new Outputs(stream);
        assertThat(outputs.endBefore(0)).isTrue();
        outputs.replace(0, 100, causes(10, 20), all(derived(10, true, 1), derived(20, true, 1)));
        assertThat(outputs.endBefore(20)).isFalse();
        assertThat(outputs.endBefore(21)).isTrue();
    }

    // how long an episode lasts

    private static Episode episode(int acts, Span gap) {
        return new Episode(List.of(), acts, true, true, 0, 0, 0, 0, List.of(), gap);
    }

    @Test
    void oneActLastsAsLongAsItsGapAndNoEpisodeLongerThanAllOfItsGaps() {
        Span day = new Span(24, Unit.HOUR);
        assertThat(episode(1, day).outlasts(new Span(23, Unit.HOUR))).isTrue();
        assertThat(episode(1, day).outlasts(new Span(1440, Unit.MINUTE))).isFalse();
        assertThat(episode(1, day).outlasts(new Span(1439, Unit.MINUTE))).isTrue();
        assertThat(episode(2, day).mayOutlast(new Span(48, Unit.HOUR))).isFalse();
        assertThat(episode(2, day).mayOutlast(new Span(47, Unit.HOUR))).isTrue();
    }

    @Test
    void gapsInDaysAreCountedInDaysWhateverTheClocksDo() {
        Span two = new Span(2, Unit.DAY);
        assertThat(episode(1, two).outlasts(new Span(1, Unit.DAY))).isTrue();
        assertThat(episode(1, two).outlasts(two)).isFalse();
        assertThat(episode(1, two).outlasts(new Span(1, Unit.MONTH))).isFalse();
        assertThat(episode(1, two).mayOutlast(two)).isFalse();
        assertThat(episode(1, two).mayOutlast(new Span(1, Unit.DAY))).isTrue();
        assertThat(episode(1, two).mayOutlast(new Span(3, Unit.DAY))).isFalse();
        // Two whole days one after the other need not fit in two times as many days.
        assertThat(episode(2, two).mayOutlast(new Span(4, Unit.DAY))).isTrue();
        assertThat(episode(2, two).mayOutlast(new Span(5, Unit.DAY))).isFalse();
        // How many days a month has is not said.
        assertThat(episode(1, two).mayOutlast(new Span(1, Unit.MONTH))).isTrue();
    }
}
