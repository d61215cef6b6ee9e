/* SPDX-License-Identifier: Apache-2.0 */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

/**
 * The simulator's events. They are handed on once per animation frame, however many have come, and then each listener for
 * frames is called once: a burst of thousands is drawn once.
 */
export class Live {
    #handlers = new Map();
    #frames = [];
    #queue = [];
    #scheduled = false;
    #wait = FIRST_WAIT;
    #source = null;
    #again;
    #state;

    constructor(state) {
        this.#state = state;
    }

    on(type, handler) {
        this.#handlers.set(type, [...(this.#handlers.get(type) ?? []), handler]);
        return this;
    }

    onFrame(listener) {
        this.#frames.push(listener);
        return this;
    }

    /** Has the frame's listeners called soon, also without an event. */
    redraw = () => this.#schedule();

    /** Begins, and goes on for as long as the page is looked at. */
    start() {
        // a browser has six connections for all pages of an account: one that nobody sees must not keep any
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
        const source = new EventSource('/simulator/events');
        this.#source = source;
        source.onopen = () => {
            this.#wait = FIRST_WAIT;
            this.#state('live');
            this.#push('open', {});
        };
        source.onerror = () => {
            this.#state('waiting');
            if (source.readyState === EventSource.CLOSED) {
                // an answer that is no stream ends it for good: begin another one
                this.#close();
                this.#again = setTimeout(() => this.#open(), this.#wait);
                this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
            }
        };
        for (const type of this.#handlers.keys()) {
            if (type !== 'open') {
                source.addEventListener(type, event => this.#push(type, JSON.parse(event.data || '{}')));
            }
        }
    }

    #push(type, data) {
        this.#queue.push([type, data]);
        this.#schedule();
    }

    #schedule() {
        if (!this.#scheduled) {
            this.#scheduled = true;
            requestAnimationFrame(() => this.#flush());
        }
    }

    #flush() {
        this.#scheduled = false;
        const queue = this.#queue;
        this.#queue = [];
        for (const [type, data] of queue) {
            this.#handlers.get(type).forEach(handler => handler(data));
        }
        this.#frames.forEach(listener => listener());
    }
}
