/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Masks the account's secrets in texts and headers that the page shows. */
final class SecretMask {

    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "cookie", "proxy-authorization");

    private final List<String> secrets;

    SecretMask(Set<String> secrets) {
        // a secret that is a part of another must not leave the rest of that standing
        this.secrets = secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String text(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, masked(secret));
        }
        return masked;
    }

    Map<String, String> headers(Map<String, List<String>> headers) {
        Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> shown.put(
                name, values.stream().map(value -> header(name, value)).collect(Collectors.joining(", "))));
        return shown;
    }

    private String header(String name, String value) {
        if (!SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return text(value);
        }
        int blank = value.indexOf(' ');
        return blank < 0 ? masked(value) : value.substring(0, blank + 1) + masked(value.substring(blank + 1));
    }

    /** Returns the secret with all but a few characters masked. */
    static String masked(String secret) {
        int end = secret.length();
        return end < 12 ? "…" : secret.substring(0, 4) + "…" + secret.substring(end - 2);
    }
}
