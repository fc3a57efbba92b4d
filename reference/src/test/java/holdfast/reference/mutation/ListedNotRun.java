package holdfast.reference.mutation;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Lists tests without running them, where PIT only wants to know which there are. PIT starts a process for each class
 * that it changes, and its JUnit plug-in finds the tests there by running all of them: half a minute for each class.
 * Only the profile {@code mutation} turns this on (it lets JUnit find extensions by itself); no other build has it.
 */
public final class ListedNotRun implements InvocationInterceptor {
    private static final String CHANGES_ARE_TRIED_IN = "org.pitest.mutationtest.execute.MutationTestMinion";
    private static final String TESTS_ARE_FOUND_BY = "org.pitest.junit5.JUnit5TestUnitFinder";

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runUnlessOnlyListed(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runUnlessOnlyListed(invocation);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        runUnlessOnlyListed(invocation);
    }

    private static void runUnlessOnlyListed(Invocation<Void> invocation) throws Throwable {
        if (isOnlyListed()) {
            invocation.skip();
        } else {
            invocation.proceed();
        }
    }

    /** In the process that measures what each test reaches, finding runs them too, and must. */
    private static boolean isOnlyListed() {
        return StackWalker.getInstance().walk(frames -> {
            var callers = frames.map(StackWalker.StackFrame::getClassName).toList();
            return Stream.of(CHANGES_ARE_TRIED_IN, TESTS_ARE_FOUND_BY).allMatch(callers::contains);
        });
    }
}
