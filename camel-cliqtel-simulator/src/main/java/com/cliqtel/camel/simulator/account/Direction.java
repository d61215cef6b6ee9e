/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/** Which way a message goes. */
public enum Direction implements ApiWord {
    /** Received by one of the account's numbers. */
    INBOUND,
    /** Sent by one of the account's numbers. */
    OUTBOUND
}
