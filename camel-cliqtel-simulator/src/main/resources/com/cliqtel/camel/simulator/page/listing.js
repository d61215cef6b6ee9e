/* SPDX-License-Identifier: Apache-2.0 */
import {el, say} from './dom.js';
import {number} from './format.js';
import {trouble} from './news.js';

const ROWS = 150;
const STEP = 50;
const NEAR = 60;

/**
 * A shelf as rows in a scrolling region. Never more than 150 rows are in the document: whoever goes on to older ones leaves the
 * newest behind, and comes back to them by a button. Rows that stay where they are looked at don't move when others come.
 */
export class Listing {
    #rows = new Map();
    #first = 0;
    #firstKey;
    #stays = true;
    #older;
    #newer;
    #options;

    /** options: shelf, list (an ol), row(item) giving {node, update(item, older)}, newestAt ('top' or 'bottom'), older, newest, redraw. */
    constructor(options) {
        this.#options = options;
        const {list, older, newest, newestAt} = options;
        this.#older = el('button.more', {type: 'button', hidden: true, onclick: () => this.#goBack()}, older);
        this.#newer = el('button.more.newer', {type: 'button', hidden: true, onclick: () => this.goToNewest()}, newest);
        const [before, after] = newestAt === 'top' ? [this.#newer, this.#older] : [this.#older, this.#newer];
        list.before(before);
        list.after(after);
        this.#scroller.addEventListener('scroll', () => this.#scrolled(), {passive: true});
    }

    get #scroller() {
        return this.#options.list.parentElement;
    }

    get #isAtNewest() {
        const {scrollTop, scrollHeight, clientHeight} = this.#scroller;
        return (this.#options.newestAt === 'top' ? scrollTop : scrollHeight - clientHeight - scrollTop) < NEAR;
    }

    get #isAtOldest() {
        const {scrollTop, scrollHeight, clientHeight} = this.#scroller;
        return (this.#options.newestAt === 'top' ? scrollHeight - clientHeight - scrollTop : scrollTop) < NEAR * 4;
    }

    #scrolled() {
        this.#stays = this.#first === 0 && this.#isAtNewest;
        if (this.#isAtOldest && this.#scroller.scrollHeight > this.#scroller.clientHeight) {
            this.#goBack();
        }
    }

    async #goBack() {
        const {shelf, redraw} = this.#options;
        const end = this.#first + ROWS;
        if (shelf.all.length <= end && shelf.hasMore) {
            try {
                await shelf.loadMore();
            } catch (problem) {
                trouble(problem);
            }
        }
        const last = Math.max(0, shelf.all.length - ROWS);
        const next = Math.min(last, this.#first + STEP);
        if (next !== this.#first && this.#isAtOldest) {
            this.#first = next;
            this.#firstKey = shelf.keyOf(shelf.all[next]);
            this.#stays = false;
        }
        redraw();
    }

    /** Shows the newest, and keeps showing them. */
    goToNewest() {
        this.#first = 0;
        this.#stays = true;
        this.render();
        this.#toNewestEnd();
    }

    #toNewestEnd() {
        this.#scroller.scrollTop = this.#options.newestAt === 'top' ? 0 : this.#scroller.scrollHeight;
    }

    /** Brings the document to what is on the shelf. */
    render() {
        const {shelf} = this.#options;
        const all = shelf.all;
        this.#place(all);
        const anchor = this.#stays ? null : this.#anchor();
        this.#fill(all.slice(this.#first, this.#first + ROWS), all[this.#first + ROWS]);
        this.#older.hidden = !(shelf.hasMore || this.#first + ROWS < all.length);
        this.#newer.hidden = this.#first === 0;
        say(this.#newer, this.#first ? `${this.#options.newest} (${number(this.#first)})` : this.#options.newest);
        if (anchor && anchor.node.isConnected) {
            this.#scroller.scrollTop += anchor.node.getBoundingClientRect().top - anchor.top;
        } else if (this.#stays) {
            this.#toNewestEnd();
        }
    }

    // where the window begins: new rows push it on, unless the newest are looked at
    #place(all) {
        const {shelf} = this.#options;
        if (this.#stays) {
            this.#first = 0;
        } else if (this.#firstKey !== undefined && shelf.get(this.#firstKey)) {
            this.#first = all.indexOf(shelf.get(this.#firstKey));
        }
        this.#first = Math.max(0, Math.min(this.#first, all.length - 1));
        this.#firstKey = all.length ? shelf.keyOf(all[this.#first]) : undefined;
    }

    // the row that is looked at
    #anchor() {
        const top = this.#scroller.getBoundingClientRect().top;
        const node = [...this.#options.list.children].find(row => row.getBoundingClientRect().bottom > top);
        return node ? {node, top: node.getBoundingClientRect().top} : null;
    }

    #fill(items, beyond) {
        const {shelf, list, row, newestAt} = this.#options;
        const rows = new Map();
        items.forEach((item, i) => {
            const key = shelf.keyOf(item);
            const shown = this.#rows.get(key) ?? row(item);
            shown.update(item, items[i + 1] ?? beyond);
            rows.set(key, shown);
        });
        this.#rows.forEach((shown, key) => rows.has(key) || shown.node.remove());
        this.#rows = rows;
        const nodes = [...rows.values()].map(shown => shown.node);
        inOrder(list, newestAt === 'top' ? nodes : nodes.reverse());
    }
}

// moves as few as it can: one that is moved loses the focus
function inOrder(list, nodes) {
    const focused = nodes.findIndex(node => node.contains(document.activeElement));
    const split = focused < 0 ? 0 : focused;
    for (let i = split - 1; i >= 0; i--) {
        if (nodes[i].nextSibling !== nodes[i + 1] || nodes[i].parentNode !== list) {
            list.insertBefore(nodes[i], nodes[i + 1]);
        }
    }
    for (let i = split, at = focused < 0 ? list.firstChild : nodes[split]; i < nodes.length; i++) {
        if (nodes[i] === at) {
            at = at.nextSibling;
        } else {
            list.insertBefore(nodes[i], at);
        }
    }
}
