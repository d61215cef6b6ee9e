/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.ListSettings;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.json.DocumentNode;
import com.cliqtel.camel.simulator.time.ClockSkew;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/** Reads a script from its fields. */
record ScriptReader(Section top) {

    private static final WebhookSettings PLAIN = WebhookSettings.PLAIN;

    FaultScript script() {
        RuleReader rules = new RuleReader(seed(top));
        return new FaultScript(
                top.find("faults").map(list -> rules(rules, list)).orElse(List.of()),
                top.section("webhooks", ScriptKeywords.WEBHOOKS).map(this::webhooks),
                top.leaf("clock-skew", text -> new ClockSkew(ScriptDurations.read(text)).ahead()),
                top.leaf("window", Section.word(ScriptKeywords.WINDOWS)),
                top.section("lists", ScriptKeywords.LISTS).map(this::lists));
    }

    private static List<FaultRule> rules(RuleReader reader, DocumentNode list) {
        return Section.items(list).stream()
                .map(item -> reader.rule(Section.of(item, ScriptKeywords.RULE)))
                .toList();
    }

    private WebhookSettings webhooks(Section from) {
        return from.made(() -> new WebhookSettings(
                seed(from),
                from.time("late").orElse(PLAIN.latest()),
                from.leaf("copies", Integer::parseInt).orElse(PLAIN.mostCopies()),
                from.leaf("order", Section.word(ScriptKeywords.WEBHOOK_ORDERS)).orElse(PLAIN.order()),
                from.number("forged").orElse(PLAIN.forgedShare()),
                from.leaf("signed", Section.word(ScriptKeywords.SIGNED)).orElse(PLAIN.form()),
                from.find("repeats").map(ScriptReader::times).orElse(PLAIN.repeats()),
                from.leaf("connections", Integer::parseInt).orElse(PLAIN.connections())));
    }

    private ListSettings lists(Section from) {
        return new ListSettings(
                from.leaf("order", Section.word(ScriptKeywords.LIST_ORDERS)).orElse(ListOrder.NEWEST_FIRST),
                from.leaf("since", Section.word(ScriptKeywords.SINCE)).orElse(Since.AFTER),
                from.find("lag").map(this::lag).orElse(ListLag.NONE));
    }

    /** A time is the most of all; fields say more. */
    private ListLag lag(DocumentNode value) {
        if (value instanceof DocumentNode.Leaf) {
            return Section.leaf(value, text -> ListLag.upTo(ScriptDurations.read(text), seed(top)));
        }
        Section from = Section.of(value, ScriptKeywords.LAG);
        Duration least = from.time("least").orElse(Duration.ZERO);
        return from.made(() -> new ListLag(
                seed(from),
                least,
                from.time("most").orElse(least),
                from.number("late-share").orElse(0.0),
                from.time("late").orElse(Duration.ZERO)));
    }

    private long seed(Section from) {
        return from.count("seed").or(() -> top.count("seed")).orElse(0L);
    }

    private static List<Duration> times(DocumentNode list) {
        return Section.items(list).stream()
                .map(item -> Section.leaf(item, ScriptDurations::read))
                .toList();
    }
}
