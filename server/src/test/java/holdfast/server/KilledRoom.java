package holdfast.server;

import holdfast.server.access.Person;
import holdfast.server.access.PublicView;
import holdfast.server.access.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A server in a process of its own, so that it can be killed. It prints its address and a token, and goes on until then. */
final class KilledRoom {
    private KilledRoom() {}

    public static void main(String[] args) throws Exception {
        HeldRoom held = HeldRoom.guarded(
                Path.of(args[0]), InstantSource.system(), Optional.of(PublicView.WHOLE), Path.of(args[1]));
        System.out.println(held.server.address());
        System.out.println(held.accounts.token(new Person("a member", Role.MEMBER, Optional.of("Commission"))));
        new CountDownLatch(1).await();
    }
}
