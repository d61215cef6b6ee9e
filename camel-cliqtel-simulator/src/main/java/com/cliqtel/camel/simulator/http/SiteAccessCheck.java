/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Admits the simulator's own page and programs to the site. Refuses requests of other web pages, also under a host name that
 * resolves to this address.
 *
 * @param host the address or name that the server listens at
 */
record SiteAccessCheck(String host) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /** Returns an error answer, or empty if the call is admitted. */
    Optional<Answer> refusal(ApiCall call) {
        String named = call.onlyHeader("Host").orElse("");
        if (!isOurs(PORT.matcher(named).replaceAll("").toLowerCase(Locale.ROOT))) {
            return forbidden("Ask for it by its address, or by localhost");
        }
        boolean page = call.path().equals(Site.PAGE);
        if (!page && !OWN.containsAll(call.headers().getOrDefault("Sec-Fetch-Site", List.of()))) {
            return forbidden("Only the simulator's own page may ask for this");
        }
        List<String> origins = call.headers().getOrDefault("Origin", List.of());
        if (!page && !List.of("http://" + named).containsAll(origins)) {
            return forbidden("Only the simulator's own page may ask for this");
        }
        boolean json = call.onlyHeader("Content-Type")
                .filter(type -> JSON.matcher(type).matches())
                .isPresent();
        return SAFE.contains(call.method()) || json
                ? Optional.empty()
                : Optional.of(Answer.error(
                        415,
                        "unsupported_media_type",
                        "What changes something must have the Content-Type application/json"));
    }

    private boolean isOurs(String name) {
        return name.equals("localhost")
                || name.equals(host.toLowerCase(Locale.ROOT))
                || ADDRESS.matcher(name).matches();
    }

    private static Optional<Answer> forbidden(String why) {
        return Optional.of(Answer.error(403, "forbidden", why));
    }
}
