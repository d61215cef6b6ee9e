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
final class Accounts implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(CliqtelExtension.class);

    private final Map<CliqtelSimulator, Cliqtel> open = new ConcurrentHashMap<>();

    /** The account that is meant at a place; opened if nobody has asked for it yet. */
    static Cliqtel cliqtel(CliqtelSimulator said, ExtensionContext context) {
        Declared declared = Declared.by(context.getRequiredTestClass());
        CliqtelSimulator how = declared.meant(said);
        if (context.getTestMethod().isEmpty()) {
            return ofClass(context).open.computeIfAbsent(how, Cliqtel::new);
        }
        boolean shared = declared.isOfTheClass(how) && !isConcurrent(context);
        return (shared ? ofClass(context) : ofTest(context)).open.computeIfAbsent(how, Cliqtel::forOneTest);
    }

    /** A test begins: once, whoever of its constructors and callbacks comes first. */
    static void begin(ExtensionContext test) {
        test.getStore(NAMESPACE).getOrComputeIfAbsent("begun", key -> {
            Accounts shared = ofClass(test);
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

    private static Accounts ofClass(ExtensionContext context) {
        return outermost(context)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("of the class", key -> new Accounts(), Accounts.class);
    }

    private static Accounts ofTest(ExtensionContext test) {
        return test.getStore(NAMESPACE).getOrComputeIfAbsent("of the test", key -> new Accounts(), Accounts.class);
    }

    /** That of the class which the others are nested in. */
    private static ExtensionContext outermost(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(Accounts::outermost)
                .orElse(context);
    }

    /** Whether another test of the outermost class may run at the same time. */
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
