/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Reads option values as they are written in properties and URIs, and sets them with Camel's generated configurer. It refuses
 * values that Camel would change silently: an unreadable duration or number, and a list for an option of one value.
 *
 * <p>One object serves one binding, because it keeps the values of the indexed form ({@code allowedRecipients[0]}).
 *
 * <p>Internal.
 */
public final class OptionBinding implements PropertyConfigurer, PropertyConfigurerGetter {

    /** The options that take several values: as text separated by commas, as a list, or in the indexed form. */
    static final Set<String> SEVERAL = Set.of("allowedRecipients", "allowedCallbackHosts", "events", "statuses");

    private static final Pattern RAW = Pattern.compile("RAW(?:\\((.*)\\)|\\{(.*)})", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+");

    private final PropertyConfigurer generated;
    private final boolean ofComponent;
    private final Map<String, IndexedValues> indexed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> asText = new HashSet<>();

    private OptionBinding(PropertyConfigurer generated, boolean ofComponent) {
        this.generated = generated;
        this.ofComponent = ofComponent;
    }

    /** Reads component properties, from which {@code RAW(...)} is removed. */
    public static PropertyConfigurer ofComponent(PropertyConfigurer generated) {
        return generated == null ? null : new OptionBinding(generated, true);
    }

    /** Reads endpoint URIs, from which Camel removes {@code RAW(...)} itself. */
    public static PropertyConfigurer ofEndpoint(PropertyConfigurer generated) {
        return generated == null ? null : new OptionBinding(generated, false);
    }

    @Override
    public boolean configure(CamelContext camel, Object target, String name, Object value, boolean ignoreCase) {
        if (takesSeveral(name) && value instanceof List<?> list && list.isEmpty()) {
            refuseBoth(name);
            indexed.put(name, new IndexedValues(text -> generated.configure(camel, target, name, text, ignoreCase)));
            return generated.configure(camel, target, name, "", ignoreCase);
        }
        asText.add(name.toLowerCase(Locale.ROOT));
        return generated.configure(camel, target, name, plain(name, value), ignoreCase);
    }

    private void refuseBoth(String name) {
        if (asText.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    name + " is given both as a text and with an index: use one of the two forms");
        }
    }

    private Object plain(String name, Object value) {
        if (value instanceof Collection<?> || value instanceof Object[]) {
            return joined(name, value instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) value);
        }
        if (!(value instanceof String text)) {
            return value;
        }
        String unwrapped = ofComponent ? unwrapped(text) : text;
        Class<?> type = getOptionType(name, true);
        if (type == null || unwrapped.startsWith("#")) {
            return unwrapped;
        }
        return type == Duration.class ? DurationText.read(name, unwrapped) : number(name, unwrapped, type);
    }

    // Camel reads a text that is not a number as 0; for its own options it also reads durations
    private static String number(String name, String text, Class<?> type) {
        boolean ours = type == Integer.class || type == Long.class;
        boolean camels = type == int.class || type == long.class;
        String written = text.trim();
        if (!ours && !camels || NUMBER.matcher(written).matches()) {
            return text;
        }
        if (ours) {
            throw new IllegalArgumentException(name + " is '" + written + "': a number was expected");
        }
        return Long.toString(DurationText.read(name, written).toMillis());
    }

    private Object joined(String name, Collection<?> values) {
        if (getOptionType(name, true) == Map.class || getOptionType(name, true) == null) {
            return values;
        }
        if (!takesSeveral(name)) {
            throw new IllegalArgumentException(
                    name + " takes one value, and a list of " + values.size() + " was given");
        }
        return values.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(","));
    }

    /** Returns a component property without {@code RAW(...)}, which is for endpoint URIs. */
    public static String unwrapped(String text) {
        Matcher raw = RAW.matcher(text);
        return raw.matches() ? Objects.requireNonNullElse(raw.group(1), raw.group(2)) : text;
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return takesSeveral(name) ? List.class : getter().getOptionType(name, ignoreCase);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return takesSeveral(name) ? indexed.get(name) : getter().getOptionValue(target, name, ignoreCase);
    }

    @Override
    public String[] getAutowiredNames() {
        return getter().getAutowiredNames();
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return getter().getCollectionValueType(target, name, ignoreCase);
    }

    private PropertyConfigurerGetter getter() {
        return (PropertyConfigurerGetter) generated;
    }

    private static boolean takesSeveral(String name) {
        return SEVERAL.stream().anyMatch(name::equalsIgnoreCase);
    }
}
