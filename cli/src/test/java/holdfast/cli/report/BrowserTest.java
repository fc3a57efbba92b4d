package holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.report.replay.HtmlReport;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a real browser; where there is no Chromium the test says so and is left out. */
class BrowserTest {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    @TempDir
    Path temp;

    @Test
    void thePageIsDrawn() throws Exception {
        Path browser = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(browser != null, "there is no Chromium here: the page was not opened in a browser");
        Path page = Files.writeString(temp.resolve("replay.html"), HtmlReport.of(Example.replay()));
        Path picture = temp.resolve("replay.png");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + temp.resolve("profile"),
                        "--window-size=1200,3000",
                        "--screenshot=" + picture,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        assumeTrue(ended, "the browser did not start in time: the page was not opened in it");
        assertThat(colours(ImageIO.read(picture.toFile())))
                .as("bars, marks and lines of the picture")
                .contains(0xd98880, 0x8c1d18, 0xf0f0ee, 0x1b6e3c);
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }
}
