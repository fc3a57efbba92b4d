package holdfast.record.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** How one kind of database is reached, where kinds differ. */
interface Connections extends AutoCloseable {
    Jdbi readers();

    Jdbi writers();

    /** Whether an entry is of an agreement's text, as SQL, word for word as the index of such entries has it: canonical JSON begins with that member, and no other entry does. */
    String isText();

    /** Makes the transaction that has begun the only one that writes. */
    void alone(Handle handle);

    /** What an error of the database means; the kind is {@link StoreTrouble.Kind#OTHER} where it means nothing that is known. */
    StoreTrouble trouble(SQLException e);

    @Override
    void close();

    /** What was opened, if it is what is wanted; if not, it is closed again, and an error of the database is told as what it means. */
    static <C extends Connections> C checked(C opened, Runnable check) {
        try {
            check.run();
            return opened;
        } catch (JdbiException e) {
            opened.close();
            throw SqlStore.trouble(opened, e);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }
}
