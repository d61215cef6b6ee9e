/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallAttemptTest {

    private static CallAttempt failedWith(Throwable failure) {
        return new CallAttempt("send", "call", failure, 0, 1);
    }

    @Test
    void aFailureOfOursSaysWhy() {
        assertThat(failedWith(new CliqtelUnavailableException(
                                new ErrorFacts("send", ErrorCode.NO_ANSWER, 0, "no answer"), Outcome.UNKNOWN, null))
                        .reason())
                .contains("no answer");
    }

    @Test
    void noMessageQuotesForeignText() {
        assertThat(failedWith(new IllegalStateException("canary +31612345678")).reason())
                .isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void anAnswerHasNoReason() {
        assertThat(failedWith(null).reason()).isEmpty();
    }
}
