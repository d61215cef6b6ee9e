/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import org.apache.camel.builder.RouteBuilder;

/** A conversation by SMS: with the route as far as it knows an answer, then with people, who read and write mail. */
// spotless:off
final class ConversationRoutes extends RouteBuilder {

    private final Talks talks;
    private final OpeningHours hours;

    ConversationRoutes(Talks talks, OpeningHours hours) {
        this.talks = talks;
        this.hours = hours;
    }

    @Override
    public void configure() {
        from("cliqtel:inbound?delay={{inbound.every}}").routeId("inbound")
                .process(talks::recall)
                .choice()
                    .when(Keyword.STOP::isSaid)
                        .filter(talks::isNotStopped)
                            .process(talks::stop)
                            .setBody(constant("You will not hear from us again. Answer START if that should change."))
                            .to("direct:answer")
                        .endChoice()
                    .when(Keyword.START::isSaid)
                        .process(talks::start)
                        .setBody(constant("Welcome back. Ask us anything, or answer HOURS or STOP."))
                        .to("direct:answer")
                    .when(talks::isStopped)
                        .to("direct:people")
                    .when(Keyword.HOURS::isSaid)
                        .setBody(constant("We are here " + hours + "."))
                        .to("direct:answer")
                    .when(talks::isWithPeople)
                        .to("direct:people")
                    .otherwise()
                        .to("direct:people")
                        .process(talks::handOver)
                        .setBody(exchange -> hours.areNow()
                                ? "A colleague will answer you here."
                                : "We are closed now. A colleague will answer you here; we are here " + hours + ".")
                        .to("direct:answer");

        from("direct:answer").routeId("answer")
                // a sender that is a name or a short code cannot be answered
                .onException(CliqtelRejectedException.class).handled(true)
                    .log("message ${exchangeProperty.sms.id} is not answered: ${exception.code}")
                .end()
                .setHeader(CliqtelConstants.TO, simple("${exchangeProperty.talk.phone}"))
                .setHeader(CliqtelConstants.FROM, simple("${exchangeProperty.talk.ours}"))
                .setHeader(CliqtelConstants.IDEMPOTENCY_KEY, simple("answer-to-${exchangeProperty.sms.id}"))
                .to("cliqtel:send");

        from("direct:people").routeId("people")
                .setHeader("Subject", simple("SMS from ${exchangeProperty.talk.phone} [#${exchangeProperty.talk.id}]"))
                .setHeader("To", simple("{{mail.people}}"))
                .setHeader("From", simple("{{mail.ours}}"))
                .setBody(simple("${exchangeProperty.sms.body}"))
                .to("{{mail.out}}");

        from("{{mail.in}}").routeId("mail")
                .process(talks::recallFromSubject)
                .choice()
                    .when(exchangeProperty(Talks.TALK).isNull())
                        .log("a mail belongs to no conversation")
                    .when(Keyword.DONE::isSaid)
                        .process(talks::handBack)
                    .when(talks::isStopped)
                        .to("direct:refuse")
                    .otherwise()
                        .process(talks::handOver)
                        .setHeader(CliqtelConstants.TO, simple("${exchangeProperty.talk.phone}"))
                        .setHeader(CliqtelConstants.FROM, simple("${exchangeProperty.talk.ours}"))
                        .setHeader(CliqtelConstants.IDEMPOTENCY_KEY, simple("mail-${header.Message-ID}"))
                        .to("cliqtel:send?longMessage=split");

        from("direct:refuse").routeId("refuse")
                .setHeader("Subject", simple("Not sent: STOP was said [#${exchangeProperty.talk.id}]"))
                .setHeader("To", simple("{{mail.people}}"))
                .setHeader("From", simple("{{mail.ours}}"))
                .to("{{mail.out}}");
    }
}
// spotless:on
