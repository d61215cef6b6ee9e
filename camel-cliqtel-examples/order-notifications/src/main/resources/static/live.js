/* SPDX-License-Identifier: Apache-2.0 */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

/**
 * Follows the shop's events for as long as the page is looked at, also over its restarts. Handlers by the event's name;
 * `open` when it is connected, `state` with live or waiting. What comes within a frame is handed on together.
 */
export class Live {
    #handlers;
    #queue = [];
    #source = null;
    #wait = FIRST_WAIT;
    #again;

    constructor(handlers) {
        this.#handlers = handlers;
    }

    start() {
        const follow = () => (document.hidden ? this.#close() : this.#open());
        document.addEventListener('visibilitychange', follow);
        addEventListener('pagehide', () => this.#close());
        addEventListener('pageshow', follow);
        follow();
    }

    #close() {
        clearTimeout(this.#again);
        this.#source?.close();
        this.#source = null;
    }

    #open() {
        if (this.#source !== null) {
            return;
        }
        const source = new EventSource('/orders/events');
        this.#source = source;
        source.onopen = () => {
            this.#wait = FIRST_WAIT;
            this.#handlers.state('live');
            this.#handlers.open();
        };
        source.onerror = () => {
            this.#handlers.state('waiting');
            if (source.readyState === EventSource.CLOSED) {
                // an answer that is no stream ends it for good: begin another one
                this.#close();
                this.#again = setTimeout(() => this.#open(), this.#wait);
                this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
            }
        };
        for (const type of ['order', 'counts', 'reset']) {
            source.addEventListener(type, event => this.#push(type, JSON.parse(event.data)));
        }
    }

    #push(type, data) {
        if (this.#queue.push([type, data]) === 1) {
            requestAnimationFrame(() => {
                const queue = this.#queue;
                this.#queue = [];
                queue.forEach(([name, what]) => this.#handlers[name](what));
            });
        }
    }
}
