/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import com.cliqtel.camel.client.SendGate;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.slf4j.LoggerFactory;

/** The JMX operations that pause and resume the sends of all accounts. Thread-safe. */
public interface ManagedSending {

    /** Returns the gate that all sends pass. */
    SendGate sendGate();

    /** Stops all sends until {@link #resumeSending()} or a restart of the component. Calls that don't send go on. */
    @ManagedOperation(
            description =
                    "No SMS leaves until resumeSending: exchanges wait up to their maxWait, then fail as throttled with"
                            + " nothing sent. Polls, lists and the search for sends with an unknown outcome go on. A restart ends the"
                            + " pause")
    default void pauseSending() {
        sendGate().shut();
        LoggerFactory.getLogger(ManagedSending.class).info("Sending is paused: no SMS leaves until it is resumed");
    }

    /** Lets SMS leave again. The sends that wait go first. */
    @ManagedOperation(description = "SMS leave again. The sends that wait go first")
    default void resumeSending() {
        sendGate().open();
        LoggerFactory.getLogger(ManagedSending.class).info("Sending is resumed");
    }

    /** Returns whether sending is paused. */
    @ManagedAttribute(description = "Whether sending is paused, so that no SMS leaves")
    default boolean isSendingPaused() {
        return sendGate().isShut();
    }

    /** Returns the number of exchanges that wait until sending is resumed. */
    @ManagedAttribute(description = "Number of exchanges that wait until sending is resumed")
    default int getWaitingForResume() {
        return sendGate().waiting();
    }
}
