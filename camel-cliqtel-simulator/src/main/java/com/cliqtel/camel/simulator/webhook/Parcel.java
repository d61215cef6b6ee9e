/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

/**
 * A webhook to be sent.
 *
 * @param messageId of the message it reports; 0 for one sent by hand
 * @param url where to
 * @param body what
 * @param signature empty for none
 * @param forgery how it is forged; null when it is genuine
 */
record Parcel(long messageId, String url, String body, String signature, Forgery forgery) {}
