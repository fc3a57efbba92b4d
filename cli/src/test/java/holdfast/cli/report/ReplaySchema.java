package holdfast.cli.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds JSON against the schemas in {@code docs}. */
public final class ReplaySchema {
    private ReplaySchema() {}

    /** A replay's. */
    public static List<Error> errors(String json) throws IOException {
        return errors("replay.schema.json", json);
    }

    public static List<Error> errors(String file, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs", file)));
        return schema.validate(json, InputFormat.JSON);
    }
}
