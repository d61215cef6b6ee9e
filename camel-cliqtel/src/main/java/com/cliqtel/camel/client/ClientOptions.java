/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;

/**
 * The names and types of HttpClient's own options, from its builders' setters. Camel ignores an unknown option, and turns an
 * unreadable value into 0 or false.
 *
 * @param types the type of each option by its name
 */
public record ClientOptions(Map<String, Class<?>> types) {

    /** The kind of an option's value. */
    public enum Kind {
        /** {@code true} or {@code false}. */
        FLAG,
        /** A whole number. */
        NUMBER,
        /** A number of milliseconds. */
        MILLISECONDS,
        /** A text, or a list of words. */
        TEXT,
        /** An object of a type of HttpClient or of Java. */
        BEAN
    }

    /** The options of the client and of its requests. */
    public static ClientOptions ofClient() {
        return of(HttpClientBuilder.class, RequestConfig.Builder.class);
    }

    /** The options of a connection's socket. */
    public static ClientOptions ofConnection() {
        return of(SocketConfig.Builder.class);
    }

    private static ClientOptions of(Class<?>... builders) {
        Map<String, Class<?>> types = new TreeMap<>();
        Stream.of(builders)
                .flatMap(builder -> Stream.of(builder.getMethods()))
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .forEach(setter -> types.put(name(setter), setter.getParameterTypes()[0]));
        return new ClientOptions(types);
    }

    private static String name(Method setter) {
        String name = setter.getName();
        return Character.toLowerCase(name.charAt(3)) + name.substring(4);
    }

    /** Returns the kind of this option's value; null if there is no such option. */
    public Kind kind(String name) {
        Class<?> type = types.get(name);
        if (type == null) {
            return null;
        }
        if (type == boolean.class) {
            return Kind.FLAG;
        }
        if (type == int.class || type == long.class) {
            return Kind.NUMBER;
        }
        if (TimeValue.class.isAssignableFrom(type)) {
            return Kind.MILLISECONDS;
        }
        return type == String.class || Collection.class.isAssignableFrom(type) ? Kind.TEXT : Kind.BEAN;
    }
}
