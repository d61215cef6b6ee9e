/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Checks the names of the application's properties {@code camel.component.cliqtel.*}. Spring Boot ignores a property that it can't bind:
 * a misspelt one, or a list for an option of one value.
 */
final class ComponentProperties {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("camel.component.cliqtel");
    private static final int FIRST = PREFIX.getNumberOfElements();

    private static final Set<String> GROUPS = Set.of("http", "customizer");

    private final Map<String, Class<?>> types = new TreeMap<>();

    private ComponentProperties() {
        Arrays.stream(BeanUtils.getPropertyDescriptors(CliqtelComponentConfiguration.class))
                .forEach(property -> types.put(uniform(property.getName()), property.getPropertyType()));
    }

    /** @throws IllegalArgumentException when a property belongs to no option; the message names it and never shows its value */
    static void check(Environment environment) {
        ComponentProperties properties = new ComponentProperties();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                boolean variables = isVariables(source);
                iterable.stream()
                        .filter(PREFIX::isAncestorOf)
                        .forEach(name -> properties.check(variables ? joined(name) : name));
            }
        }
    }

    private static boolean isVariables(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> underlying
                && underlying.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    // CAMEL_COMPONENT_CLIQTEL_MAX_WAIT is read as max.wait here, and bound to max-wait
    private static ConfigurationPropertyName joined(ConfigurationPropertyName name) {
        if (GROUPS.contains(element(name, FIRST))) {
            return name;
        }
        int indexes = (int) IntStream.range(FIRST, name.getNumberOfElements())
                .filter(name::isNumericIndex)
                .count();
        String option = IntStream.range(FIRST, name.getNumberOfElements())
                .filter(at -> !name.isNumericIndex(at))
                .mapToObj(at -> element(name, at))
                .collect(Collectors.joining());
        return ConfigurationPropertyName.of(PREFIX + "." + option + "[0]".repeat(indexes));
    }

    private void check(ConfigurationPropertyName name) {
        String option = element(name, FIRST);
        int more = name.getNumberOfElements() - FIRST - 1;
        if (!types.containsKey(option)) {
            throw new IllegalArgumentException(name + " is not a property of the component. It is misspelt, or none of "
                    + String.join(", ", types.keySet()));
        }
        boolean listed = types.get(option) == List.class && more == 1 && name.isNumericIndex(FIRST + 1);
        if (more > 0 && !listed && !GROUPS.contains(option)) {
            throw new IllegalArgumentException(
                    name + " can't be used: this option takes one value, not a list or a group of properties");
        }
    }

    private static String element(ConfigurationPropertyName name, int at) {
        return name.getElement(at, ConfigurationPropertyName.Form.UNIFORM);
    }

    private static String uniform(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
