package holdfast.publish;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;

/** A page on paper. The same page gives the same bytes: no moment of printing is written into it, and no font of the machine is used. */
final class Paper {
    /** By which a file is known to be one of Holdfast's; kept in the open, where it can be found without reading the file as PDF. */
    static final String MADE_BY_HOLDFAST = "(holdfast)";

    private Paper() {}

    static byte[] of(Document page) throws IOException {
        Notes.atTheEnd(page, Notes.taken(page));
        return printed(page);
    }

    /** @param page of which nothing is hidden */
    static byte[] printed(Document page) throws IOException {
        Quiet.keep();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        Letters.addTo(builder);
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            builder.withW3cDocument(page, "page:");
            builder.withProducer("holdfast");
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                return bytes(renderer.getPdfDocument());
            }
        }
    }

    /** What would differ from one printing to the next is taken out. */
    private static byte[] bytes(PDDocument document) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        document.setDocumentId(0L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out, CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }
}
