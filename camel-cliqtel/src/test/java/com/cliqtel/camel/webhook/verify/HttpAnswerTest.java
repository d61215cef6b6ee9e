/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_POST, 405",
        "NOT_JSON, 415",
        "TOO_LARGE, 413",
        "FORBIDDEN, 403",
        "NOT_AN_EVENT, 400",
        "FROM_THE_FUTURE, 503",
        "TOO_OLD, 200",
        "TOO_OLD_HERE, 503",
        "FILTERED, 200",
        "PROCESSED, 200",
        "FAILED, 500",
        "SUSPENDED, 503"
    })
    void hasAStatusAndAReason(HttpAnswer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason()).isNotBlank();
        assertThat(answer).hasToString(status + " " + answer.reason());
    }
}
