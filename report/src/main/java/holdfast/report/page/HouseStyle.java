package holdfast.report.page;

/**
 * How every page of Holdfast looks: on paper, on a wide screen, on a phone, in the dark. What stands for all media and for print keeps to CSS 2, so that whatever makes paper
 * of a page understands it; the rest is for screens alone.
 */
public final class HouseStyle {
    /** The letters of pages and pictures. The first is metric-compatible with the others, so that lines break alike. */
    public static final String LETTERS = "'Liberation Sans', Arial, Helvetica, sans-serif";

    /** How a page lies on paper. */
    public enum Sheet {
        PORTRAIT("A4 portrait"),
        LANDSCAPE("A4 landscape");

        private final String size;

        Sheet(String size) {
            this.size = size;
        }
    }

    private HouseStyle() {}

    /** The style elements of a page. {@code own} is what only its kind needs, for all media. */
    static String elements(Sheet sheet, String own) {
        return "<style>" + EVERYWHERE + own + "</style>\n<style media=\"print\">" + PAPER.replace("SIZE", sheet.size)
                + "</style>\n<style media=\"screen\">" + SCREEN + "</style>\n";
    }

    private static final String EVERYWHERE = """

            body { font-family: 'Liberation Sans', Arial, Helvetica, sans-serif; font-size: 14px; line-height: 1.45; color: #111; background: #fff; margin: 0; }
            h1 { font: bold 26px/1.2 'Liberation Serif', Georgia, serif; margin: 0 0 4px; }
            h2 { font: bold 18px/1.3 'Liberation Serif', Georgia, serif; margin: 26px 0 8px; }
            h3 { font: bold 15px/1.3 'Liberation Serif', Georgia, serif; margin: 18px 0 6px; }
            header { display: block; border-bottom: 2px solid #111; padding-bottom: 10px; margin-bottom: 16px; }
            header p { margin: 2px 0; } .sub { color: #444; margin: 0 0 10px; } .intake { color: #555; font-size: 12.5px; margin: 4px 0; }
            main, section, article, figure { display: block; } figure { margin: 8px 0; } figcaption { display: block; color: #555; font-size: 12.5px; margin: 4px 0 10px; }
            .figures { list-style: none; padding: 0; margin: 8px 0; }
            .figures li { display: inline-block; margin: 0 22px 6px 0; border-left: 4px solid #777; padding: 0 0 0 8px; } .figures b { font-size: 20px; }
            .figures .breached { border-color: #8c1d18; } .figures .fulfilled { border-color: #1b6e3c; }
            .figures .pending { border-color: #1f4e8c; } .figures .undetermined, .figures .disputed { border-left-style: dashed; border-color: #333; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; font-size: 12px; color: #444; font-weight: bold; }
            td, th { padding: 3px 10px 3px 0; vertical-align: top; border-bottom: 1px solid #ddd; }
            tbody th { font-size: inherit; color: inherit; } tr.group th { font-size: 14px; padding-top: 14px; border-bottom: 1px solid #111; }
            tr.text td, tr.text th { color: #333; border-bottom: none; padding-top: 8px; } .clause { font-weight: bold; white-space: nowrap; width: 44px; }
            .when { white-space: nowrap; } .said { width: 100%; } .status { white-space: nowrap; } .status.breached, .alarm { color: #8c1d18; font-weight: bold; }
            .status.fulfilled { color: #1b6e3c; } .status.doubt { font-style: italic; } .status.undetermined, .status.disputed { font-style: italic; } .status.pending { color: #1f4e8c; }
            .answer h2 { font-size: 17px; margin: 16px 0 4px; } .answer p { margin: 4px 0; } .none { color: #444; }
            .changes { padding-left: 18px; margin: 6px 0; } .bands { table-layout: fixed; } .bands td, .bands th { padding: 0; border: none; } a { color: #1f4e8c; } .bands svg { display: block; width: 100%; }
            .meanings { font-size: 13px; margin: 6px 0; } .meanings dt { font-weight: bold; } .meanings dd { margin: 0 0 2px; }
            .receipt { font-size: 12.5px; margin: 6px 0; } .receipt dt { color: #555; } .receipt dd { margin: 0 0 4px; font-family: 'Liberation Mono', Menlo, Consolas, monospace; word-wrap: break-word; }
            .partial { color: #8c1d18; font-weight: bold; } code { font-family: 'Liberation Mono', Menlo, Consolas, monospace; font-size: 12.5px; }
            """;

    private static final String PAPER = """

            @page { size: SIZE; margin: 13mm 12mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9px 'Liberation Sans', Arial, sans-serif; color: #555; } }
            body { font-size: 12.5px; -webkit-print-color-adjust: exact; print-color-adjust: exact; } h1 { font-size: 21px; } h2 { font-size: 15px; margin-top: 18px; } h3 { font-size: 13px; }
            .answer h2 { font-size: 14px; margin-top: 12px; } th, .intake, figcaption, .receipt { font-size: 11px; } tbody th { font-size: 12.5px; } table { -fs-table-paginate: paginate; }
            dl dt { float: left; clear: left; width: 150px; } dl dd { margin-left: 158px; } p.note { font-size: 11px; margin: 4px 0; } sup.note { font-size: 9px; line-height: 1; }
            h1, h2, h3 { break-after: avoid; page-break-inside: avoid; -fs-page-break-min-height: 34mm; } tr, li, blockquote, .keep { page-break-inside: avoid; break-inside: avoid; }
            tr.group, tr.text { break-after: avoid; page-break-after: avoid; -fs-page-break-min-height: 24mm; } thead { display: table-header-group; } p { orphans: 3; widows: 3; }
            figure.whole { page-break-inside: avoid; break-inside: avoid; } figure.whole svg { display: block; max-width: 100%; max-height: 112mm; }
            summary { display: none; }
            """;

    private static final String SCREEN = """

            body { max-width: 1140px; margin: 24px auto; padding: 0 16px; } figure svg { width: 100%; height: auto; display: block; }
            .receipt, .meanings { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; } .receipt dd { overflow-wrap: anywhere; margin: 0; } p, td, li { overflow-wrap: break-word; }
            details { max-width: 420px; } summary { cursor: pointer; color: #1f4e8c; } details p { margin: 4px 0 8px; font-size: 13px; }
            .wide { overflow-x: auto; } :focus-visible { outline: 3px solid #1f4e8c; outline-offset: 2px; }
            @media (max-width: 640px) {
              body { margin: 12px auto; padding: 0 12px; font-size: 15px; } h1 { font-size: 22px; } .wide svg { min-width: 860px; } .receipt { display: block; } details { max-width: none; }
              table.cards, table.cards tbody, table.cards tr, table.cards td, table.cards th { display: block; width: auto; white-space: normal; border: none; padding: 1px 0; }
              table.cards thead { position: absolute; left: -9999px; } table.cards tr { border-bottom: 1px solid #ccc; padding: 6px 0; } table.cards td:empty { display: none; }
              table.cards td[data-label]::before { content: attr(data-label) ": "; color: #666; font-weight: normal; font-size: 13px; font-style: normal; } table.cards td.n { text-align: left; }
            }
            @media (prefers-color-scheme: dark) {
              body { color: #e8e6e1; background: #16181b; } header { border-color: #e8e6e1; } .sub, .intake, figcaption, th, .none, .receipt dt, .key, blockquote, tr.text td, tr.text th { color: #b3b1ab; }
              td, th { border-color: #3a3d42; } tr.group th { color: #e8e6e1; border-color: #e8e6e1; } .status.breached, .alarm, .partial, td.nothing { color: #ff8f86 !important; } .status.fulfilled { color: #6fce96; }
              .status.pending, summary, a { color: #8fbcff; } figure svg { background: #fff; border-radius: 4px; } .mend, .sheet { background: #22262b !important; } table.cards tr { border-color: #3a3d42; }
              .badge { color: #b3b1ab !important; } ins { color: #7fd6a2 !important; } del { color: #ff9d95 !important; } .figures .fulfilled { border-color: #6fce96; } .figures .pending { border-color: #8fbcff; } .figures .breached { border-color: #ff8f86; }
            }
            """;
}
