/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.proofs.sends.SendOutcome;
import org.apache.camel.Exchange;

/**
 * The process that is watched: two contexts, which do what they are told on standard input, a line each, and say on standard output
 * what came of it. It keeps nothing of that, so that what its heap gathers is the component's, Camel's, and the database's. It ends
 * with its input.
 */
public final class Application {

    private static final int CALLERS = 32;

    private final ApplicationOutput output;
    private final List<RestartableNode> nodes = new ArrayList<>();
    private final ThreadPoolExecutor callers = new ThreadPoolExecutor(
            CALLERS, CALLERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Executors.defaultThreadFactory());
    private final Map<String, Command> commands =
            Map.of("SEND", this::send, "READ", this::read, "RESTART", this::restart, "SAMPLE", this::sample);

    /** Something to be done. */
    @FunctionalInterface
    private interface Command {
        void run(String... words) throws Exception;
    }

    private Application(ApplicationSettings account, ApplicationOutput output) throws Exception {
        this.output = output;
        for (int place = 0; place < SoakPlan.NODES; place++) {
            nodes.add(new RestartableNode(account, output));
        }
        // all of them at once, so that they don't look like a leak
        callers.prestartAllCoreThreads();
    }

    /** Takes the words of an {@link ApplicationSettings}. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            ApplicationOutput output = new ApplicationOutput(out);
            Application application = new Application(ApplicationSettings.of(arguments), output);
            output.say("READY");
            application.execute();
            application.stop();
        } catch (Exception | Error failed) {
            failed.printStackTrace();
        }
        // whatever thread somebody may have left
        Runtime.getRuntime().halt(0);
    }

    private void execute() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(ApplicationOutput.BETWEEN, -1);
            callers.execute(() -> execute(words));
        }
    }

    private void execute(String... words) {
        try {
            commands.get(words[0]).run(words);
        } catch (Exception failure) {
            odd(words[0], failure);
        }
    }

    private void send(String... words) throws Exception {
        Map<String, Object> headers = new HashMap<>(
                Map.of(CliqtelConstants.FROM_NUMBER_ID, Long.valueOf(words[4]), CliqtelConstants.TO, words[5]));
        boolean withKey = !words[3].isEmpty();
        if (withKey) {
            headers.put(CliqtelConstants.IDEMPOTENCY_KEY, words[3]);
        }
        node(words[1])
                .give(
                        withKey ? SoakRoutes.WITH_KEY : SoakRoutes.WITHOUT_KEY,
                        headers,
                        words[6],
                        end -> told(words[2], end));
    }

    private void told(String number, Exchange exchange) {
        SendOutcome ending = SendOutcome.of(exchange);
        if (ending.kind() == SendOutcome.Kind.OTHER) {
            odd("SEND", exchange.getException());
        }
        output.say("TOLD", number, ending.kind(), ending.id() == null ? "" : ending.id());
    }

    private void read(String... words) throws Exception {
        Map<String, Object> headers =
                words[3].isEmpty() ? Map.of() : Map.of(CliqtelConstants.MESSAGE_ID, Long.valueOf(words[3]));
        node(words[1])
                .give(
                        SoakRoutes.READS + words[2],
                        headers,
                        null,
                        end -> output.say(
                                "READ",
                                words[2],
                                end.isFailed() ? SendOutcome.of(end).kind() : "ANSWERED"));
    }

    private void restart(String... words) throws Exception {
        node(words[1]).restart();
        output.say("UP", words[1]);
    }

    private void sample(String... words) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        output.say(
                "SAMPLE",
                memory.getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                nodes.stream().mapToInt(RestartableNode::underWay).sum());
    }

    private RestartableNode node(String number) {
        return nodes.get(Integer.parseInt(number));
    }

    private void odd(String what, Exception failure) {
        output.say("ODD", what, failure.getClass().getName());
        failure.printStackTrace();
    }

    private void stop() throws Exception {
        for (RestartableNode place : nodes) {
            place.close();
        }
    }
}
