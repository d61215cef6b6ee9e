/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The open accounts of a class or of a test, by what was said of them; JUnit closes them with it. */
@SuppressWarnings(
        "deprecation") // JUnit before 5.13 closes a CloseableResource only, later ones warn of what is nothing else
/** The open accounts of a test class or a test, by their annotation. JUnit closes them. */
final class OpenAccounts implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(CliqtelExtension.class);

    private final Map<CliqtelSimulator, Cliqtel> open = new ConcurrentHashMap<>();

    /** Returns the account for an annotation; opens it on the first use. */
    static Cliqtel cliqtel(CliqtelSimulator said, ExtensionContext context) {
        DeclaredSimulators declared = DeclaredSimulators.by(context.getRequiredTestClass());
        CliqtelSimulator how = declared.meant(said);
        if (context.getTestMethod().isEmpty()) {
            return ofClass(context).open.computeIfAbsent(how, Cliqtel::new);
        }
        boolean shared = declared.isOfTheClass(how) && !isConcurrent(context);
        return (shared ? ofClass(context) : ofTest(context)).open.computeIfAbsent(how, Cliqtel::forOneTest);
    }

    /** Prepares the accounts for a test, once, at its first constructor or callback. */
    static void begin(ExtensionContext test) {
        test.getStore(NAMESPACE).getOrComputeIfAbsent("begun", key -> {
            OpenAccounts shared = ofClass(test);
            if (!shared.open.isEmpty() && isConcurrent(test)) {
                throw new ExtensionConfigurationException(
                        "Tests of " + outermost(test).getRequiredTestClass().getName() + " run concurrently, but would"
                                + " share a simulator of the class: take it by a parameter or by a field of each test's"
                                + " own instance, or let them run one after the other (@Execution(SAME_THREAD))");
            }
            shared.open.values().forEach(Cliqtel::begin);
            return true;
        });
    }

    private static OpenAccounts ofClass(ExtensionContext context) {
        return outermost(context)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("of the class", key -> new OpenAccounts(), OpenAccounts.class);
    }

    private static OpenAccounts ofTest(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent("of the test", key -> new OpenAccounts(), OpenAccounts.class);
    }

    /** Returns the context of the outermost class. */
    private static ExtensionContext outermost(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(OpenAccounts::outermost)
                .orElse(context);
    }

    /** Returns whether tests of the outermost class may run concurrently. */
    private static boolean isConcurrent(ExtensionContext test) {
        boolean parallel = test.getConfigurationParameter("junit.jupiter.execution.parallel.enabled")
                .map(Boolean::parseBoolean)
                .orElse(false);
        return parallel && isConcurrentBelow(outermost(test), test);
    }

    private static boolean isConcurrentBelow(ExtensionContext top, ExtensionContext context) {
        return !context.equals(top)
                && (context.getExecutionMode() == ExecutionMode.CONCURRENT
                        || context.getParent()
                                .filter(parent -> isConcurrentBelow(top, parent))
                                .isPresent());
    }

    @Override
    public void close() {
        open.values().forEach(Cliqtel::close);
    }
}
