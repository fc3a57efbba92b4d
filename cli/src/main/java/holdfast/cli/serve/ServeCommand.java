package holdfast.cli.serve;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.cli.record.Around;
import holdfast.cli.replay.KeptRecord;
import holdfast.language.model.Agreement;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.StoreTrouble;
import holdfast.server.Server;
import holdfast.server.ServerSettings;
import holdfast.server.access.Accounts;
import holdfast.server.access.PublicView;
import holdfast.server.room.Room;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Opens a room in the browser: the agreement, what happened, what is breached and what is due, the same for"
                        + " everybody.")
public final class ServeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "AGREEMENT",
            description =
                    "documents, folders or names of agreements that come with Holdfast; if none is given: those whose"
                            + " records are in the data folder, or else one that comes with records to look at")
    List<String> agreements = List.of();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "where the records are kept, a folder for each agreement; if not given: holdfast in your own data"
                            + " folder")
    @Nullable
    Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "instead: a record in a database, `postgresql://USER@HOST:PORT/DATABASE`, made with `record init`; people"
                            + " and the log of access are kept in the data folder")
    @Nullable
    String database;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "with --database: the private keys of its record, as `record init` wrote them; without them"
                    + " nothing can be submitted")
    @Nullable
    Path key;

    @Option(names = "--host", paramLabel = "H", description = "the address at which it listens; localhost if not given")
    String host = "localhost";

    @Option(names = "--port", paramLabel = "N", description = "the port at which it listens; 8443 if not given, 0: any")
    int port = 8443;

    @Option(names = "--read-only", description = "nothing can be submitted")
    boolean readOnly;

    @Mixin
    final DoorOptions door = new DoorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    public ServeCommand(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<PublicView> publicView = door.publicView();
        List<Room> rooms = rooms();
        Accounts accounts = door.accounts(dataFolder(), around.clock());
        List<Agreement> texts = rooms.stream().map(Room::agreement).toList();
        try (Server server = Server.start(
                new ServerSettings(
                        host,
                        port,
                        readOnly,
                        Version.text(),
                        publicView,
                        door.provider(around.clock()),
                        dataFolder().resolve("exercises"),
                        around.clock()),
                rooms,
                accounts,
                door.log(dataFolder(), around.clock()))) {
            out.println("The room is open at " + server.address());
            door.links(accounts, texts, server.address(), out);
            out.println("The records are in " + dataFolder() + ". Ctrl-C closes the room.");
            out.flush();
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                ended.countDown();
            }));
            ended.await();
        } catch (Server.CannotListen e) {
            throw Refusal.usage(
                    "the room cannot be opened at " + host + ":" + port
                            + ": something else listens there, or you may not",
                    "choose another: `--port 8444`, or `--port 0` for any that is free");
        }
        return 0;
    }

    private List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        try {
            if (database != null) {
                return List.of(inDatabase(database));
            }
            for (Path folder : folders()) {
                RoomFolder place = new RoomFolder(folder, around.clock());
                rooms.add(opened(name(folder), place.open(), folder.toString()));
            }
        } catch (StoreTrouble e) {
            throw KeptRecord.refusal(e);
        }
        return rooms;
    }

    private Room opened(String name, SharedRecord record, String shown) {
        return Room.open(name, record, around.clock(), Version.text())
                .orElseThrow(() -> Refusal.findings(
                        "the text in `" + shown + "` cannot be read by this Holdfast",
                        "it was written for another version; use that one"));
    }

    /** It is called as its text was called when it was submitted. */
    private Room inDatabase(String url) {
        if (!agreements.isEmpty()) {
            throw Refusal.usage(
                    "--database names one record, and its agreement is in it",
                    "leave `" + agreements.getFirst() + "` away");
        }
        RecordPlace place = RecordPlace.of(url);
        SharedRecord record = RoomFolder.open(place, Optional.ofNullable(key), around.clock());
        String name = Texts.last(record.store())
                .map(t -> plain(t.statement().name()))
                .orElseThrow(() -> Refusal.usage(
                        "this record has no agreement's text yet",
                        "`holdfast record add RECORD --agreement A` takes one in"));
        return opened(name, record, place.shown());
    }

    private static String plain(String name) {
        return Path.of(name).getFileName().toString().replaceAll("\\.md$", "").replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    private List<Path> folders() {
        if (!agreements.isEmpty()) {
            return agreements.stream().map(this::made).toList();
        }
        List<Path> there = there();
        return there.isEmpty() ? List.of(made(first())) : there;
    }

    private String first() {
        return around.shipped()
                .withRecords()
                .orElseThrow(
                        () -> Refusal.usage("there is nothing to serve yet", "name an agreement: `holdfast serve A`"));
    }

    private List<Path> there() {
        if (!Files.isDirectory(dataFolder())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(dataFolder())) {
            return folders.filter(f -> new RoomFolder(f, around.clock()).isMade())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Refusal.usage("`" + dataFolder() + "` cannot be read", "name another place: `--data FOLDER`");
        }
    }

    private Path made(String agreement) {
        AgreementFile file = AgreementFile.find(agreement, around.shipped());
        Path folder = dataFolder().resolve(plain(file.name()));
        RoomFolder place = new RoomFolder(folder, around.clock());
        if (!place.isMade()) {
            place.make(file, spec.commandLine().getErr());
        }
        return folder;
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private Path dataFolder() {
        if (data != null) {
            return data;
        }
        @Nullable String own = System.getenv("XDG_DATA_HOME");
        Path home = own == null || own.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(own);
        return home.resolve("holdfast");
    }
}
