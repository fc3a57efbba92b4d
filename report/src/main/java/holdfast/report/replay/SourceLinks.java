package holdfast.report.replay;

import holdfast.report.explain.Sources;
import holdfast.report.page.Markup;
import java.util.List;

/** Where what is quoted can be read, on a page: a web address as a link. */
final class SourceLinks {
    private SourceLinks() {}

    static void list(Markup page, List<Sources.Source> sources) {
        if (sources.isEmpty()) {
            return;
        }
        page.raw("<ul class=\"sources\">\n");
        for (Sources.Source source : sources) {
            page.open("li");
            if (source.isWebAddress()) {
                page.element("a", source.source(), "href", source.source());
            } else {
                page.text(source.source());
            }
            page.text(" (" + String.join(", ", source.records()) + ")").close("li");
        }
        page.raw("</ul>\n");
    }
}
