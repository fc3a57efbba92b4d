/** A page in the other forms in which people hand things on: PDF, Word, Markdown. */
module holdfast.publish {
    requires static org.jspecify;
    requires java.desktop;
    requires java.logging;
    requires java.xml;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires openhtmltopdf.svg.support;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.poi.ooxml;

    exports holdfast.publish;
}
