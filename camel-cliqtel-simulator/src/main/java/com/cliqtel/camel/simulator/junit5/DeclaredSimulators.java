/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The simulators that a test class and its enclosing classes declare.
 *
 * @param onClass the annotation of the class or of the nearest enclosing class; null for none
 * @param fields the annotations of fields, in any order
 * @param staticFields the annotations of static fields
 */
record DeclaredSimulators(
        Class<?> testClass,
        CliqtelSimulator onClass,
        Set<CliqtelSimulator> fields,
        Set<CliqtelSimulator> staticFields) {

    private static final CliqtelSimulator PLAIN = Plain.class.getAnnotation(CliqtelSimulator.class);

    static DeclaredSimulators by(Class<?> testClass) {
        CliqtelSimulator onClass = null;
        Set<CliqtelSimulator> fields = new LinkedHashSet<>();
        Set<CliqtelSimulator> staticFields = new LinkedHashSet<>();
        for (Class<?> each = testClass; each != null; each = nestedIn(each)) {
            Optional<CliqtelSimulator> said = AnnotationSupport.findAnnotation(each, CliqtelSimulator.class);
            onClass = onClass == null ? said.orElse(null) : onClass;
            for (Field field : AnnotationSupport.findAnnotatedFields(each, CliqtelSimulator.class)) {
                CliqtelSimulator onField = AnnotationSupport.findAnnotation(field, CliqtelSimulator.class)
                        .orElseThrow();
                (Modifier.isStatic(field.getModifiers()) ? staticFields : fields).add(onField);
            }
        }
        fields.addAll(staticFields);
        return new DeclaredSimulators(testClass, onClass, fields, staticFields);
    }

    /** Returns the annotation that an annotation without attributes stands for; null for none. */
    CliqtelSimulator meant(CliqtelSimulator said) {
        return said == null || said.equals(PLAIN) ? usual() : said;
    }

    /** Returns whether all tests of the class share the simulator. */
    boolean isOfTheClass(CliqtelSimulator how) {
        return how.equals(onClass) || staticFields.stream().map(this::meant).anyMatch(how::equals);
    }

    private CliqtelSimulator usual() {
        if (onClass != null) {
            return onClass;
        }
        if (fields.isEmpty() || fields.contains(PLAIN)) {
            return PLAIN;
        }
        if (fields.size() > 1) {
            throw new ExtensionConfigurationException("Which of the accounts in the fields of " + testClass.getName()
                    + " is meant? Say so by the same @CliqtelSimulator(…) at the parameter, or by one at the class");
        }
        return fields.iterator().next();
    }

    private static Class<?> nestedIn(Class<?> testClass) {
        return Modifier.isStatic(testClass.getModifiers()) ? null : testClass.getEnclosingClass();
    }

    @CliqtelSimulator
    private static final class Plain {}
}
