/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import org.apache.camel.Message;

/** What came of an action, to be written on a message. */
@FunctionalInterface
interface Result {

    void writeTo(Message message);
}
