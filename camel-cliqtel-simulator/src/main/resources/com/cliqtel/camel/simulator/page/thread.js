/* SPDX-License-Identifier: Apache-2.0 */
import {get} from './api.js';
import {composer} from './composer.js';
import {address, byId, el, icon, say} from './dom.js';
import {many} from './format.js';
import {Listing} from './listing.js';
import {bubble} from './bubble.js';
import {trouble} from './news.js';
import {face, hue} from './phones.js';
import {linkTo} from './place.js';
import {Shelf} from './shelf.js';
import {welcome} from './welcome.js';

const PAGE = 50;

/** The conversation that is open, with the box to answer from its phone; or a word of welcome. */
export class Thread {
    #place = byId('thread');
    #redraw;
    #phone = null;
    #shelf = null;
    #listing = null;
    #composer = null;
    #count = null;

    constructor(redraw) {
        this.#redraw = redraw;
        this.#place.append(welcome());
    }

    get phone() {
        return this.#phone;
    }

    /** Opens another conversation, or none. */
    show(phone, byUser) {
        if (phone === this.#phone) {
            return;
        }
        this.#phone = phone;
        this.#shelf = null;
        this.#place.parentElement.toggleAttribute('data-opened', phone !== null);
        if (phone === null) {
            this.#place.replaceChildren(welcome());
            return;
        }
        this.#build(phone);
        this.load();
        if (byUser) {
            this.#focus();
        }
    }

    #build(phone) {
        const list = el('ol.messages');
        const title = el('h2', {id: 'thread-title', tabindex: '-1'}, el('bdi', {}, address(phone)));
        this.#count = el('p.count');
        this.#composer = composer(phone, () => this.#listing.goToNewest());
        this.#place.replaceChildren(
            el('div.head.thread-head', {},
                el('a.back', {href: linkTo('phones'), 'aria-label': 'Back to all phones'}, icon('back')),
                el(`span.face.hue-${hue(phone)}`, {'aria-hidden': 'true'}, face(phone)),
                el('div', {}, title, this.#count)),
            el('div.scroll.thread', {tabindex: '0', role: 'region', 'aria-label': 'Messages, newest last'}, list),
            this.#composer.node);
        this.#shelf = new Shelf({
            key: message => message.id,
            order: message => message.id,
            cursor: message => message.id,
            page: async before => {
                const {messages, next} = await get('messages', {phone, before, limit: PAGE});
                return {items: messages, next};
            },
        });
        this.#listing = new Listing({
            shelf: this.#shelf, list, newestAt: 'bottom', redraw: this.#redraw,
            older: 'Show earlier messages', newest: 'Back to the newest', row: bubble,
        });
    }

    // on a small screen a keyboard would cover what was opened to be read
    #focus() {
        const target = matchMedia('(min-width: 800px)').matches ? this.#composer.text : byId('thread-title');
        target.focus({preventScroll: true});
    }

    load() {
        return this.#shelf ? this.#shelf.reload().then(() => this.render(), trouble) : Promise.resolve();
    }

    message(message) {
        if (this.#shelf && message.phone === this.#phone) {
            this.#shelf.tell(message);
        }
    }

    deleted(id) {
        this.#shelf?.forget(id);
    }

    render() {
        if (this.#shelf) {
            this.#shelf.trim();
            this.#listing.render();
            this.#composer.suggest(this.#shelf.all[0]);
            const loaded = this.#shelf.all.length;
            say(this.#count, this.#shelf.hasMore ? `The last ${many(loaded, 'message')}` : many(loaded, 'message'));
        }
    }
}
