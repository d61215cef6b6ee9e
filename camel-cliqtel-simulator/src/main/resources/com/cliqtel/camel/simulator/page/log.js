/* SPDX-License-Identifier: Apache-2.0 */
import {get} from './api.js';
import {byId, el, icon} from './dom.js';
import {Listing} from './listing.js';
import {linkTo} from './place.js';
import {Shelf} from './shelf.js';
import {trouble} from './news.js';

const PAGE = 50;

/**
 * A log beside the one of its rows that is opened: calls, webhooks. It is loaded when it is looked at first.
 *
 * Its kind: name (of the view and the list), row(item) giving nodes, detail(item) giving nodes, nothing (a text), one (what a row is).
 */
export class Log {
    #kind;
    #shelf;
    #listing;
    #list;
    #place;
    #open = null;
    #isLooked = false;

    constructor(kind, redraw) {
        this.#kind = kind;
        this.#list = byId(kind.name);
        this.#place = byId(kind.one);
        this.#shelf = new Shelf({
            key: item => item.n,
            order: item => item.n,
            cursor: item => item.n,
            page: async before => {
                const page = await get(kind.name, {before, limit: PAGE});
                return {items: page[kind.name], next: page.next};
            },
        });
        this.#listing = new Listing({
            shelf: this.#shelf, list: this.#list, newestAt: 'top', redraw,
            older: `Show older ${kind.name}`, newest: 'Back to the newest', row: item => this.#row(item),
        });
        this.#close();
    }

    /** What is looked at now: the list alone, one of its rows, or something else on the page (undefined). */
    show(part, byUser) {
        this.#isLooked = part !== undefined;
        if (this.#isLooked && !this.#shelf.isLoaded) {
            this.load();
        }
        const n = /^\d+$/.test(part ?? '') ? Number(part) : null;
        if (this.#isLooked && n !== this.#open) {
            this.#open = n;
            this.#place.parentElement.toggleAttribute('data-opened', n !== null);
            if (n === null) {
                this.#close();
            } else {
                this.#openUp(n, byUser);
            }
        }
        this.render();
    }

    load() {
        return this.#isLooked || this.#shelf.isLoaded ? this.#shelf.reload().then(() => this.render(), trouble) : Promise.resolve();
    }

    tell(item) {
        if (this.#shelf.isLoaded) {
            this.#shelf.tell(item);
            this.#shelf.trim();
        }
    }

    /** Forgets what is open: there is none of it any more. */
    reset() {
        if (this.#open !== null) {
            this.#open = null;
            this.#place.parentElement.removeAttribute('data-opened');
            this.#close();
        }
        return this.load();
    }

    render() {
        if (this.#isLooked) {
            this.#listing.render();
            this.#list.toggleAttribute('data-nothing', this.#shelf.isLoaded && this.#shelf.all.length === 0);
        }
    }

    #row(item) {
        const link = el(`a.entry.${this.#kind.one}-grid`, {href: linkTo(this.#kind.name, item.n)}, this.#kind.row(item));
        return {
            node: el('li', {}, link),
            update: () => {
                if (item.n === this.#open) {
                    link.setAttribute('aria-current', 'true');
                } else {
                    link.removeAttribute('aria-current');
                }
            },
        };
    }

    #close() {
        this.#place.replaceChildren(el('div.welcome', {}, el('p.lead', {}, this.#kind.invitation)));
    }

    async #openUp(n, byUser) {
        const title = el('h2', {tabindex: '-1'}, `${this.#kind.title} ${n}`);
        const body = el('div.facts', {'aria-busy': 'true'});
        this.#place.replaceChildren(
            el('div.head.thread-head', {}, el('a.back', {href: linkTo(this.#kind.name), 'aria-label': `Back to all ${this.#kind.name}`}, icon('back')), title),
            el('div.scroll', {tabindex: '0', role: 'region', 'aria-label': `${this.#kind.title} ${n}`}, body));
        if (byUser) {
            title.focus({preventScroll: true});
        }
        try {
            body.append(...this.#kind.detail(await get(`${this.#kind.name}/${n}`)));
        } catch (problem) {
            body.append(el('p.problem', {}, problem.message));
        } finally {
            body.removeAttribute('aria-busy');
        }
    }
}
