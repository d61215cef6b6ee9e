/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The limits of an account whose quota is shared: each permit is drawn from the quota, one at a time and for somebody who could
 * go, and besides, this process keeps to the completion log on its own. Not thread-safe.
 */
final class SharedPermitLimits implements PermitLimits {

    private final LocalQuota whole;
    private final LocalQuota part;
    private final SharedQuota quota;
    private final Patience patience;
    private final SharedQuotaOutage outage;

    private long asked;
    private boolean asking;
    private boolean drawn;
    private boolean drawnForMessage;
    private long askAgainAt;
    private long askForMessageAgainAt;

    /** How long an answer may take, and an alarm for it. */
    record Patience(long answer, long retry, WakeUpTimer alarm) {}

    SharedPermitLimits(LimiterSettings rates, SharedQuota quota, Patience patience) {
        this.whole = new LocalQuota(rates.withQuotaShare(1));
        this.part = new LocalQuota(rates);
        this.quota = quota;
        this.patience = patience;
        this.outage =
                new SharedQuotaOutage(rates.withQuotaShare(1).ofTheMinute().hold(), patience.retry());
    }

    private LocalQuota current(long now) {
        return outage.keepsToPart(now) ? part : whole;
    }

    @Override
    public void at(long now) {
        whole.at(now);
        part.at(now);
    }

    @Override
    public boolean open(boolean message, long now) {
        boolean given = outage.out() ? outage.alone(now) : drawn && (drawnForMessage || !message);
        return given && current(now).open(message, now);
    }

    @Override
    public PermitRecord take(Purpose purpose, boolean message, long now) {
        drawn = false;
        part.take(purpose, message, now);
        return whole.take(purpose, message, now);
    }

    @Override
    public void giveBack(PermitRecord ticket) {
        whole.giveBack(ticket);
        part.giveBack(ticket);
    }

    @Override
    public void complete(PermitRecord ticket, QuotaObservation observed, long now) {
        whole.complete(ticket, observed, now);
        part.complete(ticket, observed, now);
    }

    @Override
    public long wait(boolean message, long nth, long nthMessage, long now) {
        long local = current(now).wait(message, nth, nthMessage, now);
        return Math.max(local, (outage.out() ? outage.aloneFrom() : nth > 1 ? now : askAt(message)) - now);
    }

    @Override
    public long lookAgain(boolean message, long now) {
        if (open(message, now)) {
            return 0;
        }
        if (asking) {
            return Long.MAX_VALUE;
        }
        boolean aWindowPasses = outage.out() && now < outage.aloneFrom();
        long shared = !outage.out()
                ? askAt(message)
                : aWindowPasses ? Math.min(outage.aloneFrom(), outage.retryAt()) : outage.retryAt();
        long local = current(now).lookAgain(message, now);
        // alone, it is the local limit that has to open; else there is nothing to ask for before it does
        return outage.alone(now) ? local : Math.max(local, shared - now);
    }

    private long askAt(boolean message) {
        return message ? Math.max(askAgainAt, askForMessageAgainAt) : askAgainAt;
    }

    @Override
    public Errand errand(WaitingLine line, long now) {
        if (line.size() == 0) {
            // what nobody wants any more is not kept: used later, it would come on top of what is drawn then
            drawn = false;
        }
        boolean early = outage.out() && now < outage.retryAt();
        if (asking || early || line.next(this, now) != null) {
            return null;
        }
        LocalQuota local = current(now);
        Waiter next = line.next(mayAsk(local, false, now), mayAsk(local, true, now), local, now);
        if (next == null) {
            return null;
        }
        asking = true;
        long number = ++asked;
        boolean message = next.lane.message;
        return inside -> ask(number, message, inside);
    }

    private boolean mayAsk(LocalQuota local, boolean message, long now) {
        return local.open(message, now) && (outage.out() || askAt(message) <= now);
    }

    private void ask(long number, boolean message, Consumer<LongConsumer> inside) {
        patience.alarm().after(patience.answer(), () -> inside.accept(now -> answered(number, message, null, now)));
        CompletableFuture<Long> answer;
        try {
            answer = quota.draw(message);
        } catch (RuntimeException unreachable) {
            answer = CompletableFuture.failedFuture(unreachable);
        }
        answer.whenComplete((wait, failure) -> inside.accept(now -> answered(number, message, wait, now)));
    }

    /** Null when there was none, or none in time. */
    private void answered(long number, boolean message, Long wait, long now) {
        if (!asking || number != asked) {
            return;
        }
        asking = false;
        if (wait == null) {
            outage.unreachable(now);
            return;
        }
        outage.reachable(now);
        if (wait <= 0) {
            drawn = true;
            drawnForMessage = message;
        } else if (message) {
            askForMessageAgainAt = now + wait;
        } else {
            askAgainAt = now + wait;
        }
    }

    @Override
    public long waitByPart(Purpose purpose, long nth, long now) {
        return current(now).waitByPart(purpose, nth, now);
    }

    @Override
    public long waitForHold(long now) {
        return whole.waitForHold(now);
    }

    @Override
    public int own(Purpose purpose, long now) {
        return current(now).own(purpose, now);
    }

    @Override
    public LimiterUsage usage(int waiting, long now) {
        return current(now).usage(waiting, now);
    }

    @Override
    public String describe(long now) {
        return outage.describe(now) + ", " + current(now).describe(now);
    }
}
