/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.function.Consumer;

/** A way to send SMS. Thread-safe. */
interface SmsClient extends AutoCloseable {

    /** Sends an SMS and reports its outcome, now or later, on any thread. */
    void send(LogicalSend send, Consumer<SendOutcome> told);
}
