/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

import com.cliqtel.camel.simulator.Simulator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.platform.commons.support.AnnotationSupport;

/** Implements {@link CliqtelSimulator}: starts simulators when a test needs them, resets and closes them. */
final class CliqtelExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                ParameterResolver {

    CliqtelExtension() {}

    /** A test's constructor and instance fields are the test's, where each test has an instance. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        fillStaticFields(context);
    }

    /** Before whatever else an instance begins with, such as an application that calls the simulator. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            OpenAccounts.begin(context);
        } else {
            // one instance for all tests comes before beforeAll
            fillStaticFields(context);
        }
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        AnnotationSupport.findAnnotatedFields(
                        test.getClass(), CliqtelSimulator.class, field -> !Modifier.isStatic(field.getModifiers()))
                .forEach(field -> fill(field, test, context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        OpenAccounts.begin(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (parameter.isAnnotated(CliqtelSimulator.class)) {
            requireType(type, parameter.getParameter().toString());
        }
        return isProvided(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        CliqtelSimulator said = parameter.findAnnotation(CliqtelSimulator.class).orElse(null);
        return as(parameter.getParameter().getType(), OpenAccounts.cliqtel(said, context));
    }

    private static void fillStaticFields(ExtensionContext context) {
        AnnotationSupport.findAnnotatedFields(
                        context.getRequiredTestClass(),
                        CliqtelSimulator.class,
                        field -> Modifier.isStatic(field.getModifiers()))
                .forEach(field -> fill(field, null, context));
    }

    private static void fill(Field field, Object test, ExtensionContext context) {
        requireType(field.getType(), field.toString());
        if (Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException(
                    "@CliqtelSimulator cannot fill " + field + ": it must not be final");
        }
        CliqtelSimulator said =
                AnnotationSupport.findAnnotation(field, CliqtelSimulator.class).orElseThrow();
        try {
            field.setAccessible(true);
            field.set(test, as(field.getType(), OpenAccounts.cliqtel(said, context)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ExtensionConfigurationException(
                    "@CliqtelSimulator cannot fill " + field + ": " + e.getMessage(), e);
        }
    }

    private static Object as(Class<?> type, Cliqtel cliqtel) {
        return type == Simulator.class ? cliqtel.simulator() : cliqtel;
    }

    private static boolean isProvided(Class<?> type) {
        return type == Cliqtel.class || type == Simulator.class;
    }

    private static void requireType(Class<?> type, String where) {
        if (!isProvided(type)) {
            throw new ExtensionConfigurationException(
                    "@CliqtelSimulator gives a Cliqtel or a Simulator, not what is asked for by " + where);
        }
    }
}
