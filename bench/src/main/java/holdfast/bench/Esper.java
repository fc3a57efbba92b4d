package holdfast.bench;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPDeployment;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The four policies as statements of Esper. Intervals are a millisecond longer than the bounds, because Esper's timers exclude them. */
final class Esper {
    private static final String STATEMENTS = """
            @name('deadline') select a.id from pattern
              [every a=Alarm -> (timer:interval(86400 sec 1 msec) and not Warning(id=a.id))];
            @name('escalation') select a.id from pattern
              [every a=Alarm -> ((timer:interval(86400 sec 1 msec) and not Warning(id=a.id))
                             and (timer:interval(259200 sec 1 msec) and not Response(id=a.id)))];
            @name('count') select id, count(*) from Fire#time(21600 sec 1 msec)
              group by party, sector having count(*) > 5;
            @name('prohibition') select f.id from pattern
              [every t=TruceStart -> (every f=Fire(sector=t.sector) and not TruceStop(sector=t.sector))];
            """;

    /* Esper reads beans: classes, not records. */

    public static final class Alarm {
        private final int id;

        Alarm(int id) {
            this.id = id;
        }

        public int getId() {
            return id;
        }
    }

    public static final class Warning {
        private final int id;

        Warning(int id) {
            this.id = id;
        }

        public int getId() {
            return id;
        }
    }

    public static final class Response {
        private final int id;

        Response(int id) {
            this.id = id;
        }

        public int getId() {
            return id;
        }
    }

    public static final class Fire {
        private final int id;
        private final int party;
        private final int sector;

        Fire(int id, int party, int sector) {
            this.id = id;
            this.party = party;
            this.sector = sector;
        }

        public int getId() {
            return id;
        }

        public int getParty() {
            return party;
        }

        public int getSector() {
            return sector;
        }
    }

    public static final class TruceStart {
        private final int sector;

        TruceStart(int sector) {
            this.sector = sector;
        }

        public int getSector() {
            return sector;
        }
    }

    public static final class TruceStop {
        private final int sector;

        TruceStop(int sector) {
            this.sector = sector;
        }

        public int getSector() {
            return sector;
        }
    }

    private static final List<Class<?>> TYPES =
            List.of(Alarm.class, Warning.class, Response.class, Fire.class, TruceStart.class, TruceStop.class);

    private final EPRuntime runtime;
    private final EPEventService service;
    private final Map<String, AtomicLong> counts = new HashMap<>();

    Esper() {
        Configuration configuration = new Configuration();
        TYPES.forEach(configuration.getCommon()::addEventType);
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        try {
            EPCompiled compiled =
                    EPCompilerProvider.getCompiler().compile(STATEMENTS, new CompilerArguments(configuration));
            runtime = EPRuntimeProvider.getDefaultRuntime(configuration);
            runtime.initialize();
            service = runtime.getEventService();
            service.advanceTime(0);
            count(runtime.getDeploymentService().deploy(compiled));
        } catch (EPCompileException | EPDeployException wrong) {
            throw new IllegalStateException("Esper refuses its statements", wrong);
        }
    }

    private void count(EPDeployment deployment) {
        for (EPStatement statement : deployment.getStatements()) {
            AtomicLong count = new AtomicLong();
            counts.put(statement.getName(), count);
            statement.addListener((fresh, gone, of, in) -> count.addAndGet(fresh == null ? 0 : fresh.length));
        }
    }

    void event(long second, Object bean, String type) {
        service.advanceTime(second * 1000);
        service.sendEventBean(bean, type);
    }

    Counts counts() {
        return new Counts(count("deadline"), count("escalation"), count("count"), count("prohibition"));
    }

    private long count(String statement) {
        return counts.get(statement).get();
    }

    static Object bean(Workload.Kind kind, int id, int party, int sector) {
        return switch (kind) {
            case ALARM -> new Alarm(id);
            case WARNING -> new Warning(id);
            case RESPONSE -> new Response(id);
            case FIRE -> new Fire(id, party, sector);
            case TRUCE_START -> new TruceStart(sector);
            case TRUCE_STOP -> new TruceStop(sector);
        };
    }

    static String type(Workload.Kind kind) {
        return TYPES.get(kind.ordinal()).getSimpleName();
    }

    /** In memory, with the beans prepared. */
    static Contestant over(Events events) {
        Object[] beans = new Object[events.size];
        String[] types = new String[Workload.Kind.values().length];
        for (int i = 0; i < events.size; i++) {
            beans[i] = bean(events.kind(i), events.id[i], events.party[i], events.sector[i]);
        }
        for (Workload.Kind kind : Workload.Kind.values()) {
            types[kind.ordinal()] = type(kind);
        }
        return () -> {
            Esper esper = new Esper();
            for (int i = 0; i < events.size; i++) {
                esper.event(events.second[i], beans[i], types[events.kind[i]]);
            }
            return esper.counts();
        };
    }
}
