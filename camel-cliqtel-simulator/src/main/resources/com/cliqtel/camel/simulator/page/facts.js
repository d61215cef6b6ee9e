/* SPDX-License-Identifier: Apache-2.0 */
import {el, shown} from './dom.js';
import {many, pretty} from './format.js';

const LONG = 20000;

/** Terms and what they are; those without a value are left out. */
export const facts = pairs =>
    el('dl', {}, Object.entries(pairs)
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value instanceof Node ? value : shown(value)))));

/** A titled text in the typewriter's face. */
export function block(title, text, {json = false} = {}) {
    if (text === null || text === undefined || text === '') {
        return el('section', {}, el('h3', {}, title), el('p.hint', {}, 'empty'));
    }
    const whole = json ? pretty(text) : text;
    const code = el('code', {dir: 'auto'}, shown(whole.slice(0, LONG)));
    const pre = el('pre', {tabindex: '0', role: 'region', 'aria-label': title}, code);
    if (whole.length > LONG) {
        const rest = el('button.more', {
            type: 'button',
            onclick: () => {
                code.textContent = shown(whole);
                rest.remove();
            },
        }, `Show all ${many(whole.length, 'character')}`);
        return el('section', {}, el('h3', {}, title), pre, rest);
    }
    return el('section', {}, el('h3', {}, title), pre);
}

/** Headers, one a line. */
export const headers = (title, fields) =>
    block(title, Object.entries(fields ?? {}).map(([name, value]) => `${name}: ${value}`).join('\n'));
