/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The steps between a record and an SMS. */
final class RecordSteps {

    /** The header of a refused record that says why. */
    static final String REASON = "reason";

    private static final String VALUE = "value";

    // the account's fault, not the record's
    private static final Set<ErrorCode> OF_THE_ACCOUNT =
            Set.of(ErrorCode.UNAUTHENTICATED, ErrorCode.INSUFFICIENT_BALANCE, ErrorCode.NUMBER_NOT_FOUND);

    private RecordSteps() {}

    /** Keeps the record as it came. */
    static void remember(Exchange exchange) {
        exchange.setProperty(VALUE, exchange.getMessage().getBody(String.class));
    }

    /** Makes of a request what {@code cliqtel:send} takes. */
    static void draft(Exchange exchange) {
        Message message = exchange.getMessage();
        SmsRequest request = message.getBody(SmsRequest.class);
        request.check();
        message.setHeader(CliqtelConstants.IDEMPOTENCY_KEY, request.id());
        message.setHeader(CliqtelConstants.TO, request.to());
        message.setBody(request.body());
    }

    /** Whether a refusal says nothing of the record: other records would be refused too. */
    static boolean wouldOthersBeRefused(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof CliqtelException refusal
                && OF_THE_ACCOUNT.contains(refusal.getCode());
    }

    /** Makes the record as it came the body again, and says why it was refused. */
    static void refused(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        // Jackson's own text quotes the record
        String reason =
                why instanceof JsonProcessingException ? "no JSON object with id, to and body" : why.getMessage();
        exchange.getMessage().setHeader(REASON, reason);
        exchange.getMessage().setBody(exchange.getProperty(VALUE));
    }

    /** Why a record was refused, as its header says. */
    static String reason(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader(REASON).value(), StandardCharsets.UTF_8);
    }

    /** The record is done with: after a crash it won't come again. */
    static void commit(Exchange exchange) {
        exchange.getMessage()
                .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)
                .commit();
    }
}
