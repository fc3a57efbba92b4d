package holdfast.publish;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures of a page as PNG: drawn as on paper and then turned into points, so that the letters are those of the jar here too. */
final class Pictures {
    /** Points of the picture for each unit of the drawing. */
    private static final float FINENESS = 2;

    /** Inches in a unit of the drawing, as CSS has it. */
    private static final float UNIT = 96;

    private Pictures() {}

    /**
     * @param png the picture
     * @param width in units of the drawing
     * @param height likewise
     */
    record Png(byte[] png, double width, double height) {}

    static Png of(Element svg) throws IOException {
        String[] box = svg.getAttribute("viewBox").split(" ", -1);
        double width = Double.parseDouble(box[2]);
        double height = Double.parseDouble(box[3]);
        byte[] paper = Paper.printed(alone(svg, width, height));
        try (PDDocument document = Loader.loadPDF(paper)) {
            BufferedImage image =
                    new PDFRenderer(document).renderImage(0, FINENESS * UNIT / 72, ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return new Png(out.toByteArray(), width, height);
        }
    }

    /** A page of the picture's size that holds nothing else. */
    private static Document alone(Element svg, double width, double height) throws IOException {
        String size = width + "px " + height + "px";
        Document page = PageTree.of("<html><head><style>@page { size: " + size
                + "; margin: 0; } body { margin: 0; } svg { display: block; width: " + width + "px; height: " + height
                + "px; }</style></head><body></body></html>");
        Element picture = (Element) page.importNode(svg, true);
        picture.removeAttribute("style");
        PageTree.first(page, "body").orElseThrow().appendChild(picture);
        return page;
    }
}
