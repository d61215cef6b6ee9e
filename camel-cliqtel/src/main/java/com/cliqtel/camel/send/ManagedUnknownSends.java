/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import javax.management.openmbean.TabularData;

import com.cliqtel.camel.monitor.JmxTable;
import com.cliqtel.camel.send.reconcile.UnknownSend;
import com.cliqtel.camel.send.reconcile.UnknownSends;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.slf4j.LoggerFactory;

/** The JMX operations that list and settle sends with an unknown outcome. Thread-safe. */
public interface ManagedUnknownSends {

    /** The columns of {@link #unknowns()}. */
    JmxTable UNKNOWNS = JmxTable.of(
            "unknowns",
            JmxTable.number("number"),
            JmxTable.text("account"),
            JmxTable.text("since"),
            JmxTable.text("to"),
            JmxTable.text("key"),
            JmxTable.text("state"),
            JmxTable.text("why"));

    /** Returns the unsettled sends of all accounts since the start. */
    UnknownSends unknownSends();

    /** Returns the number of sends with an unknown outcome that are not settled. */
    @ManagedAttribute(description = "Number of sends with an unknown outcome since the start that are not settled")
    default int getOpenUnknowns() {
        return unknownSends().size();
    }

    /** Returns a table of these sends, the oldest first. */
    @ManagedOperation(
            description = "The sends with an unknown outcome since the start that are not settled, the newest 1000")
    default TabularData unknowns() {
        return UNKNOWNS.with(
                unknownSends().list().stream().map(UnknownSend::row).toList());
    }

    /**
     * Settles a send as sent. A redelivery with its idempotency key then gets this message and sends nothing.
     *
     * @param number the number in {@link #unknowns()}
     * @param messageId the id of the message, which the API must show to be this SMS
     * @return a sentence that says what was done
     */
    @ManagedOperation(
            description =
                    "Settles an unknown send, by its number in unknowns(), as the message with this id, once the API shows"
                            + " that it is that SMS. A redelivery with its idempotency key then sends nothing")
    default String resolveAsSent(long number, long messageId) {
        unknownSends().resolveAsSent(number, messageId);
        LoggerFactory.getLogger(ManagedUnknownSends.class)
                .info("The unknown send {} was settled by hand as message {}", number, messageId);
        return "The unknown send " + number + " is settled as message " + messageId;
    }

    /**
     * Settles a send as not sent. A redelivery with its idempotency key then sends it.
     *
     * @param number the number in {@link #unknowns()}
     * @return a sentence that says what was done
     */
    @ManagedOperation(
            description =
                    "Settles an unknown send, by its number in unknowns(), as not sent: its idempotency key is free, and a"
                            + " redelivery sends it. Look first: if it was sent after all, it is sent twice")
    default String resolveAsNotSent(long number) {
        unknownSends().resolveAsNotSent(number);
        LoggerFactory.getLogger(ManagedUnknownSends.class)
                .info("The unknown send {} was settled by hand as not sent", number);
        return "The unknown send " + number + " is settled as not sent: a redelivery sends it";
    }
}
