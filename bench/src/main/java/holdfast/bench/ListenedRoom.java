package holdfast.bench;

import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Stores;
import holdfast.server.Server;
import holdfast.server.ServerSettings;
import holdfast.server.access.Accounts;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.room.Room;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A server with one room, which prints its address and a token of somebody who may submit, and goes on until it is ended. */
final class ListenedRoom {
    private ListenedRoom() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        InstantSource clock = InstantSource.system();
        SharedRecord record = SharedRecord.open(
                Stores.open(RecordPlace.of(folder.toString()), Opening.WRITE),
                Optional.of(SigningKeys.read(folder.resolve("log.key"))),
                clock);
        Room room = Room.open("mission", record, clock, "bench").orElseThrow();
        Accounts accounts = new Accounts(new SecureRandom());
        String token = accounts.token(new Person("Mission", Role.PARTY, Optional.of("North")));
        Server server = Server.start(
                new ServerSettings("localhost", 0, false, "bench", folder.resolve("exercises"), clock),
                List.of(room),
                accounts);
        System.out.println(server.address());
        System.out.println(token);
        new CountDownLatch(1).await();
    }
}
