/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.ArrayDeque;
import java.util.Deque;

/** How a server might count: times are nanoseconds, and never go back. A refused request uses nothing up. */
interface ServerWindow {

    /** Whether one more is allowed. */
    boolean take(long now);

    int remaining(long now);

    /** Nanoseconds until one is allowed again. */
    long retryAfter(long now);

    /** Opens a window of a limit and a length. */
    @FunctionalInterface
    interface Opening {
        ServerWindow open(int limit, long length);
    }

    /** Those the limiter is made for. */
    enum Kind implements Opening {
        FIRST_HIT {
            @Override
            public ServerWindow open(int limit, long length) {
                return new Fixed(limit, length, false);
            }
        },
        CLOCK {
            @Override
            public ServerWindow open(int limit, long length) {
                return new Fixed(limit, length, true);
            }
        },
        SLIDING_LOG {
            @Override
            public ServerWindow open(int limit, long length) {
                return new Sliding(limit, length);
            }
        },
        TOKEN_BUCKET {
            @Override
            public ServerWindow open(int limit, long length) {
                return new Bucket(limit, length);
            }
        }
    }

    /** A counter per clock minute, of which the last one counts in proportion: approximate, as reverse proxies do it. */
    final class Approximate implements ServerWindow {
        private final int limit;
        private final long length;
        private long begin;
        private int before;
        private int used;

        Approximate(int limit, long length) {
            this.limit = limit;
            this.length = length;
        }

        @Override
        public boolean take(long now) {
            return remaining(now) > 0 && ++used > 0;
        }

        @Override
        public int remaining(long now) {
            long current = now - Math.floorMod(now, length);
            if (current != begin) {
                before = current - begin == length ? used : 0;
                used = 0;
                begin = current;
            }
            double rest = 1 - (double) (now - begin) / length;
            return Math.max(0, (int) (limit - used - before * rest));
        }

        @Override
        public long retryAfter(long now) {
            return remaining(now) > 0 ? 0 : begin + length - now;
        }
    }

    final class Fixed implements ServerWindow {
        private final int limit;
        private final long length;
        private final boolean aligned;
        private long end = Long.MIN_VALUE;
        private int used;

        Fixed(int limit, long length, boolean aligned) {
            this.limit = limit;
            this.length = length;
            this.aligned = aligned;
        }

        @Override
        public boolean take(long now) {
            if (now >= end) {
                end = (aligned ? now - Math.floorMod(now, length) : now) + length;
                used = 0;
            }
            return used < limit && ++used > 0;
        }

        @Override
        public int remaining(long now) {
            return now >= end ? limit : limit - used;
        }

        @Override
        public long retryAfter(long now) {
            return Math.max(0, end - now);
        }
    }

    final class Sliding implements ServerWindow {
        private final int limit;
        private final long length;
        private final Deque<Long> taken = new ArrayDeque<>();

        Sliding(int limit, long length) {
            this.limit = limit;
            this.length = length;
        }

        @Override
        public boolean take(long now) {
            return remaining(now) > 0 && taken.add(now);
        }

        @Override
        public int remaining(long now) {
            while (!taken.isEmpty() && taken.peek() <= now - length) {
                taken.poll();
            }
            return limit - taken.size();
        }

        @Override
        public long retryAfter(long now) {
            return remaining(now) > 0 ? 0 : taken.peek() + length - now;
        }
    }

    final class Bucket implements ServerWindow {
        private final int limit;
        private final double perToken;
        private double tokens;
        private long filled;

        Bucket(int limit, long length) {
            this.limit = limit;
            this.perToken = (double) length / limit;
            this.tokens = limit;
        }

        @Override
        public boolean take(long now) {
            fill(now);
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        @Override
        public int remaining(long now) {
            fill(now);
            return (int) tokens;
        }

        @Override
        public long retryAfter(long now) {
            fill(now);
            return tokens >= 1 ? 0 : (long) ((1 - tokens) * perToken);
        }

        private void fill(long now) {
            tokens = Math.min(limit, tokens + (now - filled) / perToken);
            filled = now;
        }
    }
}
