/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.simulator.Simulator;
import org.apache.camel.CamelExecutionException;

/**
 * Sends an SMS and follows it to the phone: on a simulated account, or on the real one that the environment names.
 *
 * <p>Exits with 0 when the SMS was delivered, with 1 when anything went otherwise, with 2 when the environment names an
 * account by halves.
 */
public final class Quickstart {

    private final ProgressPrinter printer;
    private final long started = System.nanoTime();

    private Quickstart(ProgressPrinter printer) {
        this.printer = printer;
    }

    public static void main(String[] args) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    /** The whole of it, as a function: the exit code. */
    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        Optional<Account> real;
        try {
            real = Account.in(environment);
        } catch (IllegalArgumentException byHalves) {
            err.println(byHalves.getMessage());
            return 2;
        }
        try {
            new Quickstart(new ProgressPrinter(out)).on(real);
            return 0;
        } catch (Exception failed) {
            err.println("Failed: " + cause(failed).getMessage());
            return 1;
        }
    }

    private void on(Optional<Account> real) throws Exception {
        if (real.isPresent()) {
            onReal(real.get());
        } else {
            onSimulated();
        }
    }

    private void onSimulated() throws Exception {
        try (Simulator simulator =
                Simulator.builder().deliveryTime(Duration.ofSeconds(1)).start()) {
            printer.says("A Cliqtel account on this machine: " + simulator.baseUrl());
            run(Account.on(simulator));
        }
    }

    private void onReal(Account account) throws Exception {
        printer.says("This uses the real service and costs money: an SMS to " + account.to() + ".");
        printer.says("The account at " + account.baseUrl());
        run(account);
    }

    private void run(Account account) throws Exception {
        Duration delivered = new QuickstartRun(account, printer).run();
        printer.says("Done in %s; the first `delivered` came %s after the start of the routes."
                .formatted(seconds(Duration.ofNanos(System.nanoTime() - started)), seconds(delivered)));
    }

    private static String seconds(Duration time) {
        return Math.round(time.toMillis() / 100.0) / 10.0 + " s";
    }

    private static Throwable cause(Exception failed) {
        return failed instanceof CamelExecutionException ? failed.getCause() : failed;
    }
}
