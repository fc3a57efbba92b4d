package holdfast.reference.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of {@link ConformanceTest}, put to the monitor only, some to a test. This is for the mutation tests only: to
 * start a test costs them as much as several cases, so a case is not a test of its own.
 */
class ConformanceGroups {
    private static final int IN_A_GROUP = 6;

    /** Found once: JUnit asks for all groups whenever PIT runs one. */
    private static final List<Path> FILES = files();

    @TestFactory
    Stream<DynamicTest> cases() {
        return IntStream.iterate(0, first -> first < FILES.size(), first -> first + IN_A_GROUP)
                .mapToObj(first -> FILES.subList(first, Math.min(first + IN_A_GROUP, FILES.size())))
                .map(group -> dynamicTest(
                        "from " + group.getFirst().getFileName(),
                        () -> group.forEach(ConformanceTest::checkByMonitor)));
    }

    private static List<Path> files() {
        try {
            return ConformanceTest.files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
