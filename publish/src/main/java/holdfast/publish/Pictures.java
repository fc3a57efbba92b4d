package holdfast.publish;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures of a page as PNG: drawn as on paper, each on a sheet of its own size, and then turned into points, so that the letters are those of the jar here too. */
final class Pictures {
    /** Points of the picture for each unit of the drawing. */
    private static final float FINENESS = 2;

    /** Units of the drawing in an inch, as CSS has it. */
    private static final float UNITS = 96;

    private Pictures() {}

    /**
     * @param png the picture
     * @param width in units of the drawing
     * @param height likewise
     */
    record Png(byte[] png, double width, double height) {}

    static List<Png> of(List<Element> drawings) throws IOException {
        if (drawings.isEmpty()) {
            return List.of();
        }
        List<Png> pictures = new ArrayList<>();
        try (PDDocument sheets = Loader.loadPDF(Paper.printed(sheets(drawings)))) {
            PDFRenderer renderer = new PDFRenderer(sheets);
            for (int i = 0; i < drawings.size(); i++) {
                BufferedImage image = renderer.renderImage(i, FINENESS * UNITS / 72, ImageType.RGB);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageIO.write(image, "png", out);
                double[] size = size(drawings.get(i));
                pictures.add(new Png(out.toByteArray(), size[0], size[1]));
            }
        }
        return pictures;
    }

    private static double[] size(Element svg) {
        String[] box = svg.getAttribute("viewBox").split(" ", -1);
        return new double[] {Double.parseDouble(box[2]), Double.parseDouble(box[3])};
    }

    private static Document sheets(List<Element> drawings) throws IOException {
        StringBuilder style = new StringBuilder("body { margin: 0; } svg { display: block; }");
        for (int i = 0; i < drawings.size(); i++) {
            double[] size = size(drawings.get(i));
            String across = " { width: " + size[0] + "px; height: " + size[1] + "px; }";
            style.append(" @page sheet")
                    .append(i)
                    .append(" { margin: 0; size: ")
                    .append(size[0] + "px " + size[1] + "px; }");
            style.append(" .sheet").append(i).append(" { page: sheet").append(i).append("; }");
            style.append(" .sheet").append(i).append(" svg").append(across);
        }
        Document page = PageTree.of("<html><head><style>" + style + "</style></head><body></body></html>");
        Element body = PageTree.first(page, "body").orElseThrow();
        for (int i = 0; i < drawings.size(); i++) {
            Element sheet = page.createElement("div");
            sheet.setAttribute("class", "sheet" + i);
            Element picture = (Element) page.importNode(drawings.get(i), true);
            picture.removeAttribute("style");
            sheet.appendChild(picture);
            body.appendChild(sheet);
        }
        return page;
    }
}
