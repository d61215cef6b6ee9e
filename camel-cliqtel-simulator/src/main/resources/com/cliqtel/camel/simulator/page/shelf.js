/* SPDX-License-Identifier: Apache-2.0 */

const LIMIT = 4000;

/**
 * What the page knows of a long list: pages as they were loaded, and what events have told since. Newest first.
 *
 * Its way: key(item) names an item, order(item) is greater for newer ones, page(before) fetches {items, next}, and cursor(item)
 * asks for what is before an item; without a cursor nothing is ever dropped.
 */
export class Shelf {
    #items = new Map();
    // when an event has told of a key: a page that was asked for before knows less
    #told = new Map();
    #clock = 0;
    #sorted = null;
    #generation = 0;
    #loading = null;
    #way;
    #next;
    #floor = -Infinity;

    constructor(way) {
        this.#way = way;
    }

    get all() {
        this.#sorted ??= [...this.#items.values()].sort((a, b) => this.#way.order(b) - this.#way.order(a));
        return this.#sorted;
    }

    get isLoaded() {
        return this.#next !== undefined;
    }

    get hasMore() {
        return this.#next !== undefined && this.#next !== null;
    }

    keyOf(item) {
        return this.#way.key(item);
    }

    get(key) {
        return this.#items.get(key);
    }

    /** The first page anew; what was known before stays until it is there. */
    async reload() {
        const generation = ++this.#generation;
        const since = this.#clock;
        const page = await this.#way.page(undefined);
        if (generation === this.#generation) {
            const before = this.#items;
            this.#items = new Map();
            this.#take(page, since);
            for (const [key, at] of this.#told) {
                if (at > since && before.has(key)) {
                    this.#keep(before.get(key));
                }
            }
        }
    }

    /** The next page of older ones, once, however often it is asked for meanwhile. */
    loadMore() {
        if (this.hasMore && this.#loading === null) {
            this.#loading = this.#fetchMore().finally(() => (this.#loading = null));
        }
        return this.#loading ?? Promise.resolve();
    }

    async #fetchMore() {
        const generation = this.#generation;
        const since = this.#clock;
        const page = await this.#way.page(this.#next);
        if (generation === this.#generation) {
            this.#take(page, since);
        }
    }

    #take({items, next}, since) {
        this.#next = next ?? null;
        this.#floor = items.length ? this.#way.order(items.at(-1)) : -Infinity;
        for (const item of items) {
            if (!(this.#told.get(this.keyOf(item)) > since)) {
                this.#items.set(this.keyOf(item), item);
            }
        }
        this.#sorted = null;
    }

    /** What an event says: a new item, or a known one as it is now. One that is older than all that is loaded is left out. */
    tell(item) {
        this.#told.set(this.keyOf(item), ++this.#clock);
        this.#keep(item);
    }

    #keep(item) {
        if (this.#items.has(this.keyOf(item)) || !this.hasMore || this.#way.order(item) >= this.#floor) {
            this.#items.set(this.keyOf(item), item);
            this.#sorted = null;
        }
    }

    forget(key) {
        this.#told.set(key, ++this.#clock);
        this.#items.delete(key);
        this.#sorted = null;
    }

    /** Drops the oldest when they have become too many; they can be loaded again. */
    trim() {
        if (this.#way.cursor && this.#items.size > LIMIT * 1.5) {
            const kept = this.all.slice(0, LIMIT);
            this.#items = new Map(kept.map(item => [this.keyOf(item), item]));
            this.#next = this.#way.cursor(kept.at(-1));
            this.#floor = this.#way.order(kept.at(-1));
            this.#told = new Map();
            this.#sorted = kept;
        }
    }
}
