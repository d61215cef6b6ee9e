/* SPDX-License-Identifier: Apache-2.0 */
// All that shows anything goes through here: texts become text nodes, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: el('p.lead', {id: 'x', onclick: f}, 'text', other). Null children are left out. */
export function el(kind, props = {}, ...children) {
    const [tag, ...classes] = kind.split('.');
    const node = document.createElement(tag);
    if (classes.length) {
        node.className = classes.join(' ');
    }
    for (const [name, value] of Object.entries(props)) {
        set(node, name, value);
    }
    node.append(...children.flat().filter(child => child !== null && child !== undefined));
    return node;
}

function set(node, name, value) {
    if (typeof value === 'function') {
        node.addEventListener(name.slice(2), value);
    } else if (name.startsWith('on') || name === 'style') {
        throw new Error(`${name} must not be an attribute`);
    } else if (value !== null && value !== undefined && value !== false) {
        node.setAttribute(name, value === true ? '' : value);
    }
}

/** One of the icons that index.html draws; seen, not read out. */
export function icon(name) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('aria-hidden', 'true');
    svg.classList.add('icon');
    const use = document.createElementNS(SVG, 'use');
    use.setAttribute('href', `#i-${name}`);
    svg.append(use);
    return svg;
}

/** Text that is read out and not seen. */
export const unseen = text => el('span.sr', {}, text);

/** Changes a text only where it is another one: screen readers tell what changes. */
export function say(node, text) {
    if (node.textContent !== text) {
        node.textContent = text;
    }
}

export const byId = id => document.getElementById(id);

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const DIRECTIONS = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\n\r\t]/g;

/** A text with its control characters shown, since a browser shows nothing or a box for them. */
export function shown(text) {
    return String(text).replace(CONTROLS, c => (c === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + c.charCodeAt(0))));
}

/** A number or name on one line, also what would turn its direction or hide in it. */
export function address(text) {
    const plain = shown(text).replace(DIRECTIONS, c => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
    return plain === '' ? '(nobody)' : plain;
}
