/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.Map;

import com.cliqtel.camel.observe.EventCounts;
import org.apache.camel.api.management.ManagedAttribute;

/** The JMX attributes that count sends and calls since the component was created. Thread-safe. */
public interface ManagedCounts {

    /** Returns the counts of all accounts. */
    EventCounts counts();

    /** Returns the number of SMS that the API accepted with an answer. */
    @ManagedAttribute(
            description = "Number of SMS that the API accepted with an answer, since the component was created")
    default long getSmsAccepted() {
        return counts().accepted();
    }

    /** Returns the number of SMS without an answer that were found in the list of messages. */
    @ManagedAttribute(description = "Number of SMS without an answer that were found in the list of messages")
    default long getSmsReconciled() {
        return counts().reconciled();
    }

    /** Returns the number of SMS that were not sent again because of their idempotency key. */
    @ManagedAttribute(
            description =
                    "Number of SMS that were not sent again, because a send with their idempotency key was done before")
    default long getSmsDuplicates() {
        return counts().duplicates();
    }

    /** Returns the number of sends that ended with an unknown outcome. */
    @ManagedAttribute(description = "Number of sends that ended with an unknown outcome")
    default long getSmsUnknown() {
        return counts().unknown();
    }

    /** Returns the number of rows of lists that could not be read and were skipped. */
    @ManagedAttribute(description = "Number of rows of lists that could not be read and were skipped")
    default long getSkippedRows() {
        return counts().skipped();
    }

    /** Returns the number of calls by operation and outcome, such as {@code send.rejected}. */
    @ManagedAttribute(description = "Number of calls by operation and outcome, such as send.rejected")
    default Map<String, Long> getCalls() {
        return counts().calls();
    }
}
