/* SPDX-License-Identifier: Apache-2.0 */
import {get} from './api.js';
import {account} from './state.js';
import {address, byId, el, icon, say, shown, unseen} from './dom.js';
import {recent} from './format.js';
import {Listing} from './listing.js';
import {linkTo} from './place.js';
import {Shelf} from './shelf.js';
import {trouble} from './news.js';

const PAGE = 50;
const TYPING = 250;
const HUES = 6;

/** The conversations, one by phone, the most recently active first. */
export class Phones {
    #search = '';
    #open = null;
    #unread = new Set();
    #shelf;
    #listing;

    constructor(redraw) {
        this.#shelf = new Shelf({
            key: conversation => conversation.phone,
            order: conversation => conversation.last.id,
            page: before => this.#page(before),
        });
        this.#listing = new Listing({
            shelf: this.#shelf, list: byId('conversations'), newestAt: 'top', redraw,
            older: 'Show older conversations', newest: 'Back to the newest',
            row: conversation => this.#row(conversation),
        });
        let typing;
        byId('search').addEventListener('input', event => {
            clearTimeout(typing);
            typing = setTimeout(() => {
                this.#search = event.target.value.trim();
                this.load().then(() => this.#listing.goToNewest());
            }, TYPING);
        });
    }

    async #page(before) {
        const {conversations, next} = await get('conversations', {before, limit: PAGE, search: this.#search});
        return {items: conversations, next};
    }

    load() {
        return this.#shelf.reload().then(() => this.render(), trouble);
    }

    show(phone) {
        this.#open = phone;
        this.#unread.delete(phone);
        this.render();
    }

    message(message) {
        const known = this.#shelf.get(message.phone);
        if (known && message.id < known.last.id) {
            return;
        }
        const isNew = !known || message.id > known.last.id;
        if (!known && this.#search) {
            return;
        }
        this.#shelf.tell({phone: message.phone, messages: (known?.messages ?? 0) + (isNew ? 1 : 0), last: message});
        if (isNew && message.phone !== this.#open) {
            this.#unread.add(message.phone);
        }
    }

    deleted(id) {
        if (this.#shelf.all.some(conversation => conversation.last.id === id)) {
            this.load();
        }
    }

    render() {
        this.#listing.render();
        byId('conversations').toggleAttribute('data-nothing', this.#shelf.isLoaded && this.#shelf.all.length === 0);
    }

    #row({phone}) {
        const text = el('span.preview', {dir: 'auto'});
        const time = el('time.when');
        const status = el('span.tick');
        const unread = el('span.unread', {hidden: true}, unseen('new'));
        const link = el('a.conversation', {href: linkTo('phones', phone)},
            el(`span.face.hue-${hue(phone)}`, {'aria-hidden': 'true'}, face(phone)),
            el('bdi.phone', {}, address(phone)), time, el('span.line', {}, status, text), unread);
        return {
            node: el('li', {}, link),
            update: conversation => {
                const {last} = conversation;
                // some kilobytes of text would make no better preview
                say(text, shown(last.body.slice(0, 160)) || '(no text)');
                say(time, recent(last.createdAt, account().now));
                time.setAttribute('datetime', last.createdAt);
                tick(status, last);
                unread.hidden = !this.#unread.has(phone);
                if (phone === this.#open) {
                    link.setAttribute('aria-current', 'true');
                } else {
                    link.removeAttribute('aria-current');
                }
            },
        };
    }
}

function tick(place, message) {
    const state = message.direction === 'inbound' ? 'answered' : message.status;
    if (place.dataset.status !== state) {
        place.dataset.status = state;
        place.replaceChildren(...(state === 'answered' ? [unseen('Answer: ')] : [icon(state), unseen(`${state}: `)]));
    }
}

/** What stands for a phone: the last two digits of a number, the first letter of a name. */
export const face = phone => {
    const digits = phone.replace(/\D/g, '');
    return /^[+\d]/.test(phone) && digits.length > 1 ? digits.slice(-2) : ([...address(phone)].find(c => /[\p{L}\p{N}]/u.test(c)) ?? '?').toUpperCase();
};

export const hue = phone => [...phone].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) >>> 0, 7) % HUES;
