/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.account.StoredForm;

/**
 * The unusual conditions of a run: of the server and of the machine that sends.
 *
 * @param normalising whether the server stores numbers and texts in another form, and dates its answers 10 s ahead of its
 *     messages
 * @param jumping whether each reading of the machine's wall clock is up to an hour off, ahead or behind
 */
public record Conditions(boolean normalising, boolean jumping) {

    /**
     * The usual conditions: the server stores messages as they are sent and has one clock, and the machine's clock is right.
     */
    public static final Conditions USUAL = new Conditions(false, false);

    private static final Duration DATE_AHEAD = Duration.ofSeconds(10);
    private static final int HOUR = 3_600;

    StoredForm form() {
        return normalising ? StoredForm.NORMALISED : StoredForm.AS_SENT;
    }

    SimulatorBuilder applyTo(SimulatorBuilder server) {
        return server.storedForm(form()).dateSkew(normalising ? DATE_AHEAD : Duration.ZERO);
    }

    /** The same SMS with a number and a text that the server stores in another form; equal ones stay equal. */
    LogicalSend written(LogicalSend send) {
        if (!normalising) {
            return send;
        }
        String digits = send.to().substring("+316".length());
        String to =
                switch (digits.charAt(digits.length() - 1) % 3) {
                    case 0 -> "+52155" + digits;
                    case 1 -> "+54911" + digits;
                    default -> send.to();
                };
        return new LogicalSend(send.number(), to, " \u201c" + send.text() + "\u201d \u2013\r\nse\u006e\u0303or\u2026 ");
    }

    InstantSource wall() {
        return jumping
                ? () -> Instant.now().plusSeconds(ThreadLocalRandom.current().nextLong(-HOUR, HOUR))
                : InstantSource.system();
    }

    @Override
    public String toString() {
        return (normalising
                        ? "The server stores numbers and texts in another form; its Date is " + DATE_AHEAD.toSeconds()
                                + " s ahead of created_at."
                        : "The server stores numbers and texts as they were sent.")
                + (jumping ? " Each reading of the wall clock is up to an hour off." : "");
    }
}
