package io.github.saleskpi;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Leaves out the bodies of tests that a mutation run only wants to find. Pitest finds the tests of a class by running all of
 * them, and does so again in the JVM of each mutated class before it tries the first mutant there: without this, that is nine
 * tenths of the run. Only the profile {@code mutation} switches it on; if it left out more than that, mutants would survive and
 * the floor would be missed.
 */
public final class FoundWithoutRunning implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runUnlessFinding(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runUnlessFinding(invocation);
    }

    private static void runUnlessFinding(Invocation<Void> invocation) throws Throwable {
        if (isCalledBy("org.pitest.mutationtest.execute.MutationTestMinion")
                && isCalledBy("org.pitest.junit5.JUnit5TestUnitFinder")) {
            invocation.skip();
        } else {
            invocation.proceed();
        }
    }

    private static boolean isCalledBy(String type) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(type)));
    }
}
