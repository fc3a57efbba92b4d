package holdfast.bench;

import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.DataType;

/**
 * The four policies in the SQL of Apache Flink, each in the way that is quickest there: what stays away is an outer join of intervals, the count is a window over the rows before, the state is
 * a table with versions. They are one statement, so that the alarms without a warning are found once for both policies that ask for them. One job, one worker, in this process.
 */
final class FlinkSql {
    /** Kinds are those of {@link Workload.Kind}, in their order. */
    private static final List<String> VIEWS = List.of(
            "create view alarm as select id, moment from events where kind = 0",
            "create view warning as select id, moment from events where kind = 1",
            "create view response as select id, moment from events where kind = 2",
            "create view fire as select party, sector, moment from events where kind = 3",
            """
            create view unwarned as
              select a.id, a.moment from alarm a
              left join warning w on a.id = w.id and w.moment between a.moment and a.moment + interval '24' hour
              where w.id is null
            """,
            """
            create view unanswered as
              select u.id, u.moment from unwarned u
              left join response r on u.id = r.id and r.moment between u.moment and u.moment + interval '72' hour
              where r.id is null
            """,
            """
            create view counted as
              select moment, count(*) over (partition by party, sector order by moment
                range between interval '6' hour preceding and current row) as shots
              from fire
            """,
            """
            create view truce as
              select sector, kind, moment from (
                select sector, kind, moment, row_number() over (partition by sector order by moment desc) as latest
                from events where kind in (4, 5))
              where latest = 1
            """,
            """
            create view broken as
              select f.moment from fire f
              join truce for system_time as of f.moment as t on f.sector = t.sector
              where t.kind = 4
            """);

    /** Since when a policy is violated: for what stays away, a second after the last moment at which it was in time. */
    private static final String VIOLATIONS = """
            select 0 as policy, cast(moment as timestamp(3)) + interval '24:00:01' hour to second as since from unwarned
            union all
            select 1 as policy, cast(moment as timestamp(3)) + interval '72:00:01' hour to second as since from unanswered
            union all
            select 2 as policy, cast(moment as timestamp(3)) as since from counted where shots > 5
            union all
            select 3 as policy, cast(moment as timestamp(3)) as since from broken
            """;

    private static final int MOMENT = 4;

    private static final DataType EVENT = DataTypes.ROW(
            DataTypes.FIELD("kind", DataTypes.INT().notNull()),
            DataTypes.FIELD("id", DataTypes.INT().notNull()),
            DataTypes.FIELD("party", DataTypes.INT().notNull()),
            DataTypes.FIELD("sector", DataTypes.INT().notNull()),
            DataTypes.FIELD("moment", DataTypes.TIMESTAMP(3).notNull()));

    private static final DataType VIOLATION = DataTypes.ROW(
                    DataTypes.FIELD("policy", DataTypes.INT().notNull()),
                    DataTypes.FIELD("since", DataTypes.TIMESTAMP(3).bridgedTo(TimestampData.class)))
            .bridgedTo(RowData.class);

    private FlinkSql() {}

    /** Watches the rows on the {@link Tape}, from nothing. */
    static void watch() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        StreamTableEnvironment tables = StreamTableEnvironment.create(job);
        tables.createTemporaryView(
                "events",
                events(job),
                Schema.newBuilder().watermark("moment", "source_watermark()").build());
        VIEWS.forEach(tables::executeSql);
        DataStream<RowData> violations = tables.toDataStream(tables.sqlQuery(VIOLATIONS), VIOLATION);
        violations.sinkTo(new Tape.Found());
        job.execute();
    }

    /** How far time went on is told a few times a second: told with each row, it took up to a quarter longer. */
    private static DataStream<RowData> events(StreamExecutionEnvironment job) {
        return job.fromSource(
                new DataGeneratorSource<>(Tape::row, Tape.size(), InternalTypeInfo.of(EVENT.getLogicalType())),
                WatermarkStrategy.<RowData>forMonotonousTimestamps()
                        .withTimestampAssigner(
                                (row, unknown) -> row.getTimestamp(MOMENT, 3).getMillisecond()),
                "events");
    }
}
