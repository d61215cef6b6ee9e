/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The limits of an account whose quota is shared. Each permit is drawn from the shared quota, one at a time, and only for a ticket
 * that could have it. In addition, this process keeps to its own completion log. Not thread-safe.
 */
final class SharedPermitLimits implements PermitLimits {

    private static final long ANSWER_TIMEOUT = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY = TimeUnit.SECONDS.toNanos(1);

    private final LocalQuota whole;
    private final LocalQuota part;
    private final SharedQuota quota;
    private final WakeUpTimer timer;
    private final SharedQuotaOutage outage;

    /** The number of the latest draw, and whether its answer is awaited. */
    private long draws;

    private boolean drawing;

    /** Whether a permit was drawn and not taken yet, and whether it may be used for a message. */
    private boolean drawn;

    private boolean drawnForMessage;
    private long drawAgainAt;
    private long drawForMessageAgainAt;

    /** @param timer ends the wait for an answer of the quota */
    SharedPermitLimits(LimiterSettings settings, SharedQuota quota, WakeUpTimer timer) {
        this.whole = new LocalQuota(settings.withQuotaShare(1));
        this.part = new LocalQuota(settings);
        this.quota = quota;
        this.timer = timer;
        this.outage =
                new SharedQuotaOutage(settings.withQuotaShare(1).ofTheMinute().hold(), RETRY);
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
        boolean permitted = outage.out() ? outage.alone(now) : drawn && (drawnForMessage || !message);
        return permitted && current(now).open(message, now);
    }

    @Override
    public PermitRecord take(Purpose purpose, boolean message, long now) {
        drawn = false;
        part.take(purpose, message, now);
        return whole.take(purpose, message, now);
    }

    @Override
    public void giveBack(PermitRecord permit) {
        whole.giveBack(permit);
        part.giveBack(permit);
    }

    @Override
    public void complete(PermitRecord permit, QuotaObservation observed, long now) {
        whole.complete(permit, observed, now);
        part.complete(permit, observed, now);
    }

    @Override
    public long wait(boolean message, long nth, long nthMessage, long now) {
        long local = current(now).wait(message, nth, nthMessage, now);
        return Math.max(local, (outage.out() ? outage.aloneFrom() : nth > 1 ? now : drawAt(message)) - now);
    }

    @Override
    public long lookAgain(boolean message, long now) {
        if (open(message, now)) {
            return 0;
        }
        if (drawing) {
            return Long.MAX_VALUE;
        }
        boolean aWindowPasses = outage.out() && now < outage.aloneFrom();
        long shared = !outage.out()
                ? drawAt(message)
                : aWindowPasses ? Math.min(outage.aloneFrom(), outage.retryAt()) : outage.retryAt();
        long local = current(now).lookAgain(message, now);
        // without the shared quota the local limit decides; otherwise there is nothing to draw before the local limit
        // opens
        return outage.alone(now) ? local : Math.max(local, shared - now);
    }

    private long drawAt(boolean message) {
        return message ? Math.max(drawAgainAt, drawForMessageAgainAt) : drawAgainAt;
    }

    @Override
    public Draw nextDraw(Line line, long now) {
        if (line.size() == 0) {
            // a drawn permit that no ticket needs is dropped: used later, it would exceed the quota
            drawn = false;
        }
        boolean early = outage.out() && now < outage.retryAt();
        if (drawing || early || line.next(this, now) != null) {
            return null;
        }
        LocalQuota local = current(now);
        AccountTicket next = line.next(mayDraw(local, false, now), mayDraw(local, true, now), local, now);
        if (next == null) {
            return null;
        }
        drawing = true;
        long number = ++draws;
        boolean message = next.message;
        return locked -> draw(number, message, locked);
    }

    private boolean mayDraw(LocalQuota local, boolean message, long now) {
        return local.open(message, now) && (outage.out() || drawAt(message) <= now);
    }

    private void draw(long number, boolean message, Consumer<LongConsumer> locked) {
        timer.after(ANSWER_TIMEOUT, () -> locked.accept(now -> answered(number, message, null, now)));
        CompletableFuture<Long> answer;
        try {
            answer = quota.draw(message);
        } catch (RuntimeException unreachable) {
            answer = CompletableFuture.failedFuture(unreachable);
        }
        answer.whenComplete((wait, failure) -> locked.accept(now -> answered(number, message, wait, now)));
    }

    /** Notes the answer to a draw; {@code wait} is null if there was none in time. */
    private void answered(long number, boolean message, Long wait, long now) {
        if (!drawing || number != draws) {
            return;
        }
        drawing = false;
        if (wait == null) {
            outage.unreachable(now);
            return;
        }
        outage.reachable(now);
        if (wait <= 0) {
            drawn = true;
            drawnForMessage = message;
        } else if (message) {
            drawForMessageAgainAt = now + wait;
        } else {
            drawAgainAt = now + wait;
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
    public boolean isIdle(long now) {
        return whole.isIdle(now);
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
