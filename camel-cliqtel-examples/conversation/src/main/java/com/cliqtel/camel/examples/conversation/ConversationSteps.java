/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.examples.conversation.Conversation.State;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.Exchange;

/** The steps of the routes that read and change a conversation. Thread-safe. */
final class ConversationSteps {

    /** The property that holds the conversation an exchange belongs to. */
    static final String CONVERSATION = "conversation";

    /** The property that holds the SMS which is answered. */
    static final String SMS = "sms";

    /** The property that holds what was said. */
    static final String TEXT = "text";

    private static final Pattern NUMBER = Pattern.compile("\\[#(\\d{1,18})]");

    private final ConversationTable table;

    ConversationSteps(ConversationTable table) {
        this.table = table;
    }

    /** Finds the conversation that an SMS belongs to, or begins it. */
    void recall(Exchange exchange) throws SQLException {
        Sms sms = exchange.getMessage().getBody(Sms.class);
        exchange.setProperty(SMS, sms);
        exchange.setProperty(TEXT, sms.body());
        exchange.setProperty(CONVERSATION, table.of(sms.from(), sms.to()));
    }

    /** Finds the conversation that a mail's subject names, if it names one; what it says is the body then. */
    void recallFromSubject(Exchange exchange) throws SQLException {
        Matcher number = NUMBER.matcher(exchange.getMessage().getHeader("Subject", "", String.class));
        String text = MailText.above(exchange.getMessage().getBody(String.class));
        exchange.getMessage().setBody(text);
        exchange.setProperty(TEXT, text);
        exchange.setProperty(CONVERSATION, number.find() ? table.find(Long.parseLong(number.group(1))) : null);
    }

    boolean isStopped(Exchange exchange) {
        return conversation(exchange).state() == State.STOPPED;
    }

    boolean isNotStopped(Exchange exchange) {
        return !isStopped(exchange);
    }

    boolean isWithPeople(Exchange exchange) {
        return conversation(exchange).state() == State.PEOPLE;
    }

    void stop(Exchange exchange) throws SQLException {
        table.move(conversation(exchange), State.STOPPED);
    }

    void start(Exchange exchange) throws SQLException {
        table.move(conversation(exchange), State.ROUTE);
    }

    /** From now on people answer. */
    void handOver(Exchange exchange) throws SQLException {
        table.move(conversation(exchange), State.PEOPLE);
    }

    /** From now on the route answers again, unless STOP was said. */
    void handBack(Exchange exchange) throws SQLException {
        if (isWithPeople(exchange)) {
            table.move(conversation(exchange), State.ROUTE);
        }
    }

    private static Conversation conversation(Exchange exchange) {
        return exchange.getProperty(CONVERSATION, Conversation.class);
    }
}
