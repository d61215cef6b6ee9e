/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PipeTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from               | %2B31612345678                        | +31612345678
            to                 | %2B31 6 12345678                      | +31 6 12345678
            statuses           | delivered%2Cfailed                    | delivered,failed
            startFrom          | 2026-04-03T10%3A15%3A30%2B00%3A00     | 2026-04-03T10:15:30+00:00
            baseUrl            | https%3A%2F%2Fcliqtel.com%2Fapi       | https://cliqtel.com/api
            webhookPath        | %2Fcliqtel%2Fwebhook                  | /cliqtel/webhook
            statusCallbackUrl  | https%3A%2F%2Fa.test%2Fx%3Fq%3D%2520  | https://a.test/x?q=%20
            """)
    void whatAPipeHasEncodedIsDecoded(String option, String arrived, String meant) {
        assertThat(PipeText.mended(option, arrived)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apiKey             | canary%2Bkey
            webhookVerifyToken | %2Fcanary
            statusCallbackUrl  | https://a.test/x?q=%20
            webhookPath        | /a%20b
            allowedRecipients  | +31*,+32*
            from               | 100%
            from               | +31612345678
            """)
    void anythingElseStaysAsItIs(String option, String value) {
        assertThat(PipeText.mended(option, value)).isEqualTo(value);
    }

    @Test
    void beansStayBeans() {
        assertThat(PipeText.mended("from", 1L)).isEqualTo(1L);
    }
}
