/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.wire.NodeJs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The webhook of the reference, signed as its sample for Node has it. */
class ReferenceSampleTest {

    private static final String SIGNED_BY_NODE = "77aaedbebd500d635726a5b9d06f493cfb13772a786e2b24729782cdb5c4c129";

    /** The expression of the reference's section "Verifying webhook signatures". */
    private static final String SIGN = """
            const payload = JSON.parse(require('fs').readFileSync(0, 'utf8'));
            const secret = process.argv[1];
            process.stdout.write(require('crypto')
              .createHmac('sha256', secret)
              .update(JSON.stringify(payload))
              .digest('hex'));
            """;

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "STRINGIFIED"})
    void isAcceptedAsSignedByNodeOnce(SignedContent signedContent) {
        assertDelivered(TestReceivers.of(signedContent).receive(referenceSigned(SIGNED_BY_NODE)));
    }

    @Test
    void isAcceptedAsNodeSignsItNow() throws IOException {
        String signature = NodeJs.run(SIGN, TestRequest.REFERENCE.getBytes(StandardCharsets.UTF_8), TestRequest.SECRET);
        assertThat(signature).isEqualTo(SIGNED_BY_NODE);
        assertDelivered(TestReceivers.of(SignedContent.AUTO).receive(referenceSigned(signature)));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "RAW"})
    void isAcceptedAsTheWordsHaveIt(SignedContent signedContent) {
        assertDelivered(TestReceivers.of(signedContent)
                .receive(TestRequest.signed(TestRequest.REFERENCE).request()));
    }

    @Test
    void isRefusedInTheFormThatIsNotExpected() {
        Verdict forbidden = new Verdict.Answered(HttpAnswer.FORBIDDEN);
        assertThat(TestReceivers.of(SignedContent.RAW).receive(referenceSigned(SIGNED_BY_NODE)))
                .isEqualTo(forbidden);
        assertThat(TestReceivers.of(SignedContent.STRINGIFIED)
                        .receive(TestRequest.signed(TestRequest.REFERENCE).request()))
                .isEqualTo(forbidden);
    }

    private static WebhookRequest referenceSigned(String signature) {
        return TestRequest.post(TestRequest.REFERENCE).plusSignature(signature).request();
    }

    private static void assertDelivered(Verdict verdict) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(accepted.content())
                .isInstanceOfSatisfying(StatusUpdate.class, update -> {
                    assertThat(update.id()).isEqualTo(42);
                    assertThat(update.status()).isEqualTo(DeliveryStatus.DELIVERED);
                    assertThat(update.to()).isEqualTo("+31612345678");
                    assertThat(update.cost()).isEqualByComparingTo("0.008");
                }));
    }
}
