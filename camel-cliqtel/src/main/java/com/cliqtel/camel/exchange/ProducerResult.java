/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import org.apache.camel.Message;

/** What came of an action, to be written on a message. */
@FunctionalInterface
public interface ProducerResult {

    void writeTo(Message message);
}
