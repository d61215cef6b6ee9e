/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.sql.SQLException;
import java.util.Set;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.Exchange;

/** Records the result of each row for the routes. Thread-safe. */
final class ResultRecorder {

    // no row would fare better
    private static final Set<ErrorCode> ALIKE =
            Set.of(ErrorCode.UNAUTHENTICATED, ErrorCode.INSUFFICIENT_BALANCE, ErrorCode.NUMBER_NOT_FOUND);

    private final Journal journal;
    private final InFlightWindow window;
    private final Progress progress;
    private volatile String hopeless;

    ResultRecorder(Journal journal, InFlightWindow window, Progress progress) {
        this.journal = journal;
        this.window = window;
        this.progress = progress;
    }

    /** Whether the row of the body is neither sent nor refused. */
    boolean isOpen(Exchange exchange) {
        try {
            return journal.of(exchange.getMessage().getBody(Row.class)).isEmpty();
        } catch (SQLException broken) {
            throw new IllegalStateException("the journal cannot be read", broken);
        }
    }

    void sent(Exchange exchange) throws SQLException {
        journal.note(row(exchange), Result.sent(exchange.getMessage().getBody(Sms.class)));
        progress.sent();
    }

    void refused(Exchange exchange) throws SQLException {
        journal.note(row(exchange), Result.refused(reason(exchange)));
        progress.refused();
    }

    /** It stays open, for the next round. */
    void later(Exchange exchange) {
        progress.later();
    }

    boolean areAllAlike(Exchange exchange) {
        return failure(exchange) instanceof CliqtelException refusal && ALIKE.contains(refusal.getCode());
    }

    /** It stays open, and no other is tried. */
    void giveUp(Exchange exchange) {
        hopeless = reason(exchange);
        window.close();
    }

    /** Why no row was tried any more; null when all were. */
    String hopeless() {
        return hopeless;
    }

    static Row row(Exchange exchange) {
        return exchange.getProperty(BulkRoutes.ROW, Row.class);
    }

    /** Why an exchange failed, without its text, and its number masked. */
    static String reason(Exchange exchange) {
        return failure(exchange).getMessage();
    }

    private static Throwable failure(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }
}
