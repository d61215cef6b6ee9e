/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.proofs.databases.DataSources;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * The process that is stopped while it processes a report or an inbound message. Its leases are short. It writes to standard output
 * each call to the ledger and each run of the route. It ends with its input.
 */
public final class ConsumingProcess {

    /** The lease of an entry. */
    static final Duration LEASE = Duration.ofSeconds(4);

    /** The beginning of a line that says where to stop. */
    static final String STOP = "STOP";

    /** The line that begins a poll. */
    static final String POLL = "POLL";

    private static final String INBOUND = "inbound";

    private final PrintStream out;
    private final StoppingLedger ledger;
    private final CamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;
    // one poll after the other, as a scheduler does
    private final Executor polls = Executors.newSingleThreadExecutor();

    private ConsumingProcess(String database, PrintStream out) throws SQLException {
        this.out = out;
        this.ledger =
                new StoppingLedger(new JdbcLedger(DataSources.at(database)), LEASE, new StoppingLedger.Listener() {
                    @Override
                    public void stopped(String name) {
                        write("AT", name);
                    }

                    @Override
                    public void returned(String call, Object result) {
                        write("CALL", call, result.toString());
                    }
                });
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
    }

    /** Takes the address of the API, the API key, the secret of webhooks, and the URL of the database. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            ConsumingProcess process = new ConsumingProcess(arguments[3], out);
            process.start(arguments[0], arguments[1], arguments[2]);
            process.readOrders();
        } catch (Exception | Error failed) {
            failed.printStackTrace();
        }
        // not in order: the process that started it has ended, or wants it to end
        Runtime.getRuntime().halt(1);
    }

    private void start(String baseUrl, String apiKey, String secret) throws Exception {
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setBaseUrl(baseUrl);
        component.getConnection().setApiKey(apiKey);
        component.getLimit().setRequestsPerMinute(0);
        component.getWebhook().setWebhookVerifyToken(secret);
        component.getLedger().setLedger(ledger);
        context.addService(server);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("cliqtel:webhook").process(exchange -> run(ConsumedKind.REPORT, exchange));
                from("cliqtel:inbound?startScheduler=false&startFrom=beginning&delay=1")
                        .routeId(INBOUND)
                        .process(exchange -> run(ConsumedKind.INBOUND, exchange));
            }
        });
        context.start();
        write("READY", "http://127.0.0.1:" + server.getServer().actualPort() + "/cliqtel/webhook");
    }

    private void run(ConsumedKind kind, Exchange exchange) {
        write("RAN", exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID, String.class));
        ledger.pass("route", kind.purpose() + ":");
    }

    private void readOrders() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split("\t");
            switch (words[0]) {
                case SendingProcess.GO_ON -> ledger.goOn();
                case STOP -> ledger.stopAt(words[1], LedgerStop.parse(words[2]));
                case POLL -> polls.execute(this::poll);
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private void poll() {
        ((ScheduledPollConsumer) context.getRoute(INBOUND).getConsumer()).run();
        write("ENDED", INBOUND);
    }

    private void write(String... words) {
        synchronized (out) {
            out.println(String.join("\t", words));
            out.flush();
        }
    }
}
