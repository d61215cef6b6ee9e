/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

/**
 * A webhook to be sent.
 *
 * @param messageId the id of the reported message; 0 for a webhook that a test sends
 * @param url the receiver's URL
 * @param body the payload
 * @param signature the signature header; empty for none
 * @param forgery the kind of forgery; null for a genuine webhook
 */
record OutgoingWebhook(long messageId, String url, String body, String signature, Forgery forgery) {}
