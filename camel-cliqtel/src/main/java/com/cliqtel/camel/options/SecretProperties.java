/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;

/**
 * Checks the component's secrets in Camel's properties, before Camel Main binds them. Camel shows the value of a property that it
 * can't bind in its exception, and it shows a secret that has an index or brackets in its summary of the configuration.
 *
 * <p>Internal.
 */
public final class SecretProperties {

    private static final Set<String> SECRETS = Set.of("apikey", "webhookverifytoken");
    private static final Pattern PASSWORD_IN_BRACKETS = Pattern.compile("http\\[[^\\]]*(?:password|username)[^\\]]*]");
    private static final String PLACEHOLDER = "{{";
    private static final Pattern REFERENCE = Pattern.compile("#(?:bean:([^:]+)|[A-Za-z]+(?:\\(.*)?:.*|autowired)");

    private final CamelContext camel;
    private final Pattern ours;

    private SecretProperties(CamelContext camel, Component component) {
        this.camel = camel;
        String names = Stream.concat(
                        Stream.of("cliqtel"),
                        camel.getRegistry().findByTypeWithName(Component.class).entrySet().stream()
                                .filter(bean -> bean.getValue() == component)
                                .map(bean -> Pattern.quote(bean.getKey())))
                .collect(Collectors.joining("|"));
        this.ours = Pattern.compile("camel[._]component[._](?:" + names + ")[._](.+)", Pattern.CASE_INSENSITIVE);
    }

    /** @throws IllegalArgumentException when a property can't be used; the message names it and never shows its value */
    public static void check(CamelContext camel, Component component) {
        SecretProperties secrets = new SecretProperties(camel, component);
        Properties properties = camel.getPropertiesComponent().loadProperties();
        properties.stringPropertyNames().forEach(key -> secrets.check(key, properties.getProperty(key)));
        System.getenv().forEach(secrets::check);
        System.getProperties().stringPropertyNames().forEach(key -> secrets.check(key, System.getProperty(key, "")));
    }

    private void check(String property, String value) {
        Matcher matcher = ours.matcher(property);
        if (!matcher.matches()) {
            return;
        }
        String option = matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
        if (PASSWORD_IN_BRACKETS.matcher(option).matches()) {
            throw new IllegalArgumentException(
                    property + " would be shown by Camel, which masks the last word after a dot:"
                            + " write a dot instead of the brackets, such as http.proxyAuthPassword");
        }
        if (SECRETS.stream().anyMatch(secret -> option.matches(secret + "[\\[.].*"))) {
            throw new IllegalArgumentException(
                    property + " is not a property of the component: write it without the text after"
                            + " the option's name. Several keys are separated by commas");
        }
        if (SECRETS.contains(option)) {
            checkValue(property, value);
        }
    }

    private void checkValue(String property, String value) {
        if (value.contains(PLACEHOLDER) && !resolves(value)) {
            throw new IllegalArgumentException(
                    property + " contains {{, which begins a property placeholder in Camel, and the"
                            + " placeholder can't be resolved. The value isn't shown. If {{ is a part of the key, set the option in"
                            + " Java, on the component");
        }
        if (!isLiteralOrBean(value)) {
            throw new IllegalArgumentException(
                    property + " begins with #, which refers to a bean in Camel, and there is no such"
                            + " bean. The value isn't shown. If # is a part of the key, set the option in Java, on the component");
        }
    }

    private boolean resolves(String value) {
        try {
            String resolved = camel.resolvePropertyPlaceholders(value);
            return resolved == null || !resolved.contains(PLACEHOLDER);
        } catch (RuntimeException unresolvable) {
            return false;
        }
    }

    private boolean isLiteralOrBean(String value) {
        Matcher reference = REFERENCE.matcher(value);
        return !reference.matches()
                || reference.group(1) != null && camel.getRegistry().lookupByName(reference.group(1)) != null;
    }
}
