/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.function.Consumer;

/** Sends SMS in its own way. Thread-safe. */
interface Client extends AutoCloseable {

    /** Sends one, and tells how it ended; then or later, on this thread or another. */
    void send(LogicalSend send, Consumer<Ending> told);
}
