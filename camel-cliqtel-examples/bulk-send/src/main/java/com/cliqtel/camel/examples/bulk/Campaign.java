/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.CliqtelComponent;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * A file sent row by row: reckoned first, confirmed, then sent, round by round, until nothing is open. It can be stopped at any
 * moment, and goes on where it was when it is run again.
 */
final class Campaign {

    // some ten minutes of nothing but waiting
    private static final int ROUNDS = 40;

    private final CampaignSettings settings;
    private final Account account;
    private final Console console;
    private final InFlightWindow window = new InFlightWindow();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Campaign(CampaignSettings settings, Account account, Console console) {
        this.settings = settings;
        this.account = account;
        this.console = console;
    }

    /** Reads no further rows, and lets end those that are under way; to be called from any thread. */
    void stop() {
        window.close();
        stopped.countDown();
    }

    /** Runs it: the exit code, 0 when nothing is open. */
    int run() throws Exception {
        if (!Files.isReadable(settings.file())) {
            throw new IllegalArgumentException("there is no file " + settings.file());
        }
        try (Journal journal = Journal.in(settings.beside(".journal"))) {
            journal.forgetRefusals();
            return run(journal);
        }
    }

    private int run(Journal journal) throws Exception {
        Progress progress = new Progress(settings.quota());
        Forecast forecast = new Forecast(journal);
        ResultRecorder recorder = new ResultRecorder(journal, window, progress);
        Main camel = camel(journal, new BulkRoutes(new RowToSmsProcessor(settings), forecast, window, recorder));
        camel.start();
        try {
            ProducerTemplate routes = camel.getCamelContext().createProducerTemplate();
            feed(routes, "direct:forecast");
            forecast.lines(settings).forEach(console::says);
            if (forecast.messages() > 0 && !settings.confirmed() && !console.agrees("Send them?")) {
                console.says("Nothing was sent.");
                return 1;
            }
            progress.begin(forecast.rows(), forecast.before());
            send(routes, progress);
        } finally {
            camel.stop();
        }
        return end(journal, progress, recorder);
    }

    private Main camel(Journal journal, BulkRoutes routes) {
        Main camel = new Main();
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getLedger().setLedger(journal.ledger());
        camel.bind("cliqtel", cliqtel);
        camel.configure().addRoutesBuilder(routes);
        camel.setOverrideProperties(account.configuration(settings.quota()));
        return camel;
    }

    private void send(ProducerTemplate routes, Progress progress) throws IOException, InterruptedException {
        try (Console.Ticker ticker = console.everySoOften(progress::line)) {
            for (int round = 1; window.isOpen() && progress.open() > 0 && round <= ROUNDS; round++) {
                if (round > 1) {
                    stopped.await(settings.againAfter().toMillis(), TimeUnit.MILLISECONDS);
                }
                progress.again();
                feed(routes, "direct:rows");
                window.drain();
            }
        }
    }

    private void feed(ProducerTemplate routes, String to) throws IOException {
        try (Rows rows = Rows.of(settings.file(), window::isOpen)) {
            routes.sendBody(to, rows);
        }
    }

    private int end(Journal journal, Progress progress, ResultRecorder recorder) throws IOException, SQLException {
        ResultFile results = new ResultFile(settings.beside(".results.csv"));
        results.write(settings.file(), journal);
        console.says(progress.line());
        if (recorder.hopeless() != null) {
            console.says("Stopped, for no row would fare better: " + recorder.hopeless());
        }
        if (progress.open() > 0) {
            console.says("%,d rows are open: the same command goes on with them".formatted(progress.open()));
        }
        console.says("What came of each row is in " + settings.beside(".results.csv"));
        return progress.open() == 0 ? 0 : 1;
    }
}
