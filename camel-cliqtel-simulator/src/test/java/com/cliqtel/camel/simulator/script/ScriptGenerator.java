/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.ListSettings;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.fault.Acceptance;
import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultChoice;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Mix;
import com.cliqtel.camel.simulator.fault.Occurrence;
import com.cliqtel.camel.simulator.fault.Reply;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.limit.WindowKind;
import com.cliqtel.camel.simulator.webhook.SignedForm;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any scripts, with everything that can be in one. */
final class ScriptGenerator {

    private ScriptGenerator() {}

    static Arbitrary<FaultScript> any() {
        return Combinators.combine(
                        rules(matches()),
                        manners().optional(),
                        durations().map(d -> d.dividedBy(3)).optional(),
                        Arbitraries.of(WindowKind.values()).optional(),
                        lists().optional())
                .as(FaultScript::new);
    }

    static Arbitrary<List<FaultRule>> rules(Arbitrary<CallMatch> matches) {
        Arbitrary<FaultChoice> choices = Arbitraries.oneOf(faults().map(f -> f), mixes().map(m -> m));
        return Combinators.combine(choices, matches, occurrences())
                .as((what, match, when) -> new FaultRule(what, match, when))
                .list()
                .ofMaxSize(5);
    }

    static Arbitrary<Fault> faults() {
        Arbitrary<Fault> before = Arbitraries.oneOf(unanswered(), replies()).map(Fault::beforeAcceptance);
        Arbitrary<Fault> after =
                Arbitraries.oneOf(unanswered(), answered(), replies()).map(Fault::afterAcceptance);
        Arbitrary<Fault> late = Combinators.combine(durations(), Arbitraries.oneOf(unanswered(), replies()))
                .as((delay, symptom) -> Fault.of(new Acceptance.Late(delay), symptom));
        Arbitrary<Fault> early = Arbitraries.just(Fault.beforeAcceptance(Symptom.earlyReset()));
        Arbitrary<Fault> all = Arbitraries.oneOf(before, after, late, early);
        return Arbitraries.oneOf(
                all, Combinators.combine(all, texts().filter(t -> !t.isBlank())).as(Fault::named));
    }

    private static Arbitrary<Mix> mixes() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Combinators.combine(
                                        Arbitraries.doubles().ofScale(6).between(0.001, 20),
                                        faults().filter(f -> !f.symptom().equals(Symptom.earlyReset())))
                                .as(Mix.Share::new)
                                .list()
                                .ofMaxSize(5))
                .as(Mix::new);
    }

    private static Arbitrary<Symptom> unanswered() {
        return delayed(Arbitraries.of(Symptom.reset(), Symptom.closed(), Symptom.silence()));
    }

    private static Arbitrary<Symptom> answered() {
        return Arbitraries.oneOf(
                delayed(Arbitraries.of(Symptom.truncated(), Symptom.truncatedByReset(), Symptom.withoutId())),
                delayed(durations().map(Symptom::slow)));
    }

    private static Arbitrary<Symptom> delayed(Arbitrary<Symptom> symptoms) {
        return Arbitraries.oneOf(
                symptoms, Combinators.combine(symptoms, durations()).as(Symptom::after));
    }

    private static Arbitrary<Symptom> replies() {
        Arbitrary<Reply> plain = Arbitraries.integers().between(200, 599).map(Symptom::status);
        Arbitrary<Reply> full = Combinators.combine(plain.filter(r -> r.status() >= 400), texts(), ascii(), ascii())
                .as((reply, body, type, header) -> reply.body(type, body).header("X-Other", header));
        Arbitrary<Reply> known = Arbitraries.of(
                Symptom.tooManyRequests(),
                Symptom.status(503).html(),
                Symptom.status(400).error("send_failed", "no"),
                Symptom.status(429).message("Too Many Attempts."));
        Arbitrary<Reply> all = Arbitraries.oneOf(plain, full, known);
        return delayed(Arbitraries.oneOf(
                        all,
                        Combinators.combine(all, Arbitraries.longs().between(0, Long.MAX_VALUE))
                                .as(Reply::retryAfter),
                        Combinators.combine(all, ascii()).as(Reply::retryAfter),
                        Combinators.combine(all, Arbitraries.integers().between(-1000, 1000))
                                .as((reply, s) -> reply.retryAt(Duration.ofMillis(s))))
                .map(reply -> reply));
    }

    private static Arbitrary<Occurrence> occurrences() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Occurrence.Always()),
                Arbitraries.longs().between(1, 4).map(Occurrence.Nth::new),
                Arbitraries.longs().between(1, 4).map(Occurrence.Next::new),
                durations().map(Occurrence.Lasting::new));
    }

    private static Arbitrary<CallMatch> matches() {
        return Combinators.combine(
                        Arbitraries.of("GET", "POST", "X-Y").injectNull(0.3),
                        Arbitraries.of("/api/v1/sms/messages", "*/messages", "*", "/a/*", "/%C3%A9?")
                                .injectNull(0.3),
                        Arbitraries.of("+31612345678", CallMatch.NONE).injectNull(0.3),
                        texts().map(CallMatch::hash).injectNull(0.3))
                .as(CallMatch::new);
    }

    private static Arbitrary<WebhookSettings> manners() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        durations(),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of(WebhookSettings.Order.values()),
                        Arbitraries.doubles().ofScale(4).between(0, 1),
                        Arbitraries.of(SignedForm.values()),
                        durations().list().ofMaxSize(3),
                        Arbitraries.integers().between(1, 99))
                .as(WebhookSettings::new);
    }

    private static Arbitrary<ListSettings> lists() {
        Arbitrary<ListLag> lags = Combinators.combine(
                        Arbitraries.longs(),
                        durations(),
                        Arbitraries.doubles().ofScale(4).between(0, 1),
                        durations())
                .as((seed, most, share, late) -> new ListLag(seed, most.dividedBy(2), most, share, late));
        return Combinators.combine(Arbitraries.of(ListOrder.values()), Arbitraries.of(Since.values()), lags)
                .as(ListSettings::new);
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, Duration.ofDays(365).toNanos()).map(Duration::ofNanos),
                Arbitraries.longs().between(0, 5000).map(Duration::ofSeconds));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of(
                        "no",
                        "null",
                        "~",
                        "on",
                        "true",
                        "1e3",
                        "0x1F",
                        "+5",
                        " a ",
                        "# x",
                        "a: b",
                        "- a",
                        "\r\n",
                        "\u0085\u2028\u007f",
                        "\ud83d\ude00",
                        "\ud800",
                        "{",
                        "&a",
                        "*a",
                        "!!x"));
    }

    private static Arbitrary<String> ascii() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12), Arbitraries.of("no", "5", "+5", "1_0"));
    }

    static FaultScript of(List<FaultRule> rules) {
        return new FaultScript(rules, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
