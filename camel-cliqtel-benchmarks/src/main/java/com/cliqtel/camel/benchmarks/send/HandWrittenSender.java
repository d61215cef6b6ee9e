/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

/** By hand, and nothing around it. */
final class HandWrittenSender implements SmsSender {

    private final HandClient client;

    HandWrittenSender(String baseUrl) {
        client = new HandClient(baseUrl);
    }

    @Override
    public long send(String to, String text) {
        return client.send(new SendRequest(FROM, to, text)).sms().id();
    }

    @Override
    public void close() {
        client.close();
    }
}
