/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

/** A way to receive webhooks. It listens at {@value #PATH} and answers 200 to a valid signature, else 403. */
interface Receiver extends AutoCloseable {

    /** Where it listens. */
    String PATH = "/cliqtel/webhook";

    /** What webhooks are signed with. */
    String SECRET = "benchmark-webhook-secret";

    /** The header with the signature. */
    String SIGNATURE = "X-Cliqtel-Signature";

    /** The port it listens on. */
    int port();

    @Override
    void close();
}
