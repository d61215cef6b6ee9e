/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import org.apache.camel.Message;

/** The result of an action. */
@FunctionalInterface
public interface ProducerResult {

    /** Writes the result as body and headers of a message. */
    void writeTo(Message message);
}
