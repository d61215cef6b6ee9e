/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Mix;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.limit.WindowKind;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultScriptTest {

    @Test
    void saysInYamlWhatJavaSays() {
        FaultScript script = FaultScript.read("""
                seed: 42
                faults:
                  - {on: sends, to: +31612345678, nth: 3, accepted: no, sees: reset}
                  - {on: sends, text: Hello, accepted: {late: 5s}, sees: silence}
                  - {on: calls, for: 30s, accepted: no, sees: {too-many-requests: {retry-after: 5}}}
                  - on: sends
                    mix:
                      - {percent: 10, accepted: yes, sees: {status: 503, html: yes}}
                      - {percent: 0.5, sees: {slow: 1m30s}}
                webhooks: {late: 10s, copies: 3, order: any, forged: 0.1, repeats: [5s, 1m]}
                clock-skew: -5s
                window: fixed
                """);

        assertThat(script.rules())
                .containsExactly(
                        FaultRule.calls(CallMatch.SENDS.to("+31612345678"), Fault.beforeAcceptance(Symptom.reset()))
                                .nth(3),
                        FaultRule.calls(
                                CallMatch.SENDS.text("Hello"),
                                Fault.lateAcceptance(Duration.ofSeconds(5), Symptom.silence())),
                        FaultRule.calls(Fault.beforeAcceptance(
                                        Symptom.tooManyRequests().retryAfter(5)))
                                .lasting(Duration.ofSeconds(30)),
                        FaultRule.sends(Mix.seeded(42)
                                .with(
                                        10,
                                        Fault.afterAcceptance(
                                                Symptom.status(503).html()))
                                .with(0.5, Fault.afterAcceptance(Symptom.slow(Duration.ofSeconds(90))))));
        assertThat(script.webhooks())
                .contains(WebhookSettings.PLAIN
                        .seeded(42)
                        .late(Duration.ofSeconds(10))
                        .copies(3)
                        .inAnyOrder()
                        .forged(0.1)
                        .repeats(Duration.ofSeconds(5), Duration.ofMinutes(1)));
        assertThat(script.clockSkew()).contains(Duration.ofSeconds(-5));
        assertThat(script.window()).contains(WindowKind.FIRST_HIT);
        assertThat(script.lists()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults: [{on: sends, sees: reset}]                    | faults[0]: \"accepted\" is missing",
                "faults: [{sees: closed, accepted: no}]                | faults[0]: \"on\" is missing",
                "faults: [{on: sends, accepted: no}]                   | faults[0]: \"sees\" is missing",
                "faults: [{on: send, accepted: no, sees: reset}]       | faults[0].on: \"send\" is not known. Known are: sends, calls",
                "faults: [{on: calls, accepted: no, sees: rest}]       | faults[0].sees: \"rest\" is not known. Known are: reset,",
                "faults: [{on: calls, acepted: no, sees: reset}]       | faults[0].acepted: \"acepted\" is not known. Known are: on,",
                "faults: [{on: calls, accepted: no, sees: truncated}]  | Fault.afterAcceptance",
                "faults: [{on: calls, accepted: yes, sees: early-reset}] | Symptom.reset()",
                "faults: [{on: sends, path: /x, accepted: no, sees: reset}] | on: calls",
                "faults: [{on: calls, to: 12, accepted: no, sees: reset}] | faults[0].to: A recipient must be in E.164",
                "faults: [{on: calls, nth: 0, accepted: no, sees: reset}] | faults[0].nth: The number of a call must be 1",
                "faults: [{on: calls, nth: x, accepted: no, sees: reset}] | faults[0].nth: here must be a number",
                "faults: [{on: calls, nth: 1, next: 2, accepted: no, sees: reset}] | only one of these can be: nth, next",
                "faults: [{on: calls, for: 3, accepted: no, sees: reset}] | faults[0].for: a time is a whole number",
                "faults: [{on: calls, for: 366d, accepted: no, sees: reset}] | faults[0].for: How long a rule lasts",
                "faults: [{on: calls, accepted: no, sees: {status: 99}}] | faults[0].sees.status: The status of an answer",
                "faults: [{on: calls, accepted: no, sees: {html: yes}}] | \"html\" goes with \"status\" only",
                "faults: [{on: calls, accepted: no, sees: {after: 2s}}] | \"after\" and \"then\" go together",
                "faults: [{on: calls, accepted: no, sees: {status: 503, headers: {Content-Length: 1}}}] | Symptom.truncated()",
                "faults: [{on: calls, seed: 1, accepted: no, sees: reset}] | without \"mix\" there is nothing to draw",
                "faults: [{on: calls, mix: [{accepted: no, sees: reset}]}] | faults[0].mix[0]: \"percent\" is missing",
                "faults: [{on: calls, where: x, accepted: no, sees: reset}] | faults[0].where: a condition in Java cannot be read back",
                "faults: {on: calls}                                   | faults: here must be a list",
                "webhooks: {copies: 0}                                 | webhooks: webhooks: 1 or more copies",
                "webhooks: {order: none}                               | webhooks.order: \"none\" is not known",
                "clock-skew: 4000d                                     | clock-skew: A clock may be ahead or behind",
                "window: slide                                         | window: \"slide\" is not known",
                "lists: {lag: {least: 2s, most: 1s}}                   | lists.lag: listLag must be",
                "fautls: []                                            | \"fautls\" is not known. Known are: seed, faults",
                "seed: 1.5                                             | seed: here must be a number",
                "seed: null                                            | seed: here must be a number",
                "[]                                                    | here must be fields: seed,",
                "{}}                                                   | this is not JSON",
                "faults: [                                             | this is not YAML",
            })
    void saysWhereSomethingIsWrongAndWhatWouldBeRight(String script, String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultScript.read(script))
                .withMessageStartingWith("script, line 1")
                .withMessageContaining(wrong);
    }

    @Test
    void namesTheLineInBothWritings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultScript.read("window: fixed\n\nfaults:\n  - on: calls\n    sees: rest\n"))
                .withMessageStartingWith("script, line 5, faults[0].sees: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultScript.read("{\n\"window\":\n\"slide\"}"))
                .withMessageStartingWith("script, line 3, window: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed: *a",
                "seed: !!int 1",
                "faults: &a []",
                "faults: !x []",
                "&a seed: 1",
                "!!java.net.URL [x]",
                "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
                "seed: 1\n---\nseed: 2",
                "seed: 1\nseed: 2",
                "{\"seed\":1,\"seed\":2}",
                "<<: {seed: 1}",
                "",
                "# nothing"
            })
    void takesOnlyWhatJsonHasToo(String yaml) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultScript.read(yaml))
                .withMessageStartingWith("script, line ");
    }

    @Test
    void refusesWhatIsTooDeep() {
        List.of("[".repeat(100_000), "faults: " + "[".repeat(100_000), "{\"faults\":" + "[".repeat(100_000))
                .forEach(deep -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> FaultScript.read(deep))
                        .withMessageStartingWith("script, line "));
    }

    @Test
    void showsNoTextOfAMessage() {
        FaultScript script = FaultScript.of(List.of(
                FaultRule.calls(CallMatch.SENDS.text("Your code is 1234"), Fault.beforeAcceptance(Symptom.reset()))));

        assertThat(script.yaml())
                .doesNotContain("1234")
                .contains("text-hash: \"" + CallMatch.hash("Your code is 1234"));
        assertThat(script.toString()).isEqualTo("FaultScript[1 rules]");
    }

    @Test
    void showsThatThereIsAConditionInJava() {
        FaultScript script = FaultScript.of(
                List.of(FaultRule.sends(Fault.beforeAcceptance(Symptom.reset())).where(call -> true)));

        assertThat(script.yaml()).contains("on: sends\n    where: a condition in Java\n");
    }

    @Test
    void theReadmeShowsAScriptThatIsOneAndHasEveryWord() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section =
                readme.substring(readme.indexOf("## Fault scripts"), readme.indexOf("## Reports as they may come"));

        assertThat(FaultScript.read(section.split("```(yaml)?\\n")[1]).rules()).hasSize(3);
        String table = section.substring(section.indexOf("| words"), section.indexOf("**Replay.**"));
        assertThat(ScriptKeywords.all())
                .allSatisfy(word -> assertThat(table).containsPattern("`(\\{)?" + word + "(`|:)"));
    }

    @Test
    void namesTheFileThatCannotBeRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("faults.yaml");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultScript.read(file))
                .withMessageContaining("faults.yaml");
        Files.write(file, new byte[] {'a', (byte) 0xff});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultScript.read(file))
                .withMessage("faults.yaml, line 1: this is not UTF-8");
    }
}
