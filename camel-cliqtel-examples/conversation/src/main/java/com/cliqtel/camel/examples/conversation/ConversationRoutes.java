/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import org.apache.camel.builder.RouteBuilder;

/** A conversation by SMS: with the route as far as it knows an answer, then with people, who read and write mail. */
// spotless:off
final class ConversationRoutes extends RouteBuilder {

    private final ConversationSteps steps;
    private final OpeningHours hours;

    ConversationRoutes(ConversationSteps steps, OpeningHours hours) {
        this.steps = steps;
        this.hours = hours;
    }

    @Override
    public void configure() {
        from("cliqtel:inbound?delay={{inbound.every}}").routeId("inbound")
                .process(steps::recall)
                .choice()
                    .when(Keyword.STOP::isSaid)
                        .filter(steps::isNotStopped)
                            .process(steps::stop)
                            .setBody(constant("You will not hear from us again. Answer START if that should change."))
                            .to("direct:answer")
                        .endChoice()
                    .when(Keyword.START::isSaid)
                        .process(steps::start)
                        .setBody(constant("Welcome back. Ask us anything, or answer HOURS or STOP."))
                        .to("direct:answer")
                    .when(steps::isStopped)
                        .to("direct:people")
                    .when(Keyword.HOURS::isSaid)
                        .setBody(constant("We are here " + hours + "."))
                        .to("direct:answer")
                    .when(steps::isWithPeople)
                        .to("direct:people")
                    .otherwise()
                        .to("direct:people")
                        .process(steps::handOver)
                        .setBody(exchange -> hours.areNow()
                                ? "A colleague will answer you here."
                                : "We are closed now. A colleague will answer you here; we are here " + hours + ".")
                        .to("direct:answer");

        from("direct:answer").routeId("answer")
                // a sender that is a name or a short code cannot be answered
                .onException(CliqtelRejectedException.class).handled(true)
                    .log("message ${exchangeProperty.sms.id} is not answered: ${exception.code}")
                .end()
                .setHeader(CliqtelConstants.TO, simple("${exchangeProperty.conversation.phone}"))
                .setHeader(CliqtelConstants.FROM, simple("${exchangeProperty.conversation.ours}"))
                .setHeader(CliqtelConstants.IDEMPOTENCY_KEY, simple("answer-to-${exchangeProperty.sms.id}"))
                .to("cliqtel:send");

        from("direct:people").routeId("people")
                .setHeader("Subject", simple("SMS from ${exchangeProperty.conversation.phone} [#${exchangeProperty.conversation.id}]"))
                .setHeader("To", simple("{{mail.people}}"))
                .setHeader("From", simple("{{mail.ours}}"))
                .setBody(simple("${exchangeProperty.sms.body}"))
                .to("{{mail.out}}");

        from("{{mail.in}}").routeId("mail")
                .process(steps::recallFromSubject)
                .choice()
                    .when(exchangeProperty(ConversationSteps.CONVERSATION).isNull())
                        .log("a mail belongs to no conversation")
                    .when(Keyword.DONE::isSaid)
                        .process(steps::handBack)
                    .when(steps::isStopped)
                        .to("direct:refuse")
                    .otherwise()
                        .process(steps::handOver)
                        .setHeader(CliqtelConstants.TO, simple("${exchangeProperty.conversation.phone}"))
                        .setHeader(CliqtelConstants.FROM, simple("${exchangeProperty.conversation.ours}"))
                        .setHeader(CliqtelConstants.IDEMPOTENCY_KEY, simple("mail-${header.Message-ID}"))
                        .to("cliqtel:send?longMessage=split");

        from("direct:refuse").routeId("refuse")
                .setHeader("Subject", simple("Not sent: STOP was said [#${exchangeProperty.conversation.id}]"))
                .setHeader("To", simple("{{mail.people}}"))
                .setHeader("From", simple("{{mail.ours}}"))
                .to("{{mail.out}}");
    }
}
// spotless:on
