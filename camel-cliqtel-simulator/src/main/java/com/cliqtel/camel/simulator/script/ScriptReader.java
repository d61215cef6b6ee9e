/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Lists;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.json.Tree;
import com.cliqtel.camel.simulator.time.ClockSkew;
import com.cliqtel.camel.simulator.webhook.WebhookManner;

/** Reads a script from its fields. */
record ScriptReader(Section top) {

    private static final WebhookManner PLAIN = WebhookManner.PLAIN;

    FaultScript script() {
        RuleReader rules = new RuleReader(seed(top));
        return new FaultScript(
                top.find("faults").map(list -> rules(rules, list)).orElse(List.of()),
                top.section("webhooks", Words.WEBHOOKS).map(this::webhooks),
                top.leaf("clock-skew", text -> new ClockSkew(Times.read(text)).ahead()),
                top.leaf("window", Section.word(Words.WINDOWS)),
                top.section("lists", Words.LISTS).map(this::lists));
    }

    private static List<FaultRule> rules(RuleReader reader, Tree list) {
        return Section.items(list).stream()
                .map(item -> reader.rule(Section.of(item, Words.RULE)))
                .toList();
    }

    private WebhookManner webhooks(Section from) {
        return from.made(() -> new WebhookManner(
                seed(from),
                from.time("late").orElse(PLAIN.latest()),
                from.leaf("copies", Integer::parseInt).orElse(PLAIN.mostCopies()),
                from.leaf("order", Section.word(Words.WEBHOOK_ORDERS)).orElse(PLAIN.order()),
                from.number("forged").orElse(PLAIN.forgedShare()),
                from.leaf("signed", Section.word(Words.SIGNED)).orElse(PLAIN.form()),
                from.find("repeats").map(ScriptReader::times).orElse(PLAIN.repeats()),
                from.leaf("connections", Integer::parseInt).orElse(PLAIN.connections())));
    }

    private Lists lists(Section from) {
        return new Lists(
                from.leaf("order", Section.word(Words.LIST_ORDERS)).orElse(ListOrder.NEWEST_FIRST),
                from.leaf("since", Section.word(Words.SINCE)).orElse(Since.AFTER),
                from.find("lag").map(this::lag).orElse(ListLag.NONE));
    }

    /** A time is the most of all; fields say more. */
    private ListLag lag(Tree value) {
        if (value instanceof Tree.Leaf) {
            return Section.leaf(value, text -> ListLag.upTo(Times.read(text), seed(top)));
        }
        Section from = Section.of(value, Words.LAG);
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

    private static List<Duration> times(Tree list) {
        return Section.items(list).stream()
                .map(item -> Section.leaf(item, Times::read))
                .toList();
    }
}
