/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The options of Camel HTTP that may be set, {@code http.*}. Any other is refused by name: some would undo "no retries,
 * no redirects", and others do nothing outside Camel's own producer.
 */
final class HttpOptions {

    static final String CLIENT = "httpClient.";
    static final String CONNECTION = "httpConnection.";

    private static final Set<String> ALLOWED = Set.of(
            "proxyHost",
            "proxyPort",
            "nonProxyHosts",
            "proxyAuthScheme",
            "proxyAuthMethod",
            "proxyAuthUsername",
            "proxyAuthPassword",
            "maxTotalConnections",
            "connectionsPerRoute",
            "connectionTimeToLive",
            "x509HostnameVerifier",
            "useSystemProperties",
            "userAgent",
            "contentCompressionDisabled",
            "connectionStateDisabled");
    // these are set here, and have to stay as they are set
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
            "requestExecutor",
            "defaultRequestConfig",
            "defaultHeaders");

    private HttpOptions() {}

    /**
     * The component's options and, over them, the endpoint's.
     *
     * @throws IllegalArgumentException naming the option that cannot be set
     */
    static Map<String, Object> allowed(Map<String, Object> component, Map<String, Object> endpoint) {
        Map<String, Object> options = new TreeMap<>();
        options.putAll(component == null ? Map.of() : component);
        options.putAll(endpoint == null ? Map.of() : endpoint);
        options.keySet().forEach(HttpOptions::check);
        return Map.copyOf(options);
    }

    private static void check(String option) {
        boolean client = option.startsWith(CLIENT) && !DECIDED.contains(option.substring(CLIENT.length()));
        if (!ALLOWED.contains(option) && !client && !option.startsWith(CONNECTION)) {
            throw new IllegalArgumentException("the option http." + option + " cannot be set: allowed are http."
                    + String.join(", http.", new TreeSet<>(ALLOWED)) + ", http." + CONNECTION + "*, and http."
                    + CLIENT + "* other than timeouts, retries, redirects and cookies");
        }
    }
}
