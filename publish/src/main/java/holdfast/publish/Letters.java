package holdfast.publish;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** The letters of paper: the Liberation fonts, Latin and Cyrillic, out of a jar, so that a page looks alike on every machine, whatever fonts that has. */
final class Letters {
    private record Face(String family, byte[] font, int weight, FontStyle style) {
        Face(String family, String file, int weight, FontStyle style) {
            this(family, withoutLigatures(bytes(file)), weight, style);
        }
    }

    private static final List<Face> FACES = List.of(
            new Face("Liberation Sans", "LiberationSans-Regular", 400, FontStyle.NORMAL),
            new Face("Liberation Sans", "LiberationSans-Bold", 700, FontStyle.NORMAL),
            new Face("Liberation Sans", "LiberationSans-Italic", 400, FontStyle.ITALIC),
            new Face("Liberation Sans", "LiberationSans-BoldItalic", 700, FontStyle.ITALIC),
            new Face("Liberation Serif", "LiberationSerif-Regular", 400, FontStyle.NORMAL),
            new Face("Liberation Serif", "LiberationSerif-Bold", 700, FontStyle.NORMAL),
            new Face("Liberation Mono", "LiberationMono-Regular", 400, FontStyle.NORMAL),
            new Face("Liberation Mono", "LiberationMono-Bold", 700, FontStyle.NORMAL));

    private static final Set<FSFontUseCase> USES = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    private static final FontMapper MAPPER = new OwnFontsOnly();

    private Letters() {}

    static void addTo(PdfRendererBuilder builder) {
        FontMappers.set(MAPPER);
        for (Face face : FACES) {
            builder.useFont(
                    () -> new ByteArrayInputStream(face.font()),
                    face.family(),
                    face.weight(),
                    face.style(),
                    true,
                    USES);
        }
    }

    private static byte[] bytes(String name) {
        String file = "liberation/" + name + ".ttf";
        try (InputStream in =
                Objects.requireNonNull(Letters.class.getClassLoader().getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The font with its table of ligatures put out of sight: Liberation has few, text is found and copied better without, and PDFBox takes most of its time to look for them.
     * The directory of a TrueType file begins after 12 bytes and has 16 for each table, of which 4 are its name.
     */
    private static byte[] withoutLigatures(byte[] font) {
        ByteBuffer buffer = ByteBuffer.wrap(font);
        int tables = buffer.getShort(4);
        for (int i = 0; i < tables; i++) {
            int at = 12 + 16 * i;
            if (buffer.getInt(at) == 0x47535542) { // GSUB
                buffer.put(at, (byte) 'g');
            }
        }
        return font;
    }

    /** Keeps PDFBox from looking through the fonts of the machine, and from leaving a list of them in the user's folder. */
    private static final class OwnFontsOnly implements FontMapper {
        private final TrueTypeFont font = parsed();

        private static TrueTypeFont parsed() {
            try {
                return new TTFParser().parse(new RandomAccessReadBuffer(bytes("LiberationSans-Regular")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public @Nullable CIDFontMapping getCIDFont(
                String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
            return null;
        }
    }
}
