/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.cliqtel.camel.ledger.JdbcLedger;
import org.h2.jdbcx.JdbcConnectionPool;

/** A demonstration, or one node with the brokers and the account that the environment names. */
public final class Bridge {

    private static final List<String> NEEDED =
            List.of("KAFKA_BROKERS", "CLIQTEL_API_KEY", "CLIQTEL_FROM", "CLIQTEL_WEBHOOK_EXTERNAL_URL");

    private Bridge() {}

    public static void main(String[] none) throws Exception {
        Map<String, String> environment = System.getenv();
        if (!environment.containsKey("KAFKA_BROKERS")) {
            new Demonstration(System.out).run();
            System.exit(0);
        }
        try {
            run(settings(environment), environment.getOrDefault("BRIDGE_LEDGER", "jdbc:h2:file:./bridge-ledger"));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private static void run(BridgeSettings settings, String database) throws InterruptedException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(database + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        BridgeNode node = new BridgeNode(settings.configuration(), new JdbcLedger(pool));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close, "close"));
        System.out.println("The bridge is open. Ctrl-C closes it.");
        new CountDownLatch(1).await();
    }

    /** @throws IllegalArgumentException naming what is missing or wrong */
    static BridgeSettings settings(Map<String, String> environment) {
        for (String name : NEEDED) {
            if (environment.getOrDefault(name, "").isBlank()) {
                throw new IllegalArgumentException(name + " is missing: needed are " + String.join(", ", NEEDED));
            }
        }
        return new BridgeSettings(
                environment.get("KAFKA_BROKERS"),
                environment.getOrDefault("CLIQTEL_BASE_URL", "https://cliqtel.com/api/v1/sms"),
                environment.get("CLIQTEL_API_KEY"),
                environment.get("CLIQTEL_FROM"),
                1.0 / number(environment, "BRIDGE_NODES", 1),
                number(environment, "CLIQTEL_WEBHOOK_PORT", 8080),
                environment.get("CLIQTEL_WEBHOOK_EXTERNAL_URL").replaceFirst("/+$", ""));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, String.valueOf(otherwise));
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(name + " is no number from 1 to 99999: " + value);
        }
        return Integer.parseInt(value);
    }
}
