/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.util.function.Supplier;

/** The compared ways to receive webhooks. */
public enum ReceiverKind {
    /** {@code cliqtel:webhook}: verified, known to be new, in its turn, and routed. */
    COMPONENT(ComponentReceiver::new),
    /** A {@code platform-http:} route that verifies by hand; it knows no duplicates. */
    PLATFORM_HTTP_ROUTE(RouteReceiver::new),
    /** The same with Camel's {@code idempotentConsumer}, which remembers in memory what came. */
    IDEMPOTENT_ROUTE(IdempotentRouteReceiver::new),
    /** Vert.x alone, with the same HMAC in its handler. */
    BARE_VERTX(VertxReceiver::new);

    private final Supplier<Receiver> opening;

    ReceiverKind(Supplier<Receiver> opening) {
        this.opening = opening;
    }

    Receiver open() {
        return opening.get();
    }
}
