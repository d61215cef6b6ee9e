/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.PhoneNumbers;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.script.FaultScript;
import com.cliqtel.camel.simulator.webhook.SignedForm;

/** The flags of the runnable jar: a table, read into a {@link SimulatorBuilder}. */
final class CommandLine {

    static final int DEFAULT_PORT = 8089;
    static final int DEFAULT_KEPT = 100_000;

    private final AtomicLong nextId = new AtomicLong(1);
    private Optional<Path> replay = Optional.empty();
    private final List<Flag> flags = List.of(
            new Flag(
                    "--port",
                    "PORT",
                    "8089",
                    "port to listen at, 0 for any; default " + DEFAULT_PORT,
                    (to, value) -> to.port(Integer.parseInt(value))),
            new Flag(
                    "--host",
                    "ADDRESS",
                    "127.0.0.1",
                    "address to listen at; default 127.0.0.1, loopback only",
                    SimulatorBuilder::host),
            new Flag(
                    "--key",
                    "KEY",
                    "sim_test_key",
                    "an API key, repeatable; default sim_test_key",
                    SimulatorBuilder::apiKey),
            new Flag(
                    "--webhook-secret",
                    "SECRET",
                    "s3cret",
                    "what webhooks are signed with; default the first key",
                    SimulatorBuilder::webhookSecret),
            new Flag(
                    "--number",
                    "+NUMBER[:ID[:COUNTRY]]",
                    "+16625163513:11:US",
                    "a number that can send, repeatable; default the two of the reference",
                    (to, value) -> to.number(FlagValues.number(value, nextId.getAndIncrement()))),
            new Flag(
                    "--balance",
                    "EUR",
                    "100.00",
                    "what is in the wallet; default 100",
                    (to, value) -> to.balance(FlagValues.amount(value))),
            new Flag(
                    "--delivery-time",
                    "TIME",
                    "3s",
                    "from queued to delivered, in ms, s, m or h; default 3s",
                    (to, value) -> to.deliveryTime(FlagValues.duration(value))),
            new Flag(
                    "--fails",
                    "+NUMBER",
                    "+15550001111",
                    "a recipient whose messages fail, repeatable",
                    (to, value) -> to.fails(recipient(value))),
            new Flag(
                    "--carrier-rejects",
                    "+NUMBER",
                    "+15550002222",
                    "a recipient whose messages are refused with send_failed, repeatable",
                    (to, value) -> to.carrierRejects(recipient(value))),
            new Flag(
                    "--requests-per-minute",
                    "N",
                    "60",
                    "all calls; 0 for no limit; default 60",
                    (to, value) -> to.requestsPerMinute(Integer.parseInt(value))),
            new Flag(
                    "--messages-per-second",
                    "N",
                    "10",
                    "sends; 0 for no limit; default 10",
                    (to, value) -> to.messagesPerSecond(Integer.parseInt(value))),
            new Flag(
                    "--webhook-repeats",
                    "TIME[,TIME...]",
                    "5s,1m,10m",
                    "after which waits a webhook is sent again that got no answer, 5xx or 429; default none",
                    (to, value) -> to.webhookSettings(settings -> settings.repeats(FlagValues.durations(value)))),
            new Flag(
                    "--webhook-signed",
                    "FORM",
                    "stringified",
                    "raw: the bytes sent; stringified: what JSON.stringify makes of them; default raw",
                    (to, value) -> to.webhookSettings(
                            settings -> settings.signed(FlagValues.word(value, SignedForm.values())))),
            new Flag(
                    "--list-order",
                    "ORDER",
                    "oldest-first",
                    "newest-first, oldest-first or unstable-ties; default newest-first",
                    (to, value) -> to.listOrder(FlagValues.word(value, ListOrder.values()))),
            new Flag(
                    "--list-since",
                    "STRICTNESS",
                    "from",
                    "after: strictly; from: with its own second; default after",
                    (to, value) -> to.since(FlagValues.word(value, Since.values()))),
            new Flag(
                    "--list-lag",
                    "TIME",
                    "30s",
                    "up to how late messages come into lists, each by itself; default 0s",
                    (to, value) -> to.listLag(ListLag.upTo(FlagValues.duration(value), 0))),
            new Flag(
                    "--state",
                    "FILE",
                    "cliqtel-state.json",
                    "where messages, wallet and ids are remembered over a restart; default nowhere",
                    (to, value) -> to.stateFile(Path.of(value))),
            new Flag(
                    "--keep",
                    "N",
                    "100000",
                    "how many messages are kept; beyond it the oldest are forgotten; default " + DEFAULT_KEPT,
                    (to, value) -> to.keepMessages(Integer.parseInt(value))),
            new Flag(
                    "--faults",
                    "FILE",
                    "faults.yaml",
                    "what goes wrong, as a fault script in YAML or JSON",
                    (to, value) -> to.faults(FaultScript.read(Path.of(value)))),
            new Flag(
                    "--print-faults",
                    "FILE",
                    "replay.yaml",
                    "at the end, this run's faults are written there as a fault script",
                    (to, value) -> replay = Optional.of(Path.of(value))));

    /** Where this run's faults are written at the end. */
    Optional<Path> replay() {
        return replay;
    }

    /** Throws an {@link IllegalArgumentException} that says what is wrong, where, and what would be right. */
    SimulatorBuilder read(List<String> arguments) {
        SimulatorBuilder builder = Simulator.builder().port(DEFAULT_PORT).keepMessages(DEFAULT_KEPT);
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String[] parts = left.removeFirst().split("=", 2);
            Flag flag = flag(parts[0]);
            if (parts.length < 2 && left.isEmpty()) {
                throw new IllegalArgumentException("A value is missing after " + flag.name() + ". Right would be: "
                        + flag.name() + " " + flag.example());
            }
            flag.set(builder, parts.length == 2 ? parts[1] : left.removeFirst());
        }
        return builder;
    }

    /** A line for each flag. */
    List<String> help() {
        return Stream.concat(
                        flags.stream().map(Flag::help), Stream.of(String.format("  %-34s %s", "--help", "this text")))
                .toList();
    }

    private Flag flag(String name) {
        return flags.stream()
                .filter(flag -> flag.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown flag: " + name + ". Known are: "
                        + flags.stream().map(Flag::name).collect(Collectors.joining(", ")) + ", --help"));
    }

    private static String recipient(String number) {
        if (!PhoneNumbers.isE164(number)) {
            throw new IllegalArgumentException("that is not a number in E.164 format");
        }
        return number;
    }
}
