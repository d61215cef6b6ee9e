/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.reports;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The proof of {@code reports} made small. */
class ReportsTest {

    @Test
    void eachReportIsProcessedWithSuccessOnceAndTheFinalStatesAreTrue() throws Exception {
        ReportsResult tally = new ReportSender(7, 150).run();
        assertThat(tally.never()).as("never").isZero();
        assertThat(tally.oftener()).as("oftener than once").isZero();
        assertThat(tally.wrongInTheEnd()).as("wrong in the end").isZero();
        assertThat(tally.forgedRouted()).as("forged and routed").isZero();
        assertThat(tally.kept()).isTrue();
    }
}
