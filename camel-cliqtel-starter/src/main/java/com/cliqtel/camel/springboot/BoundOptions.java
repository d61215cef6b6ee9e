/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Copies the properties that Spring has bound to the component. Camel's own helper would show the value of a property that it can't
 * resolve, which may be a secret.
 */
final class BoundOptions {

    private static final Pattern BEAN = Pattern.compile("#bean:(.+)");

    private final CamelContext camel;
    private final CliqtelComponentConfiguration bound;

    BoundOptions(CamelContext camel, CliqtelComponentConfiguration bound) {
        this.camel = camel;
        this.bound = bound;
    }

    /**
     * @throws IllegalArgumentException when a property's value can't be used; the message names the property and never shows a
     * secret
     */
    void copyTo(Component component) {
        // the component has its configurer from then on
        ServiceHelper.initService(component);
        PropertyConfigurer options = component.getComponentPropertyConfigurer();
        Map<String, Object> values = CamelPropertiesHelper.getNonNullProperties(camel, bound);
        values.forEach((name, value) -> {
            Object resolved = resolved(name, value);
            if (resolved != null) {
                options.configure(camel, component, name, resolved, true);
            }
        });
    }

    private Object resolved(String name, Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(each -> resolved(name, each)).toList();
        }
        if (!(value instanceof String text)) {
            return value;
        }
        String placed = withoutPlaceholders(name, text);
        return placed != null && BEAN.matcher(placed).matches() ? bean(name, placed) : placed;
    }

    private String withoutPlaceholders(String name, String text) {
        try {
            return camel.resolvePropertyPlaceholders(text);
        } catch (RuntimeException unresolvable) {
            // without its cause, which shows the value
            throw new IllegalArgumentException(
                    "camel.component.cliqtel." + name + " contains {{, which begins a property placeholder"
                            + " in Camel, and the placeholder can't be resolved. The value isn't shown. If {{ is a part of the value,"
                            + " set the option in Java, on the component");
        }
    }

    private Object bean(String name, String reference) {
        Object bean = camel.getRegistry().lookupByName(reference.replaceFirst("#bean:", ""));
        if (bean == null) {
            throw new IllegalArgumentException("camel.component.cliqtel." + name
                    + " refers to a bean, #bean: and a name, and there is no such bean. The value isn't shown");
        }
        return bean;
    }
}
