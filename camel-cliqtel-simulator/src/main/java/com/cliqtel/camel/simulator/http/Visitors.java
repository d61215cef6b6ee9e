/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may come to the site: its own page, and programs. Not other pages in the same browser, which would reach a port on
 * loopback as well as its owner does, if need be under a name of theirs that leads there.
 *
 * @param host the address or name it listens at
 */
record Visitors(String host) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /** Empty for a welcome visitor. */
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
