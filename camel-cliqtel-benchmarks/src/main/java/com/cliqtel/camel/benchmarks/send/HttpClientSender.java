/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

/** Sends with hand-written code outside Camel. */
final class HttpClientSender implements SmsSender {

    private final HttpSmsClient client;

    HttpClientSender(String baseUrl) {
        client = new HttpSmsClient(baseUrl);
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
