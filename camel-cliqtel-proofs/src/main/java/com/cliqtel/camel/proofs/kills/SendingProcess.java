/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.LedgerKey;
import com.cliqtel.camel.proofs.databases.DataSources;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The process that is killed or stopped. Its route sends each order that it reads from standard input, one a line. It writes to
 * standard output how each send ended. It ends with its input.
 */
public final class SendingProcess {

    static final String FROM = "+16625163513";

    private static final String ACCOUNT = "kills";

    /** The line that lets calls to the ledger go on. */
    static final String GO_ON = "GO ON";

    private final PrintStream out;
    private final Timing timing;
    private final StoppingLedger ledger;
    private final Map<String, String> keysByName = new ConcurrentHashMap<>();
    private final CamelContext context = new DefaultCamelContext();
    private final Executor callers = Executors.newCachedThreadPool();

    private SendingProcess(String database, Timing timing, PrintStream out) throws SQLException {
        this.out = out;
        this.timing = timing;
        this.ledger = new StoppingLedger(
                new JdbcLedger(DataSources.at(database)), name -> write("AT", keysByName.getOrDefault(name, "?")));
    }

    /** Takes the address of the API, the API key, the URL of the database, and the name of a {@link Timing}. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            SendingProcess process = new SendingProcess(arguments[2], Timing.valueOf(arguments[3]), out);
            process.start(arguments[0], arguments[1]);
            process.readOrders();
        } catch (Exception | Error failed) {
            failed.printStackTrace();
        }
        // not in order: whoever started it has gone, or wants it gone
        Runtime.getRuntime().halt(1);
    }

    private void start(String baseUrl, String apiKey) throws Exception {
        CliqtelComponent component = set("cliqtel", baseUrl, apiKey);
        component.getConnection().setAccount(ACCOUNT);
        component.getLedger().setLedger(ledger);
        set("stranger", baseUrl, "not-" + apiKey);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:orders").to("cliqtel:send?unknownOutcome=resend").process(exchange -> sent(exchange));
                from("direct:first").doTry().to("stranger:numbers").doCatch(CliqtelException.class);
            }
        });
        context.start();
        // is refused, and has everything loaded that calls take
        context.createProducerTemplate().requestBody("direct:first", "");
        write("READY");
    }

    private CliqtelComponent set(String scheme, String baseUrl, String apiKey) {
        CliqtelComponent component = new CliqtelComponent();
        context.addComponent(scheme, component);
        component.getConnection().setBaseUrl(baseUrl);
        component.getConnection().setApiKey(apiKey);
        component.getAddress().setFrom(FROM);
        component.getLimit().setRequestsPerMinute(0);
        component.getLimit().setMessagesPerSecond(timing.messagesPerSecond());
        component.getConnection().setRequestTimeout(Timing.REQUEST_TIMEOUT);
        component.getRetry().setMaxWait(timing.maxWait());
        component.getRetry().setMaxRetries(Timing.MAX_RETRIES);
        component.getSend().setSettlingTime(Timing.SETTLING_TIME);
        return component;
    }

    private void readOrders() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(GO_ON)) {
                ledger.goOn();
                continue;
            }
            String[] words = line.split("\t");
            KeyedSms order = new KeyedSms(words[0], words[1], words[2]);
            if (words.length > 3) {
                String name = LedgerKey.hashed("send", ACCOUNT, order.key());
                keysByName.put(name, order.key());
                ledger.stopAt(name, LedgerStop.parse(words[3]));
            }
            callers.execute(() -> handOver(order));
        }
    }

    private void handOver(KeyedSms order) {
        Exchange exchange = context.createFluentProducerTemplate()
                .to("direct:orders")
                .withBody(order.text())
                .withHeaders(Map.of(
                        CliqtelConstants.TO, order.to(),
                        CliqtelConstants.IDEMPOTENCY_KEY, order.key()))
                .request(Exchange.class);
        Optional.ofNullable(exchange.getException()).ifPresent(failure -> failed(order, failure));
    }

    /** The route's next step. */
    private void sent(Exchange exchange) {
        boolean duplicate = exchange.getMessage().getHeader(CliqtelConstants.DUPLICATE, false, boolean.class);
        boolean reconciled = exchange.getMessage().getHeader(CliqtelConstants.RECONCILED, false, boolean.class);
        write(
                "SENT",
                exchange.getMessage().getHeader(CliqtelConstants.IDEMPOTENCY_KEY, String.class),
                duplicate ? "duplicate" : reconciled ? "reconciled" : "sent",
                exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID, String.class));
    }

    private void failed(KeyedSms order, Exception failure) {
        String outcome = failure instanceof CliqtelUnavailableException unavailable
                ? unavailable.getOutcome().name()
                : failure.getClass().getSimpleName();
        String code =
                failure instanceof CliqtelException known ? known.getCode().toString() : "-";
        write("FAILED", order.key(), code + " (" + outcome + ")");
    }

    private void write(String... words) {
        synchronized (out) {
            out.println(String.join("\t", words));
            out.flush();
        }
    }
}
