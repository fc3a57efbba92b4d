/** From a template or a text from Word to a draft, and from a draft back to Word. */
module holdfast.drafting {
    requires static org.jspecify;
    requires transitive holdfast.language;
    requires io.github.javadiffutils;
    requires java.xml;
    requires org.apache.poi.ooxml;
    requires org.apache.poi.poi;
    requires org.commonmark;
    requires org.commonmark.ext.footnotes;
    requires org.commonmark.ext.gfm.tables;

    exports holdfast.drafting.draft;
    exports holdfast.drafting.markdown;
    exports holdfast.drafting.redline;
    exports holdfast.drafting.template;
    exports holdfast.drafting.text;
    exports holdfast.drafting.word;
}
