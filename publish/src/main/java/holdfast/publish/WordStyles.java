package holdfast.publish;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a Word document: headings are headings, so that Word lists and numbers them, and somebody who dislikes their look changes it in one place. */
final class WordStyles {
    static final String SMALL = "Small";
    /** How far a list stands in from what is around it, in twentieths of a point. */
    static final int STEP = 360;

    static final String QUOTED = "Quote";
    static final String BOXED = "Boxed";
    static final String NOTE = "FootnoteText";
    static final String NOTE_NUMBER = "FootnoteReference";

    private static final String LETTERS = "Liberation Sans";
    private static final String HEADING_LETTERS = "Liberation Serif";

    private final XWPFStyles styles;

    private WordStyles(XWPFDocument document) {
        this.styles = document.createStyles();
    }

    static void into(XWPFDocument document) {
        WordStyles all = new WordStyles(document);
        CTStyle normal = paragraph("Normal", "Normal", 20, LETTERS, 0, 100);
        normal.setDefault(true);
        all.add(normal);
        all.heading(1, 36, 0);
        all.heading(2, 26, 280);
        all.heading(3, 22, 200);
        all.add(paragraph(SMALL, "Small", 17, LETTERS, 0, 60));
        all.add(indented(paragraph(QUOTED, "Quote", 19, LETTERS, 60, 60)));
        all.add(indented(paragraph(BOXED, "Boxed", 20, LETTERS, 60, 100)));
        all.add(paragraph(NOTE, "footnote text", 16, LETTERS, 0, 40));
        all.noteNumber();
    }

    private void heading(int level, int halfPoints, int before) {
        CTStyle style = paragraph("Heading" + level, "heading " + level, halfPoints, HEADING_LETTERS, before, 80);
        style.getRPr().addNewB();
        CTPPrGeneral lines = style.getPPr();
        lines.addNewKeepNext();
        lines.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        add(style);
    }

    /**
     * @param halfPoints the size of the letters
     * @param before the space before a paragraph, in twentieths of a point, as is that after
     */
    private static CTStyle paragraph(String id, String name, int halfPoints, String letters, int before, int after) {
        CTStyle style = named(id, name, STStyleType.PARAGRAPH);
        if (!id.equals("Normal")) {
            style.addNewBasedOn().setVal("Normal");
        }
        style.addNewQFormat();
        var spacing = style.addNewPPr().addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        CTRPr look = style.addNewRPr();
        CTFonts fonts = look.addNewRFonts();
        fonts.setAscii(letters);
        fonts.setHAnsi(letters);
        fonts.setCs(letters);
        look.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        return style;
    }

    private static CTStyle indented(CTStyle style) {
        style.getPPr().addNewInd().setLeft(BigInteger.valueOf(360));
        return style;
    }

    private void noteNumber() {
        CTStyle style = named(NOTE_NUMBER, "footnote reference", STStyleType.CHARACTER);
        style.addNewRPr().addNewVertAlign().setVal(STVerticalAlignRun.SUPERSCRIPT);
        add(style);
    }

    private static CTStyle named(String id, String name, STStyleType.Enum type) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(type);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        return style;
    }

    /** A style is copied when it is added: what is said of it later is lost. */
    private void add(CTStyle whole) {
        styles.addStyle(new XWPFStyle(whole, styles));
    }

    /** The one list that there is: points without numbers. */
    static BigInteger points(XWPFDocument document) {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("\u2022");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(STEP));
        indent.setHanging(BigInteger.valueOf(240));
        var numbering = document.createNumbering();
        BigInteger id = numbering.addAbstractNum(new XWPFAbstractNum(list));
        return numbering.addNum(id);
    }
}
