/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestBodyTest {

    private static final byte[] FOUR_BYTES = "1234".getBytes(StandardCharsets.US_ASCII);

    @Test
    void takesWhatIsAsLargeAsAllowed() throws IOException {
        assertThat(RequestBody.of(FOUR_BYTES, 4)).isInstanceOf(RequestBody.Whole.class);
        assertThat(RequestBody.read(new ByteArrayInputStream(FOUR_BYTES), 4))
                .isInstanceOfSatisfying(RequestBody.Whole.class, whole -> assertThat(whole.bytes())
                        .isEqualTo(FOUR_BYTES));
    }

    @Test
    void refusesWhatIsLarger() throws IOException {
        assertThat(RequestBody.of(FOUR_BYTES, 3)).isEqualTo(new RequestBody.TooLarge());
        assertThat(RequestBody.read(new ByteArrayInputStream(FOUR_BYTES), 3)).isEqualTo(new RequestBody.TooLarge());
    }

    @Test
    void readsNoMoreThanOneByteTooMany() throws IOException {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[10_000]);
        RequestBody.read(endless, 99);
        assertThat(endless.available()).isEqualTo(9_900);
    }

    @Test
    void printsNoContent() {
        assertThat(RequestBody.of(FOUR_BYTES, 4)).hasToString("Whole[4 bytes]");
        assertThat(TestRequest.signed(TestRequest.REFERENCE).request().toString())
                .doesNotContain(
                        "delivered", TestRequest.signed(TestRequest.REFERENCE).signature());
    }
}
