package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.record.canonical.Json;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.Names;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.tree.TreeHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one entry: what it says, from whom, when it was received, and what came of it later.")
final class RecordShow implements Callable<Integer> {
    @Mixin
    PlaceOption at = new PlaceOption();

    @Parameters(index = "1", paramLabel = "ID", description = "a record's id, or an entry's number")
    String id = "";

    @Option(names = "--raw", description = "its very bytes, of which the tree is made")
    boolean raw;

    @Option(names = "--save", paramLabel = "OUT", description = "write the file that an attachment's entry names there")
    @Nullable
    Path save;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordShow(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return at.reading(around, record -> {
            Entry entry = find(record, id);
            PrintWriter out = spec.commandLine().getOut();
            if (save != null) {
                save(record, entry, save, out);
            } else if (raw) {
                out.println(new String(entry.bytes(), StandardCharsets.UTF_8));
            } else {
                show(record, entry, out);
            }
            return 0;
        });
    }

    static Entry find(SharedRecord record, String id) {
        Optional<Entry> named = Names.find(record.store(), Statement.OfRecord.key(id));
        if (named.isEmpty() && id.matches("[0-9]{1,18}")) {
            named = record.store().entry(Long.parseLong(id));
        }
        return named.orElseThrow(
                () -> Refusal.usage("the record has no `" + id + "`", "`holdfast record list` shows ids and numbers"));
    }

    private static void show(SharedRecord record, Entry entry, PrintWriter out) {
        Entry.Content content = entry.content();
        out.println("Entry " + entry.number() + ": " + EntryWords.words(content.statement()));
        out.println("  received  " + content.received() + " from " + content.from());
        out.println("  leaf      "
                + HexFormat.of().formatHex(TreeHash.leaf(entry.bytes()).bytes()));
        if (content.statement() instanceof Statement.OfRecord(Json.Members json, Optional<Statement.Part> part)) {
            part.ifPresent(p -> out.println("  edition   " + p.edition() + " of " + p.source()
                    + (p.as().isEmpty() ? ", which has it no more" : "")));
        }
        members(content.statement().json(), "  ", out);
        if (content.statement() instanceof Statement.OfRecord of) {
            later(record, entry.number(), of.id(), out);
        }
    }

    private static void members(Json.Members json, String indent, PrintWriter out) {
        json.members().forEach((name, value) -> {
            if (value instanceof Json.Members inner) {
                out.println(indent + name + ":");
                members(inner, indent + "  ", out);
            } else {
                out.println(indent + name + ": "
                        + (value instanceof Json.Text(String text)
                                ? text
                                : new String(value.canonical(), StandardCharsets.UTF_8)));
            }
        });
    }

    private static void later(SharedRecord record, long number, String id, PrintWriter out) {
        record.store().read(number + 1, record.store().size(), e -> {
            Statement statement = e.content().statement();
            Json.Members json = statement.json();
            for (String member : new String[] {"corrects", "withdraws", "about"}) {
                if (json.text(member).filter(id::equals).isPresent()) {
                    out.println("  later: entry " + e.number() + ", " + EntryWords.words(statement));
                }
            }
        });
    }

    private static void save(SharedRecord record, Entry entry, Path file, PrintWriter out) {
        Statement.File named = switch (entry.content().statement()) {
            case Statement.OfAttachment attachment -> attachment.file();
            case Statement.OfAgreement text -> text.files().getFirst();
            case Statement.OfRecord r -> throw noFile(entry);
            case Statement.OfEdition e -> throw noFile(entry);
        };
        try (InputStream in = record.store().attachment(named.digest());
                OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(to);
            out.println("written: " + file);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw Refusal.usage("--save: `" + file + "` is there already", "choose another name");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal noFile(Entry entry) {
        return Refusal.usage(
                "--save: entry " + entry.number() + " names no file",
                "`holdfast record list --of attachments` shows those that do");
    }
}
