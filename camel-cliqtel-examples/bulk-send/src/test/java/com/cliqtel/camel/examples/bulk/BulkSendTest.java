/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is told, sent and written for a file of recipients. */
class BulkSendTest {

    private static final String HELLO = "Hello {name}";
    private static final String SETTLING = "camel.component.cliqtel.settling-time";

    @TempDir
    private Path folder;

    @CliqtelSimulator
    private Cliqtel cliqtel;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> typed = new ArrayList<>();

    private Path file(String... lines) throws Exception {
        return Files.write(folder.resolve("recipients.csv"), List.of(lines));
    }

    private int run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of(folder.resolve("recipients.csv").toString(), "--again-after", "0"));
        all.addAll(Arrays.asList(arguments));
        Console console = new Console(
                new BufferedReader(new StringReader(String.join("\n", typed))),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                false);
        Map<String, String> environment = Map.of(
                "CLIQTEL_API_KEY", cliqtel.apiKey(),
                "CLIQTEL_BASE_URL", cliqtel.baseUrl().toString(),
                "CLIQTEL_FROM", "+16625163513");
        return new BulkSend(console).run(environment, all.toArray(String[]::new));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> results() throws Exception {
        return Files.readAllLines(folder.resolve("recipients.csv.results.csv"));
    }

    @Test
    void readsNumbersInTheCountryOfTheRowOrOfTheCommandLine() throws Exception {
        file(
                "\uFEFFcountry,phone,name",
                "NL,06 12345678,Ada",
                "us,(662) 516-3513,\"Grace, of the Navy\"",
                ",0470 12 34 56,Zoë",
                "US,+31 6 12345679,Linus");

        assertThat(run("--text", HELLO, "--region", "BE", "--yes")).isZero();

        assertThat(cliqtel.simulator().messages())
                .extracting(Message::to, Message::body)
                .containsExactlyInAnyOrder(
                        tuple("+31612345678", "Hello Ada"),
                        tuple("+16625163513", "Hello Grace, of the Navy"),
                        tuple("+32470123456", "Hello Zoë"),
                        tuple("+31612345679", "Hello Linus"));
    }

    @Test
    void forecastShowsMessagesSegmentsAndCostBeforeTheQuestion() throws Exception {
        file(
                "phone,text",
                "+31612345678,short",
                "+31612345679,Łódź",
                "+31612345670," + "long ".repeat(40) + "end",
                "0612345678,national without a country",
                "+31612345671,");
        typed.add("n");

        assertThat(run("--price", "0.01")).isEqualTo(1);

        assertThat(said()).contains("recipients.csv: 5 rows", "to send      3 SMS, 4 segments (GSM-7 2, UCS-2 1)");
        assertThat(said()).contains("cost         0.04, at 0.01 a segment", "time         0:00:03 at 60 a minute");
        assertThat(said()).contains("refused      2", "row 4: ", "row 5: nothing in the column text");
        assertThat(said()).contains("Send them? [y/N]", "Nothing was sent.").doesNotContain("0612345678");
        assertThat(cliqtel.simulator().calls()).isEmpty();
    }

    @Test
    void listsRefusedRowsInTheResultsAndSendsThemOnceCorrected() throws Exception {
        file("country,phone,name", "NL,0612345678,Ada", "XX,0612345679,Bob", "NL,0612345670,", "NL,061234,Dan");
        typed.add("yes");

        assertThat(run("--text", HELLO)).isZero();
        assertThat(results())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("row,phone,state,message,to,segments,cost,currency,reason"),
                        sent -> assertThat(sent).isEqualTo("1,0612345678,sent,42,+31612345678,1,0.008000,EUR,"),
                        country -> assertThat(country).startsWith("2,0612345679,refused,,,,,,\"'XX' is no country"),
                        name -> assertThat(name).isEqualTo("3,0612345670,refused,,,,,,nothing in the column name"),
                        number -> assertThat(number).startsWith("4,061234,refused,,,,,,\"cliqtel:send: "));

        file("country,phone,name", "NL,0612345678,Ada", "NL,0612345679,Bob", "NL,0612345670,Cas", "NL,061234,Dan");
        assertThat(run("--text", HELLO, "--yes")).isZero();
        assertThat(said()).contains("sent before  1", "to send      2 SMS, 2 segments");
        assertThat(cliqtel.simulator().messages())
                .extracting(Message::body)
                .containsExactlyInAnyOrder("Hello Ada", "Hello Bob", "Hello Cas");
    }

    @Test
    void secondRunSendsNothingWithoutAQuestion() throws Exception {
        file("phone", "+31612345678", "+31612345679");
        run("--text", "Hello", "--yes");
        int calls = cliqtel.simulator().calls().size();

        assertThat(run("--text", "Hello")).isZero();

        assertThat(said()).contains("sent before  2", "2 of 2 sent").doesNotContain("Send them?");
        assertThat(cliqtel.simulator().calls()).hasSize(calls);
    }

    @Test
    void changedRowIsSentAsANewRow() throws Exception {
        file("id,phone", "7,+31612345678", "8,+31612345679");
        run("--text", "Hello", "--yes");
        file("id,phone", "6,+31612345670", "7,+31612345678", "8,+31612345679");

        assertThat(run("--text", "Hello", "--yes")).isZero();

        assertThat(cliqtel.simulator().messages())
                .extracting(Message::to)
                .containsExactlyInAnyOrder("+31612345678", "+31612345679", "+31612345670");
    }

    @Test
    void unansweredRowIsSentOnceInALaterRound() throws Exception {
        file("phone", "+31612345678", "+31612345679", "+31612345670");
        cliqtel.given()
                .fault(FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).next(1))
                .fault(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(401)))
                        .where(call -> call.method().equals("GET"))
                        .next(2));

        System.setProperty(SETTLING, "1000");
        try {
            assertThat(run("--text", "Hello", "--yes")).isZero();
        } finally {
            System.clearProperty(SETTLING);
        }

        assertThat(cliqtel.simulator().messages()).hasSize(3);
        assertThat(results()).filteredOn(line -> line.contains(",sent,")).hasSize(3);
    }

    @Test
    void emptyWalletStopsTheRunAndTheSameCommandContinuesIt() throws Exception {
        String[] rows = new String[31];
        Arrays.setAll(rows, i -> i == 0 ? "phone" : "+316123456%02d".formatted(i));
        file(rows);
        cliqtel.given().wallet("0.08");

        assertThat(run("--text", "Hello", "--yes")).isEqualTo(1);
        assertThat(said()).contains("Stopped, for no row would fare better: ", "20 rows are open");
        assertThat(cliqtel.simulator().messages()).hasSize(10);

        assertThat(results()).filteredOn(line -> line.contains(",open,")).hasSize(20);
    }

    @Test
    void explainsInvalidCommands() throws Exception {
        assertThat(run("--yes")).isEqualTo(2);
        assertThat(said()).contains("there is no file");

        file("number,name", "+31612345678,Ada");
        assertThat(run("--yes")).isEqualTo(2);
        assertThat(said()).contains("recipients.csv has no column phone");

        assertThat(run("--colour")).isEqualTo(2);
        assertThat(run("--price", "cheap")).isEqualTo(2);
        assertThat(run("--region", "Holland")).isEqualTo(2);
        assertThat(said())
                .contains(
                        "'--colour' is not understood",
                        "--price takes a number, not 'cheap'",
                        "'Holland' is no country");
    }
}
