/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/**
 * A message to send, well-formed (reference: Send SMS).
 *
 * @param sender which number sends it
 * @param to the destination in E.164 format
 * @param body the text, 1 to 1,600 code points
 * @param statusCallbackUrl where status changes are reported; null for nowhere
 */
public record SendRequest(Sender sender, String to, String body, String statusCallbackUrl) {

    /** Most characters a text may have, counted in code points: the reference says "max 1,600 characters". */
    public static final int MAX_CHARACTERS = 1600;
}
