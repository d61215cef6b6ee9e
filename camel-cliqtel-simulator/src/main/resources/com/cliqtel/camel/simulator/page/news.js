/* SPDX-License-Identifier: Apache-2.0 */
import {byId, say} from './dom.js';

const PAUSE = 1500;
const READABLE = 8000;

let heard = [];
let timer = null;
let hiding = null;

/** Tells screen readers, politely and not more often than can be listened to. */
export function tell(text) {
    heard.push(text);
    timer ??= setTimeout(() => {
        const [last] = heard.slice(-1);
        say(byId('news'), heard.length === 1 ? last : `${last} And ${heard.length - 1} more.`);
        heard = [];
        timer = null;
    }, PAUSE);
}

/** Shows everybody what went wrong, for a while. */
export function trouble(problem) {
    const place = byId('trouble');
    place.hidden = false;
    place.textContent = problem.message;
    clearTimeout(hiding);
    hiding = setTimeout(() => (place.hidden = true), READABLE);
}
