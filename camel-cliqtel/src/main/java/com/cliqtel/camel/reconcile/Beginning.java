/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;

import com.cliqtel.camel.client.ServerClock;

/** When the first attempt at an SMS began: by the server's clock where that was known, else by this machine's. */
sealed interface Beginning {

    /** How what it was told by is written. */
    Map<String, Function<Instant, Beginning>> KINDS = Map.of("server", AtServer::new, "unsaid", Unsaid::new);

    Instant instant();

    /** The earliest that it can have been at the server; what is created before was not this attempt. */
    Instant atServer(ServerClock clock);

    /** By the server's clock. */
    record AtServer(Instant instant) implements Beginning {
        @Override
        public Instant atServer(ServerClock clock) {
            return instant;
        }

        @Override
        public String toString() {
            return instant + "@server";
        }
    }

    /** By this machine's clock, because no answer had told the server's. */
    record Here(Instant instant) implements Beginning {
        @Override
        public Instant atServer(ServerClock clock) {
            return clock.earliest(instant).orElse(instant);
        }

        @Override
        public String toString() {
            return instant + "@here";
        }
    }

    /** Nobody says when, so perhaps it goes on elsewhere even now; not before this time by this machine's clock. */
    record Unsaid(Instant instant) implements Beginning {
        @Override
        public Instant atServer(ServerClock clock) {
            return clock.earliest(instant).orElse(instant);
        }

        @Override
        public String toString() {
            return instant + "@unsaid";
        }
    }

    static Beginning at(Instant local, ServerClock clock) {
        return clock.earliest(local).<Beginning>map(AtServer::new).orElseGet(() -> new Here(local));
    }

    /** @throws IllegalArgumentException when it is not what {@code toString} writes */
    static Beginning parse(String text) {
        int at = text.indexOf('@');
        try {
            Instant instant = Instant.parse(text.substring(0, Math.max(at, 0)));
            return KINDS.getOrDefault(text.substring(at + 1), Here::new).apply(instant);
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException("not a time: " + text.length() + " characters");
        }
    }
}
