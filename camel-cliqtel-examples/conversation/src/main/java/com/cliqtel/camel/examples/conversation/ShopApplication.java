/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/** The application with an account and a mail server of its own, until it is stopped. */
final class ShopApplication {

    private static final Map<String, String> NEEDED = Map.of(
            "CLIQTEL_API_KEY", "camel.component.cliqtel.api-key",
            "MAIL_OUT", "mail.out",
            "MAIL_IN", "mail.in",
            "MAIL_PEOPLE", "mail.people",
            "MAIL_OURS", "mail.ours");

    private ShopApplication() {}

    /** Opens it, and doesn't come back. */
    static void open(Map<String, String> environment) throws Exception {
        Properties configuration = configuration(environment);
        ZoneId zone = ZoneId.of(
                environment.getOrDefault("SHOP_ZONE", ZoneId.systemDefault().getId()));
        String database = environment.getOrDefault("SHOP_DATABASE", "./conversation");
        Shop shop = new Shop(
                "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE", configuration, () -> ZonedDateTime.now(zone));
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close"));
        System.out.println("The shop is open. Ctrl-C closes it.");
        new CountDownLatch(1).await();
    }

    /** @throws IllegalArgumentException naming what is missing */
    static Properties configuration(Map<String, String> environment) {
        Properties configuration = new Properties();
        NEEDED.forEach((variable, property) -> {
            String value = environment.getOrDefault(variable, "");
            if (value.isBlank()) {
                throw new IllegalArgumentException(variable
                        + " is missing: the account and the mail server are said by "
                        + String.join(", ", NEEDED.keySet().stream().sorted().toList()));
            }
            configuration.setProperty(property, value);
        });
        if (environment.containsKey("CLIQTEL_BASE_URL")) {
            configuration.setProperty("camel.component.cliqtel.base-url", environment.get("CLIQTEL_BASE_URL"));
        }
        return configuration;
    }
}
