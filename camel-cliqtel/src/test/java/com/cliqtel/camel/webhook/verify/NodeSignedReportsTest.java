/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.webhook.verify.hostile.PlainJackson;
import com.cliqtel.camel.wire.NodeJs;
import com.cliqtel.camel.wire.RandomEvents;
import com.cliqtel.camel.wire.RandomEvents.RandomEvent;
import com.cliqtel.camel.wire.StringifiedJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random reports, signed in Node by the reference's own expression and sent in another writing; each run prints its seed. */
class NodeSignedReportsTest {

    private static final int REPORTS = 10_000;

    /** Of each line the signature, by the reference's section "Verifying webhook signatures", and what was signed. */
    private static final String SIGN = """
            const crypto = require('crypto');
            const secret = process.argv[1];
            const utf8 = new TextDecoder('utf-8', { fatal: true });
            const answer = line => {
              const payload = JSON.parse(utf8.decode(Buffer.from(line, 'base64')));
              const signature = crypto
                .createHmac('sha256', secret)
                .update(JSON.stringify(payload))
                .digest('hex');
              return signature + ' ' + Buffer.from(JSON.stringify(payload)).toString('base64');
            };
            const lines = require('fs').readFileSync(0, 'latin1').split('\\n');
            process.stdout.write(lines.map(answer).join('\\n'));
            """;

    private final long seed = Long.getLong("cliqtel.seed", System.nanoTime());

    @Test
    void areAcceptedHoweverTheyAreWritten() throws IOException {
        System.out.println("NodeSignedReportsTest: repeat with -Dcliqtel.seed=" + seed);
        RandomEvents random = new RandomEvents(seed);
        List<RandomEvent> events = Stream.generate(() -> random.next("2026-04-03T10:15:33+00:00"))
                .limit(REPORTS)
                .toList();
        List<Signed> signed = signedByNode(events);

        assertThat(signed).hasSize(REPORTS);
        assertThat(IntStream.range(0, REPORTS)
                        .filter(i -> !Arrays.equals(
                                events.get(i).body(), signed.get(i).content())))
                .as("reports sent otherwise than signed")
                .hasSizeGreaterThan(REPORTS * 9 / 10);
        for (int i = 0; i < REPORTS; i++) {
            assertAccepted(events.get(i), signed.get(i));
        }
    }

    private void assertAccepted(RandomEvent event, Signed signed) throws IOException {
        String what = "seed " + seed + ": " + new String(event.body(), StandardCharsets.UTF_8);
        assertThat(StringifiedJson.of(event.body())).as(what).isEqualTo(signed.content());
        WebhookRequest request =
                TestRequest.post(event.body()).plusSignature(signed.signature()).request();
        for (SignedContent signedContent : List.of(SignedContent.AUTO, SignedContent.STRINGIFIED)) {
            Verdict verdict = TestReceivers.of(signedContent).receive(request);
            assertThat(verdict).as(what).isInstanceOf(Verdict.Accepted.class);
            StatusUpdate update = (StatusUpdate) ((Verdict.Accepted) verdict).content();
            assertThat(update.id()).as(what).isEqualTo(event.id());
            assertThat(PlainJackson.tree(update.json())).as(what).isEqualTo(PlainJackson.read(signed.content()));
        }
    }

    private static List<Signed> signedByNode(List<RandomEvent> events) throws IOException {
        String lines = events.stream()
                .map(event -> Base64.getEncoder().encodeToString(event.body()))
                .collect(Collectors.joining("\n"));
        return NodeJs.run(SIGN, lines.getBytes(StandardCharsets.US_ASCII), TestRequest.SECRET)
                .lines()
                .map(line -> line.split(" "))
                .map(parts -> new Signed(parts[0], Base64.getDecoder().decode(parts[1])))
                .toList();
    }

    private record Signed(String signature, byte[] content) {}
}
