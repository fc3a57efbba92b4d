package holdfast.cli;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import java.util.ArrayList;
import java.util.List;

/** What the command shows when it is asked nothing: what there is, and what can be done with it now. */
final class Welcome {
    private static final int COMMAND_WIDTH = 48;

    private Welcome() {}

    static String text(ShippedAgreements shipped, boolean coloured) {
        Colours colours = coloured ? Colours.ON : Colours.OFF;
        Page page = new Page();
        page.wrapped(
                "",
                "Holdfast says how an agreement can fail before it is signed, and replays what happened over what it says.");
        List<ShippedAgreements.Entry> entries = shipped.entries();
        if (!entries.isEmpty()) {
            page.gap().line(colours.heading("Agreements that come with it"));
            int width = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
            for (ShippedAgreements.Entry entry : entries) {
                String lead =
                        "  " + entry.name() + " ".repeat(width - entry.name().length() + 2);
                page.wrapped(lead, entry.title());
                if (!entry.about().isEmpty()) {
                    page.line(" ".repeat(lead.length()) + cut(entry.about(), Page.width() - lead.length()));
                }
            }
        }
        page.gap().line(colours.heading("What you can do now"));
        for (String[] next : next(shipped)) {
            page.wrapped("  " + pad(next[0]) + "  ", next[1]);
        }
        return page.toString();
    }

    private static List<String[]> next(ShippedAgreements shipped) {
        String name = shipped.withRecords().orElse("FILE");
        List<String[]> next = new ArrayList<>();
        next.add(new String[] {"holdfast examine " + name, "what it guarantees in the worst case; how it can fail"});
        next.add(new String[] {"holdfast replay " + name, "what was due, done, missed and breached"});
        next.add(new String[] {
            "holdfast replay " + name + " --html OUT.html", "the same as a page to print, with a picture"
        });
        next.add(new String[] {"holdfast replay " + name + " --as-of DATE", "as it was known on that day"});
        shipped.firstClause(name)
                .ifPresent(clause -> next.add(new String[] {
                    "holdfast explain " + name + " --clause " + clause, "why, in words, with the records"
                }));
        next.add(new String[] {"holdfast new my-truce --from ceasefire", "begins a text of your own"});
        next.add(new String[] {"holdfast draft TEXT.docx", "takes a text from Word, to write its clauses"});
        next.add(new String[] {"holdfast check FILE.md", "what is wrong with a text; whether its scenarios hold"});
        next.add(new String[] {"holdfast --help", "everything else"});
        return next;
    }

    private static String cut(String sentence, int width) {
        return sentence.length() <= width
                ? sentence
                : sentence.substring(0, sentence.lastIndexOf(' ', width - 2)) + " …";
    }

    private static String pad(String command) {
        return command + " ".repeat(Math.max(0, COMMAND_WIDTH - command.length()));
    }
}
