/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.simulator.Simulator;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.main.Main;

/** Starts the routes for an account, a simulated one unless the environment names a real one, and tells the story. */
public final class Quickstart {

    private Quickstart() {}

    /** Exits with 0 when the story was told, 1 when it failed, 2 when the environment names an account in part. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Optional<Settings> real = Settings.named(environment);
            if (real.isPresent()) {
                out.println("The real service: this sends one SMS, and costs money.");
                tell(real.get(), out);
            } else {
                simulate(out);
            }
            return 0;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (CamelExecutionException failed) {
            err.println("The story ended early: " + failed.getCause().getMessage());
            return 1;
        } catch (Exception failed) {
            err.println("The story ended early: " + failed.getMessage());
            return 1;
        }
    }

    private static void simulate(PrintStream out) throws Exception {
        try (Simulator simulator =
                Simulator.builder().deliveryTime(Duration.ofSeconds(1)).start()) {
            out.println("A Cliqtel account on this machine: " + simulator.baseUrl());
            tell(Settings.simulated(simulator), out);
        }
    }

    private static void tell(Settings settings, PrintStream out) throws Exception {
        Reports reports = new Reports();
        Main main = new Main();
        properties(settings).forEach(main::addInitialProperty);
        main.bind("reports", reports);
        main.configure().addRoutesBuilder(new FollowRoute());
        main.start();
        try {
            new Story(settings, main.getCamelTemplate(), reports, out).tell();
        } finally {
            main.stop();
        }
    }

    private static Map<String, String> properties(Settings settings) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.main.name",
                "quickstart",
                "camel.main.routes-include-pattern",
                "classpath:routes/calls.yaml",
                "camel.component.cliqtel.api-key",
                settings.apiKey(),
                "quickstart.from",
                settings.from()));
        if (settings.baseUrl() != null) {
            properties.put("camel.component.cliqtel.base-url", settings.baseUrl());
        }
        if (settings.receivesReports()) {
            properties.put("camel.main.routes-include-pattern", "classpath:routes/*.yaml");
            properties.put("camel.component.cliqtel.status-callback-url", settings.callbackUrl());
            properties.put("camel.server.enabled", "true");
            properties.put("camel.server.host", settings.real() ? "0.0.0.0" : "127.0.0.1");
            properties.put("camel.server.port", String.valueOf(settings.port()));
        }
        return properties;
    }
}
