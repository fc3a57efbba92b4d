package holdfast.engine.monitor.plain;

import holdfast.engine.Verdict;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Each act is a breach of its own, over as soon as it is done. */
final class SingleActs implements Breaches {
    private final BanJudge judge;
    private final Tier tier;
    private final Chain act;
    private final News news = new News();

    /** When the breaches are over that were said to last. */
    private final Dues ends = new Dues();

    SingleActs(BanJudge judge, Tier tier, Chain act) {
        this.judge = judge;
        this.tier = tier;
        this.act = act;
    }

    @Override
    public void begin() {
        news.begin();
        ends.clear();
    }

    @Override
    public void touch(int row) {
        news.touch(row);
    }

    @Override
    public void touchAll() {
        news.touchAll();
    }

    @Override
    public void collect(Consumer<Verdict> verdicts) {
        judge.forEachForbidden(row -> verdicts.accept(verdict(row)));
    }

    @Override
    public void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        while (ends.first() < tier.now()) {
            news.touch(ends.take());
        }
        news.drain(act.table.rows, this::told, gone, came);
    }

    private @Nullable Verdict told(int row) {
        if (!judge.isForbidden(row)) {
            return null;
        }
        Verdict verdict = verdict(row);
        if (verdict.until().isEmpty()) {
            ends.add(act.time(row), row);
        }
        return verdict;
    }

    private Verdict verdict(int row) {
        return judge.verdict(List.of(row), act.time(row));
    }

    @Override
    public long firstEnd() {
        return ends.first();
    }
}
