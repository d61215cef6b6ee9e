/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.simulator.Simulator;
import org.apache.camel.CamelExecutionException;

/**
 * Sends an SMS to each row of a CSV file, once, however often it is stopped.
 *
 * <p>Exits with 0 when each row is sent or refused, with 1 when some are open, with 2 when it was not told rightly what to do.
 */
public final class BulkSend {

    private final Console console;
    private final CountDownLatch ended = new CountDownLatch(1);

    BulkSend(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int exit = new BulkSend(new Console(in, System.out, System.console() != null)).run(System.getenv(), arguments);
        System.exit(exit);
    }

    /** The whole of it, as a function: the exit code. */
    int run(Map<String, String> environment, String... arguments) {
        try {
            CampaignSettings settings = CommandLine.read(Arrays.asList(arguments));
            return settings.file() == null ? demonstrate(settings) : run(settings, Account.in(environment));
        } catch (IllegalArgumentException wrong) {
            console.says(wrong.getMessage());
            return 2;
        } catch (Exception failed) {
            console.says("Failed: " + cause(failed).getMessage());
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private int demonstrate(CampaignSettings settings) throws Exception {
        try (Simulator simulator = Demonstration.account()) {
            console.says(
                    "No file is given, so this is a demonstration, on an account that is simulated on this machine.");
            Account account = new Account(
                    simulator.baseUrl().toString(),
                    simulator.apiKey(),
                    simulator.numbers().get(0).number());
            return run(Demonstration.in(Path.of(System.getProperty("bulk.demo", "target/demo")), settings), account);
        }
    }

    private int run(CampaignSettings settings, Account account) throws Exception {
        Campaign campaign = new Campaign(settings, account, console);
        Thread onInterrupt = new Thread(() -> stop(campaign), "stop");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        int exit = campaign.run();
        removeHook(onInterrupt);
        return exit;
    }

    // Ctrl-C: the process ends when this ends
    private void stop(Campaign campaign) {
        console.says("Stopping.");
        campaign.stop();
        try {
            ended.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // it is that hook that has stopped us
        }
    }

    private static Throwable cause(Exception failed) {
        return failed instanceof CamelExecutionException ? failed.getCause() : failed;
    }
}
