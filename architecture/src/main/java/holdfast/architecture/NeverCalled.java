package holdfast.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/**
 * Methods that no way from {@code main} leads to. Where a call goes is taken widely: to every class that the call can mean.
 * What a library calls is taken to be called: annotated methods, whatever overrides one of its methods, and whatever a class
 * does when it is loaded. Not looked at: what nobody wrote (accessors and constructors of records), and private constructors
 * without parameters, which are there so that nobody calls them.
 *
 * <p>What stands beside the command and calls it, to measure it or to compare it with something else, is code that somebody runs
 * too. A method that only it calls is not dead; it is told by itself.
 *
 * @param byNobody what no code but tests calls, each with its place
 * @param besideAlone what is called by the modules beside the command, and by nothing in it
 */
record NeverCalled(SortedSet<String> byNobody, SortedSet<String> besideAlone) {
    static NeverCalled in(List<SourceFile> sources, ClassFiles files, ClassFiles beside, Path root) {
        Calls calls = new Calls(sources, files);
        calls.fromMain();
        SortedSet<String> besideAlone = calls.notReached(sources, root);
        calls.fromBeside(beside);
        SortedSet<String> byNobody = calls.notReached(sources, root);
        besideAlone.removeAll(byNobody);
        return new NeverCalled(byNobody, besideAlone);
    }
}
