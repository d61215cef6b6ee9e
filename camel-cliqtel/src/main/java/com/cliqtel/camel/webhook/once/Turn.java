/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

/** Whether an event is the next one of its message. */
public enum Turn {
    /** It is, and the caller must end its delivery. */
    NOW,
    /** The route still processes another one. Ask again later. */
    LATER,
    /** The event was processed before, and its delivery has ended. */
    DUPLICATE
}
