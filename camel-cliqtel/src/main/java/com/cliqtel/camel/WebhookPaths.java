/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The paths that webhook consumers of a context listen on: one consumer each. Thread-safe. */
final class WebhookPaths {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /**
     * @throws IllegalStateException when another consumer listens there: Camel Platform HTTP drops every consumer of a
     *     path when one of them stops
     */
    void take(String path) {
        if (!taken.add(path)) {
            throw new IllegalStateException("Another cliqtel:webhook already listens on " + path
                    + ": set another webhookPath, or consume it once and pass events on");
        }
    }

    void release(String path) {
        taken.remove(path);
    }
}
