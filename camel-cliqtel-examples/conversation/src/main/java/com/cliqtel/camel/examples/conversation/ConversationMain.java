/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.util.Map;

/**
 * Answers inbound SMS, and hands over to people by mail: a demonstration, or with the account and the mail server that the
 * environment names.
 */
public final class ConversationMain {

    private ConversationMain() {}

    public static void main(String[] none) throws Exception {
        Map<String, String> environment = System.getenv();
        if (!environment.containsKey("CLIQTEL_API_KEY")) {
            Demonstration.to(System.out);
            System.exit(0);
        }
        try {
            ShopApplication.open(environment);
        } catch (IllegalArgumentException missing) {
            System.err.println(missing.getMessage());
            System.exit(2);
        }
    }
}
