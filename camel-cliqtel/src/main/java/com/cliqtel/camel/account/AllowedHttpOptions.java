/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javax.net.ssl.HostnameVerifier;

import com.cliqtel.camel.client.ClientOptions;
import com.cliqtel.camel.options.OptionBinding;

/**
 * The {@code http.*} options: the options of Camel HTTP that have an effect here. Any other option is refused by name, since
 * some allow retries and redirects, and others affect Camel's own producer only. A value that Camel would ignore or turn into
 * 0 is refused too.
 */
public final class AllowedHttpOptions {

    static final String CLIENT = "httpClient.";
    static final String CONNECTION = "httpConnection.";

    private static final String HOST = "proxyHost";
    private static final String PORT = "proxyPort";
    private static final String USER = "proxyAuthUsername";
    private static final String PASSWORD = "proxyAuthPassword";
    private static final List<String> OF_A_PROXY =
            List.of(PORT, "nonProxyHosts", "proxyAuthScheme", "proxyAuthMethod", USER, PASSWORD);

    private static final Map<String, BiFunction<String, Object, Object>> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry(HOST, HttpOptionValues::host),
            Map.entry(PORT, HttpOptionValues::port),
            Map.entry("nonProxyHosts", HttpOptionValues::text),
            Map.entry("proxyAuthScheme", HttpOptionValues.oneOf("http", "https")),
            Map.entry("proxyAuthMethod", HttpOptionValues.oneOf("Basic", "Digest")),
            Map.entry(USER, HttpOptionValues::text),
            Map.entry(PASSWORD, HttpOptionValues::text),
            Map.entry("maxTotalConnections", HttpOptionValues::count),
            Map.entry("connectionsPerRoute", HttpOptionValues::count),
            Map.entry("connectionTimeToLive", HttpOptionValues::timeToLive),
            Map.entry("x509HostnameVerifier", HttpOptionValues.bean(HostnameVerifier.class)),
            Map.entry("useSystemProperties", HttpOptionValues::flag),
            Map.entry("userAgent", HttpOptionValues::text),
            Map.entry("contentCompressionDisabled", HttpOptionValues::flag),
            Map.entry("connectionStateDisabled", HttpOptionValues::flag)));
    // the component decides these
    private static final Set<String> DECIDED = Set.of(
            "redirectsEnabled",
            "circularRedirectsAllowed",
            "maxRedirects",
            "redirectStrategy",
            "retryStrategy",
            "cookieSpec",
            "defaultCookieStore",
            "connectTimeout",
            "connectionRequestTimeout",
            "responseTimeout",
            "connectionManager",
            "connectionManagerShared",
            "requestExecutor",
            "defaultRequestConfig",
            "defaultHeaders",
            "contentDecoderRegistry");

    private AllowedHttpOptions() {}

    /**
     * Returns the options, each value in the type of its option.
     *
     * @param written the options as they are written; may be null
     *
     * @throws IllegalArgumentException when an option can't be used; the message names it and what is allowed
     */
    public static Map<String, Object> allowed(Map<String, Object> written) {
        Map<String, Object> options = new TreeMap<>(written == null ? Map.of() : written);
        options.replaceAll((option, value) -> value instanceof String text ? OptionBinding.unwrapped(text) : value);
        options.replaceAll(AllowedHttpOptions::read);
        checkProxy(options);
        return Map.copyOf(options);
    }

    private static Object read(String option, Object value) {
        BiFunction<String, Object, Object> reader = ALLOWED.get(option);
        if (reader != null) {
            return reader.apply(option, value);
        }
        if (option.startsWith(CLIENT) && !DECIDED.contains(option.substring(CLIENT.length()))) {
            return read(ClientOptions.ofClient(), CLIENT, option, value);
        }
        if (option.startsWith(CONNECTION)) {
            return read(ClientOptions.ofConnection(), CONNECTION, option, value);
        }
        throw new IllegalArgumentException("the option http." + option + " cannot be set: allowed are http."
                + String.join(", http.", ALLOWED.keySet()) + ", http." + CONNECTION + "*, and http."
                + CLIENT + "* other than timeouts, retries, redirects and cookies");
    }

    private static Object read(ClientOptions options, String prefix, String option, Object value) {
        String name = option.substring(prefix.length());
        ClientOptions.Kind kind = options.kind(name);
        if (kind == null) {
            throw HttpOptionValues.wrong(
                    option,
                    "there is no such option: http." + prefix + "* are "
                            + options.types().keySet());
        }
        return switch (kind) {
            case FLAG -> HttpOptionValues.flag(option, value);
            case NUMBER -> HttpOptionValues.number(option, value);
            case MILLISECONDS -> HttpOptionValues.milliseconds(option, value);
            case TEXT -> value instanceof String ? HttpOptionValues.text(option, value) : value;
            case BEAN -> HttpOptionValues.bean(options.types().get(name)).apply(option, value);
        };
    }

    private static void checkProxy(Map<String, Object> options) {
        if (options.containsKey(HOST)) {
            require(options, HOST, PORT);
            require(options, USER, PASSWORD);
            require(options, PASSWORD, USER);
        } else {
            OF_A_PROXY.forEach(option -> require(options, option, HOST));
        }
    }

    private static void require(Map<String, Object> options, String option, String other) {
        if (options.containsKey(option) && !options.containsKey(other)) {
            throw HttpOptionValues.wrong(option, "http." + other + " is missing: set both, or neither");
        }
    }
}
